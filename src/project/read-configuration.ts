import { type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { type ConfigurationFile, configurationDecoder } from './configuration.ts';
import type { Problem } from './decoder.ts';

export interface ReadConfiguration {
  readonly value: Partial<ConfigurationFile>;
  readonly problems: readonly Problem[];
}

/** Reads the text of a `flowc.config.json`: JSON, in which comments and trailing commas are fine. Every mistake is found, with its place. */
export function readConfiguration(text: string): ReadConfiguration {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const problems: Problem[] = errors.slice(0, 1).map(({ error, offset, length }) => ({
    span: { start: offset, end: offset + length },
    message: `This is not JSON: ${inWords(printParseErrorCode(error))}`,
  }));
  if (tree === undefined) return { value: {}, problems };
  const value = configurationDecoder.decode(tree, (problem) => problems.push(problem));
  return { value: value ?? {}, problems };
}

/** `CommaExpected` reads “comma expected”. */
const inWords = (name: string): string =>
  name.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();
