import { decodeSource } from '../project/decode-source.ts';
import { isUnreadable } from '../project/file-system.ts';
import type { ConfigurationProblem, PlacedRuleSetting } from '../project/find-configuration.ts';
import { relativePath } from '../project/path.ts';
import type { Shell } from './shell.ts';

/** A problem of a rule's setting, at its place in the file that it stands in. */
export function problemAt(
  { cwd, files }: Shell,
  { path, span }: PlacedRuleSetting,
  problem: Omit<ConfigurationProblem, 'path' | 'text' | 'span'>,
): ConfigurationProblem {
  const bytes = files.read(path);
  const text = isUnreadable(bytes) ? '' : decodeSource(path, bytes).text;
  return { ...problem, path: relativePath(cwd, path), text, span };
}
