import type { TrickName } from './tricks.ts';

/**
 * A trick: what it is, where it stands, what it gains and since when it is there. For people and tests: no command
 * loads this.
 */
export interface Trick {
  /** Says what is done in place of the plain way. */
  readonly does: string;
  /** Paths of what somebody has written for it, from the root of the repository. */
  readonly files: readonly string[];
  /** Paths of what a script has made for it. */
  readonly data?: readonly string[];
  /**
   * Processor time of the process that it saves in a command, in ms: a median of pairs, measured by bench/tricks.ts.
   */
  readonly gain: { readonly command: string; readonly ms: number };
  /** The day on which it came. */
  readonly since: string;
}

/**
 * All tricks of the start. Those of the process stand in this room; a table of what never changes stands beside what
 * reads it, as the core must not need the command line, and what is done when flowc is built stands in scripts/.
 */
export const trickTable: Readonly<Record<TrickName, Trick>> = {
  'version-at-once': {
    does: '`--version` is answered before any command is loaded',
    files: ['src/cli/start/start.ts'],
    gain: { command: '--version', ms: 13 },
    since: '2026-11-21',
  },
  'remembered-run': {
    does: 'a build that has nothing to do is known by what the disk answered the last time',
    files: [
      'src/cli/start/idle-run.ts',
      'src/cli/start/remember-idle-run.ts',
      'src/cli/start/remembered-run.ts',
    ],
    gain: { command: 'build examples, nothing to do', ms: 148 },
    since: '2026-11-21',
  },
  'code-cache': {
    does: 'chunks are scripts, whose compiled functions are kept after use',
    files: [
      'src/cli/start/cache-file.ts',
      'src/cli/start/cache-folder.ts',
      'src/cli/start/code-pack.ts',
      'src/cli/start/load-chunks.ts',
      'src/cli/start/open-chunks.ts',
      'scripts/command-line-chunks.js',
    ],
    gain: { command: 'build', ms: 73 },
    since: '2026-11-21',
  },
  'engine-settings': {
    does: 'V8 is told that the process ends soon',
    files: ['src/cli/start/engine.ts'],
    gain: { command: 'lint examples', ms: 33 },
    since: '2026-11-28',
  },
  'letter-widths': {
    does: 'Latin, Greek and Cyrillic letters are measured by a table in place of HarfBuzz',
    files: ['src/type/measure-letters.ts', 'scripts/letter-widths.ts'],
    data: ['src/type/letter-widths.ts'],
    gain: { command: 'build', ms: 18 },
    since: '2026-11-21',
  },
  'line-break-classes': {
    does: 'the line-breaking classes of usual letters are written out, and the table of all others is unpacked for a text that has them',
    files: ['scripts/quick-line-breaks.js'],
    gain: { command: 'build', ms: 6 },
    since: '2026-11-28',
  },
  'prepared-grammar': {
    does: 'what chevrotain finds out about the grammar is kept, and not found out again',
    files: ['src/cli/start/read-source.ts', 'src/syntax/chevrotain-internals.ts', 'scripts/lookahead.ts'],
    data: ['src/syntax/lookahead.ts'],
    gain: { command: 'lint', ms: 13 },
    since: '2026-11-28',
  },
};
