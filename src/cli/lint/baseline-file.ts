import { counted } from '../../diagnostic/counted.ts';
import { isUnreadable } from '../../project/file-system.ts';
import { absolutePath, parentFolder, relativePath } from '../../project/path.ts';
import {
  type Baseline,
  baselineOf,
  readBaseline,
  withoutKnown,
  writeBaseline,
} from '../../report/baseline.ts';
import { findingsOf, type Report } from '../../report/report.ts';
import type { Shell } from '../shell.ts';
import { UsageError } from '../usage-error.ts';

/**
 * The report without what the baseline of that path knows; with `update`, the baseline is written again from the
 * report, and nothing is left; of files that were not judged now it keeps what it knew. Files stand in a baseline
 * relative to its own folder.
 */
export function applyBaseline(shell: Shell, report: Report, path: string, update: boolean): Report {
  const target = absolutePath(shell.cwd, path);
  const folder = parentFolder(target);
  const nameOf = (name: string): string => relativePath(folder, absolutePath(shell.cwd, name));
  if (update) {
    const baseline = baselineOf(report, nameOf);
    const judged = new Set(report.files.map((file) => nameOf(file.path)));
    const others = [...(baselineAt(shell, target) ?? [])].filter(
      ([name]) => !judged.has(name) && shell.files.kind(absolutePath(folder, name)) === 'file',
    );
    const all = new Map([...others, ...baseline]);
    shell.files.write(target, new TextEncoder().encode(writeBaseline(all)), folder);
    shell.stderr.write(`${path} knows ${counted(findingsIn(all), 'finding')} now\n`);
    return withoutKnown(report, baseline, nameOf);
  }
  const bytes = shell.files.read(target);
  if (isUnreadable(bytes))
    throw new UsageError(`${path} cannot be read: ${bytes.message}`, '--update-baseline writes it');
  const baseline = baselineAt(shell, target);
  if (baseline === undefined) throw new UsageError(`${path} is no baseline that flowc has written`);
  const rest = withoutKnown(report, baseline, nameOf);
  const known = findingsOf(report).length - findingsOf(rest).length;
  if (known > 0) shell.stderr.write(`${path}: ${counted(known, 'known finding')} left out\n`);
  return rest;
}

function baselineAt(shell: Shell, path: string): Baseline | undefined {
  const bytes = shell.files.read(path);
  return isUnreadable(bytes) ? undefined : readBaseline(new TextDecoder().decode(bytes));
}

const findingsIn = (baseline: Baseline): number =>
  [...baseline.values()].reduce((sum, known) => sum + known.size, 0);
