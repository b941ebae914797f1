import type { CheckedFlow } from '../check/checked-file.ts';
import type { FlowPart } from '../check/parts-of-flow.ts';
import type { Exception, Name, StringLiteral } from '../syntax/ast.ts';
import type { Span } from '../text/span.ts';

/** A label between quotes. */
export interface WrittenLabel {
  readonly span: Span;
  readonly value: string;
  /** What it is the label of, as a message says it: “step”. */
  readonly of: string;
  /** Whether there is a name that would be shown without a label. */
  readonly hasName: boolean;
}

/** All labels of a flow that a chart shows, in no particular order; none of a statement with an error. */
export function writtenLabels({ flow, parts }: CheckedFlow): readonly WrittenLabel[] {
  const labels: WrittenLabel[] = [];
  const add = (of: string, label: StringLiteral | undefined, hasName: boolean): void => {
    if (label !== undefined) labels.push({ span: label.span, value: label.value, of, hasName });
  };
  const addName = (of: string, name: Name | undefined): void =>
    add(of, name?.label, name?.id !== undefined && name.id.name !== '');
  if (!flow.broken) add('flow', flow.label, true);
  for (const property of flow.properties)
    switch (property.kind) {
      case 'role':
      case 'party':
      case 'system':
      case 'request':
      case 'level':
        add(property.kind, property.label, true);
        break;
      case 'promise':
        addName('promise', property.name);
        break;
      default:
        break;
    }
  for (const { item, broken } of parts) if (!broken) addPart(item, add, addName);
  return labels;
}

/** The labels of a flow that stand at its symbols and lines: not its own, nor those of what it declares. */
export const labelsOnChart = (flow: CheckedFlow): readonly WrittenLabel[] =>
  writtenLabels(flow).filter(({ of }) => !declared.has(of));

const declared: ReadonlySet<string> = new Set([
  'flow',
  'role',
  'party',
  'system',
  'request',
  'level',
  'promise',
]);

function addPart(
  item: FlowPart['item'],
  add: (of: string, label: StringLiteral | undefined, hasName: boolean) => void,
  addName: (of: string, name: Name | undefined) => void,
): void {
  switch (item.kind) {
    case 'touchpoint':
      addName('touchpoint', item.name);
      return;
    case 'anytime':
    case 'late':
    case 'meanwhile':
      addName(`“${item.kind}”`, item.name);
      return;
    case 'step':
    case 'wait':
    case 'escalate':
      addName(item.kind === 'escalate' ? 'escalation' : item.kind, item.name);
      for (const { name } of item.events?.cases ?? []) addName('event', name);
      return;
    case 'call':
      add('call', item.label, true);
      return;
    case 'exception':
      addException(item.exception);
      return;
    case 'transfer':
      add('transfer', item.label, true);
      return;
    case 'stage':
    case 'end':
      addName(item.kind, item.name);
      return;
    case 'inline-step':
      add('step', item.label, false);
      return;
    case 'if-arm':
      addName('question', item.arm.question);
      return;
    case 'choose':
      addName('question', item.question);
      for (const { name } of item.cases) addName('answer', name);
      return;
    case 'parallel':
      addName('parallel work', item.name);
      for (const { name } of item.branches) addName('branch', name);
      return;
    case 'if':
    case 'answer':
    case 'arrow':
    case 'jump':
    case 'unreadable':
      return;
  }

  function addException(exception: Exception): void {
    switch (exception.kind) {
      case 'problem':
        addName('problem', exception.name);
        return;
      case 'timeout':
        add('timeout', exception.label, false);
        return;
      case 'meanwhile':
        addName('“meanwhile”', exception.name);
        return;
    }
  }
}
