import { languageError } from '../diagnostic/diagnostic.ts';
import { readWorkingHours } from '../language/read-working-hours.ts';
import type { FlowCheck, FlowSubject } from './flow-subject.ts';

/** Working hours that cannot be read, or are written in another way than they should be. */
export const invalidHours: FlowCheck = ({ flow, text }) => {
  const values = flow.properties.flatMap((property) => (property.kind === 'hours' ? property.values : []));
  if (values.length === 0) return [];
  return readWorkingHours(values.map(({ value }) => value)).problems.flatMap((problem) => {
    const own = values[problem.text];
    if (own === undefined) return [];
    const written = text.slice(own.span.start, own.span.end);
    // That it has no quotes is reported already.
    if (!written.startsWith('"')) return [];
    return [
      languageError('invalid-hours', placeOf(own, written, problem.span), problem.message, {
        help: problem.help,
        ...(problem.repaired !== undefined && {
          fix: {
            kind: 'safe',
            title: `Write “${problem.repaired}”`,
            edits: [{ span: own.span, text: `"${problem.repaired}"` }],
          },
        }),
      }),
    ];
  });
};

/** The place of a part of a text; the whole text where it is not written as it is read. */
function placeOf(
  { value, span }: Literal,
  written: string,
  { start, end }: { readonly start: number; readonly end: number },
): Literal['span'] {
  if (written !== `"${value}"` || start >= end) return span;
  return { start: span.start + 1 + start, end: span.start + 1 + end };
}

type Literal = Extract<FlowSubject['flow']['properties'][number], { kind: 'hours' }>['values'][number];
