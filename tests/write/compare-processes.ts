import type { Duration } from '../../src/language/duration.ts';
import { durationSeconds } from '../../src/language/duration.ts';
import { wordsFor } from '../../src/language/words.ts';
import type { OpenExit } from '../../src/model/gaps.ts';
import type { Edge, Named, Node, Process, Timing } from '../../src/model/process.ts';
import type { AtLevel } from '../../src/model/process-properties.ts';
import { timeoutLabel, timingLabel } from '../../src/model/time-label.ts';

/** A process, and where its paths stay open. */
export interface Compared {
  readonly process: Process;
  readonly openExits: readonly OpenExit[];
}

/**
 * How two processes differ, in words; empty for equal ones. Free are the ids of nodes, the order of nodes, lanes, and
 * whether an edge was a jump; durations count by their value. Nodes are distinguished by what they are and by all that
 * leads to and from them, round by round (colour refinement); the order of the exits of a node counts.
 */
export function compareProcesses(a: Compared, b: Compared): readonly string[] {
  return [...compareHeads(a.process, b.process), ...compareGraphs(a, b)];
}

/** What is said about the flow as a whole, and what it declares. */
export function compareHeads(a: Process, b: Process): readonly string[] {
  const heads = ({
    id,
    title,
    language,
    direction,
    properties,
    declarations,
    owners,
    stages,
    nodes,
  }: Process) => ({
    id,
    title,
    language,
    direction,
    properties: {
      ...properties,
      promises: properties.promises.map((promise) => ({
        ...inSeconds(promise),
        from: promise.from && nodeNamed(nodes, promise.from),
        to: promise.to && nodeNamed(nodes, promise.to),
      })),
      measures: properties.measures.map(inSeconds),
      reviewed: properties.reviewed && {
        ...properties.reviewed,
        every: properties.reviewed.every && durationSeconds(properties.reviewed.every),
      },
    },
    declarations: {
      roles: ownFirst(declarations.roles),
      systems: ownFirst(declarations.systems),
      requests: ownFirst(declarations.requests),
      terms: declarations.terms,
      parties: ownFirst(declarations.parties),
      levels: ownFirst(declarations.levels),
    },
    owners: ownFirst(owners),
    stages: stages
      .map(({ id: frame, parent: _, named: _named, ...said }) =>
        JSON.stringify([framesAround({ stages }, frame), inSeconds(said)], inOneOrder),
      )
      .sort(),
  });
  const [left, right] = [heads(a), heads(b)];
  return Object.keys(left).flatMap((key) => {
    const [one, other] = [left, right].map((head) =>
      JSON.stringify(Object.entries(head).find(([name]) => name === key)?.[1], inOneOrder),
    );
    return one === other ? [] : [`${key}: ${one} ≠ ${other}`];
  });
}

/** What a flow does not declare itself stands in the order of its first use, which is that of the text: it is free. */
const ownFirst = <Thing extends Named>(things: readonly Thing[]): readonly Thing[] => [
  ...things.filter(({ declared, id }) => declared === 'here' || id === 'customer'),
  ...things
    .filter(({ declared, id }) => declared !== 'here' && id !== 'customer')
    .sort((a, b) => (a.id < b.id ? -1 : 1)),
];

/** Nodes, edges and open exits. */
export function compareGraphs(a: Compared, b: Compared): readonly string[] {
  const [left, right] = [graphOf(a), graphOf(b)];
  if (left.signs.length !== right.signs.length) {
    const only = (one: readonly string[], other: readonly string[]) =>
      one.filter((sign) => !other.includes(sign));
    return [
      `${left.signs.length} nodes ≠ ${right.signs.length}`,
      ...only(left.signs, right.signs).map((sign) => `only in the first: ${sign}`),
      ...only(right.signs, left.signs).map((sign) => `only in the second: ${sign}`),
    ];
  }
  const numbers = new Map<string, number>();
  const numberOf = (key: string): number => {
    const known = numbers.get(key) ?? numbers.size;
    numbers.set(key, known);
    return known;
  };
  let colours = [left, right].map(({ signs }) => signs.map(numberOf));
  let classes = 0;
  for (;;) {
    const [one = [], other = []] = colours;
    const differ = differing(one, other, left.signs, right.signs);
    if (differ.length > 0) return differ;
    const count = new Set(one).size;
    if (count === classes) return [];
    classes = count;
    colours = [left, right].map((graph, side) => refined(graph, colours[side] ?? [], numberOf));
  }
}

interface Graph {
  /** What each node is, without its id. */
  readonly signs: readonly string[];
  /** For each node its exits in order: where they lead (−1: nowhere), and what they are. */
  readonly exits: readonly (readonly { readonly to: number; readonly sign: string }[])[];
  readonly partners: readonly number[];
}

function refined(
  { exits, partners }: Graph,
  colours: readonly number[],
  numberOf: (key: string) => number,
): number[] {
  const into: string[][] = colours.map(() => []);
  for (const [from, list] of exits.entries())
    for (const [place, { to, sign }] of list.entries()) into[to]?.push(`${colours[from]} ${place} ${sign}`);
  return colours.map((colour, at) =>
    numberOf(
      JSON.stringify([
        colour,
        (exits[at] ?? []).map(({ to, sign }) => [to < 0 ? -1 : colours[to], sign]),
        (into[at] ?? []).sort(),
        colours[partners[at] ?? -1] ?? -1,
      ]),
    ),
  );
}

/** Colours that do not come equally often on both sides, by a node that has them. */
function differing(
  one: readonly number[],
  other: readonly number[],
  left: readonly string[],
  right: readonly string[],
): readonly string[] {
  const count = new Map<number, number>();
  for (const colour of one) count.set(colour, (count.get(colour) ?? 0) + 1);
  for (const colour of other) count.set(colour, (count.get(colour) ?? 0) - 1);
  return [...count].flatMap(([colour, times]) => {
    if (times === 0) return [];
    const [at, signs, side] =
      times > 0 ? [one.indexOf(colour), left, 'first'] : [other.indexOf(colour), right, 'second'];
    return [`more in the ${side}: ${signs[at]}`];
  });
}

function graphOf({ process, openExits }: Compared): Graph {
  const index = new Map(process.nodes.map(({ id }, at) => [id, at]));
  const exits: { to: number; sign: string }[][] = process.nodes.map(() => []);
  const nodeAt = (id: string): Node | undefined => process.nodes[index.get(id) ?? -1];
  const ordered = [
    ...process.edges.map((edge) => ({ edge, to: index.get(edge.to) ?? -2 })),
    ...openExits.map((edge) => ({ edge, to: -1 })),
  ];
  for (const { edge, to } of ordered)
    exits[index.get(edge.from) ?? -1]?.push({ to, sign: edgeSign(process, edge, nodeAt(edge.from)) });
  // Open exits stand apart from edges: their place among the exits of a node is that of their kind.
  for (const list of exits)
    if (list.some(({ to }) => to === -1)) list.sort((a, b) => (a.sign < b.sign ? -1 : 1));
  return {
    signs: process.nodes.map((node) => nodeSign(process, node)),
    exits,
    partners: process.nodes.map((node) => ('partner' in node ? (index.get(node.partner ?? '') ?? -1) : -1)),
  };
}

/** What has a limit, by the value of that. */
const inSeconds = <Thing extends Pick<Process['stages'][number], 'within' | 'withinByLevel'>>({
  within,
  withinByLevel,
  ...said
}: Thing) => ({ ...said, within: seconds(within), withinByLevel: secondsByLevel(withinByLevel) });

const secondsByLevel = (times: readonly AtLevel<Duration>[]) =>
  times.map(({ level, value }) => ({ level, value: seconds(value) }));

/** A node at which a promise begins or ends: names change, labels do not. */
const nodeNamed = (nodes: readonly Node[], id: string): string => {
  const node = nodes.find((each) => each.id === id);
  return node === undefined ? 'none' : `${node.kind} ${node.label}`;
};

const seconds = (duration: Duration | undefined): number | undefined => duration && durationSeconds(duration);

function nodeSign(process: Process, node: Node): string {
  const { id: _id, named: _named, lane: _lane, stage, ...rest } = node;
  return sorted({
    ...rest,
    ...('partner' in rest && rest.partner !== undefined ? { partner: '' } : {}),
    ...('within' in rest ? { within: seconds(rest.within) } : {}),
    ...('withinByLevel' in rest ? { withinByLevel: secondsByLevel(rest.withinByLevel) } : {}),
    ...('takes' in rest ? { takes: rest.takes.map(seconds) } : {}),
    ...('takesByLevel' in rest
      ? { takesByLevel: rest.takesByLevel.map(({ level, value }) => ({ level, value: value.map(seconds) })) }
      : {}),
    ...(rest.kind === 'touchpoint' && rest.volume !== undefined
      ? { volume: { count: rest.volume.count, per: seconds(rest.volume.per) } }
      : {}),
    ...(rest.kind === 'meanwhile' ? { label: '', timing: timingSign(rest.timing) } : {}),
    frames: stage === undefined ? [] : framesAround(process, stage),
  });
}

const timingSign = ({ kind, duration, byLevel }: Timing) => ({
  kind,
  duration: seconds(duration),
  byLevel: secondsByLevel(byLevel),
});

/** JSON with its keys in one order. */
const sorted = (value: object): string => JSON.stringify(value, inOneOrder);

const inOneOrder = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** The label of a time limit, and of what is done beside the work, follows from the times. */
function edgeSign(
  { language }: Process,
  edge: Pick<Edge, 'kind' | 'label' | 'probability' | 'name' | 'timing' | 'remarks'>,
  node: Node | undefined,
): string {
  const { kind, label, probability, name, timing, remarks } = edge;
  const words = { words: wordsFor(language), language };
  const made =
    kind === 'timeout' && name === undefined && node !== undefined && 'withinByLevel' in node
      ? timeoutLabel(node.within, node.withinByLevel, words)
      : kind === 'meanwhile' && timing !== undefined
        ? timingLabel(name ?? '', timing, words)
        : undefined;
  const isMade = made !== undefined && made !== '' && label === made;
  return JSON.stringify({
    kind,
    label: isMade ? 'made' : label,
    probability,
    name,
    timing: timing && timingSign(timing),
    remarks,
  });
}

/** The labels of a stage and of those around it, from inside out. */
function framesAround({ stages }: Pick<Process, 'stages'>, stage: string): readonly string[] {
  const frames: string[] = [];
  for (let at: string | undefined = stage; at !== undefined && frames.length <= stages.length; ) {
    const found: Process['stages'][number] | undefined = stages.find(({ id }) => id === at);
    frames.push(found?.label ?? 'none');
    at = found?.parent;
  }
  return frames;
}
