import type { CheckedFlow } from '../check/checked-file.ts';
import { attributesOf } from '../check/parts-of-flow.ts';
import type { Identifier } from '../syntax/ast.ts';
import { statementWords } from '../syntax/words.ts';
import type { FileContext, NameUse, UsedKind } from './context.ts';

/** A word of the language in the place of a name is an error of reading already. */
const reserved: ReadonlySet<string> = new Set(statementWords);

/** All names used in a file, in the order of the text; those that could not be read are left out. */
export const nameUses = (file: FileContext): readonly NameUse[] =>
  file.flows().flatMap((flow) => namesIn(flow.checked).map((name) => ({ ...name, flow })));

/** The names used in one flow, likewise. */
export const namesIn = ({ parts }: Pick<CheckedFlow, 'parts'>): readonly Omit<NameUse, 'flow'>[] =>
  parts
    .flatMap(({ item }): readonly Omit<NameUse, 'flow'>[] => {
      const uses = (kind: UsedKind, ids: readonly Identifier[]) => ids.map((id) => ({ kind, id }));
      return attributesOf(item).flatMap((attribute) => {
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
          default:
            return [];
        }
      });
    })
    .filter(({ id }) => id.name !== '' && !reserved.has(id.name));
