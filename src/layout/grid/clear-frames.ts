import type { Chart } from '../chart.ts';
import type { Deadline } from '../deadline.ts';
import { chooseColumns } from './choose-columns.ts';
import { frameFaults } from './frames.ts';
import type { Columned } from './phases.ts';
import { rankByDocument, rankByWork } from './rank.ts';

/**
 * Keeps the frames of stages clear of what is not theirs: where one is not, nodes are ranked once more, stage by stage;
 * first with what is beside all stages at the top, where that leaves frames clear.
 */
export function clearFrames(columned: Columned, source: Chart, deadline: Deadline): Columned {
  const isClear = ({ chart, lattice }: Columned): boolean => frameFaults(chart, lattice, deadline) === 0;
  if (isClear(columned)) return columned;
  const ranked = rankByWork(source);
  const beside = ranked === undefined ? undefined : chooseColumns(ranked, deadline);
  return beside !== undefined && isClear(beside) ? beside : chooseColumns(rankByDocument(source), deadline);
}
