import type { CheckedFile, CheckedFlow, DeclarationKind, Scope } from '../check/checked-file.ts';
import type { NodeNames } from '../check/node-names.ts';
import { attributesOf, type FlowPart } from '../check/parts-of-flow.ts';
import { promiseParts } from '../check/promise-parts.ts';
import type { Attribute, Identifier, Name, Property } from '../syntax/ast.ts';
import type { Span } from '../text/span.ts';

/**
 * What a name stands for. A `part` is the name of a case, a branch, a promise, a problem or what is done beside a step,
 * to which nothing can refer.
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

  declare(checked.flow.id, 'flow');
  for (const property of checked.flow.properties) {
    declareProperty(property, declare);
    addUsesOfProperty(property, checked, add, declare);
  }
  for (const { item } of checked.parts) {
    addPart(item, checked.names, add, declare);
    for (const attribute of attributesOf(item)) addUses(attribute, checked.scope, add);
  }
  return found;
}

type Add = (id: Identifier, kind: NameKind) => void;

/** What a name behind `by` stands for; one that nobody declared, for a role. */
function ownerKind({ roles, parties, systems }: Scope, { name }: Identifier): NameKind {
  if (roles.has(name)) return 'role';
  if (parties.has(name)) return 'party';
  return systems.has(name) ? 'system' : 'role';
}

/** What an arrow or a promise leads to: a call goes by the name of its flow. */
const nodeKind = (names: NodeNames, { name }: Identifier): NameKind =>
  names.byName.get(name)?.kind === 'call' ? 'flow' : 'node';

/** Adds the roles, parties, systems, requests and levels that an attribute names. */
function addUses(attribute: Attribute, scope: Scope, add: Add): void {
  switch (attribute.kind) {
    case 'by':
    case 'accountable':
      add(attribute.id, ownerKind(scope, attribute.id));
      return;
    case 'with':
    case 'to':
      for (const id of attribute.ids) add(id, ownerKind(scope, id));
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
function addLevels(times: readonly { readonly level?: Identifier }[], add: Add): void {
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

/** Adds what a property names; a promise has a name of its own where no level is meant. */
function addUsesOfProperty(
  property: Property,
  { scope, names }: CheckedFlow,
  add: Add,
  declare: Declare,
): void {
  switch (property.kind) {
    case 'accountable':
      add(property.id, ownerKind(scope, property.id));
      return;
    case 'measure':
      addLevels(property.within?.limits ?? [], add);
      return;
    case 'promise': {
      const { name, limits } = promiseParts(property, (id) => scope.levels.has(id));
      declare(name?.id, 'part');
      addLevels(limits, add);
      for (const id of [property.from, property.to]) if (id !== undefined) add(id, nodeKind(names, id));
      return;
    }
    default:
  }
}

function addPart(item: FlowPart['item'], names: NodeNames, add: Add, declare: Declare): void {
  const declareNode = (name: Name | undefined): void => declare(name?.id, 'node');
  switch (item.kind) {
    case 'meanwhile':
      declareNode(item.name);
      addLevels(item.limits, add);
      return;
    case 'exception':
      if (item.exception.kind !== 'timeout') declare(item.exception.name?.id, 'part');
      if (item.exception.kind === 'meanwhile') addLevels(item.exception.limits, add);
      return;
    case 'stage':
      declare(item.name.id, 'stage');
      return;
    case 'touchpoint':
    case 'anytime':
    case 'late':
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
      add(item.id, nodeKind(names, item.id));
      return;
    case 'if':
    case 'arrow':
    case 'inline-step':
  }
}
