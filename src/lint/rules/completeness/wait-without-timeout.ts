import { branchesBeside } from '../../../analysis/branches-beside.ts';
import { type CaseLevel, levelsOf, valueAt, withinAt } from '../../../analysis/level-limits.ts';
import { attributesOf } from '../../../check/parts-of-flow.ts';
import { at } from '../../../text/insertion.ts';
import type { TextEdit } from '../../../text/text-edit.ts';
import type { FlowContext } from '../../context.ts';
import { flowRule } from '../../rule.ts';
import { timeoutEdits } from '../../timeout-hint.ts';
import { listed, shortQuote } from '../../wording.ts';

export const waitWithoutTimeout = flowRule({
  name: 'wait-without-timeout',
  chapter: 'completeness',
  place: 160,
  summary: 'a `wait` that can last for ever',
  severity: 'warning',
  sets: ['recommended', 'service'],
  fixKind: 'hint',
  explanation: {
    why: 'The letter is lost, the supplier forgets, the customer doesn’t call back: then the case waits for ever, and nobody is told to look at it. The customer believes that something is being done.',
    repair:
      'Say how long at most, with `within`, and what happens when that has passed, with `timeout`. A pause that always has the same length is written with `takes`, one until a fixed moment with `until`. Several events (`when`) end a wait too, but any of them may never come.',
    failing: `flow spare-part "Spare part"
touchpoint phone "Customer needs a part"
step order "Order the part"
wait part "Wait for the part"
end delivered "Part is delivered"
`,
    passing: `flow spare-part "Spare part"
touchpoint phone "Customer needs a part"
step order "Order the part"
wait part "Wait for the part" within 2w
  timeout -> "Tell the customer, and ask the supplier" -> end late "Part is late"
end delivered "Part is delivered"
`,
  },
  check: (flow) =>
    flow.process.nodes.flatMap((node, index) => {
      const levels = endlessLevels(flow, index);
      if (levels.length === 0 || !flow.reached().has(index) || isEndedByOthers(flow, index)) return [];
      const isForAll = levels.length === levelsOf(flow.process).length;
      const forLevels = isForAll ? '' : ` for ${listed(levels.map((level) => `“${level ?? ''}”`))}`;
      return [
        {
          span: flow.nameSpan(node),
          message: `${shortQuote(node.label)} can last for ever${forLevels}: nothing says when to stop waiting`,
          help: 'Say how long at most, with “within”, and what is done then, with “timeout”',
          fix: {
            kind: 'hint',
            title: 'Set a limit, and say what is done when it has passed',
            edits: [limitEdit(flow, index), ...timeoutEdits(flow, index)],
          },
        },
      ];
    }),
});

/**
 * The levels for whose cases a wait has no end: no limit of its own or of a stage around it, no pause of a fixed
 * length, no moment until which it lasts, and no timeout (one without a limit has a name, or is an error of its own).
 */
function endlessLevels(flow: FlowContext, index: number): readonly CaseLevel[] {
  const node = flow.node(index);
  if (node.kind !== 'wait' || node.until !== undefined || flow.hasErrors(node)) return [];
  if (flow.exits(index).some(({ kind }) => kind === 'timeout')) return [];
  const stages = flow.stagesAround(node.stage);
  return levelsOf(flow.process).filter(
    (level) =>
      [node, ...stages].every((limited) => withinAt(limited, level) === undefined) &&
      valueAt(node.takes, node.takesByLevel, level).length === 0,
  );
}

/** True in a branch of a `parallel first` of which another branch is over by itself, and ends the wait. */
function isEndedByOthers(flow: FlowContext, index: number): boolean {
  return branchesBeside(flow, index).some(
    ({ isRace, others }) =>
      isRace && others.some((branch) => branch.order.every((at) => endlessLevels(flow, at).length === 0)),
  );
}

/** Shows a limit behind the name, or behind the limits that it has for other levels. */
function limitEdit(flow: FlowContext, index: number): TextEdit {
  const item = flow.item(index);
  const attributes = item === undefined ? [] : attributesOf(item);
  const within = attributes.find(({ kind }) => kind === 'within');
  return within === undefined
    ? { span: at(flow.nameSpan(flow.node(index)).end), text: ' within 2d' }
    : { span: at(within.span.end), text: ', 2d' };
}
