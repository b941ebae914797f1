import { labelFromName } from '../check/label-from-name.ts';
import type {
  Call,
  End,
  Identifier,
  InlineStep,
  Name,
  Step,
  StringLiteral,
  Touchpoint,
  Transfer,
} from '../syntax/ast.ts';
import { cover, type Span } from '../text/span.ts';
import { addNode, type Draft, type Exit, type Place } from './draft.ts';
import { headSpan, nodeAttributes } from './node-attributes.ts';

/** What is written on something: its label, or else its name made readable. */
export function labelOf(
  draft: Draft,
  name: { readonly id?: Identifier; readonly label?: StringLiteral } | undefined,
): string {
  const label = name?.label?.value ?? '';
  return label === '' && name?.id !== undefined ? labelFromName(name.id.name, draft.language) : label;
}

export function addEnd(
  draft: Draft,
  end: Omit<End, 'broken'>,
  incoming: readonly Exit[],
  place: Place,
): number {
  const label = labelOf(draft, end.name);
  return addNode(
    draft,
    place,
    incoming,
    {
      kind: 'end',
      label: label === '' ? draft.words.end : label,
      span: [end.name?.span, end.outcome?.span].reduce<Span>(
        (span, part) => (part === undefined ? span : cover(span, part)),
        end.keyword,
      ),
      nameSpan: end.name?.span ?? end.keyword,
      ...(end.outcome === undefined ? {} : { outcome: end.outcome.value }),
    },
    { identifier: end.name?.id },
  );
}

/** A touchpoint takes no exits. */
export function addTouchpoint(draft: Draft, touchpoint: Touchpoint, place: Place): number {
  const { id, label, keyword, requests } = touchpoint;
  const nameSpan = label === undefined ? id.span : cover(id.span, label.span);
  return addNode(
    draft,
    place,
    [],
    {
      kind: 'touchpoint',
      label: labelOf(draft, touchpoint),
      span: requests.reduce<Span>((span, request) => cover(span, request.span), cover(keyword, nameSpan)),
      nameSpan,
      requests: requests.map(({ name }) => name).filter((name) => name !== ''),
    },
    { identifier: id },
  );
}

export function addStep(draft: Draft, step: Step, incoming: readonly Exit[], place: Place): number {
  return addNode(
    draft,
    place,
    incoming,
    {
      kind: step.kind,
      label: labelOf(draft, step.name),
      span: headSpan(step.keyword, step.name.span, step.attributes),
      nameSpan: step.name.span,
      ...nodeAttributes(step.attributes, step.kind === 'escalate'),
    },
    { identifier: step.name.id },
  );
}

export function addCall(draft: Draft, call: Call, incoming: readonly Exit[], place: Place): number {
  const nameSpan = nameAndLabel(call);
  return addNode(
    draft,
    place,
    incoming,
    {
      kind: 'call',
      label: flowLabel(draft, call),
      span: headSpan(call.keyword, nameSpan, call.attributes),
      nameSpan,
      flow: flowReference(draft, call.flow),
      ...nodeAttributes(call.attributes, false),
    },
    { identifier: call.flow },
  );
}

export function addTransfer(
  draft: Draft,
  transfer: Transfer,
  incoming: readonly Exit[],
  place: Place,
): number {
  const nameSpan = nameAndLabel(transfer);
  return addNode(draft, place, incoming, {
    kind: 'transfer',
    label: flowLabel(draft, transfer),
    span: cover(transfer.keyword, nameSpan),
    nameSpan,
    flow: flowReference(draft, transfer.flow),
  });
}

export function addInlineStep(
  draft: Draft,
  step: InlineStep,
  incoming: readonly Exit[],
  place: Place,
): number {
  return addNode(draft, place, incoming, {
    kind: 'step',
    label: step.label.value,
    span: headSpan(step.label.span, step.label.span, step.attributes),
    nameSpan: step.label.span,
    ...nodeAttributes(step.attributes, false),
  });
}

/** Stands for what could not be read, so that what is around it stays connected and nothing cascades. */
export function addUnreadable(
  draft: Draft,
  { span, name }: { readonly span: Span; readonly name?: Name },
  incoming: readonly Exit[],
  place: Place,
): number {
  return addNode(
    draft,
    { ...place, recovered: true },
    incoming,
    { kind: 'step', label: labelOf(draft, name), span, nameSpan: name?.span ?? span },
    { identifier: name?.id, idBase: 'unreadable' },
  );
}

type FlowUse = Pick<Call | Transfer, 'flow' | 'label'>;

const nameAndLabel = ({ flow, label }: FlowUse): Span =>
  label === undefined ? flow.span : cover(flow.span, label.span);

/** A call reads as the flow that it calls, unless it has a label of its own. */
function flowLabel(draft: Draft, use: FlowUse): string {
  const own = use.label?.value ?? '';
  return own === '' ? (draft.scope.flows.get(use.flow.name)?.label ?? labelOf(draft, { id: use.flow })) : own;
}

function flowReference(draft: Draft, flow: Identifier): { readonly id: string; readonly path?: string } {
  const declaration = draft.scope.flows.get(flow.name);
  return { id: flow.name, ...(declaration === undefined ? {} : { path: declaration.path }) };
}
