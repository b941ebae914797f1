import { isSafeLink } from '../check/is-safe-link.ts';
import type { Remarks } from '../model/process.ts';
import type { Field } from '../model/process-properties.ts';
import type { JsonPath } from './json-place.ts';
import {
  type JsonMember,
  type JsonReport,
  jsonList,
  jsonName,
  jsonObject,
  jsonText,
  optional,
} from './json-shape.ts';

/** What is said of something that a person looks at, as a file has it. */
export interface JsonRemarks {
  readonly say?: readonly string[];
  readonly notes?: readonly string[];
  readonly link?: string;
  readonly fields?: readonly Field[];
}

export const fieldsMember = optional(jsonList(jsonObject<Field>({ key: jsonName, value: jsonText })));
const texts = optional(jsonList(jsonText));

export const remarkMembers = {
  say: texts,
  notes: texts,
  link: optional(jsonName),
  fields: fieldsMember,
} satisfies {
  readonly [Key in keyof JsonRemarks]: JsonMember<NonNullable<JsonRemarks[Key]>>;
};

/** The remarks that these are, without a link that no output may have, which is reported. */
export function remarksOfJson(
  { say = [], notes = [], link, fields = [] }: JsonRemarks,
  path: JsonPath,
  report: JsonReport,
): Remarks {
  return { say, notes, ...jsonLink(link, path, report), fields };
}

/** A link, where it is one that an output may have; one that is not is reported. */
export function jsonLink(
  link: string | undefined,
  path: JsonPath,
  report: JsonReport,
): { readonly link?: string } {
  if (link === undefined) return {};
  if (isSafeLink(link)) return { link };
  report.leftOut([...path, 'link'], `“${link}” is nothing that a chart may link to, and is left out`);
  return {};
}
