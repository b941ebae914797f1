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

/** Reads one of some words, or several separated by commas; gathers them where the option is repeated. */
export const someOf =
  <Word extends string>(words: readonly Word[]) =>
  (text: string, before: readonly Word[] = []): readonly Word[] => [
    ...before,
    ...text.split(',').map((word) => oneOf(words)(word.trim())),
  ];

export const oneOf =
  <Word extends string>(words: readonly Word[]) =>
  (text: string): Word => {
    const found = words.find((word) => word === text);
    if (found !== undefined) return found;
    const near = closest(text, words);
    throw new InvalidArgumentError(
      near === undefined ? `Known are: ${words.join(', ')}.` : `Did you mean ${near}?`,
    );
  };

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
