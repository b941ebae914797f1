import { hasLanes } from '../../layout/layout-flow.ts';
import { outputNamed } from '../../output/registry.ts';
import { UsageError } from '../usage-error.ts';
import type { PictureJob } from './draw-flows.ts';

/** Refuses, before anything is drawn, charts that are to have swimlanes and to be drawn by ELK, which knows none. */
export function refuseLanesByElk(pictures: readonly Pick<PictureJob, 'output' | 'settings'>[]): void {
  for (const { output, settings } of pictures) {
    const { process, format } = output;
    if (
      settings.layout !== 'elk' ||
      outputNamed(format).of === 'process' ||
      !hasLanes(process, settings.lanes)
    )
      continue;
    const { length } = process.owners;
    throw new UsageError(
      `“${process.title}” has ${length} ${length === 1 ? 'lane' : 'lanes'}, and ELK draws no lanes`,
      'Draw it without lanes, --no-lanes, or by flowc’s own layout, --layout flowc',
    );
  }
}
