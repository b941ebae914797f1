import type { Staged } from '../diagnostic/diagnostic.ts';
import { type Collection, collectionOf } from '../model/collection.ts';
import { type Input, largestInput } from './input.ts';
import { jsonFindings } from './json-findings.ts';
import { processFile } from './json-process.ts';

/** The process as flowc writes it with `build --format json`: one flow a file, read back without loss. */
export const jsonInput: Input<'json'> = {
  name: 'json',
  extensions: ['json'],
  summary: 'the process as flowc writes it with “build --format json”',
  sniff: (bytes) => /^\uFEFF?\s*\{\s*"version"\s*:\s*\d+\s*,\s*"flow"\s*:\s*\{/.test(beginningOf(bytes)),
  read: (bytes) => readJson(bytes),
};

const beginningOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes.subarray(0, 200));

function readJson(bytes: Uint8Array): Staged<Collection> {
  const text = textOf(bytes);
  if (text === undefined)
    return unread(
      bytes.length > largestInput
        ? `This file is larger than ${largestInput >> 20} MB`
        : 'This file is not in UTF-8',
    );
  const value = parsedOf(text);
  if (value === undefined) return unread('This file is no JSON, or only a part of one');
  const { report, found } = jsonFindings(text);
  const process = processFile(value.parsed, report);
  return { value: collectionOf(process === undefined ? [] : [process]), diagnostics: found() };
}

const unread = (message: string): Staged<Collection> => ({
  value: collectionOf([]),
  diagnostics: [{ code: 'not-read', severity: 'error', span: { start: 0, end: 0 }, message, related: [] }],
});

function textOf(bytes: Uint8Array): string | undefined {
  if (bytes.length > largestInput) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The value of a JSON text, in an object, as `null` is one; undefined where the text is no JSON. */
function parsedOf(text: string): { readonly parsed: unknown } | undefined {
  try {
    return { parsed: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
