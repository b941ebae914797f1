import { isUnreadable } from '../../project/file-system.ts';
import { absolutePath, parentFolder, relativePath } from '../../project/path.ts';
import { baselineOf, readBaseline, withoutKnown, writeBaseline } from '../../report/baseline.ts';
import { counted } from '../../report/count-words.ts';
import { findingsOf, type Report } from '../../report/report.ts';
import type { Shell } from '../shell.ts';
import { UsageError } from '../usage-error.ts';

/**
 * The report without what the baseline of that path knows; with `update`, the baseline is written anew from the report, and
 * nothing is left. Files stand in a baseline relative to its own folder.
 */
export function applyBaseline(shell: Shell, report: Report, path: string, update: boolean): Report {
  const target = absolutePath(shell.cwd, path);
  const folder = parentFolder(target);
  const nameOf = (name: string): string => relativePath(folder, absolutePath(shell.cwd, name));
  if (update) {
    const baseline = baselineOf(report, nameOf);
    shell.files.write(target, new TextEncoder().encode(writeBaseline(baseline)), folder);
    shell.stderr.write(`${path} knows ${counted(findingsOf(report).length, 'finding')} now\n`);
    return withoutKnown(report, baseline, nameOf);
  }
  const bytes = shell.files.read(target);
  if (isUnreadable(bytes))
    throw new UsageError(`${path} cannot be read: ${bytes.message}`, '--update-baseline writes it');
  const baseline = readBaseline(new TextDecoder().decode(bytes));
  if (baseline === undefined) throw new UsageError(`${path} is no baseline that flowc has written`);
  return withoutKnown(report, baseline, nameOf);
}
