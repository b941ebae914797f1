import { percentWord, wordsFor } from '../language/words.ts';
import type { Edge, Process } from '../model/process.ts';
import { isolated } from '../type/line-in-order.ts';
import type { TextMeasurer } from '../type/measurer.ts';
import type { KnownRooms } from '../type/wrap-into.ts';
import { annotationsOf, annotationText } from './annotation-text.ts';
import type { Chart, ChartEdge, ChartNode, ChartStage } from './chart.ts';
import { chooseMainEdges } from './choose-main-edges.ts';
import { findBackEdges } from './find-back-edges.ts';
import { labelText } from './label-text.ts';
import { laneHeaders } from './lane-header.ts';
import { timingMark } from './node-conditions.ts';
import type { ShowPart } from './show.ts';
import { type SizedNode, sizeNode } from './size-node.ts';
import { stageTitleText } from './stage-title.ts';
import { textSizes } from './text-sizes.ts';

export interface ChartOptions {
  readonly direction: 'down' | 'right';
  readonly lanes: boolean;
  readonly show: ReadonlySet<ShowPart>;
  readonly rightToLeft: boolean;
  readonly measurer: TextMeasurer;
}

/** Makes a flow ready for placing: sizes its nodes and labels, joins parallel edges, finds its loops and main path. */
export function buildChart(process: Process, options: ChartOptions): Chart {
  const { measurer, rightToLeft, show } = options;
  const said = show.has('percent') ? withShares(process, rightToLeft) : process.edges;
  const joined = joinParallelEdges(said, rightToLeft);
  const merged: Process = { ...process, edges: joined.map(({ edge }) => edge) };
  const indexOf = new Map(merged.nodes.map((node, index) => [node.id, index]));
  const order = findBackEdges(merged, indexOf);
  const main = chooseMainEdges(merged, indexOf, order);
  const laneOf = new Map(options.lanes ? process.owners.map((owner, index) => [owner.id, index]) : []);
  const stageOf = new Map(process.stages.map((stage, index) => [stage.id, index]));

  const edges = joined.map(({ edge: source, also }, index): ChartEdge => {
    const from = indexOf.get(source.from) ?? 0;
    const text = source.label ?? '';
    const mark = source.timing === undefined ? undefined : timingMark(source.timing.kind);
    return {
      index,
      source,
      also,
      from,
      to: indexOf.get(source.to) ?? 0,
      back: order.back[index] === true,
      main: main[from] === index,
      label:
        text === ''
          ? undefined
          : labelText(measurer, text, {
              ...(mark === undefined ? {} : { mark }),
              size: textSizes['edge-label'],
              longest: 130,
              widest: 240,
              align: 'middle',
              rightToLeft,
            }),
    };
  });
  const known: KnownRooms = new Map();
  const incoming: number[][] = process.nodes.map(() => []);
  const outgoing: number[][] = process.nodes.map(() => []);
  for (const edge of edges) {
    outgoing[edge.from]?.push(edge.index);
    incoming[edge.to]?.push(edge.index);
  }
  return {
    direction: options.direction,
    nodes: process.nodes.map((source, index): ChartNode => {
      const sized: SizedNode = sizeNode(process, source, { ...options, known });
      return {
        index,
        source,
        ...sized,
        annotation: annotationText(annotationsOf(process, source, show), options),
        lane: (source.lane === undefined ? undefined : laneOf.get(source.lane)) ?? 0,
        partner: 'partner' in source ? indexOf.get(source.partner) : undefined,
        stage: source.stage === undefined ? undefined : stageOf.get(source.stage),
        incoming: incoming[index] ?? [],
        outgoing: outgoing[index] ?? [],
      };
    }),
    edges,
    order: order.nodes,
    lanes: !options.lanes
      ? []
      : process.owners.map((source) => ({
          source,
          headers: laneHeaders(measurer, source.label, rightToLeft),
        })),
    stages: chartStages(process, stageOf, options),
  };
}

const chartStages = (
  process: Process,
  stageOf: ReadonlyMap<string, number>,
  options: ChartOptions,
): readonly ChartStage[] => {
  const stages: ChartStage[] = [];
  for (const source of process.stages) {
    const parent = source.parent === undefined ? undefined : stageOf.get(source.parent);
    stages.push({
      source,
      title: stageTitleText(process, source, options),
      parent,
      depth: parent === undefined ? 0 : (stages[parent]?.depth ?? 0) + 1,
    });
  }
  return stages;
};

/** Edges with how often each is taken behind their labels, in the digits and order of the process's language. */
const withShares = ({ edges, language }: Process, rightToLeft: boolean): readonly Edge[] => {
  const words = wordsFor(language);
  return edges.map((edge) => {
    const { label = '', probability } = edge;
    if (probability === undefined) return edge;
    const share = percentWord(probability, words);
    return { ...edge, label: label === '' ? share : `${isolated(label, rightToLeft)} ${share}` };
  });
};

/** An edge, and the ids of those that it stands for besides itself. */
interface JoinedEdge {
  readonly edge: Edge;
  readonly also: readonly string[];
}

/** Two edges from one node to another become one that has both labels, and the id and kind of the first. */
const joinParallelEdges = (edges: readonly Edge[], rightToLeft: boolean): readonly JoinedEdge[] => {
  const joined = new Map<string, JoinedEdge>();
  for (const edge of edges) {
    const pair = `${edge.from}\n${edge.to}`;
    const first = joined.get(pair);
    if (first === undefined) joined.set(pair, { edge, also: [] });
    else {
      const labels = [first.edge.label, edge.label].filter((label) => label !== undefined);
      const label = labels.map((each) => isolated(each, rightToLeft)).join(' / ');
      joined.set(pair, {
        edge: labels.length === 0 ? first.edge : { ...first.edge, label },
        also: [...first.also, edge.id],
      });
    }
  }
  return [...joined.values()];
};
