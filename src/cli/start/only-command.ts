import type { Tricks } from './tricks.ts';

/**
 * Finds what makes the command that the arguments name, where no other is to be made; undefined where all are. To
 * make all takes a while, and only help, completion and advice need to know more than the one that was asked for.
 */
export const onlyCommand = <Maker>(
  makers: ReadonlyMap<string, Maker>,
  name: string,
  tricks: Tricks,
): Maker | undefined => (tricks.has('one-command') ? makers.get(name) : undefined);
