import type { Exception, Percent } from '../../../syntax/ast.ts';
import { labelOfName } from '../../../syntax/label.ts';
import { flowRule, type RuleFinding } from '../../rule.ts';
import { shortQuote } from '../../wording.ts';

export const percentSum = flowRule({
  name: 'percent-sum',
  chapter: 'correctness',
  place: 110,
  summary: 'percents of one decision that are more than 100 together, or all given and not 100',
  severity: 'error',
  sets: ['recommended', 'service'],
  fixKind: 'none',
  explanation: {
    why: 'People plan by these numbers: how many cases of each kind come in, and who must be there for them. Where they don’t add up, the plan is wrong, and on Monday morning there are too few people at the telephone.',
    repair: 'Correct the numbers. What is left over needs no number: leave it to `otherwise`.',
    failing: `flow sorting "Sort tickets"
touchpoint mail "Ticket comes in"
choose kind "What is it about?" {
  when "Bill" 50% -> "Pass on to accounting"
  when "Fault" 40% -> "Pass on to engineering"
  when "Praise" 20% -> "Thank the customer"
}
end sorted "Sorted"
`,
    passing: `flow sorting "Sort tickets"
touchpoint mail "Ticket comes in"
choose kind "What is it about?" {
  when "Bill" 50% -> "Pass on to accounting"
  when "Fault" 40% -> "Pass on to engineering"
  when "Praise" 10% -> "Thank the customer"
}
end sorted "Sorted"
`,
  },
  check: (flow) =>
    flow.checked.parts.flatMap(({ item, broken }): readonly RuleFinding[] => {
      if (broken) return [];
      switch (item.kind) {
        case 'choose': {
          // Several answers may apply to one case, so that each percent is a share of its own.
          if (item.all !== undefined) return [];
          const { cases, otherwise, question } = item;
          // An “otherwise” without one gets what is left.
          const isComplete = otherwise === undefined || otherwise.percent !== undefined;
          return sumOf(
            otherwise === undefined ? cases : [...cases, otherwise],
            labelOfName(question),
            isComplete,
          );
        }
        case 'step':
        case 'wait':
        case 'escalate': {
          // Most steps have none, and need no list.
          if (item.events === undefined && item.exceptions.length === 0) return [];
          const cases = item.events?.cases ?? [];
          // A wait for events has no other way out.
          return sumOf([...cases, ...withPercent(item)], labelOfName(item.name), cases.length > 0);
        }
        case 'call':
          return sumOf(withPercent(item), labelOfName({ ...item, id: item.flow }), false);
        default:
          return [];
      }
    }),
});

/** What can have a percent: how many of the cases go that way. */
interface Share {
  readonly percent?: Percent;
}

/** The exceptions that end a step: what is done meanwhile is done besides. */
const withPercent = ({ exceptions }: { readonly exceptions: readonly Exception[] }): readonly Share[] =>
  exceptions.flatMap((exception) => (exception.kind === 'meanwhile' ? [] : [exception]));

function sumOf(branches: readonly Share[], label: string, complete: boolean): readonly RuleFinding[] {
  const given = branches.flatMap(({ percent }) => (percent === undefined ? [] : [percent]));
  const last = given.at(-1);
  // In millionths, as fractions of the binary system never add up.
  const sum = Math.round(given.reduce((total, { value }) => total + value, 0) * 1e6);
  const isWrong = sum > 1e6 || (complete && given.length === branches.length && sum !== 1e6);
  if (last === undefined || !isWrong) return [];
  return [
    {
      span: last.span,
      message: `The percentages at ${shortQuote(label)} add up to ${sum / 1e4}%, ${complete ? 'not to 100%' : 'more than 100%'}`,
      related: given
        .slice(0, -1)
        .map(({ span, value }) => ({ span, message: `${Math.round(value * 1e6) / 1e4}%` })),
      help:
        sum > 1e6
          ? 'Correct them: together they can be 100% at most'
          : 'Correct them, or leave out that of one branch: it gets what is left',
    },
  ];
}
