import { counted } from '../diagnostic/counted.ts';
import type { SeverityCounts } from './report.ts';

/** `2 errors, 1 warning in 3 files`; kinds that are not there are left out. */
export function findingsInWords({ error, warning, info }: SeverityCounts, files: number): string {
  const parts = [
    ...(error > 0 ? [counted(error, 'error')] : []),
    ...(warning > 0 ? [counted(warning, 'warning')] : []),
    ...(info > 0 ? [counted(info, 'info')] : []),
  ];
  return `${parts.length === 0 ? 'no findings' : parts.join(', ')} in ${counted(files, 'file')}`;
}
