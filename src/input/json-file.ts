import type { Duration } from '../language/duration.ts';
import {
  type Declared,
  type Edge,
  edgeKinds,
  type Named,
  type Participant,
  type Process,
  type Stage,
  type Term,
} from '../model/process.ts';
import type {
  AtLevel,
  Field,
  Measure,
  ProcessProperties,
  ServicePromise,
} from '../model/process-properties.ts';
import { directions } from '../syntax/words.ts';
import { type JsonTiming, jsonByLevel, limitMembers, timingMembers } from './json-by-level.ts';
import { jsonDuration } from './json-duration.ts';
import { type JsonNode, jsonNodeMembers } from './json-node.ts';
import { fieldsMember, type JsonRemarks, remarkMembers } from './json-remarks.ts';
import {
  type JsonShape,
  jsonCount,
  jsonFlag,
  jsonList,
  jsonName,
  jsonNumber,
  jsonObject,
  jsonText,
  jsonTextLike,
  jsonWord,
  optional,
} from './json-shape.ts';

/** What a file of `build --format json` says, version 1; its form is `output/flow-graph.schema.json`. */
export interface JsonFile {
  readonly version: 1;
  readonly flow: Pick<Process, 'id' | 'title' | 'language' | 'direction'> & {
    readonly properties: JsonProperties;
  };
  readonly declarations: {
    readonly roles: readonly JsonParticipant[];
    readonly systems: readonly JsonParticipant[];
    readonly requests: readonly Named[];
    readonly terms: readonly Term[];
    readonly parties?: readonly JsonParticipant[];
    readonly levels?: readonly Named[];
  };
  readonly owners: readonly Omit<Participant, 'declared' | 'staff'>[];
  readonly stages: readonly JsonStage[];
  readonly nodes: readonly JsonNode[];
  readonly edges: readonly JsonEdge[];
  readonly openExits: readonly JsonExit[];
}

type JsonProperties = Pick<
  ProcessProperties,
  'department' | 'purpose' | 'owner' | 'version' | 'reviewed' | 'scope' | 'accountable'
> &
  Partial<Pick<ProcessProperties, 'audience' | 'references' | 'approved' | 'revised' | 'hours'>> & {
    readonly promise?: Duration;
    readonly promiseByLevel?: readonly AtLevel<Duration>[];
    readonly promises?: readonly LimitedInJson<ServicePromise>[];
    readonly measures?: readonly LimitedInJson<Measure>[];
    readonly fields?: readonly Field[];
  };
type LimitedInJson<Value extends ServicePromise | Measure> = Omit<Value, 'withinByLevel'> &
  Partial<Pick<Value, 'withinByLevel'>>;
type JsonParticipant = Omit<Participant, 'kind'>;
type JsonStage = Pick<Stage, 'id' | 'label' | 'parent' | 'owner' | 'accountable' | 'within' | 'each'> &
  Partial<Pick<Stage, 'named' | 'with' | 'using' | 'withinByLevel'>> &
  JsonRemarks;
type JsonExit = Pick<Edge, 'from' | 'kind' | 'label' | 'probability' | 'name'> & JsonTiming & JsonRemarks;
export type JsonEdge = JsonExit & { readonly id: string; readonly to: string; readonly jump?: boolean };

/** True for a file of another version, of which nothing else is to be said. */
export const isOtherVersion = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'version' in value && value.version !== 1;

const version: JsonShape<1> = { read: (value) => (value === 1 ? 1 : undefined) };

const declaredWords = ['here', 'elsewhere', 'nowhere'] as const satisfies readonly Declared[];
const named = jsonObject<Named>({ id: jsonName, label: jsonText, declared: jsonWord(declaredWords) });
const participant = jsonObject<JsonParticipant>({
  id: jsonName,
  label: jsonText,
  declared: jsonWord(declaredWords),
  staff: optional(jsonCount),
});
const probability = jsonNumber(0, 1);
const date = jsonTextLike(/^\d{4}-\d{2}-\d{2}$/, 'a date, such as “2026-11-21”');
const names = optional(jsonList(jsonName));
const exitMembers = {
  from: jsonName,
  kind: jsonWord(edgeKinds),
  label: optional(jsonText),
  probability: optional(probability),
  name: optional(jsonText),
  ...timingMembers,
  ...remarkMembers,
};

/** Reads the value of a whole file. What its parts say of each other is looked at by `json-references.ts`. */
export const jsonFile = jsonObject<JsonFile>({
  version,
  flow: jsonObject<JsonFile['flow']>({
    id: jsonName,
    title: jsonText,
    language: jsonName,
    direction: jsonWord(directions),
    properties: jsonObject<JsonProperties>({
      department: optional(jsonText),
      purpose: optional(jsonText),
      owner: optional(jsonText),
      version: optional(jsonText),
      reviewed: optional(
        jsonObject<{ readonly date: string; readonly every?: Duration }>({
          date,
          every: optional(jsonDuration),
        }),
      ),
      audience: optional(jsonList(jsonText)),
      promise: optional(jsonDuration),
      promiseByLevel: optional(jsonByLevel(jsonDuration)),
      promises: optional(
        jsonList(
          jsonObject<LimitedInJson<ServicePromise>>({
            id: optional(jsonName),
            label: optional(jsonText),
            ...limitMembers,
            from: optional(jsonName),
            to: optional(jsonName),
          }),
        ),
      ),
      scope: optional(jsonText),
      accountable: optional(jsonName),
      references: optional(
        jsonList(
          jsonObject<ProcessProperties['references'][number]>({ title: jsonText, link: optional(jsonName) }),
        ),
      ),
      approved: optional(
        jsonList(jsonObject<ProcessProperties['approved'][number]>({ who: jsonText, date })),
      ),
      revised: optional(jsonList(jsonObject<ProcessProperties['revised'][number]>({ date, what: jsonText }))),
      measures: optional(
        jsonList(
          jsonObject<LimitedInJson<Measure>>({
            what: jsonText,
            target: optional(probability),
            ...limitMembers,
          }),
        ),
      ),
      hours: optional(jsonList(jsonText)),
      fields: fieldsMember,
    }),
  }),
  declarations: jsonObject<JsonFile['declarations']>({
    roles: jsonList(participant),
    systems: jsonList(participant),
    requests: jsonList(named),
    terms: jsonList(
      jsonObject<Term>({ word: jsonName, meaning: jsonText, declared: jsonWord(declaredWords) }),
    ),
    parties: optional(jsonList(participant)),
    levels: optional(jsonList(named)),
  }),
  owners: jsonList(
    jsonObject<JsonFile['owners'][number]>({
      id: jsonName,
      label: jsonText,
      kind: jsonWord(['customer', 'role', 'system', 'party']),
    }),
  ),
  stages: jsonList(
    jsonObject<JsonStage>({
      id: jsonName,
      label: jsonText,
      named: optional(jsonFlag),
      parent: optional(jsonName),
      owner: optional(jsonName),
      accountable: optional(jsonName),
      with: names,
      using: names,
      ...limitMembers,
      each: optional(jsonText),
      ...remarkMembers,
    }),
  ),
  nodes: jsonList(jsonObject<JsonNode>(jsonNodeMembers)),
  edges: jsonList(
    jsonObject<JsonEdge>({ ...exitMembers, id: jsonName, to: jsonName, jump: optional(jsonFlag) }),
  ),
  openExits: jsonList(jsonObject<JsonExit>(exitMembers)),
});
