import { numberWord, wordsFor } from '../../language/words.ts';
import type { Process } from '../../model/process.ts';
import type { Point } from '../../shapes/geometry.ts';
import { drawHeading, type HeadingOptions } from '../draw-headings.ts';
import type { Drawing, TextLine } from '../drawing.ts';
import { textSizes } from '../text-sizes.ts';
import type { PageRoom } from './pack-pages.ts';
import { printMargin, pxPerMm, type Sheet } from './paper.ts';
import type { Turning } from './upright.ts';

/** A page in the px of the chart that is on it: at a scale of 0.8, a sheet has room for 1/0.8 of its own px. */
export interface PageSize {
  readonly sheet: Sheet;
  readonly width: number;
  readonly height: number;
  /**
   * The distances from the border of the sheet to the printable part, and from its top to what is below the heading.
   */
  readonly margin: number;
  readonly top: number;
  readonly heading: readonly TextLine[];
}

/** A sheet for a chart at the given scale, with the heading that every page has. */
export function pageSize(sheet: Sheet, scale: number, process: Process, options: HeadingOptions): PageSize {
  const px = pxPerMm / scale;
  const margin = Math.ceil(printMargin * px);
  const width = sheet.width * px;
  const longest = width - 2 * margin - numberRoom;
  const heading = drawHeading(process, longest, options);
  return {
    sheet,
    width,
    height: sheet.height * px,
    margin,
    top: margin + heading.height,
    heading: heading.lines.map((line) => ({
      ...line,
      x: options.rightToLeft ? width - margin - line.x : margin + line.x,
      y: margin + line.y,
    })),
  };
}

/** Beside the title, for the number of the page, in px. */
const numberRoom = 90;

/** The number of the page at the other end of the line on which the title begins. */
export function pageNumber(
  { width, margin, heading }: PageSize,
  page: number,
  pages: number,
  process: Process,
  { measurer, rightToLeft }: HeadingOptions,
): TextLine {
  const text = pageOf(page, pages, process, rightToLeft);
  const length = measurer.width(text, textSizes.subtitle, rightToLeft);
  return {
    text,
    role: 'subtitle',
    x: rightToLeft ? margin + length / 2 : width - margin - length / 2,
    y: heading[0]?.y ?? margin + textSizes.subtitle,
    width: length,
    size: textSizes.subtitle,
    rightToLeft,
  };
}

/**
 * “2 / 3”, in the digits of the flow's language. Without spaces where text runs from right to left: so the two are
 * one number to the bidirectional algorithm (UAX #9, W4), and stand in the order in which numbers are read.
 */
export const pageOf = (page: number, pages: number, process: Process, rightToLeft: boolean): string => {
  const words = wordsFor(process.language);
  return [page, pages].map((number) => numberWord(number, words)).join(rightToLeft ? '/' : ' / ');
};

/** The room for tiles, turned as they are. Where work runs down they stand side by side as columns are read. */
export function roomOn(size: PageSize, drawing: Drawing, { turn }: Turning): PageRoom {
  const { width, height, margin, top } = size;
  const room = turn({ x: 0, y: 0, width: width - 2 * margin, height: height - margin - top });
  const down = drawing.direction === 'down';
  return { width: room.width, height: room.height, fromRight: down && drawing.rightToLeft, inMiddle: down };
}

/** The corner at which that room begins, turned as well. */
export const originOn = ({ width, height, margin, top }: PageSize, { turn }: Turning): Point =>
  turn({ x: margin, y: top, width: Math.floor(width - 2 * margin), height: height - margin - top });
