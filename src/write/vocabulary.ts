import type { Duration } from '../language/duration.ts';
import type { LanguageWords } from '../language/language-words.ts';
import type { TimesByLevel } from '../language/words.ts';
import type { Node } from '../model/process.ts';
import { durationText } from './literals.ts';
import type { Losses } from './losses.ts';
import { quote, sayable } from './quote.ts';

/** How things are called in a text. */
export interface Vocabulary {
  readonly words: LanguageWords;
  /** The name of a role or system, as it stands behind `by`, `with`, `to`, `using`. */
  participant(id: string): string;
  request(id: string): string;
  level(id: string): string;
  flow(id: string): string;
  /** What a call or transfer reads like without a label of its own; undefined where that is not known. */
  titleOf(id: string, path: string | undefined): string | undefined;
}

/** Puts a text in quotes; what of it cannot be said is reported. */
export function quotedText(text: string, of: Node | undefined, losses: Losses): string {
  const { text: said, lost } = sayable(text);
  if (lost !== undefined) losses.add(of, lost);
  return quote(said);
}

/** Times, each behind its level, and the one that holds for all others; empty where there is none. */
export const timesText = (
  { usual, byLevel }: TimesByLevel<Duration>,
  { level }: Pick<Vocabulary, 'level'>,
  of: Node | undefined,
  losses: Losses,
): string =>
  [
    ...byLevel.flatMap(({ level: id, value }) =>
      durationsText([value], of, losses).map((text) => `${level(id)} ${text}`),
    ),
    ...durationsText(usual === undefined ? [] : [usual], of, losses),
  ].join(', ');

/** Durations as they are written; one that cannot be is left out, and reported. */
export const durationsText = (
  durations: readonly Duration[],
  of: Node | undefined,
  losses: Losses,
): readonly string[] =>
  durations.flatMap((duration) => {
    const text = durationText(duration);
    if (text === undefined)
      losses.add(
        of,
        of === undefined
          ? 'A time of the flow is not made of whole numbers, and is left out'
          : 'has a time that is not made of whole numbers, and is left out',
      );
    return text === undefined ? [] : [text];
  });
