import type { Process } from '../model/process.ts';
import type { Box } from '../shapes/geometry.ts';
import type { TextMeasurer } from '../type/measurer.ts';
import type { LabelText } from './chart.ts';
import type { TextLine } from './drawing.ts';
import { labelText } from './label-text.ts';
import { textSizes } from './text-sizes.ts';

/** Lines of a heading are broken at the width of the chart, but never shorter than this, in px. */
export const narrowestHeading = 460;

/** Between the heading and the chart, in px. */
const headingGap = 28;

export interface HeadingOptions {
  readonly rightToLeft: boolean;
  readonly measurer: TextMeasurer;
}

/**
 * The title and the department, broken into lines of at most `longest` px. `x` counts from the side where reading
 * starts; the height includes the gap to the chart.
 */
export const drawHeading = (
  process: Process,
  longest: number,
  { measurer, rightToLeft }: HeadingOptions,
): { readonly lines: readonly TextLine[]; readonly width: number; readonly height: number } => {
  const lines: TextLine[] = [];
  let height = 0;
  let width = 0;
  const texts = [
    { text: process.title, role: 'title' as const },
    { text: process.properties.department ?? '', role: 'subtitle' as const },
  ];
  for (const { text, role } of texts) {
    if (text === '') continue;
    const size = textSizes[role];
    const set = labelText(measurer, text, { size, longest, align: 'start', rightToLeft });
    for (const line of set.lines)
      lines.push({
        text: line.text,
        role,
        x: rightToLeft ? set.width - line.x : line.x,
        y: height + line.y,
        width: line.width,
        size,
        rightToLeft: line.rightToLeft,
      });
    height += set.height + 2;
    width = Math.max(width, set.width);
  }
  return { lines, width, height: height === 0 ? 0 : height + headingGap };
};

/** The label of a lane in the middle of its header, turned where that is higher than wide. */
export const drawHeader = (text: LabelText, header: Box): readonly TextLine[] => {
  const x = header.x + header.width / 2;
  const y = header.y + header.height / 2;
  const turned = header.height > header.width;
  return text.lines.map((line) => ({
    text: line.text,
    role: 'lane',
    // A turned line reads upwards: what was below the middle now stands to the right of it.
    x: turned ? x + line.y - text.height / 2 : x,
    y: turned ? y : y + line.y - text.height / 2,
    width: line.width,
    size: textSizes.lane,
    rightToLeft: line.rightToLeft,
    ...(turned ? { rotation: -90 as const } : {}),
  }));
};
