import { languageError } from '../diagnostic/diagnostic.ts';
import type { FlowCheck } from './flow-subject.ts';

/** An `end`, or a `transfer`, in what is done beside the work: it would close a path that is not there. */
export const leavesMeanwhile: FlowCheck = ({ parts }) =>
  parts.flatMap(({ item, place, broken }) => {
    if (item.kind !== 'end' && item.kind !== 'transfer') return [];
    let around = place;
    while (around !== undefined && around.of.kind !== 'meanwhile') around = around.around;
    if (around === undefined || around.uncertain || broken) return [];
    return [
      languageError(
        'leaves-meanwhile',
        item.keyword,
        item.kind === 'end'
          ? 'What is done meanwhile cannot end the case'
          : 'What is done meanwhile cannot take the case to another flow',
        {
          related: [{ span: around.keyword, message: 'this is done beside the work, which goes on' }],
          help:
            item.kind === 'end'
              ? 'Leave the end out: it is over by itself. If it is to end the work, write a “timeout” or a “problem”'
              : `Write call ${item.flow.name}, which comes back`,
        },
      ),
    ];
  });
