import type { Duration } from '../language/duration.ts';
import {
  type Declared,
  type Edge,
  edgeKinds,
  type Named,
  type Participant,
  type Process,
  type ProcessProperties,
  type Stage,
  type Term,
} from '../model/process.ts';
import { directions } from '../syntax/words.ts';
import { jsonDuration } from './json-duration.ts';
import { type JsonNode, jsonNodeMembers } from './json-node.ts';
import {
  type JsonShape,
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
    readonly roles: readonly Named[];
    readonly systems: readonly Named[];
    readonly requests: readonly Named[];
    readonly terms: readonly Term[];
  };
  readonly owners: readonly Omit<Participant, 'declared' | 'staff'>[];
  readonly stages: readonly JsonStage[];
  readonly nodes: readonly JsonNode[];
  readonly edges: readonly JsonEdge[];
  readonly openExits: readonly JsonExit[];
}

type JsonProperties = Pick<ProcessProperties, 'department' | 'purpose' | 'owner' | 'version' | 'reviewed'> & {
  readonly audience?: readonly string[];
  readonly promise?: Duration;
};
type JsonStage = Pick<Stage, 'id' | 'label' | 'parent'> & { readonly named?: boolean };
type JsonExit = Pick<Edge, 'from' | 'kind' | 'label' | 'probability'>;
type JsonEdge = JsonExit & { readonly id: string; readonly to: string; readonly jump?: boolean };

/** True for a file of another version, of which nothing else is to be said. */
export const isOtherVersion = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'version' in value && value.version !== 1;

const version: JsonShape<1> = { read: (value) => (value === 1 ? 1 : undefined) };

const declaredWords = ['here', 'elsewhere', 'nowhere'] as const satisfies readonly Declared[];
const named = jsonObject<Named>({ id: jsonName, label: jsonText, declared: jsonWord(declaredWords) });
const probability = jsonNumber(0, 1);
const exitMembers = {
  from: jsonName,
  kind: jsonWord(edgeKinds),
  label: optional(jsonText),
  probability: optional(probability),
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
          date: jsonTextLike(/^\d{4}-\d{2}-\d{2}$/, 'a date, such as “2026-11-21”'),
          every: optional(jsonDuration),
        }),
      ),
      audience: optional(jsonList(jsonText)),
      promise: optional(jsonDuration),
    }),
  }),
  declarations: jsonObject<JsonFile['declarations']>({
    roles: jsonList(named),
    systems: jsonList(named),
    requests: jsonList(named),
    terms: jsonList(
      jsonObject<Term>({ word: jsonName, meaning: jsonText, declared: jsonWord(declaredWords) }),
    ),
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
    }),
  ),
  nodes: jsonList(jsonObject<JsonNode>(jsonNodeMembers)),
  edges: jsonList(
    jsonObject<JsonEdge>({ ...exitMembers, id: jsonName, to: jsonName, jump: optional(jsonFlag) }),
  ),
  openExits: jsonList(jsonObject<JsonExit>(exitMembers)),
});
