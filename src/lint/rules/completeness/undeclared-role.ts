import { fileRule } from '../../rule.ts';
import { undeclared } from '../../undeclared.ts';

export const undeclaredRole = fileRule({
  name: 'undeclared-role',
  chapter: 'completeness',
  place: 90,
  summary: 'a role that is used and never declared',
  severity: 'warning',
  sets: ['recommended', 'service'],
  fixKind: 'safe',
  explanation: {
    why: 'Who is `sup`? The one who wrote the chart knows. A new agent doesn’t, and in the picture the lane has no proper name. A role that is only used can also be mistyped without anybody noticing.',
    repair:
      'Declare it once with the name that people know it by: `role sup "Supervisor"`; `flowc lint --fix` writes the line. Roles that many flows share are best declared in a file that all of them `use`.',
    failing: `flow complaint "Complaint"
touchpoint phone "Customer complains"
step listen "Listen" by agent
end heard "Heard"
`,
    passing: `flow complaint "Complaint"
role agent "Call-centre agent"
touchpoint phone "Customer complains"
step listen "Listen" by agent
end heard "Heard"
`,
  },
  check: (file) => undeclared(file, 'role'),
});
