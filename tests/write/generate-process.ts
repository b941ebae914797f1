import fc from 'fast-check';
import type { Edge, EdgeKind, Node, Participant, Process, Stage } from '../../src/model/process.ts';
import { bareProcess } from '../bare-process.ts';

/** What random processes may hold beside steps, waits, escalations, calls, questions and ends. */
export interface ProcessOptions {
  /** What cannot be jumped to: transfers, counted returns, flows that are called twice. */
  readonly nameless: boolean;
  /** Frames, strewn over the nodes. */
  readonly stages: boolean;
  /** Bars, with lines wherever they happen to lead. */
  readonly bars: boolean;
}

/** A process as a graph that nobody wrote: every line leads anywhere. What fails shrinks to a small one. */
export const anyProcess = (options: Partial<ProcessOptions> = {}): fc.Arbitrary<Process> =>
  fc
    .record({
      touchpoints: fc.array(fc.nat(999), { minLength: 1, maxLength: 4 }),
      nodes: fc.array(
        fc.record({
          kind: fc.nat(999),
          choice: fc.nat(999),
          targets: fc.array(fc.nat(999), { minLength: 4, maxLength: 4 }),
        }),
        { minLength: 1, maxLength: 24 },
      ),
      isLocal: fc.boolean(),
    })
    .map((plan) => processOf(plan, { nameless: false, stages: false, bars: false, ...options }));

interface Plan {
  readonly touchpoints: readonly number[];
  readonly nodes: readonly {
    readonly kind: number;
    readonly choice: number;
    readonly targets: readonly number[];
  }[];
  /** Whether lines lead to what is near, as most do in flows of people. */
  readonly isLocal: boolean;
}

const verbs = ['Check', 'Answer', 'Send', 'Ask', 'Open', 'Book', 'Pay', 'Close'];
const things = ['order', 'account', 'letter', 'parcel', 'date', 'price', 'person'];

const plain = [
  'step',
  'step',
  'step',
  'step',
  'wait',
  'escalate',
  'call',
  'if',
  'if',
  'choose',
  'end',
] as const;
const nameless = ['transfer', 'retry', 'same-call'] as const;

const plainStage = { with: [], using: [], withinByLevel: [], say: [], notes: [], fields: [] } as const;

function processOf(plan: Plan, options: ProcessOptions): Process {
  const kinds: readonly ((typeof plain)[number] | (typeof nameless)[number] | 'bars')[] = [
    ...plain,
    ...(options.nameless ? nameless : []),
    ...(options.bars ? (['bars'] as const) : []),
  ];
  const stages: readonly Stage[] = options.stages
    ? [
        { ...plainStage, id: 'stage-1', label: 'First', named: false },
        { ...plainStage, id: 'stage-2', label: 'Second', named: false },
        { ...plainStage, id: 'stage-3', label: 'Within', named: false, parent: 'stage-1' },
      ]
    : [];
  const nodes: Node[] = [];
  const edges: Edge[] = [];
  const count = plan.nodes.length;
  const idAt = (at: number): string => `n${at}`;
  /** The node that a line out of the node at `from` leads to. */
  const target = (from: number, choice: number): string =>
    idAt(plan.isLocal ? (from + 1 + (choice % 3)) % count : choice % count);
  const edge = (from: string, to: string, kind: EdgeKind, more: Partial<Edge> = {}): void => {
    edges.push({ id: `${from}>${to}#${edges.length}`, from, to, kind, jump: false, ...more });
  };
  plan.touchpoints.forEach((choice, at) => {
    const label = `Customer comes in ${at + 1}`;
    nodes.push({ ...base(`t${at}`, label, choice, stages), kind: 'touchpoint', requests: [] });
    edge(`t${at}`, idAt(at === 0 ? 0 : choice % count), 'next');
  });
  for (const [at, { kind: number, choice, targets }] of plan.nodes.entries()) {
    const kind = kinds[number % kinds.length] ?? 'step';
    const label = `${verbs[choice % verbs.length]} the ${things[choice % things.length]}`;
    const common = base(idAt(at), label, choice, stages);
    const [first = 0, second = 0, third = 0, fourth = 0] = targets;
    const next = (more: Partial<Edge> = {}): void => edge(idAt(at), target(at, first), 'next', more);
    const owner = choice % 3 === 0 ? {} : { owner: choice % 3 === 1 ? 'agent' : 'customer' };
    switch (kind) {
      case 'step':
        nodes.push({
          ...common,
          ...owner,
          kind,
          takes: [],
          withinByLevel: [],
          takesByLevel: [],
          ...(choice % 2 === 0 ? { within: [{ value: 2, unit: 'd' }] } : {}),
        });
        next();
        if (choice % 7 === 0) edge(idAt(at), target(at, second), 'problem', { label: 'It fails' });
        if (choice % 6 === 0)
          edge(idAt(at), target(at, third), 'timeout', { label: 'after 2\u00a0days', probability: 0.25 });
        break;
      case 'wait':
        nodes.push({
          ...common,
          kind,
          takes: [],
          withinByLevel: [],
          takesByLevel: [],
          within: [{ value: 1, unit: 'w' }],
        });
        next();
        break;
      case 'escalate':
        nodes.push({
          ...common,
          kind,
          takes: [],
          withinByLevel: [],
          takesByLevel: [],
          to: ['lead'],
          owner: 'lead',
          handedUpBy: 'agent',
        });
        next();
        break;
      case 'call':
      case 'same-call':
        nodes.push({
          ...common,
          kind: 'call',
          takes: [],
          withinByLevel: [],
          takesByLevel: [],
          flow: { id: kind === 'call' ? `called-${at}` : 'called', path: 'flow.flow' },
        });
        next();
        break;
      case 'transfer':
        nodes.push({ ...common, kind, flow: { id: 'called', path: 'flow.flow' } });
        break;
      case 'end':
        nodes.push({ ...common, kind, ...(choice % 2 === 0 ? { outcome: 'success' } : {}) });
        break;
      case 'if':
        nodes.push({ ...common, kind: 'decision', decision: { kind } });
        edge(idAt(at), target(at, first), 'yes', {
          label: 'Yes',
          ...(choice % 2 === 0 ? { probability: 0.4 } : {}),
        });
        edge(idAt(at), target(at, second), 'no', {
          label: 'No',
          ...(choice % 2 === 0 ? { probability: 0.6 } : {}),
        });
        break;
      case 'choose':
        nodes.push({ ...common, kind: 'decision', decision: { kind } });
        for (const [place, each] of [first, second, third].entries())
          edge(idAt(at), target(at, each), 'when', { label: `Case ${place + 1}` });
        if (choice % 2 === 0) edge(idAt(at), target(at, fourth), 'otherwise', { label: 'Otherwise' });
        break;
      case 'retry':
        nodes.push({ ...common, label: '3\u00a0times?', kind: 'decision', decision: { kind, max: 3 } });
        edge(idAt(at), target(at, first), 'yes', { label: 'Yes' });
        edge(idAt(at), target(at, second), 'retry', { label: 'No' });
        break;
      case 'bars': {
        const join = `j${at}`;
        nodes.push({ ...common, kind: 'fork', partner: join });
        nodes.push({ ...common, id: join, label: '', kind: 'join', partner: idAt(at) });
        edge(idAt(at), target(at, first), 'next', { label: 'One' });
        edge(idAt(at), choice % 2 === 0 ? join : target(at, second), 'next', { label: 'Two' });
        edge(join, target(at, third), 'next');
        break;
      }
    }
  }
  // A line may lead to a join as well.
  const joins = nodes.filter(({ kind }) => kind === 'join');
  const led = edges.map((each, at): Edge => {
    const join = joins[at % Math.max(1, joins.length)];
    return join !== undefined &&
      at % 3 === 0 &&
      each.kind !== 'retry' &&
      !each.from.startsWith('t') &&
      each.from !== join.id
      ? { ...each, to: join.id }
      : each;
  });
  const order = new Map(nodes.map(({ id }, at) => [id, at]));
  return {
    id: 'random',
    path: 'flow.flow',
    title: 'Random',
    language: 'en',
    direction: 'down',
    properties: bareProcess.properties,
    declarations: { ...bareProcess.declarations, roles: participants },
    owners: participants,
    nodes,
    edges: led.sort((a, b) => (order.get(a.from) ?? 0) - (order.get(b.from) ?? 0)),
    stages,
  };
}

const participants: readonly Participant[] = [
  { id: 'customer', label: 'Customer', kind: 'customer', declared: 'here' },
  { id: 'agent', label: 'Agent', kind: 'role', declared: 'here' },
  { id: 'lead', label: 'Team lead', kind: 'role', declared: 'here' },
];

const base = (id: string, label: string, choice: number, stages: readonly Stage[]) => {
  const stage = stages[choice % (stages.length + 2)];
  return {
    id,
    label,
    named: false,
    ...(stage === undefined ? {} : { stage: stage.id }),
    with: [],
    to: [],
    using: [],
    say: [],
    notes: [],
    fields: [],
  };
};

/** Other flows, so that what is called is there. */
export const calledFlows = ({ nodes }: Process): string =>
  [...new Set(nodes.flatMap((node) => ('flow' in node ? [node.flow.id] : [])))]
    .map((id) => `\nflow ${id}\ntouchpoint in\nend\n`)
    .join('');
