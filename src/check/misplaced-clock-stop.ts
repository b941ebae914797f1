import { languageError } from '../diagnostic/diagnostic.ts';
import type { Attribute } from '../syntax/ast.ts';
import { isBlank } from '../text/blank.ts';
import type { Span } from '../text/span.ts';
import type { FlowCheck } from './flow-subject.ts';
import { attributesOf } from './parts-of-flow.ts';

/**
 * `stops clock` on work of one's own: a promise runs on while a team works, and stands still only while it waits, or
 * while the customer has the case.
 */
export const misplacedClockStop: FlowCheck = ({ parts, text }) =>
  parts.flatMap(({ item, broken }) => {
    if (item.kind === 'wait' || broken) return [];
    const attributes = attributesOf(item);
    const stops = attributes.find(({ kind }) => kind === 'stops');
    if (stops === undefined || isByCustomer(attributes)) return [];
    const by = attributes.find((attribute) => attribute.kind === 'by');
    return [
      languageError('misplaced-clock-stop', stops.span, 'The clock of a promise cannot stop while you work', {
        related: by === undefined ? [] : [{ span: by.span, message: 'and not the customer' }],
        help: 'It stops on a “wait”, or on a step by customer. Leave “stops clock” out here',
        fix: {
          kind: 'unsafe',
          title: 'Leave out “stops clock”',
          edits: [{ span: withSpaceBefore(text, stops.span), text: '' }],
        },
      }),
    ];
  });

function withSpaceBefore(text: string, { start, end }: Span): Span {
  let from = start;
  while (isBlank(text.charAt(from - 1)) && from > 0) from--;
  return { start: from, end };
}

const isByCustomer = (attributes: readonly Attribute[]): boolean =>
  attributes.some((attribute) => attribute.kind === 'by' && attribute.id.name === 'customer');
