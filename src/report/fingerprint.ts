import { sha256 } from '../text/sha256.ts';
import type { ReportedFile, ReportedFinding } from './report.ts';

/**
 * Names the findings of a file so that they keep their names when lines move, a count in a message changes with time,
 * or a new version says it in other words: by rule, the names and labels in the message, and the marked text, and by
 * their order where all of that is the same. 32 hexadecimal digits each, in the order of the findings.
 */
export function fingerprintsOf(file: ReportedFile): readonly string[] {
  const seen = new Map<string, number>();
  return file.diagnostics.map(({ code, message, span }) => {
    const names = message.match(/“[^”]*”/g) ?? [];
    const parts = [code, ...names, file.text.slice(span.start, span.end)];
    const key = JSON.stringify(parts);
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return digest(...parts, String(nth));
  });
}

/** Findings of all files with fingerprints that are unique among them. */
export const findingsWithFingerprints = (
  files: readonly ReportedFile[],
): readonly (ReportedFinding & { readonly fingerprint: string })[] =>
  files.flatMap((file) => {
    const fingerprints = fingerprintsOf(file);
    return file.diagnostics.map((diagnostic, at) => ({
      file,
      diagnostic,
      fingerprint: digest(file.path, fingerprints[at] ?? ''),
    }));
  });

const digest = (...parts: readonly string[]): string => sha256([JSON.stringify(parts)]).slice(0, 32);
