import type { CheckedFlow } from '../check/checked-file.ts';
import { attributesOf } from '../check/parts-of-flow.ts';
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
export function namesIn({
  flow,
  scope,
  parts,
}: Pick<CheckedFlow, 'flow' | 'scope' | 'parts'>): readonly Use[] {
  const found: Use[] = [];
  const add = (kind: UsedKind, id: Identifier | undefined): void => {
    if (id !== undefined && id.name !== '' && !reserved.has(id.name)) found.push({ kind, id });
  };
  const addLevels = (times: readonly { readonly level?: Identifier }[]): void => {
    for (const { level } of times) add('level', level);
  };
  for (const property of flow.properties) addProperty(property);
  for (const { item } of parts) {
    for (const attribute of attributesOf(item)) addAttribute(attribute);
    if (item.kind === 'meanwhile') addLevels(item.limits);
    if (item.kind === 'exception' && item.exception.kind === 'meanwhile') addLevels(item.exception.limits);
  }
  return found;

  function addProperty(property: Property): void {
    switch (property.kind) {
      case 'accountable':
        add('role', property.id);
        return;
      case 'promise':
        addLevels(promiseParts(property, (id) => scope.levels.has(id)).limits);
        return;
      case 'measure':
        addLevels(property.within?.limits ?? []);
        return;
      default:
        return;
    }
  }

  function addAttribute(attribute: Attribute): void {
    switch (attribute.kind) {
      case 'by':
      case 'accountable':
        add('role', attribute.id);
        return;
      case 'for':
        for (const id of attribute.ids) add('request', id);
        return;
      case 'with':
      case 'to':
        for (const id of attribute.ids) add('role', id);
        return;
      case 'using':
        for (const id of attribute.ids) add('system', id);
        return;
      case 'within':
        addLevels(attribute.limits);
        return;
      case 'takes':
        addLevels(attribute.times);
        return;
      default:
        return;
    }
  }
}
