import type { CheckedFlow } from '../check/checked-file.ts';
import { attributesOf, type FlowPart } from '../check/parts-of-flow.ts';
import { promiseParts } from '../check/promise-parts.ts';
import type { Attribute, Identifier, Property } from '../syntax/ast.ts';
import { statementWords } from '../syntax/words.ts';
import type { FileContext, NameUse, UsedKind } from './context.ts';

/** A word of the language in the place of a name is an error of reading already. */
const reserved: ReadonlySet<string> = new Set(statementWords);

type Use = Omit<NameUse, 'flow'>;

/** All names used in a file, in the order of the text; those that could not be read are left out. */
export const nameUses = (file: FileContext): readonly NameUse[] =>
  file.flows().flatMap((flow) => namesIn(flow.checked).map((name) => ({ ...name, flow })));

/** The names used in one flow, likewise. */
export const namesIn = ({
  flow,
  scope,
  parts,
}: Pick<CheckedFlow, 'flow' | 'scope' | 'parts'>): readonly Use[] =>
  [
    ...flow.properties.flatMap((property) => namesInProperty(property, (id) => scope.levels.has(id))),
    ...parts.flatMap(({ item }) => [...attributesOf(item).flatMap(namesInAttribute), ...namesInTiming(item)]),
  ].filter(({ id }) => id.name !== '' && !reserved.has(id.name));

const uses = (kind: UsedKind, ids: readonly Identifier[]): readonly Use[] => ids.map((id) => ({ kind, id }));

const levelsIn = (times: readonly { readonly level?: Identifier }[]): readonly Use[] =>
  times.flatMap(({ level }) => (level === undefined ? [] : uses('level', [level])));

function namesInProperty(property: Property, isLevel: (id: string) => boolean): readonly Use[] {
  switch (property.kind) {
    case 'accountable':
      return uses('role', [property.id]);
    case 'promise':
      return levelsIn(promiseParts(property, isLevel).limits);
    case 'measure':
      return levelsIn(property.within?.limits ?? []);
    default:
      return [];
  }
}

function namesInAttribute(attribute: Attribute): readonly Use[] {
  switch (attribute.kind) {
    case 'for':
      return uses('request', attribute.ids);
    case 'by':
    case 'accountable':
      return uses('role', [attribute.id]);
    case 'with':
    case 'to':
      return uses('role', attribute.ids);
    case 'using':
      return uses('system', attribute.ids);
    case 'within':
      return levelsIn(attribute.limits);
    case 'takes':
      return levelsIn(attribute.times);
    default:
      return [];
  }
}

/** The levels of a `meanwhile`, as a statement or behind a step. */
function namesInTiming(item: FlowPart['item']): readonly Use[] {
  if (item.kind === 'meanwhile') return levelsIn(item.limits);
  return item.kind === 'exception' && item.exception.kind === 'meanwhile'
    ? levelsIn(item.exception.limits)
    : [];
}
