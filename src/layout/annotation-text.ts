import { isRightToLeft } from '../language/right-to-left.ts';
import { wordsFor } from '../language/words.ts';
import type { Node, Process } from '../model/process.ts';
import { isolated } from '../type/line-in-order.ts';
import type { TextMeasurer } from '../type/measurer.ts';
import type { LabelText } from './chart.ts';
import { fieldTexts } from './field-texts.ts';
import { labelText, stacked } from './label-text.ts';
import { said } from './said.ts';
import type { ShowPart } from './show.ts';
import { textSizes } from './text-sizes.ts';

/** What is said beside a node, of that which is shown: of itself, then of each answer that leads on from it. */
export function annotationsOf(process: Process, node: Node, show: ReadonlySet<ShowPart>): readonly string[] {
  const { language } = process;
  const { colon = ': ' } = wordsFor(language).spoken;
  const rightToLeft = isRightToLeft(language);
  const answers = process.edges.flatMap(({ from, label = '', remarks }) =>
    from !== node.id || remarks === undefined
      ? []
      : [
          ...said(remarks, show, language),
          ...(show.has('fields') ? fieldTexts(remarks.fields, language) : []),
        ].map((text) =>
          label === '' ? text : `${isolated(label, rightToLeft)}${colon}${isolated(text, rightToLeft)}`,
        ),
  );
  return [...said(node, show, language), ...answers];
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
  return stacked(
    texts.map((text) => labelText(measurer, text, style)),
    style,
    betweenParagraphs,
  );
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
