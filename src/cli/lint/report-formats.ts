import { plainPalette } from '../../diagnostic/palette.ts';
import { closest } from '../../diagnostic/suggest.ts';
import { absolutePath, parentFolder } from '../../project/path.ts';
import type { PrettyOptions } from '../../report/pretty.ts';
import type { Report } from '../../report/report.ts';
import { type ColourWish, colourOf, paletteOf } from '../colour.ts';
import type { OutputStream, Shell } from '../shell.ts';
import { typedCommand } from '../typed-command.ts';
import { UsageError } from '../usage-error.ts';

const formats = ['pretty', 'compact', 'json', 'sarif', 'github', 'gitlab', 'junit'] as const;
type Format = (typeof formats)[number];

/** A format, and the file that it is written into; none for the output. */
export interface FormatWish {
  readonly format: Format;
  readonly path?: string;
}

/** Those that are one document, which nothing may stand beside. */
const documents: ReadonlySet<Format> = new Set(['json', 'sarif', 'gitlab', 'junit']);

/** Reads all wishes of a command. Throws a `UsageError` where a document would be mixed with something else. */
export function readFormats(texts: readonly string[]): readonly FormatWish[] {
  const wishes = texts.map(readFormat);
  const printed = wishes.filter(({ path }) => path === undefined).map(({ format }) => format);
  const document = printed.find((format) => documents.has(format));
  if (document !== undefined && printed.length > 1)
    throw new UsageError(
      `${printed.join(' and ')} cannot both be standard output`,
      `Write one into a file: --format ${document}:findings.${document}`,
    );
  return wishes;
}

/** Reads `sarif` or `sarif:findings.sarif`. Throws a `UsageError` for a format that there is not. */
function readFormat(text: string): FormatWish {
  const [, name = '', path] = /^([^:]*)(?::(.*))?$/s.exec(text) ?? [];
  const format = formats.find((known) => known === name);
  if (format === undefined) {
    const near = closest(name, formats);
    throw new UsageError(
      `there is no format “${name}”`,
      near === undefined ? `Known are: ${formats.join(', ')}` : `Did you mean “${near}”?`,
    );
  }
  if (path === '') throw new UsageError(`“${text}” names no file behind the colon`);
  return path === undefined ? { format } : { format, path };
}

/** Writes the report in every wished format: into its file, or to `output`. */
export async function writeReports(
  shell: Shell,
  report: Report,
  wishes: readonly FormatWish[],
  output: OutputStream,
  colour: ColourWish,
): Promise<void> {
  const typed = typedCommand(shell);
  for (const { format, path } of wishes)
    if (path === undefined) {
      const palette = paletteOf(colourOf(output, shell.environment, colour));
      output.write(await render(report, format, { palette, width: output.columns, typed }));
    } else {
      const target = absolutePath(shell.cwd, path);
      shell.files.write(
        target,
        new TextEncoder().encode(await render(report, format, { palette: plainPalette, width: 80, typed })),
        parentFolder(target),
      );
    }
}

/** Loads what the format takes, and no other. */
async function render(report: Report, format: Format, screen: PrettyOptions): Promise<string> {
  switch (format) {
    case 'pretty':
      return (await import('../../report/pretty.ts')).prettyReport(report, screen);
    case 'compact':
      return (await import('../../report/compact.ts')).compactReport(report);
    case 'json':
      return (await import('../../report/json.ts')).jsonReport(report);
    case 'sarif':
      return (await import('../../report/sarif.ts')).sarifReport(report);
    case 'github':
      return (await import('../../report/github.ts')).githubReport(report);
    case 'gitlab':
      return (await import('../../report/gitlab.ts')).gitlabReport(report);
    case 'junit':
      return (await import('../../report/junit.ts')).junitReport(report);
  }
}
