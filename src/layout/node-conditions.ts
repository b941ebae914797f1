import { forEachItem, untilMoment, wordsFor } from '../language/words.ts';
import type { Node, Process } from '../model/process.ts';
import type { LineMark } from './drawing.ts';
import type { MarkedText } from './line-mark.ts';

/**
 * A node's label with the mark that says what kind of beginning or end it is: a limit that has passed, something beside
 * the work that is done again and again or once, an end that tells somebody.
 */
export const markedLabel = (node: Node): MarkedText => {
  const mark = markOf(node);
  return { text: node.label, ...(mark === undefined ? {} : { mark }) };
};

function markOf(node: Node): LineMark | undefined {
  switch (node.kind) {
    case 'late':
      return 'clock';
    case 'meanwhile':
      return timingMark(node.timing.kind);
    case 'end':
      return node.to.length > 0 ? 'envelope' : undefined;
    default:
      return undefined;
  }
}

/** What says without words when something beside the work is done. */
export const timingMark = (kind: 'every' | 'after'): LineMark => (kind === 'every' ? 'loop' : 'clock');

/**
 * How and when a node is done, where that is not just once and at once, each small under its label behind the mark that
 * BPMN has for it.
 */
export function nodeConditions(process: Process, node: Node): readonly MarkedText[] {
  const words = wordsFor(process.language);
  const conditions: MarkedText[] = [];
  if (node.kind === 'anytime') conditions.push({ text: words.spoken.anytime });
  if (node.kind === 'wait' && node.until !== undefined)
    conditions.push({ text: untilMoment(node.until, words) });
  if ('stopsClock' in node && node.stopsClock === true)
    conditions.push({ text: words.clockStops, mark: 'stopped-clock' });
  if (node.kind === 'decision' && node.several === true)
    conditions.push({ text: words.allThatApply, mark: 'ring' });
  if (node.kind === 'fork' && node.first === true && node.partner === undefined)
    conditions.push({ text: words.first });
  if ('each' in node && node.each !== undefined)
    conditions.push({ text: forEachItem(node.each, words), mark: 'bars' });
  return conditions;
}
