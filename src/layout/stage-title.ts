import { accountableText, forEachItem, wordsFor } from '../language/words.ts';
import type { Process, Stage } from '../model/process.ts';
import type { TextMeasurer } from '../type/measurer.ts';
import type { LabelText } from './chart.ts';
import { labelText, stageTitle } from './label-text.ts';
import { limitText } from './limit-lines.ts';
import type { MarkedText } from './line-mark.ts';
import { participantLabel } from './participant-label.ts';
import type { ShowPart } from './show.ts';
import { textSizes } from './text-sizes.ts';

interface TitleOptions {
  readonly show: ReadonlySet<ShowPart>;
  readonly rightToLeft: boolean;
  readonly measurer: TextMeasurer;
}

/** Sets a stage's title: its label and, small behind it, who answers for it, its limit and what it is done for. */
export function stageTitleText(process: Process, stage: Stage, options: TitleOptions): LabelText {
  const { rightToLeft, measurer } = options;
  const set = (text: MarkedText, size: number): LabelText =>
    labelText(measurer, text.text, {
      ...stageTitle,
      ...(text.mark === undefined ? {} : { mark: text.mark }),
      size,
      rightToLeft,
    });
  const label = set({ text: stage.label }, textSizes.stage);
  const details = stageDetails(process, stage, options.show).map((text): LabelText => {
    const { lines, ...size } = set(text, textSizes.detail);
    return { ...size, lines: lines.map((line) => ({ ...line, size: textSizes.detail })) };
  });
  return details.length === 0 ? label : inRows([label, ...details], rightToLeft);
}

/** What is said of a stage beside its label. */
export function stageDetails(
  process: Process,
  stage: Stage,
  show: ReadonlySet<ShowPart>,
): readonly MarkedText[] {
  const words = wordsFor(process.language);
  const { owner, accountable, each } = stage;
  const details: readonly (MarkedText | undefined)[] = [
    owner === undefined || !show.has('owner') ? undefined : { text: participantLabel(process, owner) },
    show.has('within') ? { text: limitText(process, stage) } : undefined,
    each === undefined ? undefined : { text: forEachItem(each, words), mark: 'bars' },
    accountable === undefined
      ? undefined
      : { text: accountableText(participantLabel(process, accountable), words) },
  ];
  return details.flatMap((detail) => (detail === undefined || detail.text === '' ? [] : [detail]));
}

/** Between two texts of a row, in px. */
const gap = 8;

/** Texts one behind the other, in as many rows as they need; all lines of a row stand on one baseline. */
function inRows(texts: readonly LabelText[], rightToLeft: boolean): LabelText {
  const places: { readonly text: LabelText; readonly x: number; readonly y: number }[] = [];
  let [x, y, rowHeight, width] = [0, 0, 0, 0];
  for (const text of texts) {
    if (x > 0 && x + text.width > stageTitle.longest) {
      y += rowHeight;
      [x, rowHeight] = [0, 0];
    }
    places.push({ text, x, y });
    rowHeight = Math.max(rowHeight, text.height);
    width = Math.max(width, x + text.width);
    x += text.width + gap;
  }
  const lines = places.flatMap(({ text, x: left, y: top }) => {
    const row = places.filter((place) => place.y === top);
    const baseline = Math.max(...row.map((place) => place.text.lines[0]?.y ?? 0));
    const down = top + baseline - (text.lines[0]?.y ?? 0);
    const across = rightToLeft ? width - left - text.width : left;
    return text.lines.map((line) => ({ ...line, x: line.x + across, y: line.y + down }));
  });
  return { width, height: y + rowHeight, lines };
}
