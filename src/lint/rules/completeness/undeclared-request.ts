import { fileRule } from '../../rule.ts';
import { undeclared } from '../../undeclared.ts';

export const undeclaredRequest = fileRule({
  name: 'undeclared-request',
  chapter: 'completeness',
  place: 110,
  summary: 'a kind of request that is used and never declared',
  severity: 'warning',
  sets: ['recommended', 'service'],
  fixKind: 'safe',
  explanation: {
    why: 'The kinds of request are what a service is measured by: which come in where, and which are answered. One that is only used has no name that a report could show, and may be a mistyped other one.',
    repair: 'Declare it once: `request refund "Money back"`; `flowc lint --fix` writes the line.',
    failing: `flow refund "Refund"
touchpoint phone "Customer wants the money back" for refund
step pay "Pay the money back"
end paid "Paid"
`,
    passing: `flow refund-by-phone "Refund"
request refund "Money back"
touchpoint phone "Customer wants the money back" for refund
step pay "Pay the money back"
end paid "Paid"
`,
  },
  check: (file) => undeclared(file, 'request'),
});
