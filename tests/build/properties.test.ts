import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsOfFlow } from '../../src/check/parts-of-flow.ts';
import type { Built } from '../../src/model/built.ts';
import { isEntryKind } from '../../src/model/node-parts.ts';
import type { Process } from '../../src/model/process.ts';
import { flowText, flowTwice } from '../generate-flow.ts';
import { sampleLabels } from '../sample-labels.ts';
import { builtOf, checked, compiled, processOf } from './process-of.ts';

const anything = { sound: false, size: 8, languages: ['en', 'he', 'zh', 'te'] } as const;

/** What holds for every process, whatever it was made from. */
function expectWhole({ process, gaps }: Built): void {
  const ids = new Set(process.nodes.map(({ id }) => id));
  const stages = new Set(process.stages.map(({ id }) => id));
  const owners = new Set(process.owners.map(({ id }) => id));
  expect(ids.size).toBe(process.nodes.length);
  expect(stages.size).toBe(process.stages.length);
  expect(new Set(process.edges.map(({ id }) => id)).size).toBe(process.edges.length);
  const index = new Map(process.nodes.map(({ id }, at) => [id, at]));
  let last = -1;
  for (const { from, to, kind } of process.edges) {
    expect(ids.has(from) && ids.has(to)).toBe(true);
    expect(index.get(from)).toBeGreaterThanOrEqual(last);
    last = index.get(from) ?? 0;
    expect(process.nodes[last]?.kind).not.toMatch(/^(end|transfer)$/);
    expect(process.nodes[index.get(to) ?? 0]?.kind).not.toMatch(/^(touchpoint|anytime|late|meanwhile)$/);
    if (kind === 'yes' || kind === 'no' || kind === 'otherwise' || kind === 'retry')
      expect(process.nodes[last]?.kind).toBe('decision');
    if (kind === 'when') expect(process.nodes[last]?.kind).toMatch(/^(decision|wait)$/);
  }
  for (const { from } of [...gaps.openExits, ...gaps.lostExits]) expect(ids.has(from)).toBe(true);
  for (const node of process.nodes) {
    const { stage, lane, owner } = node;
    expect(stage === undefined || stages.has(stage)).toBe(true);
    expect(owner === undefined || owners.has(owner)).toBe(true);
    expect(lane === undefined ? owners.size === 0 : owners.has(lane)).toBe(true);
    if ('partner' in node && node.partner !== undefined) {
      const partner = process.nodes[index.get(node.partner) ?? -1];
      expect(partner !== undefined && 'partner' in partner && partner.partner).toBe(node.id);
    }
  }
}

describe('every random flow', () => {
  it('is valid as generated, and its process is whole', () => {
    fc.assert(
      fc.property(flowText(anything), (text) => {
        const { built, diagnostics } = compiled(text);
        expect(diagnostics).toEqual([]);
        for (const each of built) expectWhole(each);
      }),
      { numRuns: 300 },
    );
  });

  it('has a node for every statement that makes one', () => {
    fc.assert(
      fc.property(flowText(anything), (text) => {
        const [flow] = checked(text).flows;
        if (flow === undefined) throw new Error('no flow');
        const nodes = processOf(text).nodes;
        const counts = {
          touchpoint: 0,
          anytime: 0,
          late: 0,
          meanwhile: 0,
          step: 0,
          wait: 0,
          escalate: 0,
          call: 0,
          transfer: 0,
          end: 0,
          fork: 0,
          decision: 0,
        };
        for (const { item } of partsOfFlow(flow.flow)) {
          if (item.kind === 'inline-step') counts.step += 1;
          else if (item.kind === 'parallel') counts.fork += 1;
          else if (item.kind === 'if-arm' || item.kind === 'choose') counts.decision += 1;
          else if (item.kind === 'jump') counts.decision += item.retry === undefined ? 0 : 1;
          else if (item.kind in counts) counts[item.kind as keyof typeof counts] += 1;
        }
        for (const [kind, count] of Object.entries(counts))
          expect([kind, nodes.filter((node) => node.kind === kind).length]).toEqual([kind, count]);
      }),
      { numRuns: 200 },
    );
  });

  it('has an edge for every jump that a path reaches', () => {
    fc.assert(
      fc.property(flowText(anything), (text) => {
        const { process, origin } = builtOf(text);
        const [flow] = checked(text).flows;
        const jumps = partsOfFlow(flow?.flow ?? expect.fail('no flow')).flatMap(({ item }) =>
          item.kind === 'jump' ? [item] : [],
        );
        for (const jump of jumps) {
          const edges = process.edges.filter(
            ({ id, jump: isJump }) => isJump && origin.edges.get(id)?.start === jump.span.start,
          );
          const unreached = origin.unreachedJumps.some(({ span }) => span.start === jump.span.start);
          if (jump.retry === undefined) expect(edges.length > 0).toBe(!unreached);
          const retries = edges.filter(({ kind }) => kind === 'retry');
          expect(retries).toHaveLength(jump.retry === undefined ? 0 : 1);
          for (const edge of edges) expect(edge.to).toBe(jump.id.name);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('means the same with other line breaks, comments, indentation and line ends', () => {
    fc.assert(
      fc.property(flowTwice(anything), ({ plain, disturbed }) => {
        expect(processOf(disturbed)).toEqual(processOf(plain));
      }),
      { numRuns: 200 },
    );
  });

  it('that is sound has every node between a touchpoint and an end, in every language', () => {
    const languages = Object.keys(sampleLabels) as (keyof typeof sampleLabels)[];
    fc.assert(
      fc.property(flowText({ languages }), (text) => {
        const { process, gaps } = builtOf(text);
        expect(gaps.openExits).toEqual([]);
        const starts = process.nodes.flatMap(({ id, kind }) => (isEntryKind(kind) ? [id] : []));
        // What is done beside the work is over by itself.
        const beside = reached(
          process,
          [
            ...process.nodes.flatMap(({ id, kind }) => (kind === 'meanwhile' ? [id] : [])),
            ...process.edges.flatMap(({ kind, to }) => (kind === 'meanwhile' ? [to] : [])),
          ],
          'from',
          'to',
        );
        const ends = process.nodes.flatMap(({ id, kind }) =>
          kind === 'end' || kind === 'transfer' ? [id] : [],
        );
        expect(reached(process, starts, 'from', 'to').size).toBe(process.nodes.length);
        const ended = reached(process, ends, 'to', 'from');
        for (const { id } of process.nodes) expect([id, ended.has(id)]).toEqual([id, !beside.has(id)]);
      }),
      { numRuns: 300 },
    );
  });
});

function reached(process: Process, starts: readonly string[], near: 'from' | 'to', far: 'from' | 'to') {
  const next = Map.groupBy(process.edges, (edge) => edge[near]);
  const found = new Set(starts);
  for (const id of found) for (const edge of next.get(id) ?? []) found.add(edge[far]);
  return found;
}

describe('whatever is read', () => {
  const cut = fc.tuple(
    flowText(anything),
    fc.nat(),
    fc.nat(),
    fc.constantFrom('', '}', '{', '->', '"', 'step', 'if', '?', ' max ', '\n', 'end', 'timeout'),
  );

  it('is a whole process, broken as the text may be', () => {
    fc.assert(
      fc.property(cut, ([text, from, length, put]) => {
        const start = from % text.length;
        const broken = text.slice(0, start) + put + text.slice(start + (length % 12));
        for (const each of compiled(broken).built) expectWhole(each);
      }),
      { numRuns: 500 },
    );
  });

  it('has a whole graph, of words thrown together', () => {
    const words = fc.constantFrom(
      'flow',
      'f',
      'step',
      'a',
      'b',
      '"x"',
      '->',
      '{',
      '}',
      'if',
      'q?',
      'else',
      'choose',
      'when',
      'otherwise',
      'parallel',
      'branch',
      'end',
      'max',
      '3',
      'then',
      'timeout',
      'problem',
      'within',
      '2d',
      'call',
      'transfer',
      'touchpoint',
      'stage',
      'escalate',
      'to',
      'wait',
      '\n',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (list) => {
        for (const each of compiled(`flow f\n${list.join(' ')}`).built) expectWhole(each);
      }),
      { numRuns: 500 },
    );
  });
});
