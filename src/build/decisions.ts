import { questionFromName } from '../check/label-from-name.ts';
import type { Branch, Choose, IfArm, Percent, Question } from '../syntax/ast.ts';
import { cover, type Span } from '../text/span.ts';
import { addNode, type DraftExit, type DraftPlace, noAttributes, type ProcessDraft } from './draft.ts';
import { nodeLabel } from './simple-nodes.ts';

/** The decision of one `if` or `else if` and its two ways out. The percent says how often “yes”; “no” is the rest. */
export function ifArmExits(
  draft: ProcessDraft,
  { question, keyword, percent }: IfArm,
  incoming: readonly DraftExit[],
  place: DraftPlace,
): { readonly yes: DraftExit; readonly no: DraftExit } {
  const span = withPercent(cover(keyword, question.span), percent);
  const from = addDecision(draft, 'if', question, span, incoming, place);
  const probability = (value: number) => (percent === undefined ? {} : { probability: rounded(value) });
  const yes = percent?.value ?? 0;
  return {
    yes: { from, rank: 0, kind: 'yes', label: draft.words.yes, span, ...probability(yes) },
    no: { from, rank: 1, kind: 'no', label: draft.words.no, span, ...probability(1 - yes) },
  };
}

/** The decision of a `choose` and, for each way out, its branch. `otherwise` gets what the percents leave. */
export function chooseExits(
  draft: ProcessDraft,
  { question, cases, keyword, otherwise }: Choose,
  incoming: readonly DraftExit[],
  place: DraftPlace,
): readonly { readonly exit: DraftExit; readonly branch: Branch }[] {
  // Without any answer it is not finished yet: nobody knows where it will lead.
  const isUnfinished = cases.length === 0 && otherwise === undefined;
  const from = addDecision(draft, 'choose', question, cover(keyword, question.span), incoming, {
    ...place,
    hasErrors: place.hasErrors || isUnfinished,
  });
  const exits: { readonly exit: DraftExit; readonly branch: Branch }[] = cases.map((when, rank) => ({
    branch: when.branch,
    exit: {
      from,
      rank,
      kind: 'when',
      label: nodeLabel(draft, when.name),
      span: withPercent(cover(when.keyword, when.name.span), when.percent),
      ...(when.percent === undefined ? {} : { probability: when.percent.value }),
    },
  }));
  if (otherwise === undefined) return exits;
  const given = cases.flatMap(({ percent }) => (percent === undefined ? [] : [percent.value]));
  const rest = rounded(1 - given.reduce((sum, value) => sum + value, 0));
  const known = cases.length > 0 && given.length === cases.length && rest >= 0;
  const exit: DraftExit = {
    from,
    rank: cases.length,
    kind: 'otherwise',
    label: draft.words.otherwise,
    span: otherwise.keyword,
    ...(known ? { probability: rest } : {}),
  };
  return [...exits, { exit, branch: otherwise.branch }];
}

function addDecision(
  draft: ProcessDraft,
  kind: 'if' | 'choose',
  question: Question,
  span: Span,
  incoming: readonly DraftExit[],
  place: DraftPlace,
): number {
  const { id, label } = question;
  const made = id !== undefined && question.mark !== undefined && (label?.value ?? '') === '';
  return addNode(
    draft,
    place,
    incoming,
    {
      ...noAttributes,
      kind: 'decision',
      label: made ? questionFromName(id.name, draft.language) : nodeLabel(draft, question),
      decision: { kind },
    },
    { head: span, name: question.span },
    { identifier: id },
  );
}

const withPercent = (span: Span, percent: Percent | undefined): Span =>
  percent === undefined ? span : cover(span, percent.span);

/** A share without the noise of binary fractions: 1 − 0.85 is 0.15. */
const rounded = (share: number): number => Math.round(share * 1e9) / 1e9;
