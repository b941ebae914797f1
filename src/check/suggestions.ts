import { closest } from '../diagnostic/suggest.ts';

/** Finds what was meant by a name, among names that are there. */
export type Suggest = (name: string, among: ReadonlySet<string>) => string | undefined;

/**
 * Finds what was meant, and remembers it. Comparing names costs their number times the number of mistakes, so that
 * after `comparisons` of them nothing more is proposed: a file with thousands of unknown names isn't one of typing
 * mistakes.
 */
export function suggestions(comparisons = 100_000): Suggest {
  const known = new Map<ReadonlySet<string>, Map<string, string | undefined>>();
  let left = comparisons;
  return (name, among) => {
    const answers = known.get(among) ?? new Map<string, string | undefined>();
    known.set(among, answers);
    if (!answers.has(name) && left > 0) {
      left -= among.size;
      answers.set(name, closest(name, among));
    }
    return answers.get(name);
  };
}
