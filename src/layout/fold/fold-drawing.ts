import type { Process } from '../../model/process.ts';
import type { TextMeasurer } from '../../type/measurer.ts';
import type { Drawing } from '../drawing.ts';
import { headerPadding, laneHeaders } from '../lane-header.ts';
import { composePages } from './compose-pages.ts';
import { connectorCell } from './draw-connector.ts';
import type { TileMeasures } from './lay-tiles.ts';
import { type PageSize, pageSize, roomOn } from './page-size.ts';
import { type Orientation, type PaperName, sheetOf, smallestScale } from './paper.ts';
import { foldable, type PagePlan, planPages } from './plan-pages.ts';
import { turningOf, type UprightChart, uprightChart } from './upright.ts';

export interface FoldOptions {
  readonly paper: PaperName;
  /** By default the one that needs fewer pages, or shows the chart larger. */
  readonly orientation?: Orientation;
  /** For the language of the flow. */
  readonly measurer: TextMeasurer;
}

/**
 * Folds a finished chart onto sheets of paper: one page where it fits, smaller if need be but never so small that
 * labels cannot be read; else it is cut where few lines run, into columns side by side and pages, and what is cut
 * ends in connectors (ISO 5807: a circle on the same page, a pentagon to another) and begins again at those of the
 * same number. Each page is a drawing of its own, with `paper`; each node stands on one of them.
 */
export function foldDrawing(
  drawing: Drawing,
  process: Process,
  { paper, orientation, measurer }: FoldOptions,
): readonly Drawing[] {
  const turning = turningOf(drawing);
  const chart = uprightChart(drawing, turning);
  const whole = foldable(chart, drawing.edges);
  const text = { process, measurer, rightToLeft: drawing.rightToLeft };
  const cells = [true, false].map((onOnePage) => {
    const { width, height } = connectorCell(onOnePage, text);
    return { onOnePage, ...turning.turn({ x: 0, y: 0, width, height }) };
  });
  // A lane that is cut has less room for its label than the whole one.
  const brokenHeader = process.owners
    .filter(({ id }) => drawing.lanes.some((lane) => lane.id === id))
    .map(({ label }) => laneHeaders(measurer, label, drawing.rightToLeft)[0].height + 2 * headerPadding)
    .reduce((most, height) => Math.max(most, height), chart.header);
  const planOn = (size: PageSize, stripPrice: number): PagePlan | undefined => {
    const room = roomOn(size, drawing, turning);
    const header = chart.body.width > room.width ? brokenHeader : chart.header;
    for (const cell of cells) {
      const plan = planPages(whole, { ...tileMeasures(drawing, chart, cell), header }, room, stripPrice);
      if (plan === undefined || !cell.onOnePage || plan.pages.length <= 1) return plan;
    }
    return undefined;
  };
  const orientations: readonly Orientation[] =
    orientation !== undefined
      ? [orientation]
      : drawing.width > drawing.height
        ? ['landscape', 'portrait']
        : ['portrait', 'landscape'];
  const best = (scales: readonly number[]): Fold | undefined => {
    let found: Fold | undefined;
    for (const each of orientations)
      for (const scale of scales) {
        const size = pageSize(sheetOf(paper, each), scale, process, text);
        for (const stripPrice of stripPrices) {
          const plan = planOn(size, stripPrice);
          if (plan === undefined) continue;
          const price = priceOf(plan, scale);
          if (found === undefined || price < found.price) found = { size, plan, price };
        }
      }
    return found;
  };
  let fold = best(readableScales);
  // What cannot be cut, such as a label that is wider than the paper, has to be smaller still.
  for (let scale = smallestScale; fold === undefined; ) {
    scale *= nextScale;
    if (scale < 1e-6) throw new Error(`“${process.title}” fits no page, however small it is drawn`);
    fold = best([scale]);
  }
  return composePages({ drawing, process, measurer, turning }, fold.size, fold.plan);
}

interface Fold {
  readonly size: PageSize;
  readonly plan: PagePlan;
  readonly price: number;
}

/** Wide bands, cut again, or more bands, none too wide: which is better shows only when it is done. */
const stripPrices: readonly number[] = [0, 120];

/** How much smaller a chart is drawn at each further try, where no readable scale will do. */
const nextScale = 0.85;

/** From full size down to the smallest at which labels can be read. */
const readableScales: readonly number[] = [1, 0.95, 0.9, 0.86, 0.82, 0.79, smallestScale];

/**
 * Pages count most, then whether anything is cut at all, then how often, then size: all of what is lost by the smallest
 * scale is worth some five connectors.
 */
const priceOf = ({ pages, connectors }: PagePlan, scale: number): number =>
  foldPrices.page * pages.length +
  (connectors.level + connectors.upright > 0 ? foldPrices.anyCut : 0) +
  foldPrices.levelConnector * connectors.level +
  foldPrices.uprightConnector * connectors.upright +
  foldPrices.smallness * (1 - scale);

/** Settled by looking at folded charts of tests/fixtures/long and of examples/; only their ratios matter. */
const foldPrices = {
  page: 100,
  anyCut: 40,
  levelConnector: 6,
  uprightConnector: 12,
  smallness: 120,
} as const;

/** Frames go on with their titles: where work runs down, in a row of its own. */
function tileMeasures(
  drawing: Drawing,
  chart: UprightChart,
  cell: { readonly width: number; readonly height: number },
): Omit<TileMeasures, 'header'> {
  const highest = Math.max(0, ...chart.titles.map(({ height }) => height));
  return {
    cell,
    titleRow: drawing.direction === 'down' ? Math.ceil(highest) + 16 : 0,
    depths: drawing.stages.map(({ depth }) => depth),
  };
}
