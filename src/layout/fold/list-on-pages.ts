import type { Box } from '../../shapes/geometry.ts';
import { listAt, listGap } from '../draw-list.ts';
import type { Drawing, DrawnList } from '../drawing.ts';
import type { PageContent } from './compose-tile.ts';
import type { PageSize } from './page-size.ts';
import { around } from './upright.ts';

/**
 * Puts what stands below a chart on its last page, where there is room below what is there, or else on pages of its own
 * behind it: as many lines on each as it has room for.
 */
export function listOnPages(
  pages: readonly PageContent[],
  { list, rightToLeft }: Drawing,
  { width, height, margin, top }: PageSize,
): readonly PageContent[] {
  if (list === undefined) return pages;
  const x = rightToLeft ? width - margin : margin;
  const origin = { x: rightToLeft ? list.x + list.width : list.x, y: list.y };
  const relative = list.lines.map((line) => ({
    ...line,
    x: rightToLeft ? origin.x - line.x : line.x - origin.x,
    y: line.y - origin.y,
  }));
  const last = pages.at(-1);
  const below = last === undefined ? top : bottomOf(last) + listGap;
  if (last !== undefined && below + list.height <= height - margin)
    return [
      ...pages.slice(0, -1),
      { ...last, list: listAt({ ...list, lines: relative }, x, below, rightToLeft) },
    ];
  const room = height - margin - top;
  const parts: DrawnList[] = [];
  for (let first = 0; first < relative.length; ) {
    const start = (relative[first]?.y ?? 0) - (relative[first]?.size ?? 0);
    const rest = relative.slice(first);
    const fits = rest.findIndex(({ y, size }) => y + size / 2 - start > room);
    const lines = rest.slice(0, fits === -1 ? undefined : Math.max(1, fits));
    const end = (lines.at(-1)?.y ?? 0) + (lines.at(-1)?.size ?? 0) / 2;
    const part = {
      ...list,
      height: end - start,
      lines: lines.map((line) => ({ ...line, y: line.y - start })),
    };
    parts.push(listAt(part, x, top, rightToLeft));
    first += lines.length;
  }
  return [...pages, ...parts.map((part) => ({ ...nothing, list: part }))];
}

const nothing: PageContent = { lanes: [], stages: [], nodes: [], annotations: [], brackets: [], edges: [] };

const bottomOf = ({ lanes, stages, nodes, annotations, brackets, edges }: PageContent): number => {
  const { y, height } = around([
    ...lanes,
    ...stages,
    ...nodes,
    ...annotations,
    ...brackets.flatMap((bracket): readonly Box[] => [bracket, bracket.label]),
    ...edges.flatMap(({ label, points }) => [
      ...(label === undefined ? [] : [label]),
      ...points.map((point) => ({ ...point, width: 0, height: 0 })),
    ]),
  ]);
  return y + height;
};
