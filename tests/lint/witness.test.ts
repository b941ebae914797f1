import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { buildProcess } from '../../src/build/build-process.ts';
import type { RuleName } from '../../src/diagnostic/code.ts';
import { flowOf } from '../../src/model/node-parts.ts';
import { sarifReport } from '../../src/report/sarif.ts';
import { checkTexts } from '../check/read-fixture.ts';
import { withoutAnnotations } from '../fixture.ts';
import { reportedFile, reportOf } from '../report/sample-report.ts';
import { lintText, lintTexts, rulesWith } from './lint-texts.ts';
import { fixtureNames, readFixture } from './rule-fixtures.ts';

/** Rules whose findings are shown by a path, and whether it goes from one node right to the next. */
const pathRules: readonly (readonly [RuleName, boolean])[] = [
  ['cannot-finish', true],
  ['instant-loop', true],
  ['unbounded-retry', true],
  ['irreducible-loop', true],
  ['promise-exceeded', true],
  ['silent-wait', true],
  ['no-acknowledgement', true],
  ['customer-not-told', true],
  ['handover-ping-pong', true],
  ['too-many-handovers', false],
];

describe.each(pathRules)('%s', (rule, isUnbroken) => {
  const fixtures = fixtureNames(rule).filter((name) => name.startsWith('invalid'));

  it.each(fixtures)('shows in %s the path of each finding', (name) => {
    const texts = new Map(
      [...readFixture(rule, name)].map(([path, text]) => [path, withoutAnnotations(text)]),
    );
    const processes = [...checkTexts(texts)].flatMap(([path, { flows }]) =>
      flows.map((flow) => ({ path, ...buildProcess(flow).value })),
    );
    const edges = new Set(
      processes.flatMap(({ path, origin, process: { nodes, edges: all } }) => {
        const place = new Map(nodes.map(({ id }) => [id, `${path}:${origin.nodes.get(id)?.name.start}`]));
        // A case that is handed over goes on at the beginning of another flow.
        const onwards = nodes.flatMap((node) =>
          processes
            .filter(({ process }) => process.id === flowOf(node)?.id)
            .map((to) => {
              const first = to.origin.nodes.get(to.process.nodes[0]?.id ?? '');
              return `${place.get(node.id)} ${to.path}:${first?.name.start}`;
            }),
        );
        // What is done late follows each limit, though no line leads there.
        const limited = nodes.filter((node) => 'within' in node);
        const late = nodes.filter(({ kind }) => kind === 'late');
        const lateWays = limited.flatMap((from) => late.map((to) => ({ from: from.id, to: to.id })));
        return [
          ...[...all, ...lateWays].map(({ from, to }) => `${place.get(from)} ${place.get(to)}`),
          ...onwards,
        ];
      }),
    );
    const found = [...lintTexts(texts, rulesWith('none', rule))].flatMap(([path, all]) =>
      all.filter(({ code }) => code === rule).map((finding) => ({ path, ...finding })),
    );
    expect(found.length).toBeGreaterThan(0);
    for (const { path, witness = [] } of found) {
      expect(witness.length).toBeGreaterThan(1);
      if (!isUnbroken) continue;
      const places = witness.map((place) => `${place.path ?? path}:${place.span.start}`);
      for (const [at, place] of places.slice(1).entries()) expect(edges).toContain(`${places[at]} ${place}`);
    }
  });
});

describe('a path in SARIF', () => {
  const text = 'flow a "A"\ntouchpoint t "Customer calls"\nstep b "Try"\nstep c "Try again"\n-> b\n';
  const report = reportOf(reportedFile('a.flow', text, lintText(text, rulesWith('none', 'cannot-finish'))));
  const [result] = JSON.parse(sarifReport(report)).runs[0].results;

  it('is a code flow, place by place', () => {
    const { locations } = result.codeFlows[0].threadFlows[0];
    expect(
      locations.map(({ location: { message, physicalLocation } }: (typeof locations)[number]) => [
        physicalLocation.region.startLine,
        message.text,
      ]),
    ).toEqual([
      [3, 'Try'],
      [4, 'Try again'],
      [3, 'Try'],
    ]);
  });

  it('is valid by the schema of OASIS', () => {
    const schemaPath = createRequire(import.meta.url).resolve('@microsoft/jest-sarif');
    const schema = JSON.parse(
      readFileSync(schemaPath.replace(/lib.*$/, 'lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'),
    );
    const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile({
      ...schema,
      $schema: undefined,
      id: undefined,
    });
    validate(JSON.parse(sarifReport(report)));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('is cut in the middle where no one would follow it', () => {
    const long = `flow a\ntouchpoint t\n${Array.from({ length: 300 }, (_, at) => `step s${at}\n`).join('')}-> s0\n`;
    const [finding] = lintText(long, rulesWith('none', 'cannot-finish'));
    expect(finding?.witness).toHaveLength(100);
    expect(finding?.witness?.at(-1)?.message).toBe('S0');
  });
});
