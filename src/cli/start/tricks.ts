/** All that makes flowc start sooner and could be left out: the table of trick-table.ts says of each what it is. */
export const trickNames = [
  'version-at-once',
  'remembered-run',
  'code-cache',
  'engine-settings',
  'letter-widths',
  'line-break-classes',
  'prepared-grammar',
] as const;

export type TrickName = (typeof trickNames)[number];

/** The tricks in use. Plain data, which may go to a thread. */
export type Tricks = ReadonlySet<TrickName>;

export const allTricks: Tricks = new Set(trickNames);

/**
 * The one switch: with `FLOWC_START=plain` in its environment flowc starts without any trick, and with
 * `FLOWC_START=plain:code-cache,letter-widths` without those. Pictures, messages and exit codes are the same; only the
 * time is not.
 */
export function tricksOf(environment: Readonly<Record<string, string | undefined>>): Tricks {
  const [way, without] = (environment['FLOWC_START'] ?? '').split(':');
  if (way !== 'plain') return allTricks;
  const left = without === undefined ? trickNames : without.split(',');
  return new Set(trickNames.filter((name) => !left.includes(name)));
}
