import { spanOfPart } from '../check/parts-of-flow.ts';
import type { Built } from '../model/built.ts';
import type { Node, Process } from '../model/process.ts';
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
  const starts = new Map(
    built.process.nodes.map((node) => [built.origin.nodes.get(node.id)?.head.start, node]),
  );
  let found: Node | undefined;
  for (const { item } of checked.parts) {
    const span = spanOfPart(item);
    if (span.start > offset || offset > span.end) continue;
    found = starts.get(span.start) ?? found;
  }
  return found && foundNode(flow, built, found);
}

const foundNode = (flow: number, { process, origin }: Built, node: Node): FoundNode => ({
  flow,
  process,
  node,
  head: origin.nodes.get(node.id)?.head ?? origin.flow,
});

/** The labels of the lines that leave a node, and where they lead, in the order of the process. */
export function waysOut({
  process,
  node,
}: FoundNode): readonly { readonly label: string | undefined; readonly to: Node }[] {
  const byId = new Map(process.nodes.map((each) => [each.id, each]));
  return process.edges
    .filter(({ from }) => from === node.id)
    .flatMap(({ label, to }) => {
      const target = byId.get(to);
      return target === undefined ? [] : [{ label, to: target }];
    });
}
