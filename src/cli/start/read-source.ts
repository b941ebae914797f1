import { parse } from '../../syntax/parse.ts';
import type { ParsedFile } from '../../syntax/parsed-file.ts';
import type { Source } from '../../text/source.ts';
import { tricksOf } from './tricks.ts';

/**
 * Makes what reads a source for a command: by the grammar that was worked out before, or, as the switch says,
 * without.
 */
export function sourceReader(
  environment: Readonly<Record<string, string | undefined>>,
): (source: Source) => ParsedFile {
  const prepared = tricksOf(environment).has('prepared-grammar');
  return (source) => parse(source, { prepared });
}
