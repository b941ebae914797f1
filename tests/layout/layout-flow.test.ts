import { describe, expect, it } from 'vitest';
import type { Drawing, DrawnEdge, DrawnNode } from '../../src/layout/drawing.ts';
import { layoutFlow } from '../../src/layout/layout-flow.ts';
import type { Edge, Node, Process } from '../../src/model/process.ts';
import type { Box } from '../../src/shapes/geometry.ts';
import { bareProcess } from '../bare-process.ts';
import { processOf } from '../build/process-of.ts';
import { measure } from '../metrics.ts';
import { drawingOf, layOut, measurer } from './lay-out.ts';

const nodeOf = (drawing: Drawing, id: string): DrawnNode => {
  const node = drawing.nodes.find((one) => one.id === id);
  if (node === undefined) throw new Error(`no node ${id}`);
  return node;
};
const edgeOf = (drawing: Drawing, from: string, to: string): DrawnEdge => {
  const edge = drawing.edges.find((one) => one.from === from && one.to === to);
  if (edge === undefined) throw new Error(`no edge ${from}>${to}`);
  return edge;
};
const middle = ({ x, y, width, height }: Box): { readonly x: number; readonly y: number } => ({
  x: x + width / 2,
  y: y + height / 2,
});
const isStraight = (edge: DrawnEdge): boolean => edge.points.length === 2;

const order = `
  role agent "Agent"
  touchpoint phone "Customer calls"
  step check "Check the stock" by agent within 20s
  if stock? "In stock?" { step reserve "Reserve it" by agent }
  else { step offer "Offer another" by agent  if accepts? "Accepted?" -> check else -> end lost "Customer leaves" as failure }
  step confirm "Confirm" by agent
  end placed "Order placed" as success`;

describe('the picture', () => {
  it('leads the eye straight down the usual path', async () => {
    const drawing = await drawingOf(order);
    const path = ['phone', 'check', 'stock', 'reserve', 'confirm', 'placed'];
    expect(measure(drawing, path).costs.straightness).toBe(1);
    path.slice(1).forEach((id, index) => {
      expect(isStraight(edgeOf(drawing, path[index] ?? '', id)), id).toBe(true);
    });
  });

  it('sends «no» out by a side', async () => {
    const drawing = await drawingOf(order);
    const [start] = edgeOf(drawing, 'stock', 'offer').points;
    const { x, y, width, height } = nodeOf(drawing, 'stock');
    expect(start?.y).toBe(y + height / 2);
    expect([x, x + width]).toContain(start?.x);
  });

  it('goes on straight with «no» where «yes» only turns the case away', async () => {
    const drawing = await drawingOf(`
      touchpoint phone
      if spam? { end deleted as failure }
      step read
      step answer
      end done as success`);
    expect(isStraight(edgeOf(drawing, 'spam', 'read'))).toBe(true);
    expect(middle(nodeOf(drawing, 'spam')).x).toBe(middle(nodeOf(drawing, 'read')).x);
    expect(middle(nodeOf(drawing, 'spam')).x).not.toBe(middle(nodeOf(drawing, 'deleted')).x);
  });

  it('goes on straight with the more probable answer', async () => {
    const drawing = await drawingOf(`
      touchpoint phone
      if rare? 10% { step special } else { step usual }
      end done`);
    expect(isStraight(edgeOf(drawing, 'rare', 'usual'))).toBe(true);
  });

  it('marks loops, and brings them in by a side', async () => {
    const drawing = await drawingOf(order);
    const loop = edgeOf(drawing, 'accepts', 'check');
    expect(loop.back).toBe(true);
    const { x, width } = nodeOf(drawing, 'check');
    expect([x, x + width]).toContain(loop.points.at(-1)?.x);
    expect(drawing.edges.filter(({ back }) => back)).toHaveLength(1);
  });

  it('lets branches join into one arrow head', async () => {
    const drawing = await drawingOf(`
      touchpoint phone
      choose topic { when "A" { step a } when "B" { step b } when "C" { step c } when "D" { step d } }
      step sum
      end done`);
    const heads = drawing.edges.filter(({ to }) => to === 'sum').map(({ points }) => points.at(-1));
    expect(heads).toHaveLength(4);
    expect(new Set(heads.map((head) => `${head?.x} ${head?.y}`)).size).toBe(1);
    const starts = drawing.edges.filter(({ from }) => from === 'topic').map(({ points }) => points[0]);
    expect(new Set(starts.map((start) => `${start?.x} ${start?.y}`)).size).toBe(1);
  });

  it('puts touchpoints side by side at the top', async () => {
    const drawing = await drawingOf(`
      touchpoint phone
      touchpoint mail { step read }
      touchpoint chat
      step answer
      end done`);
    const rows = ['phone', 'mail', 'chat'].map((id) => middle(nodeOf(drawing, id)).y);
    expect(new Set(rows).size).toBe(1);
    for (const node of drawing.nodes)
      if (node.kind !== 'touchpoint') expect(node.y).toBeGreaterThan(nodeOf(drawing, 'phone').y);
  });

  it('makes one edge with both labels of two between the same nodes', async () => {
    const drawing = await drawingOf(`
      touchpoint phone
      choose urgency { when "High" -> now when "Normal" -> now when "Low" -> later }
      step now -> end
      step later -> end`);
    const edges = drawing.edges.filter(({ from, to }) => from === 'urgency' && to === 'now');
    expect(edges.map(({ label }) => label?.lines.map(({ text }) => text).join(' '))).toEqual([
      'High / Normal',
    ]);
    expect(edges[0]?.kind).toBe('when');
  });

  it('keeps the ids of all edges that it draws as one', async () => {
    const process = processOf(`
      touchpoint phone
      choose urgency { when "High" -> now when "Normal" -> now when "Low" -> later when "None" -> now }
      step now -> end
      step later -> end`);
    const { value } = await layoutFlow(process, { measurer });
    const drawn = value?.edges ?? [];
    const together = drawn.find(({ id }) => id === 'urgency>now');
    expect(together?.also).toEqual(['urgency>now#2', 'urgency>now#3']);
    expect(drawn.filter((edge) => 'also' in edge)).toEqual([together]);
    expect(new Set(drawn.flatMap(({ id, also = [] }) => [id, ...also]))).toEqual(
      new Set(process.edges.map(({ id }) => id)),
    );
  });

  it('draws a loop from a node to itself round its side', async () => {
    const drawing = await drawingOf('touchpoint phone\nstep ask problem "No answer" -> ask\nend done');
    const loop = edgeOf(drawing, 'ask', 'ask');
    expect(loop.points.length).toBeGreaterThan(3);
    expect(loop.back).toBe(true);
    expect(measure(drawing).faults).toEqual([]);
  });

  it('makes bars as wide as their branches', async () => {
    const drawing = await drawingOf(`
      touchpoint phone
      parallel { branch { step a step a2 } branch { step b } branch { step c } }
      end done`);
    const bars = drawing.nodes.filter(({ shape }) => shape === 'parallel-bar');
    expect(bars.map(({ kind }) => kind)).toEqual(['fork', 'join']);
    for (const bar of bars)
      for (const id of ['a', 'b', 'c']) {
        const { x } = middle(nodeOf(drawing, id));
        expect(x).toBeGreaterThan(bar.x);
        expect(x).toBeLessThan(bar.x + bar.width);
      }
    for (const edge of drawing.edges) expect(isStraight(edge), edge.id).toBe(true);
  });

  it('frames stages, in one another and with a title', async () => {
    const drawing = await drawingOf(`
      touchpoint phone
      stage "Take the call" { step greet  stage "Who is it?" { step name step number } }
      step other
      stage close { end done }`);
    const [outer, inner, last] = drawing.stages;
    if (outer === undefined || inner === undefined || last === undefined) throw new Error('three stages');
    expect([outer, inner, last].map(({ depth }) => depth)).toEqual([0, 1, 0]);
    expect(inner.lines.map(({ text, role }) => ({ text, role }))).toEqual([
      { text: 'Who is it?', role: 'stage' },
    ]);
    expect(inner.y).toBeGreaterThan(outer.y);
    expect(inner.x + inner.width).toBeLessThan(outer.x + outer.width);
    expect(last.y).toBeGreaterThan(nodeOf(drawing, 'other').y);
    expect(measure(drawing).faults).toEqual([]);
  });

  it('has the frames of stages one after the other in line', async () => {
    const drawing = await drawingOf(`flow f
      touchpoint start
      stage first { step a  step b }
      stage second { step c  if again? -> c }
      stage third { step d  step e }
      end done`);
    const [first, ...others] = drawing.stages;
    expect(others.map(({ x }) => x)).toEqual([first?.x, first?.x]);
    expect(measure(drawing).faults).toEqual([]);
  });

  it('stands stages below each other where their frames would meet', async () => {
    const drawing = await drawingOf(`
      touchpoint phone
      stage first { step a  if ask? -> later  step b }
      stage second { step c step later }
      -> b2
      stage third { step b2  if again? -> c }
      end done`);
    expect(measure(drawing).faults).toEqual([]);
    expect(drawing.stages).toHaveLength(3);
  });

  it('says owner and limit in the node, and the title above', async () => {
    const drawing = await drawingOf(order, { lanes: false });
    const details = nodeOf(drawing, 'check').lines.filter(({ role }) => role === 'detail');
    expect(details.map(({ text }) => text)).toEqual(['Agent', 'within 20\u00a0s']);
    expect(drawing.heading.map(({ role }) => role)).toEqual(['title']);
    for (const line of drawing.heading)
      for (const node of drawing.nodes) expect(node.y).toBeGreaterThan(line.y + line.size);
  });

  it('says where each answer leads to those who hear it', async () => {
    const drawing = await drawingOf(order);
    expect(nodeOf(drawing, 'check').spoken).toBe(
      'Check the stock. By: Agent, within 20\u00a0s. Next: In stock?',
    );
    expect(nodeOf(drawing, 'stock').spoken).toBe('In stock? Yes: Reserve it. No: Offer another.');
  });
});

const owned = `
  role agent "Agent"
  role store "Warehouse"
  role unused "Nobody"
  touchpoint phone
  step ask by customer
  step check by agent
  step pack by store
  step tell by agent to customer
  end done`;

describe('swimlanes', () => {
  it('stand for each owner in order, the customer first', async () => {
    const drawing = await drawingOf(owned);
    expect(drawing.lanes.map(({ id }) => id)).toEqual(['customer', 'agent', 'store']);
    const lefts = drawing.lanes.map(({ x }) => x);
    expect(lefts).toEqual([...lefts].sort((a, b) => a - b));
    for (const lane of drawing.lanes) expect(lane.header.y).toBe(lane.y);
    expect(measure(drawing).faults).toEqual([]);
  });

  it('keep a header where an owner has no node of its own', async () => {
    const process = processOf(owned);
    const drawing = await layOut({
      ...process,
      owners: [...process.owners, { id: 'idle', label: 'Has nothing to do', kind: 'role', declared: 'here' }],
    });
    const idle = drawing.lanes.at(-1);
    expect(idle?.lines.map(({ text }) => text).join(' ')).toBe('Has nothing to do');
    expect(measure(drawing).faults).toEqual([]);
  });

  it('break their headers only where they are narrow', async () => {
    const texts = (drawing: Drawing): readonly string[] =>
      drawing.lanes.map(({ lines }) => lines.map(({ text }) => text).join('|'));
    const long = (body: string): string => `flow f
role agent "Customer relations agent on duty"
role lead "Team lead"
touchpoint start
step open by agent
${body}
step close by lead
end done`;
    const narrow = await drawingOf(long(''));
    expect(texts(narrow)).toEqual(['Customer relations|agent on duty', 'Team lead']);
    const wide = await drawingOf(long('if known? {\n  step look by agent\n} else {\n  step ask by agent\n}'));
    expect(texts(wide)).toEqual(['Customer relations agent on duty', 'Team lead']);
    expect(wide.lanes[0]?.header.height).toBeLessThan(narrow.lanes[0]?.header.height ?? 0);
  });

  it('are level where the flow goes right, with their headers turned', async () => {
    const drawing = await drawingOf(owned, { direction: 'right' });
    const [first, second] = drawing.lanes;
    expect(first?.x).toBe(second?.x);
    expect(first?.lines[0]?.rotation).toBe(-90);
    expect(measure(drawing).faults).toEqual([]);
  });

  it('are on with two owners, off with one, and as one says', async () => {
    expect((await drawingOf(order)).lanes).toEqual([]);
    expect((await drawingOf(owned, { lanes: false })).lanes).toEqual([]);
    expect((await drawingOf(order, { lanes: true })).lanes).toHaveLength(1);
    expect(nodeOf(await drawingOf(owned), 'check').lines.map(({ text }) => text)).toEqual(['Check']);
  });
});

describe('right to left', () => {
  const flow = (language: string): string => `flow f\nlanguage ${language}\n${owned}`;

  it('is left to right in a mirror, symbols and labels as they are', async () => {
    const [left, right] = [await drawingOf(flow('en')), await drawingOf(flow('he'))];
    expect([left.rightToLeft, right.rightToLeft]).toEqual([false, true]);
    expect(right.lanes.map(({ id }) => id)).toEqual(left.lanes.map(({ id }) => id));
    const lefts = right.lanes.map(({ x }) => x);
    expect(lefts).toEqual([...lefts].sort((a, b) => b - a));
    expect(measure(right).faults).toEqual([]);
  });

  it('goes left where it would go right', async () => {
    const drawing = await drawingOf(flow('ar'), { direction: 'right' });
    expect(nodeOf(drawing, 'ask').x).toBeGreaterThan(nodeOf(drawing, 'tell').x);
    expect(measure(drawing).faults).toEqual([]);
  });
});

const node = (id: string, kind: 'step' | 'touchpoint' = 'step'): Node => {
  const base = { id, label: id, named: true, with: [], to: [], using: [], say: [], notes: [], fields: [] };
  return kind === 'step'
    ? { ...base, kind, takes: [], withinByLevel: [], takesByLevel: [] }
    : { ...base, kind, requests: [] };
};
const edge = (from: string, to: string): Edge => ({
  ...{ id: `${from}>${to}`, from, to, kind: 'next', jump: false },
});
const graphWith = (nodes: readonly Node[], edges: readonly Edge[]): Process => ({
  ...{ id: 'f', path: 'f.flow', title: 'Long', language: 'en', direction: 'down' },
  ...{
    properties: bareProcess.properties,
    owners: [],
    nodes,
    edges,
    stages: [],
  },
  declarations: bareProcess.declarations,
});
const chain = (length: number): Process => {
  const nodes = Array.from({ length }, (_, index) => node(`n${index}`, index === 0 ? 'touchpoint' : 'step'));
  return graphWith(nodes, nodes.slice(1).map(({ id }, index) => edge(`n${index}`, id))); // biome-ignore format: one line
};

describe('limits', () => {
  it('draws a chain of 10,000 nodes as one straight column', async () => {
    const drawing = await layOut(chain(10_000));
    expect(drawing.nodes).toHaveLength(10_000);
    expect(new Set(drawing.nodes.map((one) => middle(one).x)).size).toBe(1);
  });

  it('draws 5,000 nodes with loops and shortcuts', async () => {
    const { nodes, edges } = chain(5000);
    const more = nodes.flatMap(({ id }, index) => {
      const target = nodes[index + (index % 3 === 0 ? -7 : 9)];
      return index % 10 === 0 && target !== undefined ? [edge(id, target.id)] : [];
    });
    const drawing = await layOut(graphWith(nodes, [...edges, ...more]));
    expect(drawing.edges).toHaveLength(edges.length + more.length);
  });

  it('draws nothing at all, and one node', async () => {
    expect((await layOut(graphWith([], []))).nodes).toEqual([]);
    expect(measure(await layOut(graphWith([node('a')], []))).faults).toEqual([]);
  });

  it('ends with an error when time is up', async () => {
    let looks = 0;
    const isTimeUp = (): boolean => ++looks > 3;
    const process = processOf(order);
    const { value, failure } = await layoutFlow(process, { measurer, isTimeUp });
    expect(value).toBeUndefined();
    expect(failure?.message).toBe('“Test” takes too long to draw: it has 9 nodes and 9 connections');
  });
});
