/** A piece of a flow with places to fill in, in the syntax of the language server protocol. */
export interface Snippet {
  readonly label: string;
  readonly says: string;
  readonly text: string;
  readonly place: SnippetPlace;
}

/**
 * The place where a snippet may stand: at the top of a file, among the properties of a flow, or as a statement; `top`
 * only where there are only stages around.
 */
export type SnippetPlace = 'file' | 'head' | 'top' | 'statement';

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
    label: 'anytime …',
    says: 'what may happen wherever the case is, such as that the customer cancels',
    place: 'top',
    text: `anytime \${1:cancels} "\${2:Customer cancels}" \${3:2%} -> end \${4:cancelled} "\${5:Cancelled}" as failure$0`,
  },
  {
    label: 'late …',
    says: 'what is done when a time limit has passed that has no timeout of its own',
    place: 'top',
    text: `late \${1:escalation} "\${2:A limit has passed}" -> "\${3:Tell the team lead}" by \${4:agent} to \${5:lead}$0`,
  },
  {
    label: 'meanwhile … every …',
    says: 'what is done again and again beside the work, until it is over',
    place: 'top',
    text: `meanwhile every \${1:30min} -> "\${2:Tell the customers}" by \${3:agent} to customer$0`,
  },
  {
    label: 'level … promise …',
    says: 'priorities or plans, and what is promised for each',
    place: 'head',
    text: `level \${1:p1} "\${2:Nobody can work}"\nlevel \${3:p2} "\${4:One person is stuck}"\npromise \${1:p1} \${5:4h}, \${3:p2} \${6:1d}, \${7:5wd}$0`,
  },
  {
    label: 'promise … from … to …',
    says: 'a promise that begins at one step and is kept at another',
    place: 'head',
    text: `promise \${1:final} "\${2:Final response}" \${3:8w} from \${4:log} to \${5:answer}$0`,
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
    label: 'choose all … when …',
    says: 'a question of which every answer that applies is taken',
    place: 'statement',
    text: `choose all \${1:name} "\${2:What applies?}" {\n  when "\${3:One}" {\n    $0\n  }\n  when "\${4:Another}" {\n    \n  }\n}`,
  },
  {
    label: 'parallel first … branch …',
    says: 'what is tried side by side: the first that is done ends the others',
    place: 'statement',
    text: `parallel first {\n  branch "\${1:First}" {\n    $0\n  }\n  branch "\${2:Second}" {\n    \n  }\n}`,
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
    label: 'wait … when … timeout …',
    says: 'a wait for the first of several events, or the end of the time',
    place: 'statement',
    text: `wait \${1:answer} "\${2:Wait for the customer’s answer}" by customer within \${3:3d} {\n  when "\${4:Customer accepts}" -> \${5:accepted}\n  when "\${6:Customer declines}" -> \${7:declined}\n  timeout -> "\${8:Call the customer}"$0\n}`,
  },
  {
    label: 'wait … meanwhile …',
    says: 'a wait, and a reminder that does not end it',
    place: 'statement',
    text: `wait \${1:name} "\${2:Wait for an answer}" within \${3:5d}\n  meanwhile after \${4:2d} -> "\${5:Remind the customer}" by \${6:agent} to customer$0`,
  },
  {
    label: 'step … within level …',
    says: 'a step whose time limit differs by level',
    place: 'statement',
    text: `step \${1:name} "\${2:What is done}" by \${3:agent} within \${4:p1} \${5:15min}, \${6:4h}$0`,
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
