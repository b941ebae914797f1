import { printable } from './printable.ts';

/**
 * What runs tests takes some lines of a log for commands: GitHub those that begin with `::` after any blanks, and it
 * and Azure `##[…]` and `##vso[…]` in the middle as well. A word joiner (U+2060), which nobody sees, makes plain text
 * of them.
 */
export const withoutRunnerCommands = (text: string): string =>
  text.replaceAll(/^([^\S\n]*):(?=:(?!:))/gm, `$1${joiner}:`).replaceAll(/#(?=#(?:\[|vso\[))/g, `#${joiner}`);

/**
 * A path as it may stand at the beginning of a line. It names the same file still, unless someone has chosen its name
 * to deceive.
 */
export const pathOnItsLine = (path: string): string =>
  withoutRunnerCommands(/^[\s:#]/.test(path) ? `./${path}` : path);

/** A path, as a line that people read may begin with it. */
export const printablePath = (path: string): string => pathOnItsLine(printable(path));

const joiner = '\u2060';
