import { questionFromName } from '../language/label-from-name.ts';
import type { Attribute, Branch, Choose, IfArm, Percent, Question, When } from '../syntax/ast.ts';
import { cover, type Span } from '../text/span.ts';
import { addNode, type DraftExit, type DraftPlace, type ProcessDraft } from './draft.ts';
import { answerRemarks, nodeInformation } from './node-attributes.ts';
import { nodeLabel } from './simple-nodes.ts';

/** The decision of one `if` or `else if` and its two ways out. The percent says how often “yes”; “no” is the rest. */
export function ifArmExits(
  draft: ProcessDraft,
  { question, keyword, percent, attributes }: IfArm,
  incoming: readonly DraftExit[],
  place: DraftPlace,
): { readonly yes: DraftExit; readonly no: DraftExit } {
  const span = withPercent(cover(keyword, question.span), percent);
  const from = addDecision(draft, { kind: 'if' }, question, attributes, span, incoming, place);
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
  { question, cases, keyword, otherwise, all, attributes }: Choose,
  incoming: readonly DraftExit[],
  place: DraftPlace,
): { readonly from: number; readonly answers: readonly AnswerExit[] } {
  // Without any answer it is not finished yet: nobody knows where it will lead.
  const isUnfinished = cases.length === 0 && otherwise === undefined;
  const decision = { kind: 'choose' as const, ...(all === undefined ? {} : { several: true as const }) };
  const from = addDecision(draft, decision, question, attributes, cover(keyword, question.span), incoming, {
    ...place,
    hasErrors: place.hasErrors || isUnfinished,
  });
  const answers = caseExits(draft, from, cases, 0);
  if (otherwise === undefined) return { from, answers };
  const given = cases.flatMap(({ percent }) => (percent === undefined ? [] : [percent.value]));
  const rest = rounded(1 - given.reduce((sum, value) => sum + value, 0));
  const own = otherwise.percent?.value;
  // Several answers may apply at once, so that they leave nothing for the last.
  const known = all === undefined && cases.length > 0 && given.length === cases.length && rest >= 0;
  const share = own ?? (known ? rest : undefined);
  const exit: DraftExit = {
    from,
    rank: cases.length,
    kind: 'otherwise',
    label: draft.words.otherwise,
    span: otherwise.keyword,
    ...(share === undefined ? {} : { probability: share }),
    ...answerRemarks(otherwise.attributes),
  };
  return { from, answers: [...answers, { exit, branch: otherwise.branch }] };
}

/** A way out and what it leads to; without a branch, to what follows. */
export interface AnswerExit {
  readonly exit: DraftExit;
  readonly branch: Branch | undefined;
}

/** The ways out by the answers of a `choose`, or by the events of a wait. `rank` is that of the first. */
export const caseExits = (
  draft: ProcessDraft,
  from: number,
  cases: readonly When[],
  rank: number,
): readonly AnswerExit[] =>
  cases.map(({ branch, name, keyword, percent, attributes }, at) => ({
    branch,
    exit: {
      from,
      rank: rank + at,
      kind: 'when',
      label: nodeLabel(draft, name),
      span: withPercent(cover(keyword, name.span), percent),
      ...(percent === undefined ? {} : { probability: percent.value }),
      ...answerRemarks(attributes),
    },
  }));

function addDecision(
  draft: ProcessDraft,
  { several, ...decision }: { readonly kind: 'if' | 'choose'; readonly several?: true },
  question: Question,
  attributes: readonly Attribute[],
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
      ...nodeInformation(attributes),
      kind: 'decision',
      label: made ? questionFromName(id.name, draft.language) : nodeLabel(draft, question),
      decision,
      ...(several === undefined ? {} : { several }),
    },
    { head: span, name: question.span },
    { identifier: id },
  );
}

const withPercent = (span: Span, percent: Percent | undefined): Span =>
  percent === undefined ? span : cover(span, percent.span);

/** A share without the noise of binary fractions: 1 − 0.85 is 0.15. */
const rounded = (share: number): number => Math.round(share * 1e9) / 1e9;
