import type { CheckedFile, CheckedFlow, DeclarationKind } from '../check/checked-file.ts';
import type { NodeNames } from '../check/node-names.ts';
import { attributesOf, type FlowPart } from '../check/parts-of-flow.ts';
import type { Attribute, Identifier, Name, Property } from '../syntax/ast.ts';
import type { Span } from '../text/span.ts';

/**
 * What a name stands for. A `part` is the name of a case, a branch or a problem, to which nothing can refer.
 */
export type NameKind = DeclarationKind | 'node' | 'stage' | 'part';

/** A place where a name stands. */
export interface Occurrence {
  /** The span of the name alone, without the question mark of a question. */
  readonly span: Span;
  readonly name: string;
  readonly kind: NameKind;
  /** Index of the flow in its file. */
  readonly flow: number;
  /** True where the name is given, false where it is used. */
  readonly isDeclaration: boolean;
  readonly isQuestion: boolean;
}

/** All names in a file, in the order of the text. What could not be read has no name, and is left out. */
export function occurrencesIn({ flows }: CheckedFile): readonly Occurrence[] {
  return flows
    .flatMap((flow, index) => inFlow(flow, index))
    .filter(({ name }) => name !== '')
    .sort((a, b) => a.span.start - b.span.start);
}

function inFlow(checked: CheckedFlow, flow: number): readonly Occurrence[] {
  const found: Occurrence[] = [];
  const add = (
    { name, span }: Identifier,
    kind: NameKind,
    more: Partial<Pick<Occurrence, 'isDeclaration' | 'isQuestion'>> = {},
  ): void => {
    found.push({ name, span, kind, flow, isDeclaration: false, isQuestion: false, ...more });
  };
  const declare = (id: Identifier | undefined, kind: NameKind, isQuestion = false): void => {
    if (id !== undefined) add(id, kind, { isDeclaration: true, isQuestion });
  };
  const { parts, names } = checked;
  const ownerKind = ({ name }: Identifier): NameKind =>
    !checked.scope.roles.has(name) && checked.scope.systems.has(name) ? 'system' : 'role';

  declare(checked.flow.id, 'flow');
  for (const property of checked.flow.properties) declareProperty(property, declare);
  for (const { item } of parts) {
    addPart(item, names, add, declare);
    for (const attribute of attributesOf(item)) addUses(attribute, ownerKind, add);
    if ('exceptions' in item)
      for (const exception of item.exceptions)
        if (exception.kind === 'problem') declare(exception.name.id, 'part');
  }
  return found;
}

/** Adds the roles and systems that an attribute names. */
function addUses(
  attribute: Attribute,
  ownerKind: (id: Identifier) => NameKind,
  add: (id: Identifier, kind: NameKind) => void,
): void {
  switch (attribute.kind) {
    case 'by':
    case 'accountable':
      add(attribute.id, ownerKind(attribute.id));
      return;
    case 'with':
    case 'to':
      for (const id of attribute.ids) add(id, ownerKind(id));
      return;
    case 'using':
      for (const id of attribute.ids) add(id, 'system');
      return;
    case 'for':
      for (const id of attribute.ids) add(id, 'request');
      return;
    case 'within':
      addLevels(attribute.limits, add);
      return;
    case 'takes':
      addLevels(attribute.times, add);
      return;
    default:
  }
}

/** Adds the levels that times are for. */
function addLevels(
  times: readonly { readonly level?: Identifier }[],
  add: (id: Identifier, kind: NameKind) => void,
): void {
  for (const { level } of times) if (level !== undefined) add(level, 'level');
}

type Declare = (id: Identifier | undefined, kind: NameKind, isQuestion?: boolean) => void;

function declareProperty(property: Property, declare: Declare): void {
  switch (property.kind) {
    case 'role':
    case 'system':
    case 'request':
    case 'party':
    case 'level':
      declare(property.id, property.kind);
      return;
    case 'term':
      if ('name' in property.term) declare(property.term, 'term');
      return;
    default:
  }
}

function addPart(
  item: FlowPart['item'],
  names: NodeNames,
  add: (id: Identifier, kind: NameKind) => void,
  declare: Declare,
): void {
  const declareNode = (name: Name | undefined): void => declare(name?.id, 'node');
  switch (item.kind) {
    case 'touchpoint':
    case 'anytime':
    case 'late':
    case 'meanwhile':
      declareNode(item.name);
      return;
    case 'stage':
      declare(item.name.id, 'stage');
      return;
    case 'step':
    case 'wait':
    case 'escalate':
    case 'end':
    case 'unreadable':
      declareNode(item.name);
      return;
    case 'call':
    case 'transfer':
      add(item.flow, 'flow');
      return;
    case 'if-arm':
      declare(item.arm.question.id, 'node', item.arm.question.mark !== undefined);
      return;
    case 'choose':
      declare(item.question.id, 'node', item.question.mark !== undefined);
      return;
    case 'answer':
      if ('name' in item.answer) declare(item.answer.name.id, 'part');
      return;
    case 'parallel':
      declareNode(item.name);
      for (const { name } of item.branches) declare(name?.id, 'part');
      return;
    case 'jump':
      // A call is a target under the name of its flow.
      add(item.id, names.byName.get(item.id.name)?.kind === 'call' ? 'flow' : 'node');
      return;
    case 'if':
    case 'arrow':
    case 'inline-step':
  }
}
