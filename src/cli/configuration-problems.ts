import { renderDiagnostic } from '../diagnostic/render-diagnostic.ts';
import { decodeSource } from '../project/decode-source.ts';
import { isUnreadable } from '../project/file-system.ts';
import type { ConfigurationProblem, PlacedRuleSetting } from '../project/find-configuration.ts';
import { relativePath } from '../project/path.ts';
import { counted } from '../report/count-words.ts';
import { lineIndex } from '../text/line-index.ts';
import { colourOf, paletteOf } from './colour.ts';
import type { Shell } from './shell.ts';
import { UsageError } from './usage-error.ts';

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

/** Where there are problems, shows each at its place and throws a `UsageError`: what holds for a file must be certain. */
export function refuseProblems(shell: Shell, problems: readonly ConfigurationProblem[]): void {
  if (problems.length === 0) return;
  const palette = paletteOf(colourOf(shell.stderr, shell.environment, undefined));
  const unique = new Map(problems.map((problem) => [JSON.stringify({ ...problem, text: '' }), problem]));
  const inOrder = [...unique.values()].sort(
    (a, b) => (a.path === b.path ? 0 : a.path < b.path ? -1 : 1) || a.span.start - b.span.start,
  );
  for (const { path, text, span, message, help } of inOrder) {
    const remark = {
      severity: 'error',
      span,
      message,
      related: [],
      ...(help === undefined ? {} : { help }),
    } as const;
    const file = { path, text, lines: lineIndex(text) };
    const options = { palette, width: shell.stderr.columns, fileAt: () => undefined };
    shell.stderr.write(`${renderDiagnostic(remark, file, options)}\n`);
  }
  throw new UsageError(`the configuration has ${counted(unique.size, 'mistake')}`);
}
