import { type Palette, plainPalette } from '../../diagnostic/palette.ts';
import { closest } from '../../diagnostic/suggest.ts';
import { absolutePath, parentFolder } from '../../project/path.ts';
import { compactReport } from '../../report/compact.ts';
import { githubReport } from '../../report/github.ts';
import { gitlabReport } from '../../report/gitlab.ts';
import { jsonReport } from '../../report/json.ts';
import { junitReport } from '../../report/junit.ts';
import { prettyReport } from '../../report/pretty.ts';
import type { Report } from '../../report/report.ts';
import { sarifReport } from '../../report/sarif.ts';
import { type ColourWish, colourOf, paletteOf } from '../colour.ts';
import type { OutputStream, Shell } from '../shell.ts';
import { UsageError } from '../usage-error.ts';

const formats = ['pretty', 'compact', 'json', 'sarif', 'github', 'gitlab', 'junit'] as const;
type Format = (typeof formats)[number];

/** A format, and the file that it is written into; none for the output. */
export interface FormatWish {
  readonly format: Format;
  readonly path?: string;
}

/** Reads `sarif` or `sarif:findings.sarif`. Throws a `UsageError` for a format that there is not. */
export function readFormat(text: string): FormatWish {
  const [, name = '', path] = /^([^:]*)(?::(.*))?$/s.exec(text) ?? [];
  const format = formats.find((known) => known === name);
  if (format === undefined) {
    const near = closest(name, formats);
    throw new UsageError(
      `there is no format “${name}”`,
      near === undefined ? `known are: ${formats.join(', ')}` : `did you mean “${near}”?`,
    );
  }
  if (path === '') throw new UsageError(`“${text}” names no file behind the colon`);
  return path === undefined ? { format } : { format, path };
}

/** Writes the report in every wished format: into its file, or to `output`. */
export function writeReports(
  shell: Shell,
  report: Report,
  wishes: readonly FormatWish[],
  output: OutputStream,
  colour: ColourWish,
): void {
  for (const { format, path } of wishes)
    if (path === undefined) {
      const palette = paletteOf(colourOf(output, shell.environment, colour));
      output.write(render(report, format, palette, output.columns));
    } else {
      const target = absolutePath(shell.cwd, path);
      shell.files.write(
        target,
        new TextEncoder().encode(render(report, format, plainPalette, 80)),
        parentFolder(target),
      );
    }
}

function render(report: Report, format: Format, palette: Palette, width: number): string {
  switch (format) {
    case 'pretty':
      return prettyReport(report, { palette, width });
    case 'compact':
      return compactReport(report);
    case 'json':
      return jsonReport(report);
    case 'sarif':
      return sarifReport(report);
    case 'github':
      return githubReport(report);
    case 'gitlab':
      return gitlabReport(report);
    case 'junit':
      return junitReport(report);
  }
}
