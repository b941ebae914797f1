import type { AnalysedFlow } from '../analysis/analysed-flow.ts';
import { lazy } from '../analysis/lazy.ts';
import type { CheckedFlow, Declaration } from '../check/checked-file.ts';
import { spanOfPart } from '../check/parts-of-flow.ts';
import type { Built } from '../model/built.ts';
import type { Node } from '../model/process.ts';
import type { Span } from '../text/span.ts';
import type { FileContext, FlowContext, ProjectContext } from './context.ts';

/**
 * The view that rules have of the flow that stands at a place among those of its file: what is known of it, and where
 * it was written.
 */
export function flowContext(
  analysed: AnalysedFlow,
  built: Built,
  place: number,
  file: FileContext,
  project: ProjectContext,
): FlowContext {
  const checked = lazy((): CheckedFlow => file.checked.flows[place] ?? outside(place));
  const items = lazy(
    () =>
      new Map(
        checked().parts.flatMap(({ item }) =>
          // Answers and what can go wrong are no nodes.
          item.kind === 'answer' || item.kind === 'exception' ? [] : [[spanOfPart(item).start, item]],
        ),
      ),
  );
  const labels = lazy(() => new Map(analysed.process.owners.map(({ id, label }) => [id, label])));
  const declared = (id: string): Declaration | undefined => {
    const { roles, parties, systems } = checked().scope;
    return roles.get(id) ?? parties.get(id) ?? systems.get(id);
  };
  const headSpan = ({ id }: Pick<Node, 'id'>): Span => built.origin.nodes.get(id)?.head ?? built.origin.flow;
  return {
    ...analysed,
    get origin() {
      return built.origin;
    },
    get checked() {
      return checked();
    },
    file,
    project,
    headSpan,
    nameSpan: ({ id }) => built.origin.nodes.get(id)?.name ?? built.origin.flow,
    exitSpan: ({ id, from }) =>
      // A way that nobody wrote begins at what has the limit.
      built.origin.edges.get(id) ?? built.origin.nodes.get(from)?.name ?? built.origin.flow,
    item: (at) => items().get(headSpan(analysed.node(at)).start),
    ownerLabel: (id) => labels().get(id) ?? declared(id)?.label ?? id,
  };
}

function outside(place: number): never {
  throw new RangeError(`there is no flow ${place} in this file`);
}
