import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import { ruleNames } from '../../src/diagnostic/rule-names.ts';
import { allRules } from '../../src/lint/all-rules.ts';
import type { RuleSettings } from '../../src/lint/settings.ts';
import type { Built } from '../../src/model/built.ts';
import { applyEdits } from '../../src/text/text-edit.ts';
import { compiled } from '../build/process-of.ts';
import { withoutAnnotations } from '../fixture.ts';
import { flowText } from '../generate-flow.ts';
import { lintText, rulesWith } from './lint-texts.ts';
import { fixtureNames, readFixture } from './rule-fixtures.ts';

const everything: RuleSettings = new Map(
  allRules.map(({ name, severity }) => [name, { severity, options: {} }] as const),
);

/** A graph as readers see it: without places, without the mark of a jump, without question marks. */
const seen = ({ process: { nodes, edges, stages }, gaps: { openExits } }: Built): string =>
  JSON.stringify({ nodes, edges, openExits, stages }, (key, value: unknown) =>
    key === 'jump'
      ? undefined
      : key === 'label' && typeof value === 'string'
        ? value.replace(/[\s.]*[?？؟;]?$/, '')
        : value,
  );

const seenIn = (text: string): readonly string[] => compiled(text).built.map(seen);

/** All edits of one kind together, as `--fix` makes them. */
const fixed = (text: string, found: readonly Diagnostic[], kind: 'safe' | 'unsafe' | 'hint'): string =>
  applyEdits(
    text,
    found.flatMap(({ fix }) => (fix?.kind === kind ? fix.edits : [])),
  );

const errorsIn = (text: string): readonly Diagnostic[] =>
  compiled(text).diagnostics.filter(({ severity }) => severity === 'error');

const singleFiles = ruleNames.flatMap((rule) =>
  fixtureNames(rule)
    .filter((name) => name.endsWith('.flow') && name.startsWith('invalid'))
    .map((name) => ({
      rule,
      name,
      text: withoutAnnotations([...readFixture(rule, name).values()].join('')),
    })),
);

/** All rules but the one whose repair gives a chart of version 1.0 the graph back that it had. */
const keepingGraph: RuleSettings = new Map([...everything].filter(([name]) => name !== 'touchpoint-chain'));

describe('safe fixes', () => {
  it.each(singleFiles)('$rule/$name keeps its graph, and is found no more', ({ text }) => {
    const rules = keepingGraph;
    const safe = lintText(text, rules).filter(({ fix }) => fix?.kind === 'safe');
    const after = fixed(text, safe, 'safe');
    if (safe.length === 0) return expect(after).toBe(text);
    expect(seenIn(after)).toEqual(seenIn(text));
    const still = lintText(after, rules).filter(({ fix }) => fix?.kind === 'safe');
    expect(still).toEqual([]);
  });

  it('keep the graph of any flow, and leave fewer to repair', () => {
    const repairable = (text: string) =>
      lintText(text, keepingGraph).filter(({ fix }) => fix?.kind === 'safe').length;
    fc.assert(
      fc.property(flowText({ sound: false }), (text) => {
        const after = fixed(text, lintText(text, keepingGraph), 'safe');
        expect(seenIn(after)).toEqual(seenIn(text));
        expect(errorsIn(after).length).toBe(errorsIn(text).length);
        expect(repairable(after)).toBeLessThanOrEqual(Math.max(0, repairable(text) - 1));
      }),
      { numRuns: 100 },
    );
  });
});

describe('hints and unsafe fixes', () => {
  it.each(singleFiles)('$rule/$name: what each shows could be written', ({ text }) => {
    const before = errorsIn(text).length;
    for (const { fix } of lintText(text, everything)) {
      if (fix === undefined) continue;
      expect(fix.title).toMatch(/^[A-Z].*[^.]$/);
      expect(errorsIn(applyEdits(text, fix.edits)).length).toBeLessThanOrEqual(before);
    }
  });

  it('the kind of each fix is the one that the rule tells', () => {
    const kinds = new Map(allRules.map(({ name, fixKind }) => [name as string, fixKind]));
    const seenKinds = new Map<string, string>();
    for (const { text } of singleFiles)
      for (const { code, fix } of lintText(text, everything)) {
        if (fix === undefined || !kinds.has(code)) continue;
        expect([code, fix.kind]).toEqual([code, kinds.get(code)]);
        seenKinds.set(code, fix.kind);
      }
    for (const { name, fixKind } of allRules)
      expect([name, seenKinds.get(name) ?? 'none']).toEqual([name, fixKind]);
  });

  it('an end where flowc shows one takes the dead end away', () => {
    const text =
      'flow order\ntouchpoint phone\nif large? -> "Order a truck" -> end ordered\nstep post "Post it"\n';
    const [finding] = lintText(text);
    expect(finding?.code).toBe('dead-end');
    const after = applyEdits(text, finding?.fix?.edits ?? []);
    expect(after).toContain('step post "Post it"\nend done');
    expect(lintText(after)).toEqual([]);
  });

  it('without its only answer a question leaves what stood behind it', () => {
    const text = `flow delivery
touchpoint phone
choose how "How?" {
  when "By post" {
    step pack "Pack it"
    step post "Post it"
  }
}
end sent`;
    const [finding] = lintText(text, rulesWith('none', 'single-answer'));
    const after = applyEdits(text, finding?.fix?.edits ?? []);
    expect(compiled(after).processes[0]?.nodes.map(({ id }) => id)).toEqual([
      'phone',
      'pack',
      'post',
      'sent',
    ]);
  });
});
