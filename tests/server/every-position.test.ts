import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { quickFixes } from '../../src/server/features/code-actions.ts';
import { codeLenses } from '../../src/server/features/code-lens.ts';
import { completion } from '../../src/server/features/completion.ts';
import { definition } from '../../src/server/features/definition.ts';
import { documentLinks } from '../../src/server/features/document-links.ts';
import { folds } from '../../src/server/features/folding.ts';
import { formatting, onTypeFormatting } from '../../src/server/features/formatting.ts';
import { hover } from '../../src/server/features/hover.ts';
import { inlayHints } from '../../src/server/features/inlay-hints.ts';
import { references } from '../../src/server/features/references.ts';
import { rename } from '../../src/server/features/rename.ts';
import { selections } from '../../src/server/features/selection.ts';
import { semanticTokens } from '../../src/server/features/semantic-tokens.ts';
import { outline } from '../../src/server/features/symbols.ts';
import type { Snapshot } from '../../src/server/snapshot.ts';
import { everyConstruct } from '../every-construct.ts';
import { openFiles } from './open-files.ts';

const folder = join(import.meta.dirname, '..', '..', 'examples');
const examples: Readonly<Record<string, string>> = {
  'every-construct.flow': everyConstruct,
  ...Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => path.endsWith('.flow'))
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  ),
};

/** Asks everything that can be asked of one place. */
function askAt(snapshot: Snapshot, path: string, offset: number): void {
  const file = snapshot.file(path);
  if (file === undefined) throw new Error(`there is no ${path}`);
  const { replace } = completion(snapshot, path, offset);
  expect(replace.start).toBeLessThanOrEqual(offset);
  expect(replace.end).toBeGreaterThanOrEqual(offset);
  hover(snapshot, path, offset);
  definition(snapshot, path, offset);
  references(snapshot, path, offset);
  rename(snapshot, path, offset, 'another-name');
  const around = selections(file, offset);
  expect(around.every(({ start, end }) => start <= offset && offset <= end)).toBe(true);
}

function askOfFile(snapshot: Snapshot, path: string): void {
  const file = snapshot.file(path);
  if (file === undefined) throw new Error(`there is no ${path}`);
  const whole = { start: 0, end: file.text.length };
  outline(file);
  folds(file);
  semanticTokens(file);
  documentLinks(snapshot, file);
  inlayHints(file, whole);
  codeLenses(file);
  quickFixes(file, whole);
  formatting(file);
  onTypeFormatting(file, file.text.length, '\n');
}

/** A text with a line that was begun and not finished, without its braces, cut off, and with a quote open. */
const broken: readonly ((text: string) => string)[] = [
  (text) => text.replace(/^step .*$/m, 'step x by\nif -> \nuse "'),
  (text) => text.replaceAll('{', ''),
  (text) => text.replaceAll('}', ''),
  (text) => text.slice(0, text.length / 2),
  (text) => text.replace('"', ''),
  (text) => text.replaceAll('->', '->->'),
  (text) => text.replaceAll(/\b(step|end|if|else)\b/g, ''),
];

describe('every place of every example', () => {
  it.each(Object.keys(examples))('%s: everything has an answer', (name) => {
    const { snapshot } = openFiles(examples);
    const path = `/p/${name}`;
    askOfFile(snapshot, path);
    for (let offset = 0; offset <= (examples[name]?.length ?? 0); offset += 1) askAt(snapshot, path, offset);
  });

  it.each(Object.keys(examples))('%s, broken: everything has an answer', (name) => {
    const { snapshot } = openFiles(examples);
    const path = `/p/${name}`;
    for (const breakIt of broken) {
      const text = breakIt(examples[name] ?? '');
      const changed = snapshot.with(path, text);
      askOfFile(changed, path);
      for (let offset = 0; offset <= text.length; offset += 17) askAt(changed, path, offset);
    }
  });
});
