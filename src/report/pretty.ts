import { isLanguageError } from '../diagnostic/code.ts';
import { counted } from '../diagnostic/counted.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Palette } from '../diagnostic/palette.ts';
import { renderDiagnostic } from '../diagnostic/render-diagnostic.ts';
import { withoutRunnerCommands } from '../diagnostic/runner-commands.ts';
import { findingsInWords } from './count-words.ts';
import { countFindings, findingsOf, type Report } from './report.ts';

export interface PrettyOptions {
  readonly palette: Palette;
  /** Columns of the screen; 80 where it is no screen. */
  readonly width: number;
  /** How whoever reads it starts flowc: `npx flowc` in a project; `flowc` where nothing is said. */
  readonly typed?: string;
}

/**
 * For people at a terminal: each finding as a code frame, then a line that counts them, and one that says where to read
 * more.
 */
export function prettyReport(report: Report, options: PrettyOptions): string {
  const counts = countFindings(report);
  const summary = findingsInWords(counts, report.files.length);
  const worst = counts.error > 0 ? 'error' : counts.warning > 0 ? 'warning' : 'info';
  const isClean = findingsOf(report).length === 0;
  const shown = isClean ? summary : options.palette.severity[worst](summary);
  return `${prettyFindings(report, options)}${shown}${repairs(report)}\n${pointer(report, options.typed ?? 'flowc')}`;
}

/** The command that explains the worst finding, the first of them, so that it can be copied. */
function pointer(report: Report, typed: string): string {
  const codes = (['error', 'warning', 'info'] as const).flatMap((severity) =>
    findingsOf(report).flatMap(({ diagnostic }) =>
      diagnostic.severity === severity ? [diagnostic.code] : [],
    ),
  );
  const [first] = codes;
  return first === undefined ? '' : `${typed} explain ${first} says why it matters, and what to do\n`;
}

/**
 * The frames alone, each with an empty line behind it. A mistake of writing that stands in a file three times or more
 * is shown once, with the lines where it stands again: who has written a whole file with semicolons need not read of
 * each.
 */
export const prettyFindings = (report: Report, { palette, width }: PrettyOptions): string =>
  withoutRunnerCommands(
    report.files
      .flatMap((file) => {
        const alike = Map.groupBy(file.diagnostics, keyOf);
        return file.diagnostics.flatMap((diagnostic) => {
          const [first, ...others] = alike.get(keyOf(diagnostic)) ?? [];
          const isGathered = isLanguageError(diagnostic.code) && others.length >= fewestGathered - 1;
          if (isGathered && diagnostic !== first) return [];
          const again = isGathered ? others.map(({ span }) => file.lines.position(span.start).line) : [];
          return [
            `${renderDiagnostic(diagnostic, file, { palette, width, fileAt: report.fileAt }, again)}\n`,
          ];
        });
      })
      .join(''),
  );

const fewestGathered = 3;

/** What is said of a finding, but for its place. */
const keyOf = ({ code, message, help = '', fix, related }: Diagnostic): string =>
  JSON.stringify([code, message, help, fix?.title ?? '', related.map((place) => place.message)]);

/** What `--fix` could do, where it could do something. */
function repairs(report: Report): string {
  const kinds = findingsOf(report).map(({ diagnostic }) => diagnostic.fix?.kind);
  const safe = kinds.filter((kind) => kind === 'safe').length;
  const unsafe = kinds.filter((kind) => kind === 'unsafe').length;
  const parts = [
    ...(safe > 0 ? [`--fix repairs ${counted(safe, 'finding')}`] : []),
    ...(unsafe > 0
      ? [`--fix=unsafe ${safe > 0 ? `${unsafe} more` : `repairs ${counted(unsafe, 'finding')}`}`]
      : []),
  ];
  return parts.length === 0 ? '' : `; ${parts.join(', ')}`;
}
