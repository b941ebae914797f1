import { isLanguageError } from '../diagnostic/code.ts';
import { fingerprintsOf } from './fingerprint.ts';
import type { Report, ReportedFile } from './report.ts';

/**
 * Findings of rules that a team knows of and lives with for now: their fingerprints, by file. Errors of the language
 * are never among them: what cannot be read cannot be drawn, so nobody can live with it.
 */
export type Baseline = ReadonlyMap<string, ReadonlySet<string>>;

/** All findings of a report, as a baseline. `nameOf` gives the name under which a file stands in it. */
export const baselineOf = (report: Report, nameOf: (path: string) => string): Baseline =>
  new Map(
    report.files
      .map((file) => [nameOf(file.path), fingerprintsOfRules(file)] as const)
      .filter(([, fingerprints]) => fingerprints.size > 0),
  );

/** The report without the findings that a baseline knows. */
export const withoutKnown = (
  report: Report,
  baseline: Baseline,
  nameOf: (path: string) => string,
): Report => ({
  ...report,
  files: report.files.map((file) => {
    const known = baseline.get(nameOf(file.path));
    if (known === undefined) return file;
    const fingerprints = fingerprintsOf(file);
    return {
      ...file,
      diagnostics: file.diagnostics.filter(
        ({ code }, at) => isLanguageError(code) || !known.has(fingerprints[at] ?? ''),
      ),
    };
  }),
});

const fingerprintsOfRules = (file: ReportedFile): ReadonlySet<string> => {
  const fingerprints = fingerprintsOf(file);
  return new Set(fingerprints.filter((_, at) => !isLanguageError(file.diagnostics[at]?.code ?? '')));
};

/** A baseline as the text of its file: sorted, so that a change of it reads well in a diff. */
export function writeBaseline(baseline: Baseline): string {
  const files = [...baseline].sort(([a], [b]) => (a < b ? -1 : 1));
  const value = {
    version: 1,
    files: Object.fromEntries(files.map(([path, known]) => [path, [...known].sort()])),
  };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** Reads the text of a baseline file; undefined where it is none. */
export function readBaseline(text: string): Baseline | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(value) || !('version' in value) || value.version !== 1) return undefined;
  if (!('files' in value) || !isObject(value.files)) return undefined;
  return new Map(
    Object.entries(value.files).map(([path, known]: [string, unknown]) => [
      path,
      new Set(Array.isArray(known) ? known.filter((item) => typeof item === 'string') : []),
    ]),
  );
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
