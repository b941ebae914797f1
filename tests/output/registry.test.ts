import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { outputFormats, outputs } from '../../src/output/registry.ts';
import { buildIfStale, spawnFlowc } from '../cli/built-flowc.ts';
import { cleanFlow, flowc } from '../cli/test-shell.ts';

const textOf = (path: string): string => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');

describe('every output', () => {
  it('has a name and an ending of its own', () => {
    expect(new Set(outputFormats).size).toBe(outputs.length);
    expect(new Set(outputs.map(({ extension }) => extension)).size).toBe(outputs.length);
  });

  it('is drawn once: the second build finds all of them fresh, and a change makes all stale', () => {
    buildIfStale();
    const cwd = mkdtempSync(join(tmpdir(), 'flowc-outputs-'));
    try {
      writeFileSync(join(cwd, 'a.flow'), cleanFlow('a'));
      const all = ['build', '-f', outputFormats.join(',')];
      const count = outputs.length;
      expect(spawnFlowc(all, { cwd })).toMatchObject({
        code: 0,
        err: expect.stringContaining(`${count} pictures drawn`),
      });
      for (const { extension } of outputs)
        expect(statSync(join(cwd, `a.${extension}`)).size).toBeGreaterThan(100);
      expect(spawnFlowc(all, { cwd })).toMatchObject({
        code: 0,
        err: expect.stringContaining(`${count} fresh already`),
      });
      expect(spawnFlowc([...all, '--check'], { cwd }).code).toBe(0);
      writeFileSync(join(cwd, 'a.flow'), cleanFlow('a').replace('Answered', 'Answered well'));
      const stale = spawnFlowc([...all, '--check'], { cwd });
      expect(stale.code).toBe(1);
      for (const { extension } of outputs) expect(stale.out).toContain(`stale a.${extension}`);
    } finally {
      rmSync(cwd, { recursive: true, force: true });
    }
  });

  it.each(outputFormats)(
    '%s is named in help, in the README and on the page about configurations',
    async (name) => {
      expect((await flowc(['build', '--help'], {})).out).toMatch(new RegExp(`\\b${name}\\b`));
      expect(textOf('README.md')).toContain(name.toUpperCase());
      expect(textOf('docs/configuration.md')).toContain(`\`${name}\``);
    },
  );
});
