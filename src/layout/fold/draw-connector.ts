import { inBrackets, numberWord, pageWord, wordsFor } from '../../language/words.ts';
import type { Process } from '../../model/process.ts';
import type { Box, Point, Side } from '../../shapes/geometry.ts';
import { portPoint } from '../../shapes/shape-geometry.ts';
import { readsRightToLeft } from '../../type/bidi-levels.ts';
import { lineMetrics } from '../../type/line-metrics.ts';
import type { TextMeasurer } from '../../type/measurer.ts';
import type { DrawnNode, TextLine } from '../drawing.ts';
import { sentences, spokenLabels } from '../spoken.ts';
import { textSizes } from '../text-sizes.ts';
import type { Cell } from './connector-row.ts';

/** Sizes of the two symbols in px: a circle for what goes on on this page, a pentagon for what goes on on another. */
const circle = 32;
const pentagonHeight = 48;
/** The height of the part of the pentagon above its point. */
const shoulder = 31;
const leastPentagonWidth = 44;

export interface ConnectorText {
  readonly process: Process;
  readonly measurer: TextMeasurer;
  readonly rightToLeft: boolean;
}

/** Room for any connector of a flow, as it stands on the page: px. */
export function connectorCell(onOnePage: boolean, { process, measurer, rightToLeft }: ConnectorText): Cell {
  if (onOnePage) return { width: circle, height: circle };
  const words = wordsFor(process.language);
  const width = measurer.width(pageWord(88, words), textSizes.detail, rightToLeft);
  return { width: 2 * Math.ceil(Math.max(leastPentagonWidth, width * 1.15 + 8) / 2), height: pentagonHeight };
}

/** What a connector says. */
export interface ConnectorFacts {
  readonly id: string;
  readonly number: number;
  readonly role: 'out' | 'in';
  /** The nodes to which it leads: their ids. */
  readonly targets: readonly string[];
  /** The other pages that it leads to or comes from; empty for a connector that stays on its page. */
  readonly pages: readonly number[];
}

/**
 * Draws a connector into its cell, as near to `side` of it as the line that touches it there; gives that point as well.
 * Places are those of the page, in px.
 */
export function drawConnector(
  facts: ConnectorFacts,
  cell: Box,
  side: Side,
  text: ConnectorText,
): { readonly node: DrawnNode; readonly port: Point } {
  const { process, measurer, rightToLeft } = text;
  const words = wordsFor(process.language);
  const isOnPage = facts.pages.length === 0;
  const shape = isOnPage ? 'on-page-connector' : 'off-page-connector';
  const box = isOnPage ? besides(cell, circle, side) : cell;
  const [page] = facts.pages;
  const number = numberWord(facts.number, words);
  const detail = page === undefined || facts.pages.length > 1 ? undefined : pageWord(page, words);
  const line = (content: string, role: 'label' | 'detail', size: number, middle: number): TextLine => {
    const own = readsRightToLeft(content, rightToLeft);
    return {
      text: content,
      role,
      x: box.x + box.width / 2,
      y: box.y + Math.round(middle + lineMetrics(content).centre * size),
      width: measurer.width(content, size, own),
      size,
      rightToLeft: own,
    };
  };
  const node: DrawnNode = {
    ...box,
    id: facts.id,
    kind: 'connector',
    shape,
    lines: isOnPage
      ? [line(number, 'label', textSizes.label, circle / 2)]
      : detail === undefined
        ? [line(number, 'label', textSizes.label, shoulder / 2 + 2)]
        : [line(number, 'label', textSizes.label, 11), line(detail, 'detail', textSizes.detail, 24)],
    spoken: spokenConnector(facts, process),
  };
  return { node, port: portPoint(shape, box, side) };
}

/** A square of the given size at the middle of one side of a cell. */
const besides = ({ x, y, width, height }: Box, size: number, side: Side): Box => ({
  x: side === 'left' ? x : side === 'right' ? x + width - size : x + (width - size) / 2,
  y: side === 'top' ? y : side === 'bottom' ? y + height - size : y + (height - size) / 2,
  width: size,
  height: size,
});

/** “3 (page 2). Next: Book the visit.”, in the flow's language: the page is where the line goes on, or comes from. */
function spokenConnector({ number, targets, pages }: ConnectorFacts, process: Process): string {
  const words = wordsFor(process.language);
  const { next, colon = ': ', comma = ', ' } = words.spoken;
  const labels = spokenLabels(process);
  const where =
    pages.length === 0 ? '' : inBrackets(pages.map((page) => pageWord(page, words)).join(comma), words);
  return sentences(
    [
      numberWord(number, words) + where,
      `${next}${colon}${targets.map((id) => labels.get(id) ?? id).join(comma)}`,
    ],
    words.spoken,
  );
}
