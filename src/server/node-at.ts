import { spanOfPart } from '../check/parts-of-flow.ts';
import type { Built } from '../model/built.ts';
import type { Edge, Node, Process, Stage } from '../model/process.ts';
import type { ServicePromise } from '../model/process-properties.ts';
import type { Span } from '../text/span.ts';
import type { FileView } from './snapshot.ts';

/** A node, the head of its statement, and the index of its flow in the file. */
export interface FoundNode {
  readonly flow: number;
  readonly process: Process;
  readonly node: Node;
  readonly head: Span;
}

/** The flow that an offset is in; behind the last word of one, that one still. */
export function flowAt({ parsed }: FileView, offset: number): number {
  return parsed.document.flows.findLastIndex(({ keyword }) => keyword.start <= offset);
}

/** The node that has a name in a flow. */
export function nodeNamed(file: FileView, flow: number, name: string): FoundNode | undefined {
  const built = file.built()[flow];
  const node = built?.process.nodes.find(({ id, named }) => named && id === name);
  return built === undefined || node === undefined ? undefined : foundNode(flow, built, node);
}

/** The node whose statement, question or target an offset is in: the innermost one. */
export function nodeAt(file: FileView, offset: number): FoundNode | undefined {
  const flow = flowAt(file, offset);
  const built = file.built()[flow];
  const checked = file.checked().flows[flow];
  if (built === undefined || checked === undefined) return undefined;
  // A join is written where its branches begin, and stands behind that.
  const starts = new Map(
    built.process.nodes.map((node) => [built.origin.nodes.get(node.id)?.head.start, node] as const).reverse(),
  );
  let found: Node | undefined;
  for (const { item } of checked.parts) {
    const span = spanOfPart(item);
    if (span.start > offset || offset > span.end) continue;
    found = starts.get(span.start) ?? found;
  }
  return found && foundNode(flow, built, found);
}

/** A stage, and the index of its flow in the file. */
export interface FoundStage {
  readonly flow: number;
  readonly stage: Stage;
  /** From its word to the end of its name. */
  readonly head: Span;
}

/** The stage whose word, name or label an offset is in. */
export function stageAt(file: FileView, offset: number): FoundStage | undefined {
  const flow = flowAt(file, offset);
  const built = file.built()[flow];
  const found = [...(built?.origin.stages ?? [])].find(
    ([, { start, end }]) => start <= offset && offset <= end,
  );
  const stage = found && built?.process.stages.find(({ id }) => id === found[0]);
  return found === undefined || stage === undefined ? undefined : { flow, stage, head: found[1] };
}

/** The promise that an offset is in. */
export function promiseAt(
  file: FileView,
  offset: number,
): { readonly process: Process; readonly promise: ServicePromise; readonly span: Span } | undefined {
  const flow = flowAt(file, offset);
  const process = file.processes()[flow];
  const written = (file.parsed.document.flows[flow]?.properties ?? []).filter(
    ({ kind }) => kind === 'promise',
  );
  const at = written.findIndex(({ span }) => span.start <= offset && offset <= span.end);
  const [promise, span] = [process?.properties.promises[at], written[at]?.span];
  return process === undefined || promise === undefined || span === undefined
    ? undefined
    : { process, promise, span };
}

const foundNode = (flow: number, { process, origin }: Built, node: Node): FoundNode => ({
  flow,
  process,
  node,
  head: origin.nodes.get(node.id)?.head ?? origin.flow,
});

/** A line that leaves a node, and where it leads. */
export interface WayOut extends Pick<Edge, 'label' | 'probability' | 'remarks'> {
  readonly to: Node;
}

/** The lines that leave a node, in the order of the process. */
export function waysOut({ process, node }: FoundNode): readonly WayOut[] {
  const byId = new Map(process.nodes.map((each) => [each.id, each]));
  return process.edges
    .filter(({ from }) => from === node.id)
    .flatMap(({ to, ...edge }) => {
      const target = byId.get(to);
      return target === undefined ? [] : [{ ...edge, to: target }];
    });
}
