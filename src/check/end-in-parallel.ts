import { languageError } from '../diagnostic/diagnostic.ts';
import type { FlowCheck } from './flow-subject.ts';
import { isUncertain } from './parts-of-flow.ts';

/** An `end`, or a `transfer`, in a branch of a `parallel`: the other branches would wait for it for ever. */
export const endInParallel: FlowCheck = ({ parts }) =>
  parts.flatMap(({ item, place }) => {
    if (item.kind !== 'end' && item.kind !== 'transfer') return [];
    if (place === undefined || isUncertain(place)) return [];
    const message =
      item.kind === 'end'
        ? 'A flow cannot end inside of a branch of a parallel'
        : 'A branch of a parallel cannot go on in another flow for good';
    return [
      languageError('end-in-parallel', item.keyword, message, {
        related: [{ span: place.branch.keyword, message: 'this branch has to come back to the others' }],
        help:
          item.kind === 'end'
            ? 'Let the branch run to its closing brace, and end after the parallel'
            : `Write call ${item.flow.name}, which comes back`,
      }),
    ];
  });
