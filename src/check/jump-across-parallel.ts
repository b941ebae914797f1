import { languageError } from '../diagnostic/diagnostic.ts';
import type { FlowCheck } from './flow-subject.ts';
import { inQuotes } from './in-quotes.ts';
import { isUncertain, type ParallelPlace } from './parts-of-flow.ts';

/** A jump out of a branch of a `parallel`, or into one. */
export const jumpAcrossParallel: FlowCheck = ({ parts, names }) =>
  parts.flatMap(({ item, place }) => {
    if (item.kind !== 'jump') return [];
    const target = names.byName.get(item.id.name);
    if (target === undefined || target.kind === 'touchpoint' || target.place === place) return [];
    if (isUncertain(place) || isUncertain(target.place)) return [];
    const out = place !== undefined && !isAround(place, target.place);
    const crossed = out ? place : target.place;
    return [
      languageError(
        'jump-across-parallel',
        item.id.span,
        out
          ? 'A path cannot jump out of a branch of a parallel'
          : 'A path cannot jump into a branch of a parallel',
        {
          related: [
            ...(crossed === undefined
              ? []
              : [{ span: crossed.branch.keyword, message: out ? 'out of this branch' : 'into this branch' }]),
            { span: target.identifier.span, message: `${inQuotes(item.id.name)} is here` },
          ],
          help: out
            ? 'Let the branch run to its closing brace, and decide after the parallel where to go'
            : 'Go to a step before the parallel, or to the parallel itself',
        },
      ),
    ];
  });

/** True where `inner` is `place` or lies inside of it. */
function isAround(place: ParallelPlace, inner: ParallelPlace | undefined): boolean {
  for (let at = inner; at !== undefined; at = at.around) if (at === place) return true;
  return false;
}
