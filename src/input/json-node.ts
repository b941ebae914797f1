import { isSafeLink } from '../check/is-safe-link.ts';
import type { Duration } from '../language/duration.ts';
import { type Decision, type FlowRef, type Node, type NodeKind, nodeKinds } from '../model/process.ts';
import { type SymbolName, symbols } from '../shapes/all-shapes.ts';
import { outcomes } from '../syntax/words.ts';
import { jsonDuration } from './json-duration.ts';
import type { JsonPath } from './json-place.ts';
import {
  type JsonReport,
  jsonCount,
  jsonFlag,
  jsonList,
  jsonName,
  jsonObject,
  jsonText,
  jsonWord,
  optional,
} from './json-shape.ts';

/** A node as a JSON file has it: what does not apply is left out. */
export interface JsonNode {
  readonly id: string;
  readonly kind: NodeKind;
  readonly label: string;
  readonly named: boolean;
  readonly owner?: string;
  readonly handedUpBy?: string;
  readonly lane?: string;
  readonly stage?: string;
  readonly with?: readonly string[];
  readonly to?: readonly string[];
  readonly using?: readonly string[];
  readonly within?: Duration;
  readonly takes?: readonly Duration[];
  readonly symbol?: SymbolName;
  readonly say?: readonly string[];
  readonly notes?: readonly string[];
  readonly link?: string;
  readonly flow?: FlowRef;
  readonly requests?: readonly string[];
  readonly outcome?: 'success' | 'failure';
  readonly decision?: { readonly kind: 'if' | 'choose' | 'retry'; readonly max?: number };
  readonly partner?: string;
  readonly recovered?: boolean;
}

const names = optional(jsonList(jsonName));
const texts = optional(jsonList(jsonText));

export const jsonNodeMembers = {
  id: jsonName,
  kind: jsonWord(nodeKinds),
  label: jsonText,
  named: jsonFlag,
  owner: optional(jsonName),
  handedUpBy: optional(jsonName),
  lane: optional(jsonName),
  stage: optional(jsonName),
  with: names,
  to: names,
  using: names,
  within: optional(jsonDuration),
  takes: optional(jsonList(jsonDuration, 3)),
  symbol: optional(jsonWord(symbols)),
  say: texts,
  notes: texts,
  link: optional(jsonName),
  flow: optional(jsonObject<FlowRef>({ id: jsonName, path: optional(jsonName) })),
  requests: names,
  outcome: optional(jsonWord(outcomes)),
  decision: optional(
    jsonObject<NonNullable<JsonNode['decision']>>({
      kind: jsonWord(['if', 'choose', 'retry']),
      max: optional(jsonCount),
    }),
  ),
  partner: optional(jsonName),
  recovered: optional(jsonFlag),
};

const ofWork = ['within', 'takes', 'symbol'] as const;

/** What only nodes of some kinds have. */
const ownMembers = {
  touchpoint: ['requests'],
  anytime: [],
  late: [],
  meanwhile: [],
  step: ofWork,
  wait: ofWork,
  escalate: [...ofWork, 'handedUpBy'],
  call: [...ofWork, 'flow'],
  transfer: ['flow'],
  decision: ['decision'],
  fork: ['partner'],
  join: ['partner'],
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
  const {
    kind,
    requests = [],
    within,
    takes = [],
    symbol,
    handedUpBy,
    flow,
    decision,
    partner,
    outcome,
  } = node;
  const common = commonParts(node, path, report);
  const work = {
    ...common,
    takes,
    takesByLevel: [],
    withinByLevel: [],
    ...(within === undefined ? {} : { within }),
    ...(symbol === undefined ? {} : { symbol }),
  };
  const lacks = (member: string): undefined => {
    report.mistake(path, `“${node.label}” is of the kind “${kind}” and has no “${member}”`);
  };
  switch (kind) {
    case 'touchpoint':
      return { ...common, kind, requests };
    case 'anytime':
    case 'late':
      return { ...common, kind };
    case 'meanwhile':
      return { ...common, kind, timing: { kind: 'after', byLevel: [] } };
    case 'step':
    case 'wait':
      return { ...work, kind };
    case 'escalate':
      return { ...work, kind, ...(handedUpBy === undefined ? {} : { handedUpBy }) };
    case 'call':
      return flow === undefined ? lacks('flow') : { ...work, kind, flow };
    case 'transfer':
      return flow === undefined ? lacks('flow') : { ...common, kind, flow };
    case 'decision': {
      const read = decision && decisionOfJson(decision);
      return read === undefined
        ? lacks(decision === undefined ? 'decision' : 'max')
        : { ...common, kind, decision: read };
    }
    case 'fork':
    case 'join':
      return partner === undefined ? lacks('partner') : { ...common, kind, partner };
    case 'end':
      return { ...common, kind, ...(outcome === undefined ? {} : { outcome }) };
  }
}

function commonParts(node: JsonNode, path: JsonPath, report: JsonReport) {
  const { id, label, named, owner, lane, stage, link, say = [], notes = [], using = [], to = [] } = node;
  const isSafe = link === undefined || isSafeLink(link);
  if (!isSafe)
    report.leftOut([...path, 'link'], `“${link}” is nothing that a chart may link to, and is left out`);
  return {
    id,
    label,
    named,
    with: node.with ?? [],
    to,
    using,
    say,
    notes,
    fields: [],
    ...(owner === undefined ? {} : { owner }),
    ...(lane === undefined ? {} : { lane }),
    ...(stage === undefined ? {} : { stage }),
    ...(link === undefined || !isSafe ? {} : { link }),
  };
}

function decisionOfJson({ kind, max }: NonNullable<JsonNode['decision']>): Decision['decision'] | undefined {
  if (kind !== 'retry') return { kind };
  return max === undefined ? undefined : { kind, max };
}
