import { languageError } from '../diagnostic/diagnostic.ts';
import { cover } from '../text/span.ts';
import type { FlowCheck } from './flow-subject.ts';

/** An `escalate` that doesn't say to whom the work goes. */
export const escalateWithoutTo: FlowCheck = ({ parts }) =>
  parts.flatMap(({ item, broken }) => {
    if (item.kind !== 'escalate' || broken || item.attributes.some(({ kind }) => kind === 'to')) return [];
    const { end } = item.name.span;
    return [
      languageError(
        'escalate-without-to',
        cover(item.keyword, item.name.span),
        'An escalation needs someone to whom it goes',
        {
          help: 'Say to which role: to supervisor',
          fix: {
            kind: 'hint',
            title: 'Say to whom it goes',
            edits: [{ span: { start: end, end }, text: ' to supervisor' }],
          },
        },
      ),
    ];
  });
