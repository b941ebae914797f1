/** Facts about a build of flowc. esbuild puts them, as JSON, in the place of the name `__FLOWC_BUILD__`. */
export interface BuildFacts {
  readonly version: string;
  /** The hash of all sources. */
  readonly build: string;
  /** The hash of the code that is loaded in chunks; only the start knows it, which is no chunk. */
  readonly code?: string;
  /** The hash of the sources that decide how a picture looks. */
  readonly drawing: string;
  /** Whether the version says all: no two releases have the same. */
  readonly isRelease: boolean;
}

declare const __FLOWC_BUILD__: string | undefined;

/** Undefined where the sources run as they are. */
export const buildFacts: BuildFacts | undefined =
  typeof __FLOWC_BUILD__ === 'undefined' ? undefined : JSON.parse(__FLOWC_BUILD__);
