import type { LanguageErrorCode, NoticeCode, SuppressionErrorCode } from './code.ts';

/** What an error is about, for `flowc explain` and the documentation. The examples are whole files. */
export interface ErrorExplanation {
  /** A phrase: no capital, no full stop. */
  readonly summary: string;
  /** Why it is an error, and what to do. */
  readonly explanation: string;
  /** A file with the error. Undefined where it takes a very long one, or bytes that are no text. */
  readonly failing?: string;
  readonly passing?: string;
}

export const errorExplanations: Readonly<
  Record<LanguageErrorCode | NoticeCode | SuppressionErrorCode, ErrorExplanation>
> = {
  'unexpected-token': {
    summary: 'something stands where it cannot stand',
    explanation:
      'Each statement begins with its word and stands on a line of its own: `step`, `if`, `wait`, `end` and so on. The message says what is expected at the place.',
    failing: 'flow order\ntouchpoint phone -> 7 -> end\n',
    passing: 'flow order\ntouchpoint phone -> "Take the order" -> end\n',
  },
  'unclosed-string': {
    summary: 'a label without its closing quote',
    explanation:
      'A label stands in quotes on one line. For several lines, write three quotes at both ends: """…""". A quote within a label is written \\".',
    failing: 'flow order\ntouchpoint phone "Customer calls\nend\n',
    passing: 'flow order\ntouchpoint phone "Customer calls"\nend\n',
  },
  'unclosed-block': {
    summary: 'a block without its closing brace',
    explanation: 'Every { has its } on a line of its own, before what comes after the block.',
    failing: 'flow order\ntouchpoint phone\nif stock? {\n  step "Reserve it"\nend\n',
    passing: 'flow order\ntouchpoint phone\nif stock? {\n  step "Reserve it"\n}\nend\n',
  },
  'curly-quotes': {
    summary: 'curly or angled quotes around a label',
    explanation:
      'Word processors turn straight quotes into curly ones. Labels begin and end with the straight quote; within a label any quotes are fine. `flowc lint --fix` repairs it.',
    failing: 'flow order\ntouchpoint phone “Customer calls”\nend\n',
    passing: 'flow order\ntouchpoint phone "Customer calls"\nend\n',
  },
  'invalid-character': {
    summary: 'a character that is no part of the language',
    explanation: 'Outside of labels and comments there are only words, names, numbers, and { } -> , . ?',
    failing: 'flow order\ntouchpoint phone ; "Customer calls"\nend\n',
    passing: 'flow order\ntouchpoint phone "Customer calls"\nend\n',
  },
  'invalid-encoding': {
    summary: 'bytes that are not UTF-8',
    explanation: 'Files are UTF-8. Open the file in an editor and save it with that encoding.',
  },
  'other-notation': {
    summary: 'a text of another program',
    explanation:
      'A chart of Mermaid or PlantUML, a BPMN model, a table: what was pasted is not read line by line, as every line would be a mistake. Write the process again, a statement a line: who does what, and where it goes on.',
    failing: 'flowchart TD\n  A[Customer calls] --> B{Known?}\n  B -->|Yes| C[Answer]\n',
    passing: 'flow calls\ntouchpoint phone "Customer calls"\nif known? "Known?" -> "Answer"\nend\n',
  },
  'invalid-duration': {
    summary: 'a duration that cannot be read',
    explanation:
      'A duration is a number and a unit without a space, joined from large to small: 20s, 5min, 1h30min, 2d, 3wd (working days), 1w, 6mo.',
    failing: 'flow order\ntouchpoint phone\nstep "Answer" within 20sec\nend\n',
    passing: 'flow order\ntouchpoint phone\nstep "Answer" within 20s\nend\n',
  },
  'invalid-date': {
    summary: 'a day that is not in the calendar',
    explanation: 'A date is written year-month-day, with two digits for month and day, and must exist.',
    failing: 'flow order\nreviewed 2026-02-30\ntouchpoint phone\nend\n',
    passing: 'flow order\nreviewed 2026-02-28\ntouchpoint phone\nend\n',
  },
  'invalid-percent': {
    summary: 'a percentage that is none',
    explanation: 'A percentage is a number from 0 to 100 with % straight after it: 85%, 12.5%.',
    failing: 'flow order\ntouchpoint phone\nif stock? 120% -> "Reserve it"\nend\n',
    passing: 'flow order\ntouchpoint phone\nif stock? 85% -> "Reserve it"\nend\n',
  },
  'invalid-hours': {
    summary: 'working hours that cannot be read',
    explanation:
      'Working hours are days and times with two dots, several with commas: `hours "Mon-Thu 09:00-17:00, Fri 09:00-15:00"`. Each day has its hours once; a time that ends before it begins goes on in the day after.',
    failing: 'flow order\nhours "from nine to five"\ntouchpoint phone\nend\n',
    passing: 'flow order\nhours "Mon-Fri 09:00-17:00"\ntouchpoint phone\nend\n',
  },
  'misspelt-word': {
    summary: 'a word of the language, misspelt',
    explanation:
      'A typing mistake is never a new box. The message names the word that was most likely meant.',
    failing: 'flow order\ntuchpoint phone\nend\n',
    passing: 'flow order\ntouchpoint phone\nend\n',
  },
  'reserved-word': {
    summary: 'a statement’s word used as a name',
    explanation:
      'Words that begin a statement, such as `step` or `end`, cannot be names. Choose another one.',
    failing: 'flow order\ntouchpoint phone\nstep wait "Wait a little"\nend\n',
    passing: 'flow order\ntouchpoint phone\nstep pause "Wait a little"\nend\n',
  },
  'limit-exceeded': {
    summary: 'more than flowc reads',
    explanation:
      'A file has at most 10 MiB, 1,000,000 words and signs, and 10,000 flows; a flow has 20,000 nodes, a label 10,000 characters. Blocks stand in each other at most 100 deep, and at most 20 retries, problems and timeouts hang on each other. After 1,000 mistakes a file is read no further.',
  },
  'duplicate-name': {
    summary: 'two things of one kind with one name',
    explanation: 'A name leads to one place. The message shows both; rename one of them.',
    failing:
      'flow order\ntouchpoint phone\nstep check "Check the stock"\nstep check "Check the price"\nend\n',
    passing:
      'flow order\ntouchpoint phone\nstep stock "Check the stock"\nstep price "Check the price"\nend\n',
  },
  'duplicate-attribute': {
    summary: 'an attribute that stands twice',
    explanation:
      'Only `say`, `note` and `field` may repeat, and a list of times has each level once. Keep the one that is right.',
    failing: 'flow order\ntouchpoint phone\nstep "Answer" within 20s within 30s\nend\n',
    passing: 'flow order\ntouchpoint phone\nstep "Answer" within 20s\nend\n',
  },
  'unknown-target': {
    summary: 'a jump to a name that there is not',
    explanation:
      'An arrow leads to the name of a step of the same flow, not to its label. To go on in another flow, write `transfer` or `call`.',
    failing: 'flow order\ntouchpoint phone\nstep check "Check the stock"\nif stock? -> end\n-> chek\n',
    passing: 'flow order\ntouchpoint phone\nstep check "Check the stock"\nif stock? -> end\n-> check\n',
  },
  'unknown-flow': {
    summary: 'a call of a flow that there is not',
    explanation: 'A called flow stands in the same file, or in one that this file names with `use "…"`.',
    failing: 'flow order\ntouchpoint phone\ncall payment\nend\n',
    passing: 'flow order\ntouchpoint phone\ncall payment\nend\n\nflow payment\nstep "Take the money"\nend\n',
  },
  'unknown-file': {
    summary: 'a file that is not there',
    explanation: 'The path is relative to the file that it stands in, with / between its parts.',
    failing: 'use "nowhere.flow"\nflow order\ntouchpoint phone\nend\n',
  },
  'near-name': {
    summary: 'a name that is almost a declared one',
    explanation:
      'A role, party, system, request or level that nobody declared is only warned of; but one that is close to a declared name is a typing mistake. If both are meant, declare both.',
    failing: 'flow order\nrole agent "Agent"\ntouchpoint phone\nstep "Answer" by agnet\nend\n',
    passing: 'flow order\nrole agent "Agent"\ntouchpoint phone\nstep "Answer" by agent\nend\n',
  },
  'misplaced-property': {
    summary: 'a property after the first statement',
    explanation: 'What holds for the whole flow stands at its top, before the first statement.',
    failing: 'flow order\ntouchpoint phone\nrole agent "Agent"\nend\n',
    passing: 'flow order\nrole agent "Agent"\ntouchpoint phone\nend\n',
  },
  'misplaced-touchpoint': {
    summary: 'a touchpoint within a branch',
    explanation:
      'A touchpoint is where customers come in. It stands at the top level of a flow or of a stage.',
    failing: 'flow order\ntouchpoint phone\nif stock? {\n  touchpoint email\n}\nend\n',
    passing: 'flow order\ntouchpoint phone\ntouchpoint email\nend\n',
  },
  'misplaced-statement': {
    summary: 'what holds for a whole flow or stage, within a branch',
    explanation:
      '`anytime`, `late` and a `meanwhile` of its own say what holds wherever the case is. They stand at the top level of a flow or of a stage.',
    failing: 'flow order\ntouchpoint phone\nif stock? {\n  anytime "Customer cancels" -> end lost\n}\nend\n',
    passing: 'flow order\ntouchpoint phone\nanytime "Customer cancels" -> end lost\nstep "Pack"\nend\n',
  },
  'timeout-without-within': {
    summary: 'a timeout of something without a time limit',
    explanation: '`timeout` says what is done when the time of `within` has passed, so there must be one.',
    failing: 'flow order\ntouchpoint phone\nwait "Wait for stock"\n  timeout -> "Tell the customer"\nend\n',
    passing:
      'flow order\ntouchpoint phone\nwait "Wait for stock" within 2w\n  timeout -> "Tell the customer"\nend\n',
  },
  'escalate-without-to': {
    summary: 'an escalation to nobody',
    explanation: 'Say with `to` who takes over; `by` says who hands it up.',
    failing: 'flow complaint\nrole lead "Team lead"\ntouchpoint phone\nescalate "Hand it up"\nend\n',
    passing: 'flow complaint\nrole lead "Team lead"\ntouchpoint phone\nescalate "Hand it up" to lead\nend\n',
  },
  'jump-across-parallel': {
    summary: 'a jump out of a parallel branch, or into one',
    explanation:
      'All branches of a `parallel` begin together and are waited for together. A jump across its border would leave the others hanging.',
    failing:
      'flow order\ntouchpoint phone\nstep check\nparallel {\n  branch {\n    -> check\n  }\n  branch {\n    step "Pack"\n  }\n}\nend\n',
    passing:
      'flow order\ntouchpoint phone\nparallel {\n  branch {\n    step check\n  }\n  branch {\n    step "Pack"\n  }\n}\nend\n',
  },
  'leaves-meanwhile': {
    summary: 'an end within what is done meanwhile, or a jump out of it',
    explanation:
      'What is done `meanwhile` is beside the work and is over by itself; the work goes on. What is to end the work is a `timeout`, a `problem`, or what may happen `anytime`.',
    failing:
      'flow order\ntouchpoint phone\nwait "Wait for stock" within 2w\n  meanwhile after 2d {\n    step "Tell the customer"\n    end\n  }\nend\n',
    passing:
      'flow order\ntouchpoint phone\nwait "Wait for stock" within 2w\n  meanwhile after 2d -> "Tell the customer"\nend\n',
  },
  'misplaced-clock-stop': {
    summary: 'a stopped clock while a team works',
    explanation:
      '`stops clock` takes a time out of what counts against a promise. That is fair while the case waits, or while the customer has it; the work of a team always counts. So it stands on a `wait`, or on a step by `customer`.',
    failing:
      'flow order\nrole agent "Agent"\ntouchpoint phone\nstep "Check the order" by agent stops clock\nend\n',
    passing:
      'flow order\nrole agent "Agent"\ntouchpoint phone\nwait "Wait for the order form" within 2d stops clock\nend\n',
  },
  'unsafe-link': {
    summary: 'a link that is no page',
    explanation:
      'A link is a relative path or begins with https:, http: or mailto:. Others could run something.',
    failing: 'flow order\ntouchpoint phone\nstep "Answer" link "javascript:alert(1)"\nend\n',
    passing: 'flow order\ntouchpoint phone\nstep "Answer" link "https://example.com/answer"\nend\n',
  },
  'unknown-language': {
    summary: 'a language whose words flowc does not know',
    explanation:
      'The words for yes, no and end are in English then. Write labels of your own where that matters.',
    failing: 'flow order\nlanguage xx\ntouchpoint phone\nend\n',
    passing: 'flow order\nlanguage de\ntouchpoint phone\nend\n',
  },
  'no-flow': {
    summary: 'a file without a flow',
    explanation:
      'Nothing can be drawn of a file that is empty or has only comments. A flow begins with `flow`, its name and its title.',
    failing: '# To be written\n',
    passing: 'flow order "Order by phone"\ntouchpoint phone "Customer calls"\nend\n',
  },
  'markup-in-label': {
    summary: 'signs of a web page in a label',
    explanation:
      'A label is drawn as it is written: `&amp;` stays `&amp;`, and `<b>` does not make letters bold. Write the characters themselves.',
    failing: 'flow order\ntouchpoint phone "Questions &amp; answers"\nend\n',
    passing: 'flow order\ntouchpoint phone "Questions & answers"\nend\n',
  },
  'not-written': {
    summary: 'something of a process that a flow cannot say',
    explanation:
      'A process that was drawn elsewhere may have what the language has no words for. The message names it, and says what was written instead.',
  },
  'not-read': {
    summary: 'something in a file of another kind that is no process',
    explanation:
      'A file that another program wrote may hold what flowc cannot read, or be cut off or changed by hand. The message names the place, and says whether anything could be read.',
  },
  'unknown-suppression': {
    summary: 'a flowc-ignore for a rule that there is not',
    explanation: 'Name a rule of `flowc explain`. Errors of the language cannot be silenced.',
    failing:
      'flow order\ntouchpoint phone\n# flowc-ignore wait-without-timout: the carrier gives no limit\nwait carrier\nend\n',
    passing:
      'flow order\ntouchpoint phone\n# flowc-ignore wait-without-timeout: the carrier gives no limit\nwait carrier\nend\n',
  },
  'incomplete-suppression': {
    summary: 'a flowc-ignore without its rule or reason',
    explanation:
      'Write `# flowc-ignore rule-name: why this is right here`, on the line before or at the end of the line; for a whole file, `# flowc-ignore-file` at its top. Who reads it later must know why, or nobody dares to delete it.',
    failing: 'flow order\ntouchpoint phone\n# flowc-ignore wait-without-timeout\nwait carrier\nend\n',
    passing:
      'flow order\ntouchpoint phone\n# flowc-ignore wait-without-timeout: the carrier gives no limit\nwait carrier\nend\n',
  },
};
