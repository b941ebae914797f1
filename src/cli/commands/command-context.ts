import { Command, InvalidArgumentError } from 'commander';
import { closest } from '../../diagnostic/suggest.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Shell } from '../shell.ts';

/** What a command is made with: the world, and where it says how it ended. */
export interface CommandContext {
  readonly shell: Shell;
  readonly finish: (code: ExitCode) => void;
}

/** The value that every command has of `--color` and `--no-color`: undefined where neither is given. */
export interface CommonOptions {
  readonly color?: boolean;
}

/** A command with what all commands have. The example stands at the end of its help. */
export const newCommand = (name: string, description: string, example: string): Command =>
  new Command(name)
    .description(description)
    .option('--color', 'colours, though the output is no terminal')
    .option('--no-color', 'no colours')
    .addHelpText('after', `\n${example}`);

/** Reads what stands after an option, where that is one of some words: completion proposes these. */
interface WordReader<Value, Before = unknown> {
  readonly words: readonly string[];
  (text: string, before?: Before): Value;
}

const wordReader = <Value, Before>(
  words: readonly string[],
  read: (text: string, before?: Before) => Value,
): WordReader<Value, Before> => Object.assign(read, { words });

/** The words that an option takes, by what reads them; none where it takes others. */
export const wordsOf = (reader: unknown): readonly string[] =>
  typeof reader === 'function' && 'words' in reader && Array.isArray(reader.words) ? reader.words : [];

/** Reads one of some words, or several separated by commas; gathers them where the option is repeated. */
export const someOf = <Word extends string>(words: readonly Word[]) =>
  wordReader(words, (text: string, before: readonly Word[] = []): readonly Word[] => [
    ...before,
    ...text.split(',').map((word) => oneOf(words)(word.trim())),
  ]);

/** Reads several words as `someOf` does, or `none` for no word at all, which stands alone. */
export const someOrNone = <Word extends string>(words: readonly Word[]) =>
  wordReader([...words, none], (text: string, before: readonly Word[] = []): readonly Word[] => {
    if (text.trim() === none) return [];
    if (text.split(',').some((word) => word.trim() === none))
      throw new InvalidArgumentError(`“${none}” stands alone.`);
    return someOf(words)(text, before);
  });

const none = 'none';

export const oneOf = <Word extends string>(words: readonly Word[]) =>
  wordReader(words, (text: string): Word => {
    const found = words.find((word) => word === text);
    if (found !== undefined) return found;
    const near = closest(text, words);
    throw new InvalidArgumentError(
      near === undefined ? `Known are: ${words.join(', ')}.` : `Did you mean ${near}?`,
    );
  });

export const numberFrom =
  (least: number, most: number, whole = false) =>
  (text: string): number => {
    const value = text.trim() === '' ? Number.NaN : Number(text);
    if (value >= least && value <= most && (!whole || Number.isInteger(value))) return value;
    const kind = whole ? 'a whole number' : 'a number';
    throw new InvalidArgumentError(
      most === Number.POSITIVE_INFINITY
        ? `It must be ${kind} of ${least} or more.`
        : `It must be ${kind} from ${least} to ${most}.`,
    );
  };

/** A day of the calendar, as `2026-11-21`. */
export const day = (text: string): string => {
  const date = new Date(`${text}T00:00:00Z`);
  if (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(date.getTime()) &&
    date.toISOString().startsWith(text)
  )
    return text;
  throw new InvalidArgumentError('It must be a day of the calendar, such as 2026-11-21.');
};

export const gathered = (text: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  text,
];
