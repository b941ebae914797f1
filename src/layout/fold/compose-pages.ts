import { inBrackets, wordsFor } from '../../language/words.ts';
import type { Process } from '../../model/process.ts';
import type { Box, Point } from '../../shapes/geometry.ts';
import type { TextMeasurer } from '../../type/measurer.ts';
import { overlap } from '../box-index.ts';
import type { Drawing, DrawnStage } from '../drawing.ts';
import { labelText, stageTitle } from '../label-text.ts';
import { placeTitle } from '../place-titles.ts';
import { composeTile, type PageContent } from './compose-tile.ts';
import type { Connector } from './link-parts.ts';
import { listOnPages } from './list-on-pages.ts';
import { originOn, type PageSize, pageNumber, pageOf } from './page-size.ts';
import type { PagePlan } from './plan-pages.ts';
import type { Turning } from './upright.ts';

export interface FoldedChart {
  readonly drawing: Drawing;
  readonly process: Process;
  readonly measurer: TextMeasurer;
  readonly turning: Turning;
}

/** Draws the pages of a plan, each with heading and number. */
export function composePages(
  folded: FoldedChart,
  size: PageSize,
  { pages: plan }: PagePlan,
): readonly Drawing[] {
  const { drawing, process, measurer, turning } = folded;
  const beyond = pagesBeyond(plan);
  const origin = originOn(size, turning);
  const { list: _, ...whole } = drawing;
  const words = wordsFor(process.language);
  const folds = plan.map((tiles, index): PageContent => {
    const composition = {
      drawing,
      process,
      measurer,
      turning,
      pagesBeyond: (connector: Connector) => beyond(connector, index + 1),
    };
    const content = tiles.map((tile) => composeTile(composition, tile, origin));
    return {
      lanes: content.flatMap((tile) => tile.lanes),
      stages: content.flatMap((tile) => tile.stages),
      nodes: content.flatMap((tile) => tile.nodes),
      annotations: content.flatMap((tile) => tile.annotations),
      brackets: content.flatMap((tile) => tile.brackets),
      edges: content.flatMap((tile) => tile.edges),
    };
  });
  const contents = listOnPages(folds, drawing, size);
  const pages = contents.length;
  return contents.map((all, index): Drawing => {
    const page = index + 1;
    const number =
      pages === 1
        ? []
        : [pageNumber(size, page, pages, process, { measurer, rightToLeft: drawing.rightToLeft })];
    return {
      ...whole,
      title:
        pages === 1
          ? drawing.title
          : drawing.title + inBrackets(pageOf(page, pages, process, drawing.rightToLeft), words),
      width: size.width,
      height: size.height,
      paper: { ...size.sheet, page, pages },
      heading: [...size.heading, ...number],
      ...all,
      stages: all.stages.map((stage) => (stage.lines.length > 0 ? stage : withTitle(stage, all, folded))),
    };
  });
}

/** For a connector on a page: the other pages that have its number where its lines go on, or where they come from. */
function pagesBeyond(plan: PagePlan['pages']): (connector: Connector, page: number) => readonly number[] {
  const found = new Map<string, Set<number>>();
  plan.forEach((tiles, index) => {
    for (const { laid } of tiles)
      for (const { connector } of laid.connectors) {
        const key = `${connector.role} ${connector.number}`;
        found.set(key, (found.get(key) ?? new Set()).add(index + 1));
      }
  });
  return ({ role, number }, page) =>
    [...(found.get(`${role === 'out' ? 'in' : 'out'} ${number}`) ?? [])].filter((other) => other !== page);
}

/**
 * Says again what a frame is that goes on here, where nothing stands in the way; says nothing where there is no room.
 */
function withTitle(
  stage: DrawnStage,
  { nodes, annotations, edges }: PageContent,
  { drawing, process, measurer }: FoldedChart,
): DrawnStage {
  const { rightToLeft } = drawing;
  const label = process.stages.find(({ id }) => id === stage.id)?.label ?? '';
  const title = labelText(measurer, label, { ...stageTitle, rightToLeft });
  // Titles are placed as for reading from left to right.
  const mirror = (points: readonly Point[]): readonly Point[] =>
    rightToLeft ? points.map(({ x, y }) => ({ x: -x, y })) : points;
  const frame = rightToLeft ? { ...stage, x: -stage.x - stage.width } : stage;
  const inTheWay = [...edges.map(({ points }) => points), ...nodes.flatMap(sidesOf)].map(mirror);
  const { box, missing } = placeTitle(title, frame, inTheWay);
  const left = rightToLeft ? -box.x - box.width : box.x;
  if (missing > 0 || [...nodes, ...annotations].some((other) => overlap(other, { ...box, x: left })))
    return stage;
  const lines = title.lines.map((line) => ({
    text: line.text,
    role: 'stage' as const,
    x: left + line.x,
    y: box.y + line.y,
    width: line.width,
    size: stageTitle.size,
    rightToLeft: line.rightToLeft,
  }));
  return { ...stage, lines };
}

/** The upright sides of a node. */
const sidesOf = ({ x, y, width, height }: Box): readonly (readonly Point[])[] =>
  [x, x + width].map((side) => [
    { x: side, y },
    { x: side, y: y + height },
  ]);
