import type { TextMeasurer } from '../type/measurer.ts';
import type { ChartLane, LabelText } from './chart.ts';
import { labelText } from './label-text.ts';
import { textSizes } from './text-sizes.ts';

/** Space in px between a swimlane's header and the text in it. */
export const headerPadding = 10;

/** In px. A lane is made as wide as its header needs with lines of the first length; the others are for wider lanes. */
const lineLengths = [150, 220, 330, 500, Number.POSITIVE_INFINITY];

/** A lane's header in lines as short as may be, then in longer and fewer ones. */
export function laneHeaders(
  measurer: TextMeasurer,
  label: string,
  rightToLeft: boolean,
): readonly [LabelText, ...LabelText[]] {
  const [shortest = 0, ...longer] = lineLengths;
  const broken = (longest: number): LabelText =>
    labelText(measurer, label, {
      size: textSizes.lane,
      longest,
      widest: 1.8 * longest,
      align: 'middle',
      rightToLeft,
    });
  let last = broken(shortest);
  const headers: [LabelText, ...LabelText[]] = [last];
  for (const longest of longer) {
    if (last.lines.length <= 1) break;
    const next = broken(longest);
    if (next.lines.length < last.lines.length) headers.push(next);
    last = next;
  }
  return headers;
}

/** The header of a lane that is so many px wide, in as few lines as it has room for. */
export const fittingHeader = ({ headers }: Pick<ChartLane, 'headers'>, width: number): LabelText =>
  headers.findLast((header) => header.width + 2 * headerPadding <= width) ?? headers[0];
