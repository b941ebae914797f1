import type { Built } from '../model/built.ts';
import type { FlowRef } from '../model/process.ts';
import type { LineIndex } from '../text/line-index.ts';
import type { NodePlace } from './messages.ts';

/**
 * The places that the nodes of a process come from, by id. `lines` are those of the text that it was made from;
 * `callee` gives the key of the flow that a call or a transfer leads to, `editor` the link to a place.
 */
export const nodePlaces = (
  { process, origin }: Built,
  lines: LineIndex,
  callee: (flow: FlowRef) => string | undefined,
  editor: (place: NodePlace) => string | undefined = () => undefined,
): Readonly<Record<string, NodePlace>> =>
  Object.fromEntries(
    process.nodes.map((node) => {
      const flow = 'flow' in node ? callee(node.flow) : undefined;
      const { start, end } = origin.nodes.get(node.id)?.head ?? origin.flow;
      const place: NodePlace = {
        ...lines.position(start),
        end: lines.position(end),
        ...(flow === undefined ? {} : { flow }),
      };
      const link = editor(place);
      return [node.id, link === undefined ? place : { ...place, editor: link }];
    }),
  );
