import { isRightToLeft } from '../language/right-to-left.ts';
import { sayingText, wordsFor } from '../language/words.ts';
import type { Remarks } from '../model/process.ts';
import { isolated } from '../type/line-in-order.ts';
import type { ShowPart } from './show.ts';

/** What is said of something, of that which is shown: the words to say, then the notes. */
export const said = (
  { say, notes }: Pick<Remarks, 'say' | 'notes'>,
  show: ReadonlySet<ShowPart>,
  language: string,
): readonly string[] =>
  [
    ...(show.has('words')
      ? say.map((text) => sayingText(isolated(text, isRightToLeft(language)), wordsFor(language)))
      : []),
    ...(show.has('notes') ? notes : []),
  ].filter((text) => text.trim() !== '');
