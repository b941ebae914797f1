import type { Chart } from '../chart.ts';
import type { Deadline } from '../deadline.ts';
import { chooseColumns } from './choose-columns.ts';
import { frameFaults } from './frames.ts';
import type { Columned } from './phases.ts';
import { rankByDocument } from './rank.ts';

/**
 * Keeps the frames of stages clear of what is not theirs: where one is not, nodes are ranked once more, stage by stage.
 */
export function clearFrames(columned: Columned, source: Chart, deadline: Deadline): Columned {
  const { chart, lattice } = columned;
  if (frameFaults(chart, lattice, deadline) === 0) return columned;
  return chooseColumns(rankByDocument(source), deadline);
}
