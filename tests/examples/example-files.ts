import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildProcess } from '../../src/build/build-process.ts';
import { check } from '../../src/check/check.ts';
import type { CheckedFile } from '../../src/check/checked-file.ts';
import { lintFlows } from '../../src/lint/lint.ts';
import type { Preset } from '../../src/lint/presets.ts';
import { presetSettings } from '../../src/lint/settings.ts';
import type { Built } from '../../src/model/built.ts';
import type { Process } from '../../src/model/process.ts';
import { parse } from '../../src/syntax/parse.ts';

export const examplesFolder = join(import.meta.dirname, '..', '..', 'examples');

/** The paths of all examples, relative to their folder, with `/`. */
export const examplePaths: readonly string[] = readdirSync(examplesFolder, {
  recursive: true,
  encoding: 'utf8',
})
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.flow'))
  .sort();

export const textOfExample = (path: string): string => readFileSync(join(examplesFolder, path), 'utf8');

/** Files by path, read and checked together. */
export const checkTexts = (texts: ReadonlyMap<string, string>): ReadonlyMap<string, CheckedFile> =>
  check(new Map([...texts].map(([path, text]) => [path, parse({ path, text })])));

export const builtOf = (file: CheckedFile): readonly Built[] =>
  file.flows.map((flow) => buildProcess(flow).value);

export const processesOf = (file: CheckedFile): readonly Process[] =>
  builtOf(file).map(({ process }) => process);

/** The day for which the examples hold, so that a review that falls due later makes no test fail. */
const today = '2026-11-21';

/** What the linter finds in files that belong together: `path rule-name`, in order. */
export const findingsIn = (files: Iterable<CheckedFile>, preset: Preset): readonly string[] => {
  const rules = presetSettings(preset);
  const found = lintFlows(
    [...files].map((file) => ({ checked: file, built: builtOf(file) })),
    { today, rulesFor: () => rules },
  );
  return [...found].flatMap(([path, diagnostics]) => diagnostics.map(({ code }) => `${path} ${code}`));
};
