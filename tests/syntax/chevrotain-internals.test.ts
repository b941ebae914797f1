import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedActionsParser } from 'chevrotain';
import { describe, expect, it } from 'vitest';
import { lookaheadsOf, missingInternals, recallAnalysis } from '../../src/syntax/chevrotain-internals.ts';
import { Grammar } from '../../src/syntax/grammar.ts';
import { lookahead } from '../../src/syntax/lookahead.ts';
import { parse } from '../../src/syntax/parse.ts';
import { vocabulary } from '../../src/syntax/token-types.ts';
import { example } from './example.ts';

const readFile = (path: string): string => readFileSync(join(import.meta.dirname, '..', '..', path), 'utf8');

describe('what flowc knows of chevrotain beyond its types', () => {
  it('is still there: what is named here is gone from this version, and each run works out the grammar until it is found again', () => {
    const parser = new EmbeddedActionsParser([...vocabulary]);
    expect(missingInternals(parser)).toEqual([]);
    expect(recallAnalysis(new EmbeddedActionsParser([...vocabulary]))).toBe(true);
  });

  it('is of the one version that is pinned', () => {
    const { devDependencies: dependencies } = JSON.parse(readFile('package.json'));
    expect(dependencies.chevrotain).toMatch(/^\d+\.\d+\.\d+$/);
    expect(JSON.parse(readFile('node_modules/chevrotain/package.json')).version).toBe(
      dependencies.chevrotain,
    );
  });

  it('names each field that is gone, and changes nothing then', () => {
    const parser = { selfAnalysisDone: 'yes', fullRuleNameToShort: {} };
    expect(missingInternals(parser)).toEqual(['lookAheadFuncsCache', 'selfAnalysisDone']);
    expect(recallAnalysis(parser)).toBe(false);
    expect(parser).toEqual({ selfAnalysisDone: 'yes', fullRuleNameToShort: {} });
    expect(lookaheadsOf(parser)).toEqual({});
  });

  it('stands in one file', () => {
    for (const path of ['grammar', 'reading', 'token-stream', 'recovery', 'parse'])
      expect(readFile(`src/syntax/${path}.ts`)).not.toMatch(
        /fullRuleNameToShort|lookAheadFuncsCache|selfAnalysisDone/,
      );
  });
});

describe('a grammar that is worked out again', () => {
  it('has the choices that are kept', () => {
    expect(Object.keys(lookaheadsOf(new Grammar({ prepared: false }))).sort()).toEqual(
      Object.keys(lookahead).sort(),
    );
  });

  it.each([
    ['a text without mistakes', example],
    ['a text with mistakes', example.replaceAll('by agent', 'byagent').replace('{', '')],
  ])('reads the same: %s', (_, text) => {
    const source = { path: 'a.flow', text };
    expect(parse(source, { prepared: false })).toEqual(parse(source));
  });
});
