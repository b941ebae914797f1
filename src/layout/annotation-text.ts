import { sayingText, wordsFor } from '../language/words.ts';
import type { Node, Process } from '../model/process.ts';
import type { TextMeasurer } from '../type/measurer.ts';
import type { LabelText } from './chart.ts';
import { labelText } from './label-text.ts';
import type { ShowPart } from './show.ts';
import { textSizes } from './text-sizes.ts';

/** What is said beside a node, of that which is shown: the words to say, then the notes. */
export function annotationsOf(process: Process, node: Node, show: ReadonlySet<ShowPart>): readonly string[] {
  const words = wordsFor(process.language);
  return [
    ...(show.has('words') ? node.say.map((said) => sayingText(said, words)) : []),
    ...(show.has('notes') ? node.notes : []),
  ].filter((text) => text.trim() !== '');
}

/** Sets what is said beside a node, each text a paragraph of its own; undefined where there is nothing to say. */
export function annotationText(
  texts: readonly string[],
  {
    direction,
    rightToLeft,
    measurer,
  }: {
    readonly direction: 'down' | 'right';
    readonly rightToLeft: boolean;
    readonly measurer: TextMeasurer;
  },
): LabelText | undefined {
  if (texts.length === 0) return undefined;
  const style = { size: textSizes.annotation, ...lengths[direction], align: 'start', rightToLeft } as const;
  const set = texts.map((text) => labelText(measurer, text, style));
  const width = set.reduce((most, paragraph) => Math.max(most, paragraph.width), 0);
  let top = 0;
  const lines = set.flatMap((paragraph) => {
    const y = top;
    const indent = rightToLeft ? width - paragraph.width : 0;
    top += paragraph.height + betweenParagraphs;
    return paragraph.lines.map((line) => ({ ...line, x: line.x + indent, y: line.y + y }));
  });
  return { width, height: top - betweenParagraphs, lines };
}

/**
 * How long its lines are, in px. Where the work goes right an annotation stands above or below its node, and would push
 * the next one away by all that it is wider.
 */
const lengths = {
  down: { longest: 190, widest: 220 },
  right: { longest: 150, widest: 200 },
} as const;

const betweenParagraphs = 5;
