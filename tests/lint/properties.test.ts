import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limitOf } from '../../src/analysis/longest-limit.ts';
import { usualWays } from '../../src/analysis/owners-at.ts';
import { roundsOf } from '../../src/analysis/service-view.ts';
import type { RuleName } from '../../src/diagnostic/code.ts';
import { elapsedSeconds } from '../../src/language/total-time.ts';
import { allRules } from '../../src/lint/all-rules.ts';
import { lintFlows } from '../../src/lint/lint.ts';
import type { RuleSettings } from '../../src/lint/settings.ts';
import type { Edge, Process } from '../../src/model/process.ts';
import {
  analysed,
  compiled,
  flowWithCalls,
  mostHandovers,
  smallFlow,
  walkedFlow,
} from '../analysis/small-flow.ts';
import { flowText } from '../generate-flow.ts';
import { backEdges, everyWalk, isReducible } from '../graph/small-digraph.ts';
import { codesOf, lintText, mainPath, rulesWith, today } from './lint-texts.ts';

const everything: RuleSettings = new Map(
  allRules.map(({ name, severity }) => [name, { severity, options: {} }] as const),
);

/** Rules that report a path that begins nowhere, leads nowhere, or never ends. */
const soundness: ReadonlySet<string> = new Set([
  'unreachable-node',
  'dead-end',
  'cannot-finish',
  'no-touchpoint',
  'no-end',
  'subflow-never-returns',
]);
const unsound = (found: readonly { readonly code: string }[]): readonly string[] =>
  found.map(({ code }) => code).filter((code) => soundness.has(code));

const found = ({ checked, ...built }: ReturnType<typeof compiled>, rules = everything) =>
  lintFlows([{ checked, built: [built] }], { today, rulesFor: () => rules }).get(mainPath) ?? [];

describe('any text', () => {
  const damage = fc.array(
    fc.record({
      at: fc.nat(2000),
      cut: fc.nat(30),
      put: fc.constantFrom(
        '',
        '{',
        '}',
        '"',
        '->',
        'end',
        'flow x',
        '# flowc-ignore dead-end',
        'to customer',
        ' ',
      ),
    }),
    { minLength: 1, maxLength: 5 },
  );

  it('is judged without a throw, and every finding and every edit is a place in it', () => {
    fc.assert(
      fc.property(flowText({ sound: false }), damage, (text, damages) => {
        const broken = damages.reduce(
          (whole, { at, cut, put }) => whole.slice(0, at) + put + whole.slice(at + cut),
          text,
        );
        for (const { span, fix, related, message } of lintText(broken, everything)) {
          const places = [
            span,
            ...related.map((place) => place.span),
            ...(fix?.edits ?? []).map((edit) => edit.span),
          ];
          for (const { start, end } of places) {
            expect(start).toBeLessThanOrEqual(end);
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeLessThanOrEqual(broken.length);
          }
          expect(message).toMatch(/[^.\n]$/);
          expect(message).not.toMatch(/undefined|NaN|\n/);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('gets the same findings twice', () => {
    fc.assert(
      fc.property(flowText({ sound: false }), (text) => {
        expect(lintText(text, everything)).toEqual(lintText(text, everything));
      }),
      { numRuns: 20 },
    );
  });
});

describe('a flow that is sound by construction', () => {
  it('has no path that begins nowhere, leads nowhere or never ends', () => {
    fc.assert(
      fc.property(flowWithCalls(), (text) => {
        expect(unsound(lintText(text, everything))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('has exactly one such finding when an end is cut from it', () => {
    fc.assert(
      fc.property(flowWithCalls({ stages: false }), fc.nat(), (text, which) => {
        const whole = compiled(text);
        const { process, gaps } = whole;
        const ends = process.nodes.filter(({ kind }) => kind === 'end');
        const cut = ends[which % ends.length];
        fc.pre(cut !== undefined);
        const nodes = process.nodes.filter((node) => node !== cut);
        const edges = process.edges.filter(({ to }) => to !== cut?.id);
        const openExits = process.edges
          .filter(({ to }) => to === cut?.id)
          .map(({ to: _, jump: __, ...exit }) => exit);
        const cutOff = { ...whole, process: { ...process, nodes, edges }, gaps: { ...gaps, openExits } };
        const codes = unsound(found(cutOff));
        expect(codes).toEqual([ends.length === 1 && !hasTransfer(process) ? 'no-end' : 'dead-end']);
      }),
      { numRuns: 150 },
    );
  });

  const hasTransfer = ({ nodes }: Process): boolean => nodes.some(({ kind }) => kind === 'transfer');
});

describe('over all paths of small random flows', () => {
  /** Nodes on some path from these, by following edges; nothing clever. */
  const onPaths = (
    edges: readonly Pick<Edge, 'from' | 'to'>[],
    starts: readonly string[],
  ): ReadonlySet<string> => {
    const ids = new Set(starts);
    for (const id of ids) for (const { from, to } of edges) if (from === id) ids.add(to);
    return ids;
  };

  const isLate = ({ nodes }: Process, id: string): boolean =>
    nodes.some((node) => node.id === id && node.kind === 'late');

  /** Edges from each limit without a timeout to what is done late in a flow without stages. */
  const lateEdges = ({ nodes, edges }: Process): readonly Pick<Edge, 'from' | 'to'>[] => {
    const late = nodes.find(({ kind }) => kind === 'late');
    const hasTimeout = (id: string) => edges.some(({ from, kind }) => from === id && kind === 'timeout');
    return late === undefined
      ? []
      : nodes.flatMap((node) =>
          'withinByLevel' in node &&
          (node.within !== undefined || node.withinByLevel.length > 0) &&
          !hasTimeout(node.id)
            ? [{ from: node.id, to: late.id }]
            : [],
        );
  };

  it('what is reached, and what can finish, is what paths lead to and end from', () => {
    fc.assert(
      fc.property(smallFlow, (text) => {
        const whole = compiled(text);
        const { process, gaps } = whole;
        const flow = analysed(text);
        const entries = flow.entries.map((at) => flow.node(at).id);
        // What is done late or meanwhile is begun by no edge, and what is done meanwhile is on no way of a case.
        const sides = process.nodes.flatMap(({ id, kind }) =>
          kind === 'late' || kind === 'meanwhile' ? [id] : [],
        );
        const reached = onPaths(process.edges, [...entries, ...sides]);
        const codes = codesOf(found(whole));
        expect(codes.includes('unreachable-node')).toBe(reached.size < process.nodes.length);
        const open = new Set(gaps.openExits.map(({ from }) => from));
        const ways = [...process.edges.filter(({ kind }) => kind !== 'meanwhile'), ...lateEdges(process)];
        const stops = process.nodes.filter(
          ({ id, kind }) => kind === 'end' || kind === 'transfer' || open.has(id),
        );
        const onTheWay = onPaths(ways, [...entries, ...sides.filter((id) => isLate(process, id))]);
        const stuck = [...onTheWay].some((id) => {
          const later = onPaths(ways, [id]);
          return !stops.some((stop) => later.has(stop.id));
        });
        expect(codes.includes('cannot-finish')).toBe(stuck);
        const stopsOpen = [...open].some((id) => reached.has(id));
        expect(codes.includes('dead-end') || codes.includes('no-end')).toBe(stopsOpen);
      }),
      { numRuns: 200 },
    );
  });

  it('a promise is too short, and hand-overs are too many, just where some path says so', () => {
    let tooShort = 0;
    let tooMany = 0;
    fc.assert(
      fc.property(walkedFlow, (text) => {
        const flow = analysed(text);
        const { shape } = flow;
        const [start = 0, second] = flow.entries;
        if (second !== undefined) return;
        const isSmall = isReducible(shape, start) && backEdges(shape, start).size <= 3;
        if (!isSmall || shape.from.some((_, edge) => roundsOf(flow, edge) > 2)) return;
        const limits = flow.process.nodes.map((_, at) => elapsedSeconds(limitOf(flow, at)));
        let longest = 0;
        everyWalk(
          shape,
          start,
          (edge) => roundsOf(flow, edge),
          (walk) => {
            if (!flow.canStop(walk.at(-1) ?? 0)) return;
            longest = Math.max(
              longest,
              walk.reduce((sum, node) => sum + (limits[node] ?? 0), 0),
            );
          },
        );
        const handovers = mostHandovers(flow, start, usualWays(flow));
        const finds = (rule: RuleName, changed: string, options = {}): boolean =>
          codesOf(lintText(changed, rulesWith('none', [rule, options]))).includes(rule);
        const promising = (seconds: number): string => {
          const [days, rest] = [Math.floor(seconds / 86_400), Math.round(seconds % 86_400)];
          const promise = `${days > 0 ? `${days}d` : ''}${rest > 0 || days === 0 ? `${Math.max(1, rest)}s` : ''}`;
          return text.replace('\n', `\npromise ${promise}\n`);
        };
        expect(finds('promise-exceeded', promising(longest))).toBe(false);
        if (longest > 1) expect(finds('promise-exceeded', promising(longest - 1))).toBe(true);
        expect(finds('too-many-handovers', text, { max: handovers })).toBe(false);
        if (handovers > 0) expect(finds('too-many-handovers', text, { max: handovers - 1 })).toBe(true);
        tooShort += longest > 1 ? 1 : 0;
        tooMany += handovers > 0 ? 1 : 0;
      }),
      { numRuns: 300 },
    );
    expect(tooShort).toBeGreaterThan(5);
    expect(tooMany).toBeGreaterThan(5);
  });
});
