import { type Diagnostic, languageError } from '../diagnostic/diagnostic.ts';
import type { Jump } from '../syntax/ast.ts';
import type { FlowCheck } from './flow-subject.ts';
import { inQuotes } from './in-quotes.ts';
import { isEntry, type NamedNode } from './node-names.ts';
import type { ClosedBranch } from './parts-of-flow.ts';

/** A jump out of a branch that is waited for, or that is beside the work; or one into such a branch. */
export const jumpAcrossParallel: FlowCheck = ({ parts, names }) =>
  parts.flatMap(({ item, place }) => {
    if (item.kind !== 'jump') return [];
    const target = names.byName.get(item.id.name);
    if (target === undefined || isEntry(target) || target.place === place) return [];
    if (place?.uncertain === true || target.place?.uncertain === true) return [];
    const out = place !== undefined && !isAround(place, target.place);
    const crossed = out ? place : target.place;
    return crossed === undefined ? [] : [crossing(item, target, crossed, out)];
  });

function crossing({ id }: Jump, target: NamedNode, crossed: ClosedBranch, out: boolean): Diagnostic {
  const { said, outHelp, intoHelp } = words[crossed.of.kind];
  return languageError(
    crossed.of.kind === 'meanwhile' ? 'leaves-meanwhile' : 'jump-across-parallel',
    id.span,
    `A path cannot jump ${out ? 'out of' : 'into'} ${said}`,
    {
      related: [
        { span: crossed.keyword, message: out ? 'out of this branch' : 'into this branch' },
        { span: target.identifier.span, message: `${inQuotes(id.name)} is here` },
      ],
      help: out ? outHelp : intoHelp,
    },
  );
}

const words: Readonly<
  Record<
    ClosedBranch['of']['kind'],
    { readonly said: string; readonly outHelp: string; readonly intoHelp: string }
  >
> = {
  parallel: {
    said: 'a branch of a parallel',
    outHelp: 'Let the branch run to its closing brace, and decide after the parallel where to go',
    intoHelp: 'Go to a step before the parallel, or to the parallel itself',
  },
  choose: {
    said: 'a branch of a “choose all”',
    outHelp: 'Let the branch run to its closing brace, and decide after the choice where to go',
    intoHelp: 'Go to a step before the choice, or to the choice itself',
  },
  meanwhile: {
    said: 'what is done meanwhile',
    outHelp:
      'It is beside the work and ends by itself. If it is to end the work, write a “timeout” or a “problem”',
    intoHelp: 'What is done meanwhile is beside the work: give the path a step of its own',
  },
};

/** True where `inner` is `place` or lies inside of it. */
function isAround(place: ClosedBranch, inner: ClosedBranch | undefined): boolean {
  for (let at = inner; at !== undefined; at = at.around) if (at === place) return true;
  return false;
}
