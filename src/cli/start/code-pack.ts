import { parseJson, readCacheFile, writeCacheFile } from './cache-file.ts';

/** The code cache of some scripts, by their names, and of how many runs it holds the functions. */
export interface CodePack {
  readonly runs: number;
  readonly parts: ReadonlyMap<string, Buffer>;
}

export const emptyPack: CodePack = { runs: 0, parts: new Map() };

/** A pack is a line of JSON, then its parts one after the other. */
export function readCodePack(path: string): CodePack {
  const content = readCacheFile(path);
  if (content === undefined) return emptyPack;
  const end = content.indexOf(lineBreak);
  const heading = parseJson(content.toString('latin1', 0, end));
  if (!isHeading(heading)) return emptyPack;
  const { runs, names, lengths } = heading;
  const parts = new Map<string, Buffer>();
  let start = end + 1;
  for (const [index, name] of names.entries()) {
    const next = start + (lengths[index] ?? 0);
    parts.set(name, content.subarray(start, next));
    start = next;
  }
  return { runs, parts };
}

export function writeCodePack(path: string, { runs, parts }: CodePack): void {
  const heading: Heading = {
    runs,
    names: [...parts.keys()],
    lengths: [...parts.values()].map(({ length }) => length),
  };
  writeCacheFile(path, Buffer.concat([Buffer.from(`${JSON.stringify(heading)}\n`), ...parts.values()]));
}

interface Heading {
  readonly runs: number;
  readonly names: readonly string[];
  readonly lengths: readonly number[];
}

const isHeading = (value: unknown): value is Heading =>
  typeof value === 'object' &&
  value !== null &&
  'runs' in value &&
  typeof value.runs === 'number' &&
  'names' in value &&
  isListOf('string', value.names) &&
  'lengths' in value &&
  isListOf('number', value.lengths);

const isListOf = (type: string, value: unknown): boolean =>
  Array.isArray(value) && value.every((each) => typeof each === type);

const lineBreak = 0x0a;
