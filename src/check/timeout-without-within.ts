import { languageError } from '../diagnostic/diagnostic.ts';
import type { FlowCheck } from './flow-subject.ts';

/** A `timeout` on a statement that has no time limit. */
export const timeoutWithoutWithin: FlowCheck = ({ parts }) =>
  parts.flatMap(({ item, broken }) => {
    if (!('exceptions' in item) || broken) return [];
    if (item.attributes.some(({ kind }) => kind === 'within')) return [];
    const name = item.kind === 'call' ? item.flow.span : item.name.span;
    const end = item.attributes.at(-1)?.span.end ?? name.end;
    return item.exceptions.flatMap((exception) =>
      exception.kind !== 'timeout' || exception.label !== undefined
        ? []
        : [
            languageError(
              'timeout-without-within',
              exception.keyword,
              'A timeout needs a time limit, and this statement has none',
              {
                related: [{ span: name, message: 'this has no “within”' }],
                help: 'Say how long it may last: within 2d. Where nobody knows, name the deadline: timeout "Date of the visit"',
                fix: {
                  kind: 'hint',
                  title: 'Add a time limit',
                  edits: [{ span: { start: end, end }, text: ' within 2d' }],
                },
              },
            ),
          ],
    );
  });
