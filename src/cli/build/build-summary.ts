import { counted } from '../../diagnostic/counted.ts';
import { commonFolder, parentFolder, relativePath } from '../../project/path.ts';
import type { SeverityCounts } from '../../report/report.ts';
import type { TypedCommand } from '../typed-command.ts';
import type { Freshness } from './freshness.ts';

/** What a build did: paths of pictures, absolute, and numbers. */
export interface BuildCounts {
  readonly drawn: readonly string[];
  readonly fresh: readonly string[];
  readonly surplus: number;
  readonly pruned: number;
  readonly failed: number;
  /** Flows. */
  readonly refused: number;
}

/** What a check found. */
export interface CheckCounts {
  /** The paths of all pictures that should be there, absolute. */
  readonly checked: readonly string[];
  readonly states: readonly Freshness[];
  readonly surplus: number;
  readonly left: number;
  /** Flows that have errors, so that no picture of them is due. */
  readonly refused: number;
}

/** `2 pictures drawn (in flows), 24 fresh already (in examples)`. */
export const drawSummary = (cwd: string, counts: BuildCounts): string =>
  [
    `${counted(counts.drawn.length, 'picture')} drawn${whereabouts(cwd, counts.drawn)}`,
    ...(counts.fresh.length > 0
      ? [`${counts.fresh.length} fresh already${whereabouts(cwd, counts.fresh)}`]
      : []),
    ...(counts.surplus > 0 ? [`${counted(counts.surplus, 'surplus page')} removed`] : []),
    ...(counts.pruned > 0 ? [`${counted(counts.pruned, 'picture')} left behind removed`] : []),
    ...(counts.failed > 0 ? [`${counts.failed} not drawn`] : []),
    ...(counts.refused > 0 ? [`${counted(counts.refused, 'flow')} not drawn`] : []),
  ].join(', ');

/** `24 pictures checked (in examples): 22 fresh, 2 stale`. */
export function checkSummary(cwd: string, { checked, states, surplus, left, refused }: CheckCounts): string {
  const number = (state: Freshness): number => states.filter((each) => each === state).length;
  const found = (
    [
      [number('fresh'), 'fresh'],
      [number('stale'), 'stale'],
      [number('missing'), 'missing'],
      [surplus, 'surplus'],
      [left, 'left behind'],
    ] as const
  ).flatMap(([count, state]) => (count > 0 ? [`${count} ${state}`] : []));
  const result = found.length === 0 ? '' : `: ${found.join(', ')}`;
  const unchecked = refused > 0 ? `; ${counted(refused, 'flow')} with errors not checked` : '';
  return `${counted(states.length, 'picture')} checked${whereabouts(cwd, checked)}${result}${unchecked}`;
}

/** What a build does not show, as it stops no picture; nothing where there is none of it. */
export function otherFindings({ warning, info }: SeverityCounts, flowc: TypedCommand): readonly string[] {
  const parts = [
    ...(warning > 0 ? [counted(warning, 'warning')] : []),
    ...(info > 0 ? [counted(info, 'info')] : []),
  ];
  return parts.length === 0 ? [] : [`${parts.join(', ')}: see \`${flowc} lint\``];
}

/** The place of pictures: ` (order.svg)`, ` (in flows)`, ` (in flows and below)`; empty for none. */
function whereabouts(cwd: string, paths: readonly string[]): string {
  const [first] = paths;
  if (first === undefined) return '';
  if (paths.length === 1) return ` (${relativePath(cwd, first)})`;
  const folders = new Set(paths.map(parentFolder));
  const common = commonFolder(parentFolder(first), [...folders]);
  const shown = common === cwd ? 'this folder' : relativePath(cwd, common);
  return ` (in ${shown}${folders.size === 1 ? '' : ' and below'})`;
}
