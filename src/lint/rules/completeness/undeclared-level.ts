import { fileRule } from '../../rule.ts';
import { undeclared } from '../../undeclared.ts';

export const undeclaredLevel = fileRule({
  name: 'undeclared-level',
  chapter: 'completeness',
  place: 115,
  summary: 'a level that a limit is for and that is never declared',
  severity: 'warning',
  sets: ['recommended', 'service'],
  fixKind: 'safe',
  explanation: {
    why: 'Nobody knows which cases are meant: what is `p1` to one is `p2` to the next, and the customer whose whole office stands still waits as long as the one with a wish.',
    repair:
      'Declare it at the top of the flow, with the words by which people tell which cases it is for: `level p1 "Nobody can work"`. `flowc lint --fix` writes the line with the name made readable.',
    failing: `flow incident "Incident"
touchpoint phone "Customer reports an incident"
step mend "Mend it" within p1 4h, 2d
end mended "Mended"
`,
    passing: `flow incident "Incident"
level p1 "Nobody can work"
touchpoint phone "Customer reports an incident"
step mend "Mend it" within p1 4h, 2d
end mended "Mended"
`,
  },
  check: (file) => undeclared(file, 'level'),
});
