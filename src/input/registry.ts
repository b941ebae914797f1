import { jsonInput } from './json.ts';

/** All formats that processes can be read from, in the order in which they are tried. */
export const inputs = [jsonInput] as const;

export type InputFormat = (typeof inputs)[number]['name'];

/** The format that bytes look like; undefined for none. */
export const inputOf = (bytes: Uint8Array): (typeof inputs)[number] | undefined =>
  inputs.find((input) => input.sniff(bytes));
