import { fileRule } from '../../rule.ts';
import { undeclared } from '../../undeclared.ts';

export const undeclaredSystem = fileRule({
  name: 'undeclared-system',
  chapter: 'completeness',
  place: 100,
  summary: 'a system that is used and never declared',
  severity: 'warning',
  sets: ['recommended', 'service'],
  fixKind: 'safe',
  explanation: {
    why: 'An agent with a customer on the line must know which window to open. A short name that nobody explains costs the seconds that the customer waits.',
    repair:
      'Declare it once with the name on the screen: `system crm "Customer database"`; `flowc lint --fix` writes the line.',
    failing: `flow address "Change of address"
touchpoint phone "Customer has moved"
step change "Change the address" using crm
end changed "Changed"
`,
    passing: `flow address "Change of address"
system crm "Customer database"
touchpoint phone "Customer has moved"
step change "Change the address" using crm
end changed "Changed"
`,
  },
  check: (file) => undeclared(file, 'system'),
});
