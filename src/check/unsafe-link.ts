import { type Diagnostic, languageError } from '../diagnostic/diagnostic.ts';
import type { StringLiteral } from '../syntax/ast.ts';
import type { FlowCheck } from './flow-subject.ts';
import { isSafeLink } from './is-safe-link.ts';
import { attributesOf } from './parts-of-flow.ts';

/** A `link` that is neither a relative path nor an address that a chart may lead to. */
export const unsafeLink: FlowCheck = ({ flow, parts }) => [
  ...flow.properties.flatMap((property) =>
    property.kind === 'reference' && property.link !== undefined ? judged(property.link) : [],
  ),
  ...parts.flatMap(({ item }) =>
    attributesOf(item).flatMap((attribute) => (attribute.kind === 'link' ? judged(attribute.text) : [])),
  ),
];

const judged = ({ value, span }: StringLiteral): readonly Diagnostic[] =>
  isSafeLink(value)
    ? []
    : [
        languageError('unsafe-link', span, 'A chart cannot link to this', {
          help: 'Write a relative path with “/”, or an address that begins with https:, http: or mailto:',
        }),
      ];
