import { labelFromName } from '../language/label-from-name.ts';
import type { FlowRef } from '../model/process.ts';
import { timingLabel } from '../model/time-label.ts';
import type {
  Anytime,
  Call,
  End,
  Identifier,
  InlineStep,
  Late,
  Meanwhile,
  Name,
  Step,
  StringLiteral,
  Touchpoint,
  Transfer,
} from '../syntax/ast.ts';
import { cover, type Span } from '../text/span.ts';
import {
  addNode,
  type DraftExit,
  type DraftPlace,
  type NodeContent,
  noAttributes,
  type ProcessDraft,
} from './draft.ts';
import { timingOf, usualTimes, withinLimits } from './limits.ts';
import { headSpan, incomingOf, nodeAttributes, nodeInformation, outcomeAmong } from './node-attributes.ts';

/** What is written on something: its label, or else its name made readable. */
export function nodeLabel(
  draft: ProcessDraft,
  name: { readonly id?: Identifier; readonly label?: StringLiteral } | undefined,
): string {
  const label = name?.label?.value ?? '';
  return label === '' && name?.id !== undefined ? labelFromName(name.id.name, draft.language) : label;
}

export function addEnd(
  draft: ProcessDraft,
  end: Omit<End, 'broken'>,
  incoming: readonly DraftExit[],
  place: DraftPlace,
): number {
  const label = nodeLabel(draft, end.name);
  const outcome = outcomeAmong(end.attributes);
  return addNode(
    draft,
    place,
    incoming,
    {
      ...nodeInformation(end.attributes),
      kind: 'end',
      label: label === '' ? draft.words.end : label,
      ...(outcome === undefined ? {} : { outcome }),
    },
    {
      head: headSpan(end.keyword, end.name?.span ?? end.keyword, end.attributes),
      name: end.name?.span ?? end.keyword,
    },
    { identifier: end.name?.id },
  );
}

/** A touchpoint takes no exits. */
export function addTouchpoint(draft: ProcessDraft, touchpoint: Touchpoint, place: DraftPlace): number {
  const { name, keyword, attributes } = touchpoint;
  return addNode(
    draft,
    place,
    [],
    {
      ...nodeInformation(attributes),
      kind: 'touchpoint',
      label: nodeLabel(draft, name),
      ...incomingOf(attributes),
    },
    { head: headSpan(keyword, name.span, attributes), name: name.span },
    { identifier: name.id },
  );
}

/** What may come at any time, or when a limit has passed, or is done beside the work: it takes no exits either. */
export function addEntry(
  draft: ProcessDraft,
  statement: Anytime | Late | Meanwhile,
  place: DraftPlace,
): number {
  const { keyword, name } = statement;
  const label = nodeLabel(draft, name);
  const written =
    name === undefined
      ? { head: keyword, name: keyword }
      : { head: cover(keyword, name.span), name: name.span };
  return addNode(draft, place, [], entryContent(draft, statement, label), written, { identifier: name?.id });
}

function entryContent(
  draft: ProcessDraft,
  statement: Anytime | Late | Meanwhile,
  label: string,
): NodeContent {
  switch (statement.kind) {
    case 'anytime': {
      const probability = statement.percent?.value;
      return {
        ...noAttributes,
        kind: 'anytime',
        label,
        ...(probability === undefined ? {} : { probability }),
      };
    }
    case 'late':
      return { ...noAttributes, kind: 'late', label };
    case 'meanwhile': {
      const timing = timingOf(statement);
      return {
        ...noAttributes,
        kind: 'meanwhile',
        label: timingLabel(label, timing, draft),
        ...(label === '' ? {} : { name: label }),
        timing,
      };
    }
  }
}

export function addStep(
  draft: ProcessDraft,
  step: Step,
  incoming: readonly DraftExit[],
  place: DraftPlace,
): number {
  return addNode(
    draft,
    place,
    incoming,
    {
      kind: step.kind,
      label: nodeLabel(draft, step.name),
      ...nodeAttributes(step.attributes, step.kind),
    },
    { head: headSpan(step.keyword, step.name.span, step.attributes), name: step.name.span },
    { identifier: step.name.id },
  );
}

export function addCall(
  draft: ProcessDraft,
  call: Call,
  incoming: readonly DraftExit[],
  place: DraftPlace,
): number {
  const name = nameAndLabel(call);
  return addNode(
    draft,
    place,
    incoming,
    {
      kind: 'call',
      label: flowLabel(draft, call),
      flow: flowReference(draft, call.flow),
      ...nodeAttributes(call.attributes, 'step'),
    },
    { head: headSpan(call.keyword, name, call.attributes), name },
    { identifier: call.flow },
  );
}

export function addTransfer(
  draft: ProcessDraft,
  transfer: Transfer,
  incoming: readonly DraftExit[],
  place: DraftPlace,
): number {
  const name = nameAndLabel(transfer);
  return addNode(
    draft,
    place,
    incoming,
    {
      ...noAttributes,
      kind: 'transfer',
      label: flowLabel(draft, transfer),
      flow: flowReference(draft, transfer.flow),
    },
    { head: cover(transfer.keyword, name), name },
  );
}

export function addInlineStep(
  draft: ProcessDraft,
  step: InlineStep,
  incoming: readonly DraftExit[],
  place: DraftPlace,
): number {
  return addNode(
    draft,
    place,
    incoming,
    { kind: 'step', label: step.label.value, ...nodeAttributes(step.attributes, 'step') },
    { head: headSpan(step.label.span, step.label.span, step.attributes), name: step.label.span },
  );
}

/** Stands for what could not be read, so that what is around it stays connected and nothing cascades. */
export function addUnreadable(
  draft: ProcessDraft,
  { span, name }: { readonly span: Span; readonly name?: Name },
  incoming: readonly DraftExit[],
  place: DraftPlace,
): number {
  return addNode(
    draft,
    { ...place, hasErrors: true },
    incoming,
    { ...noAttributes, kind: 'step', label: nodeLabel(draft, name), ...withinLimits(), ...usualTimes() },
    { head: span, name: name?.span ?? span },
    { identifier: name?.id, idBase: 'unreadable' },
  );
}

type FlowUse = Pick<Call | Transfer, 'flow' | 'label'>;

const nameAndLabel = ({ flow, label }: FlowUse): Span =>
  label === undefined ? flow.span : cover(flow.span, label.span);

/** A call reads as the flow that it calls, unless it has a label of its own. */
function flowLabel(draft: ProcessDraft, use: FlowUse): string {
  const own = use.label?.value ?? '';
  return own === ''
    ? (draft.scope.flows.get(use.flow.name)?.label ?? nodeLabel(draft, { id: use.flow }))
    : own;
}

function flowReference(draft: ProcessDraft, flow: Identifier): FlowRef {
  const declaration = draft.scope.flows.get(flow.name);
  return { id: flow.name, ...(declaration === undefined ? {} : { path: declaration.path }) };
}
