/** A piece of a flow with places to fill in, in the syntax of the language server protocol. */
export interface Snippet {
  readonly label: string;
  readonly says: string;
  readonly text: string;
  /**
   * The place where it may stand: at the top of a file, or as a statement; `top` only where there are only stages
   * around.
   */
  readonly place: 'file' | 'top' | 'statement';
}

/** Whole statements as they are mostly written. */
export const snippets: readonly Snippet[] = [
  {
    label: 'flow …',
    says: 'a new flow, from the customer’s contact to its end',
    place: 'file',
    text: `flow \${1:name} "\${2:Title}"

purpose "\${3:What the customer gets from this}"
role \${4:agent} "\${5:Agent}"

touchpoint \${6:phone} "\${7:Customer calls}"

step \${8:answer} "\${9:Answer the call}" by \${4:agent} to customer within \${10:20s}
$0
end \${11:done} "\${12:Customer is helped}" as success
`,
  },
  {
    label: 'touchpoint …',
    says: 'where the customer comes in',
    place: 'top',
    text: `touchpoint \${1:phone} "\${2:Customer calls}"$0`,
  },
  {
    label: 'step … by … within …',
    says: 'a step, who does it, and its time limit',
    place: 'statement',
    text: `step \${1:name} "\${2:What is done}" by \${3:agent} within \${4:1h}$0`,
  },
  {
    label: 'step … say …',
    says: 'a step, and the words for the customer',
    place: 'statement',
    text: `step \${1:name} "\${2:What is done}" by \${3:agent} to customer\n  say "\${4:Words for the customer}"$0`,
  },
  {
    label: 'if … else …',
    says: 'a question with yes and no',
    place: 'statement',
    text: `if \${1:name}? "\${2:Question}?" {\n  $0\n} else {\n  \n}`,
  },
  {
    label: 'choose … when …',
    says: 'a question with several answers',
    place: 'statement',
    text: `choose \${1:name}? "\${2:Question}?" {\n  when "\${3:Answer}" {\n    $0\n  }\n  otherwise {\n    \n  }\n}`,
  },
  {
    label: 'parallel … branch …',
    says: 'what is done side by side',
    place: 'statement',
    text: `parallel {\n  branch "\${1:First}" {\n    $0\n  }\n  branch "\${2:Second}" {\n    \n  }\n}`,
  },
  {
    label: 'wait … timeout …',
    says: 'a wait, and what is done when it lasts too long',
    place: 'statement',
    text: `wait \${1:name} "\${2:Wait for an answer}" within \${3:2d}\n  timeout -> \${4:remind}$0`,
  },
  {
    label: 'escalate … to …',
    says: 'handing the work up',
    place: 'statement',
    text: `escalate \${1:name} "\${2:Decide the case}" by \${3:agent} to \${4:lead} within \${5:2h}$0`,
  },
  {
    label: '-> … max … then …',
    says: 'another try, not for ever',
    place: 'statement',
    text: `-> \${1:name} max \${2:3} then -> \${3:give-up}$0`,
  },
  {
    label: 'end … as success',
    says: 'an end at which the customer has what he came for',
    place: 'statement',
    text: `end \${1:done} "\${2:Customer is helped}" as success$0`,
  },
];
