import { fileRule } from '../../rule.ts';

/** Found where suppressions are applied, as it takes the findings of all other rules to know. */
export const unusedSuppression = fileRule({
  name: 'unused-suppression',
  chapter: 'hygiene',
  place: 10,
  summary: 'a `# flowc-ignore` that silences nothing',
  severity: 'warning',
  sets: ['recommended', 'service'],
  fixKind: 'safe',
  explanation: {
    why: 'The place it was written for has been put right, and the comment stayed. It will silence the next mistake on this line, which nobody has looked at and nobody gave a reason for.',
    repair: 'Delete the comment; `flowc lint --fix` does it.',
    failing: `flow order "Order"
touchpoint phone "Customer calls"
# flowc-ignore wait-without-timeout: the carrier gives no limit
wait delivery "Wait for the carrier" within 2w
end delivered "Delivered"
`,
    passing: `flow order "Order"
touchpoint phone "Customer calls"
# flowc-ignore wait-without-timeout: the carrier gives no limit
wait delivery "Wait for the carrier"
end delivered "Delivered"
`,
  },
  check: () => [],
});
