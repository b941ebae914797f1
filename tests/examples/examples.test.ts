import { describe, expect, it } from 'vitest';
import { format } from '../../src/format/format.ts';
import { flowc } from '../cli/test-shell.ts';
import {
  builtOf,
  checkTexts,
  examplePaths,
  findingsIn,
  processesOf,
  textOfExample,
} from './example-files.ts';

const checked = checkTexts(new Map(examplePaths.map((path) => [path, textOfExample(path)])));
const files = examplePaths.flatMap((path) => {
  const file = checked.get(path);
  return file === undefined
    ? []
    : [{ path, file, processes: processesOf(file), gaps: builtOf(file).map(({ gaps }) => gaps) }];
});

describe('the examples', () => {
  it('are the processes that flowc exists for, and an airline in several files', () => {
    expect(examplePaths).toEqual([
      'abandoned-cart.flow',
      'after-the-purchase.flow',
      'airline/change.flow',
      'airline/common.flow',
      'airline/lost-baggage.flow',
      'airline/refund.flow',
      'airline/ticket-service.flow',
      'angry-customer.flow',
      'complaint-simple.flow',
      'customer-support.flow',
      'disputed-charge.flow',
      'lead-chatbot.flow',
      'onboarding-software.flow',
      'onboarding.flow',
      'order-by-phone.flow',
      'order-fulfilment.flow',
      'product-feedback.flow',
      'return-or-refund.flow',
      'service-request-by-phone.flow',
      'shopping-cart.flow',
      'support-chatbot.flow',
      'technical-problem.flow',
      'technical-question.flow',
      'ticket-routing.flow',
    ]);
  });

  it.each(files)('$path reads, checks and stands in the one layout', ({ path, file }) => {
    expect(file.diagnostics).toEqual([]);
    expect(format(file.parsed)).toBe(textOfExample(path));
  });

  it.each(files)('$path is one chart for a wall, in which every path ends', ({ processes, gaps }) => {
    expect(processes).toHaveLength(1);
    expect(gaps.flatMap(({ openExits }) => openExits)).toEqual([]);
    for (const process of processes) {
      expect(process.nodes.length).toBeGreaterThanOrEqual(8);
      expect(process.nodes.length).toBeLessThanOrEqual(30);
      expect(process.nodes.filter((node) => node.kind === 'end' && node.outcome === undefined)).toEqual([]);
      expect(process.owners.length).toBeGreaterThanOrEqual(2);
      expect(process.nodes.filter(({ kind, owner }) => kind === 'step' && owner === undefined)).toEqual([]);
    }
  });

  it('have nothing that the linter finds', () => {
    expect(findingsIn(checked.values(), 'recommended')).toEqual([]);
  });

  it('are good service, but for the example of the language, which hands nothing up and lets a customer wait', () => {
    expect(findingsIn(checked.values(), 'service')).toEqual([
      'order-by-phone.flow no-escalation-path',
      'order-by-phone.flow silent-wait',
    ]);
  });

  it.each([
    ['he', /^[^a-z]*$/],
    ['te', /^[^a-z]*$/],
    ['el', /^[^a-z]*$/],
    ['zh', /^[^a-z]*$/],
    ['ro', /^[^а-яα-ω]*$/],
  ])('are written wholly in %s at least twice, once with names in its own script', (language, script) => {
    const written = files
      .flatMap(({ processes }) => processes)
      .filter((process) => process.language === language);
    expect(written.length).toBeGreaterThanOrEqual(2);
    for (const { title, nodes } of written)
      for (const text of [title, ...nodes.flatMap(({ label, say }) => [label, ...say])])
        expect(text).toMatch(script);
    expect(written.some(({ id }) => /[^a-z-]/.test(id))).toBe(true);
    expect(written.some(({ id }) => /^[a-z-]+$/.test(id))).toBe(true);
  });

  it('have the pictures that stand beside them: `npx flowc build examples` changes nothing', async () => {
    const sources = Object.fromEntries(
      examplePaths.map((path) => [`examples/${path}`, textOfExample(path)] as const),
    );
    const { code, files: built } = await flowc(['build', 'examples'], { files: sources });
    expect(code).toBe(0);
    for (const path of examplePaths.map((name) => name.replace(/\.flow$/, '.svg'))) {
      const same = built[`examples/${path}`] === textOfExample(path);
      expect(same, `examples/${path} is what flowc draws now`).toBe(true);
    }
  });

  it('use every construct of the language, so that each is seen in a picture', () => {
    const nodes = files.flatMap(({ processes }) => processes.flatMap((process) => process.nodes));
    const edges = files.flatMap(({ processes }) => processes.flatMap((process) => process.edges));
    expect(new Set(nodes.map(({ kind }) => kind))).toEqual(
      new Set([
        'touchpoint',
        'step',
        'wait',
        'escalate',
        'call',
        'transfer',
        'decision',
        'fork',
        'join',
        'end',
      ]),
    );
    expect(new Set(edges.map(({ kind }) => kind))).toEqual(
      new Set(['next', 'yes', 'no', 'when', 'otherwise', 'problem', 'timeout', 'retry']),
    );
    expect(new Set(nodes.flatMap((node) => ('symbol' in node ? (node.symbol ?? []) : [])))).toEqual(
      new Set(['document', 'data', 'database', 'input', 'manual', 'display', 'preparation']),
    );
    expect(files.some(({ processes }) => processes.some(({ direction }) => direction === 'right'))).toBe(
      true,
    );
    expect(files.some(({ processes }) => processes.some(({ stages }) => stages.length > 0))).toBe(true);
  });
});
