import { withinByLevel, wordsFor } from '../language/words.ts';
import type { Node, Process, Stage } from '../model/process.ts';
import { levelTimes } from '../model/time-label.ts';

/** Says the limit of a node or a stage: “within 15 min (P1), else 4 h”. Empty where it has none. */
export function limitText(process: Pick<Process, 'language'>, limited: Node | Stage): string {
  if (!('withinByLevel' in limited)) return '';
  const times = levelTimes(limited.within, limited.withinByLevel, process.language);
  return withinByLevel(times, wordsFor(process.language));
}

/** `limitText` for a box: a long list is cut into lines of one limit each. */
export function limitLines(process: Pick<Process, 'language'>, limited: Node | Stage): readonly string[] {
  const text = limitText(process, limited);
  if (text === '' || !('withinByLevel' in limited)) return [];
  const count = limited.withinByLevel.length + (limited.within === undefined ? 0 : 1);
  if (count <= mostInOneLine) return [text];
  const { comma = ', ', listComma = comma } = wordsFor(process.language).spoken;
  const parts = text.split(listComma);
  return parts.map((part, index) => (index < parts.length - 1 ? part + listComma.trimEnd() : part));
}

const mostInOneLine = 2;
