import type { Deadline } from '../deadline.ts';
import { arrange } from './arrange.ts';
import { countColumns } from './columns.ts';
import { buildLattice } from './lattice.ts';
import type { Columned, Ranked } from './phases.ts';

/** Finds a column for each strand, and the rows that are best with these, and builds the lattice around them. */
export function chooseColumns(ranked: Ranked, deadline: Deadline): Columned {
  const { chart, strands } = ranked;
  const { rows, places } = arrange(ranked, deadline);
  const { columns, columnsOfLane } = countColumns(chart, strands, places);
  return { chart, rows, lattice: buildLattice(chart, rows, columns, columnsOfLane) };
}
