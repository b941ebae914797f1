import type { Duration } from '../language/duration.ts';
import {
  type Decision,
  type FlowRef,
  type Node,
  type NodeKind,
  nodeKinds,
  type Touchpoint,
} from '../model/process.ts';
import type { AtLevel } from '../model/process-properties.ts';
import { type SymbolName, symbols } from '../shapes/all-shapes.ts';
import { outcomes } from '../syntax/words.ts';
import { type JsonTiming, jsonByLevel, limitMembers, timingMembers, timingOfJson } from './json-by-level.ts';
import { jsonDuration } from './json-duration.ts';
import type { JsonPath } from './json-place.ts';
import { type JsonRemarks, remarkMembers, remarksOfJson } from './json-remarks.ts';
import {
  type JsonReport,
  jsonCount,
  jsonFlag,
  jsonList,
  jsonName,
  jsonNumber,
  jsonObject,
  jsonText,
  jsonTrue,
  jsonWord,
  optional,
} from './json-shape.ts';

/** A node as a JSON file has it: what does not apply is left out. */
export interface JsonNode extends JsonRemarks, JsonTiming {
  readonly id: string;
  readonly kind: NodeKind;
  readonly label: string;
  readonly named: boolean;
  readonly owner?: string;
  readonly handedUpBy?: string;
  readonly accountable?: string;
  readonly lane?: string;
  readonly stage?: string;
  readonly with?: readonly string[];
  readonly to?: readonly string[];
  readonly using?: readonly string[];
  readonly within?: Duration;
  readonly withinByLevel?: readonly AtLevel<Duration>[];
  readonly until?: string;
  readonly takes?: readonly Duration[];
  readonly takesByLevel?: readonly AtLevel<readonly Duration[]>[];
  readonly stopsClock?: true;
  readonly each?: string;
  readonly symbol?: SymbolName;
  readonly flow?: FlowRef;
  readonly requests?: readonly string[];
  readonly volume?: NonNullable<Touchpoint['volume']>;
  readonly probability?: number;
  readonly name?: string;
  readonly outcome?: 'success' | 'failure';
  readonly decision?: { readonly kind: 'if' | 'choose' | 'retry'; readonly max?: number };
  readonly several?: true;
  readonly first?: true;
  readonly partner?: string;
  readonly recovered?: boolean;
}

const names = optional(jsonList(jsonName));
const usualTimes = jsonList(jsonDuration, 3);

export const jsonNodeMembers = {
  id: jsonName,
  kind: jsonWord(nodeKinds),
  label: jsonText,
  named: jsonFlag,
  owner: optional(jsonName),
  handedUpBy: optional(jsonName),
  accountable: optional(jsonName),
  lane: optional(jsonName),
  stage: optional(jsonName),
  with: names,
  to: names,
  using: names,
  ...limitMembers,
  until: optional(jsonText),
  takes: optional(usualTimes),
  takesByLevel: optional(jsonByLevel(usualTimes)),
  stopsClock: optional(jsonTrue),
  each: optional(jsonText),
  symbol: optional(jsonWord(symbols)),
  ...remarkMembers,
  flow: optional(jsonObject<FlowRef>({ id: jsonName, path: optional(jsonName) })),
  requests: names,
  volume: optional(jsonObject<NonNullable<Touchpoint['volume']>>({ count: jsonCount, per: jsonDuration })),
  probability: optional(jsonNumber(0, 1)),
  name: optional(jsonText),
  ...timingMembers,
  outcome: optional(jsonWord(outcomes)),
  decision: optional(
    jsonObject<NonNullable<JsonNode['decision']>>({
      kind: jsonWord(['if', 'choose', 'retry']),
      max: optional(jsonCount),
    }),
  ),
  several: optional(jsonTrue),
  first: optional(jsonTrue),
  partner: optional(jsonName),
  recovered: optional(jsonFlag),
};

const ofWork = [
  'within',
  'withinByLevel',
  'takes',
  'takesByLevel',
  'stopsClock',
  'each',
  'symbol',
  'accountable',
] as const;

/** What only nodes of some kinds have. */
const ownMembers = {
  touchpoint: ['requests', 'volume'],
  anytime: ['probability'],
  late: [],
  meanwhile: ['name', 'every', 'everyByLevel', 'after', 'afterByLevel'],
  step: ofWork,
  wait: [...ofWork, 'until'],
  escalate: [...ofWork, 'handedUpBy'],
  call: [...ofWork, 'flow'],
  transfer: ['flow'],
  decision: ['decision', 'several', 'partner'],
  fork: ['first', 'partner'],
  join: ['first', 'partner'],
  end: ['outcome'],
} as const satisfies Record<NodeKind, readonly (keyof JsonNode)[]>;
const allOwnMembers = [...new Set(Object.values(ownMembers).flat())];

/** The node that this is; undefined where it lacks what its kind needs, which is reported. */
export function jsonNode(node: JsonNode, path: JsonPath, report: JsonReport): Node | undefined {
  const own: readonly string[] = ownMembers[node.kind];
  for (const member of allOwnMembers)
    if (node[member] !== undefined && !own.includes(member))
      report.leftOut(
        [...path, member],
        `“${node.label}” is of the kind “${node.kind}”, which has no “${member}”; that is left out`,
      );
  if (node.recovered === true)
    report.leftOut(
      path,
      `“${node.label}” was not read whole when this file was written; something may be missing`,
    );
  const { kind, requests = [], volume, probability, until, handedUpBy, flow, partner, outcome } = node;
  const common = commonParts(node, path, report);
  const work = { ...common, ...workParts(node) };
  const lacks = (member: string): undefined => {
    report.mistake(path, `“${node.label}” is of the kind “${kind}” and has no “${member}”`);
  };
  switch (kind) {
    case 'touchpoint':
      return { ...common, kind, requests, ...(volume === undefined ? {} : { volume }) };
    case 'anytime':
      return { ...common, kind, ...(probability === undefined ? {} : { probability }) };
    case 'late':
      return { ...common, kind };
    case 'meanwhile': {
      const timing = timingOfJson(node) ?? { kind: 'after', byLevel: [] };
      return { ...common, kind, ...(node.name === undefined ? {} : { name: node.name }), timing };
    }
    case 'step':
      return { ...work, kind };
    case 'wait':
      return { ...work, kind, ...(until === undefined ? {} : { until }) };
    case 'escalate':
      return { ...work, kind, ...(handedUpBy === undefined ? {} : { handedUpBy }) };
    case 'call':
      return flow === undefined ? lacks('flow') : { ...work, kind, flow };
    case 'transfer':
      return flow === undefined ? lacks('flow') : { ...common, kind, flow };
    case 'decision':
      return decisionOfJson(node, common, lacks);
    case 'fork':
      return { ...common, kind, ...firstOf(node), ...(partner === undefined ? {} : { partner }) };
    case 'join':
      return partner === undefined ? lacks('partner') : { ...common, kind, ...firstOf(node), partner };
    case 'end':
      return { ...common, kind, ...(outcome === undefined ? {} : { outcome }) };
  }
}

const firstOf = ({ first }: JsonNode): { readonly first?: true } => (first === undefined ? {} : { first });

function commonParts(node: JsonNode, path: JsonPath, report: JsonReport) {
  const { id, label, named, owner, lane, stage, using = [], to = [] } = node;
  return {
    id,
    label,
    named,
    with: node.with ?? [],
    to,
    using,
    ...remarksOfJson(node, path, report),
    ...(owner === undefined ? {} : { owner }),
    ...(lane === undefined ? {} : { lane }),
    ...(stage === undefined ? {} : { stage }),
  };
}

function workParts({
  within,
  withinByLevel = [],
  takes = [],
  takesByLevel = [],
  symbol,
  accountable,
  each,
  stopsClock,
}: JsonNode) {
  return {
    takes,
    takesByLevel,
    withinByLevel,
    ...(within === undefined ? {} : { within }),
    ...(symbol === undefined ? {} : { symbol }),
    ...(accountable === undefined ? {} : { accountable }),
    ...(each === undefined ? {} : { each }),
    ...(stopsClock === undefined ? {} : { stopsClock }),
  };
}

function decisionOfJson(
  { decision, several, partner }: JsonNode,
  common: ReturnType<typeof commonParts>,
  lacks: (member: string) => undefined,
): Decision | undefined {
  if (decision === undefined) return lacks('decision');
  const { kind, max } = decision;
  if (kind === 'retry' && max === undefined) return lacks('max');
  return {
    ...common,
    kind: 'decision',
    decision: kind === 'retry' ? { kind, max: max ?? 0 } : { kind },
    ...(several === undefined ? {} : { several }),
    ...(partner === undefined ? {} : { partner }),
  };
}
