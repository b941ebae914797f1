import type { RuleSettings } from '../lint/settings.ts';
import type { Source } from '../text/source.ts';
import type { StartedFonts } from './start-fonts.ts';

/** All that goes into a session at one moment. It never changes; what is edited is another one. */
export interface SessionInput {
  /** The files that were given. Those that they `use` come with them where `source` has them. */
  readonly paths: readonly string[];
  /** The text of a file by its path; undefined where there is none. */
  source(path: string): Source | undefined;
  /** Paths of files that are there and were not read: one of them may be meant by a `use` that leads nowhere. */
  readonly beside?: ReadonlySet<string>;
  /** How the rules judge a file; where this is not set, no rule does. */
  rulesFor?(path: string): RuleSettings;
  /** The day on which is judged, `2026-11-21`. */
  readonly today?: string;
  /** What drawing takes. */
  readonly fonts?: StartedFonts;
}

/** The input of a session over these sources and no others. Of two with one path, the last one counts. */
export function sessionInput(
  sources: readonly Source[],
  more: Omit<SessionInput, 'paths' | 'source'> = {},
): SessionInput {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  return { ...more, paths: [...byPath.keys()], source: (path) => byPath.get(path) };
}
