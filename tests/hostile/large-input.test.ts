import { describe, expect, it } from 'vitest';
import { format } from '../../src/format/format.ts';
import { lineEdits } from '../../src/format/line-edits.ts';
import { allRules } from '../../src/lint/all-rules.ts';
import { lintFlows } from '../../src/lint/lint.ts';
import { loadFiles } from '../../src/project/load-files.ts';
import { parse } from '../../src/syntax/parse.ts';
import { memoryFileSystem } from '../project/memory-file-system.ts';
import { understand } from '../understand.ts';

const everyRule = new Map(allRules.map(({ name, severity }) => [name, { severity, options: {} }] as const));

/** Reads, checks, lints and formats a text, and gives what is left of it for a test to look at. */
function through(text: string) {
  const parsed = parse({ path: 'a.flow', text });
  const understood = understand(new Map([['a.flow', parsed]]));
  lintFlows([...understood.values()], { today: '2026-11-21', rulesFor: () => everyRule });
  const { diagnostics, built } = understood.get('a.flow') ?? { diagnostics: [], built: [] };
  return {
    nodes: built.reduce((sum, { process }) => sum + process.nodes.length, 0),
    limits: diagnostics.flatMap(({ code, message }) =>
      code === 'limit-exceeded' ? [message.toLowerCase()] : [],
    ),
    formatted: format(parsed),
  };
}

const head = 'flow f\ntouchpoint t\n';
const times = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('');

describe('what is too large is said to be', () => {
  it.each([
    ['a file over 10 MiB', () => 'x'.repeat(10 * 1024 * 1024 + 1), 'this file is larger than 10 MiB'],
    [
      'a million words',
      () => head + 'end '.repeat(1_000_001),
      'this file has more than 1,000,000 words and signs',
    ],
    ['flows', () => times(10_001, (at) => `flow f${at}\nend\n`), 'this file has more than 10,000 flows'],
    [
      'nodes',
      () => `${head}${times(20_000, () => 'step "S"\n')}end\n`,
      'The flow “f” has more than 20,000 steps',
    ],
    ['blocks in blocks', () => `${head}${'if q? {\n'.repeat(5000)}${'}\n'.repeat(5000)}`, '100 blocks'],
    ['stages that nobody closed', () => head + 'stage "S" {\n'.repeat(5000), '100 blocks'],
    ['retries of retries', () => `${head}step a\n-> ${'a max 2 then -> '.repeat(50_000)}end\n`, '20 retries'],
    ['a time', () => `${head}wait "W" within ${'9'.repeat(400)}d\nend\n`, 'this time is too long'],
    ['a label', () => `${head}step "${'x'.repeat(10_001)}"\n`, 'this text is longer than 10000 characters'],
    ['mistakes', () => `${head}${'setp x\n'.repeat(100_000)}`, 'more than 1000 mistakes'],
  ])('%s', (_, text, message) => {
    expect(through(text()).limits.join()).toContain(message.toLowerCase());
  });
});

describe('what is within the limits is read', () => {
  it.each([
    ['20,000 nodes', () => `${head}${times(19_998, (at) => `step s${at} "Step"\n`)}end\n`, 20_000],
    ['a chain of 20,000', () => `${head}-> "S"${' -> "S"'.repeat(19_997)} -> end\n`, 20_000],
    [
      '10,000 questions in a row',
      () => `${head}${times(9_000, (at) => `${at > 0 ? 'else ' : ''}if q${at}? -> end\n`)}`,
      18_001,
    ],
    [
      '10,000 answers',
      () => `${head}choose "Q" {\n${times(9_000, (at) => `when "${at}" -> end\n`)}}\n`,
      9_002,
    ],
    [
      '5,000 branches at once',
      () => `${head}parallel {\n${times(5_000, () => 'branch { step "S" }\n')}}\nend\n`,
      5_004,
    ],
    [
      '5,000 problems of one step',
      () => `${head}step "S"\n${times(5_000, (at) => `problem "${at}" -> end\n`)}end\n`,
      5_003,
    ],
    [
      'loops of 5,000 time limits',
      () => `${head}${times(5_000, (at) => `wait w${at} within 1d\ntimeout -> w${(at + 1) % 5_000}\n`)}end\n`,
      5_002,
    ],
    ['99 blocks in blocks', () => `${head}${'if "Q" {\n'.repeat(99)}step "S"\n${'}\n'.repeat(99)}end\n`, 102],
    [
      '98 problems in problems',
      () => `${head}${'step "S" problem "P" {\n'.repeat(98)}${'}\n'.repeat(98)}end\n`,
      100,
    ],
    [
      '5,000 decisions that part and join',
      () => `${head}${times(5_000, () => 'if "Q" { step "A" } else { step "B" }\n')}end\n`,
      15_002,
    ],
    ['a comment of 5 MiB', () => `${head}${'# no importance at all\n'.repeat(220_000)}end\n`, 2],
    ['200,000 suppressions', () => `${head}${'# flowc-ignore dead-end: so\n'.repeat(200_000)}end\n`, 2],
    ['200,000 suppressions', () => `${'# flowc-ignore-file dead-end: so\n'.repeat(200_000)}${head}end\n`, 2],
    ['200,000 attributes', () => `${head}step "S" ${'say "" '.repeat(200_000)}\nend\n`, 3],
  ])('%s', (_, text, nodes) => {
    const { limits, nodes: found } = through(text());
    expect(limits).toEqual([]);
    expect(found).toBe(nodes);
  });

  it('60,000 statements on one line, each of which gets a line', () => {
    const text = `${head.trim()} ${times(60_000, (at) => `step s${at} "S" `)}`;
    expect(format(parse({ path: 'a.flow', text })).split('\n').length).toBe(60_003);
  });

  it('30,000 lines that all change, each as an edit', () => {
    const text = `${head}${times(30_000, (at) => `  step   s${at} "S"\n`)}`;
    const formatted = format(parse({ path: 'a.flow', text }));
    expect(lineEdits(text, formatted, []).length).toBe(30_000);
  });

  it('200,000 statements, more than fit into the arguments of a call', () => {
    const { formatted } = through(`${head}${times(200_000, (at) => `step s${at % 500} "S"\n`)}`);
    expect(formatted.split('\n').length).toBe(200_003);
  });
});

describe('files that use each other', () => {
  const load = (files: Readonly<Record<string, string>>) => {
    const { files: loaded } = loadFiles(memoryFileSystem(files), '/p', ['/p/f0.flow'], parse);
    return { loaded, understood: understand(loaded) };
  };
  const flow = (at: number, uses: readonly number[]): string =>
    `${uses.map((use) => `use "f${use}.flow"\n`).join('')}flow f${at}\n${uses.map((use) => `call f${use}\n`).join('')}end\n`;

  it('in a chain of 10,000', () => {
    const files = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, at) => [`/p/f${at}.flow`, flow(at, at < 9_999 ? [at + 1] : [])]),
    );
    const { loaded, understood } = load(files);
    expect(loaded.size).toBe(10_000);
    expect([...understood.values()].flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
  });

  it('in a circle, each other and all', () => {
    const files = Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => [
        `/p/f${at}.flow`,
        flow(
          at,
          Array.from({ length: 60 }, (_, use) => use).filter((use) => use !== at),
        ),
      ]),
    );
    const { loaded, understood } = load(files);
    expect(loaded.size).toBe(60);
    expect([...understood.values()].flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
  });

  it('in diamonds upon diamonds, which are 2 to the 60th ways and 121 files', () => {
    const files = Object.fromEntries(
      Array.from({ length: 121 }, (_, at) => {
        const level = Math.floor((at + 1) / 2);
        const next = [2 * level + 1, 2 * level + 2].filter((use) => use < 121);
        return [`/p/f${at}.flow`, flow(at, next)];
      }),
    );
    expect(load(files).loaded.size).toBe(121);
  });

  it('200,000 times the same', () => {
    const { loaded } = load({
      '/p/f0.flow': `${'use "f1.flow"\n'.repeat(200_000)}flow a\nend\n`,
      '/p/f1.flow': flow(1, []),
    });
    expect(loaded.size).toBe(2);
  });
});
