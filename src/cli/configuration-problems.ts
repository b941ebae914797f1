import { counted } from '../diagnostic/counted.ts';
import { renderDiagnostic } from '../diagnostic/render-diagnostic.ts';
import type { ConfigurationProblem } from '../project/find-configuration.ts';
import { lineIndex } from '../text/line-index.ts';
import { colourOf, paletteOf } from './colour.ts';
import type { Shell } from './shell.ts';
import { UsageError } from './usage-error.ts';

/**
 * Shows each problem at its place and throws a `UsageError`, if there are any: what holds for a file must be certain.
 */
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
