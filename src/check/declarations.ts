import { labelFromName } from '../language/label-from-name.ts';
import type { ParsedFile } from '../syntax/parsed-file.ts';
import type { Declaration } from './checked-file.ts';

/** A declaration, the flow that it stands in, and whether it says how the thing is called. */
export interface FileDeclaration extends Declaration {
  /** Index of the flow in its file. */
  readonly flow: number;
  readonly labelled: boolean;
}

/**
 * Everything that a file itself declares, in the order of the text. What could not be read has no name, and is left
 * out.
 */
export function declarationsOfFile({ source: { path }, document }: ParsedFile): readonly FileDeclaration[] {
  return document.flows
    .flatMap((flow, index): readonly FileDeclaration[] => {
      const language = flow.properties.find((property) => property.kind === 'language')?.tag.value ?? 'en';
      const declared = (
        kind: Declaration['kind'],
        { name, span }: Pick<Declaration, 'name' | 'span'>,
        label: string | undefined,
      ): FileDeclaration => ({
        kind,
        name,
        span,
        path,
        flow: index,
        label: label || labelFromName(name, language),
        labelled: label !== undefined && label !== '',
      });
      return [
        declared('flow', flow.id, flow.label?.value),
        ...flow.properties.flatMap((property): readonly FileDeclaration[] => {
          switch (property.kind) {
            case 'role':
            case 'party':
            case 'system':
            case 'request':
            case 'level':
              return [declared(property.kind, property.id, property.label?.value)];
            case 'term': {
              const { term, meaning } = property;
              const name = 'name' in term ? term.name : term.value;
              return [declared('term', { name, span: term.span }, meaning.value)];
            }
            default:
              return [];
          }
        }),
      ];
    })
    .filter(({ name }) => name !== '');
}
