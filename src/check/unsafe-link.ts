import { languageError } from '../diagnostic/diagnostic.ts';
import type { FlowCheck } from './flow-subject.ts';
import { isSafeLink } from './is-safe-link.ts';
import { attributesOf } from './parts-of-flow.ts';

/** A `link` that is neither a relative path nor an address that a chart may lead to. */
export const unsafeLink: FlowCheck = ({ parts }) =>
  parts.flatMap(({ item }) =>
    attributesOf(item).flatMap((attribute) =>
      attribute.kind !== 'link' || isSafeLink(attribute.text.value)
        ? []
        : [
            languageError('unsafe-link', attribute.text.span, 'A chart cannot link to this', {
              help: 'Write a relative path with “/”, or an address that begins with https:, http: or mailto:',
            }),
          ],
    ),
  );
