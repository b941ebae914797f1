import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/text/text-edit.ts';
import { namingErrors } from '../annotated-fixtures.ts';
import { annotatedByCheck } from './annotated-by-check.ts';
import { checkText, checkTexts, errorFixtures, readFixture } from './read-fixture.ts';

describe.each(namingErrors)('%s', (code) => {
  const folder = join(errorFixtures, code);
  const names = readdirSync(folder);

  it.each(names)('%s is found to have what its annotations say, and no more', (name) => {
    const texts = readFixture(join(folder, name));
    expect(Object.fromEntries(annotatedByCheck(texts)), 'see npm run fixtures').toEqual(
      Object.fromEntries(texts),
    );
    const marks = [...texts.values()].join('').match(new RegExp(`\\^ ${code}: `, 'g')) ?? [];
    expect(marks.length > 0).toBe(name.startsWith('invalid'));
  });

  it('has a valid and an invalid fixture', () => {
    expect(names.some((name) => name.startsWith('valid'))).toBe(true);
    expect(names.some((name) => name.startsWith('invalid'))).toBe(true);
  });
});

/** The text after every repair of the first file that is proposed there. */
function repaired(texts: Readonly<Record<string, string>>): string {
  const [[path, file] = []] = checkTexts(new Map(Object.entries(texts)));
  if (file === undefined || path === undefined) throw new Error('nothing was checked');
  return applyEdits(
    file.parsed.source.text,
    file.diagnostics.flatMap(({ fix }) => fix?.edits ?? []),
  );
}

describe('repairs', () => {
  it('writes the name that was meant', () => {
    const text = 'flow a\nrole agent\ntouchpoint t\nstep answer by agnet\n-> anwser\ncall b\n';
    expect(repaired({ 'a.flow': text })).toBe(text.replace('agnet', 'agent').replace('anwser', 'answer'));
  });

  it('uses the file that has the flow, after the other uses or before the first flow', () => {
    const refund = 'flow refund\nend\n';
    expect(repaired({ 'flows/a.flow': '# top\nflow a\ncall refund\n', 'refund.flow': refund })).toBe(
      '# top\nuse "../refund.flow"\nflow a\ncall refund\n',
    );
    const texts = {
      'a.flow': 'use "b.flow" # b\n\nflow a\ncall refund\n',
      'b.flow': 'flow b\nend\n',
      'c.flow': refund,
    };
    expect(repaired(texts)).toBe('use "b.flow" # b\nuse "c.flow"\n\nflow a\ncall refund\n');
  });

  it('proposes no file where two have the flow', () => {
    const texts = { 'a.flow': 'flow a\ncall x\n', 'b.flow': 'flow x\nend\n', 'c.flow': 'flow x\nend\n' };
    expect(repaired(texts)).toBe(texts['a.flow']);
  });

  it('writes the path to a file of that name in another folder', () => {
    const texts = { 'a.flow': 'use "shared.flow"\nflow a\nend\n', 'common/shared.flow': 'flow s\nend\n' };
    expect(repaired(texts)).toBe('use "common/shared.flow"\nflow a\nend\n');
  });

  it('goes to the first step of a stage, and names a step that has only a label', () => {
    const text =
      'flow a\ntouchpoint t\nif q? -> work\nstep "Call back"\n-> call-back\nstage work { step first }\n';
    expect(repaired({ 'a.flow': text })).toBe(
      text.replace('-> work', '-> first').replace('"Call back"', 'call-back "Call back"'),
    );
  });
});

describe('a call of a flow that there is not', () => {
  it.each([
    ['call refund', 'Write that flow, or use the file that has it'],
    ['call answer', '“answer” is a step of this flow; a path goes there by -> answer'],
  ])('says what to do about “%s”', (call, help) => {
    const { diagnostics } = checkText(`flow a\ntouchpoint phone\nstep answer\n${call}\nend\n`);
    expect(diagnostics.map(({ code, help: said }) => [code, said])).toEqual([['unknown-flow', help]]);
  });
});

describe('what is wrong in one place', () => {
  it('shows both places of a name, in the other file too', () => {
    const files = checkTexts(
      new Map([
        ['a.flow', 'use "b.flow"\nflow a\nrole x "X"\nend\n'],
        ['b.flow', 'flow b\nrole x "Y"\nend\n'],
      ]),
    );
    expect(files.get('a.flow')?.diagnostics).toMatchObject([
      { code: 'duplicate-name', related: [{ path: 'b.flow', span: { start: 12, end: 13 } }] },
    ]);
    expect(files.get('b.flow')?.diagnostics).toEqual([]);
  });

  it('says nothing more of a name that a broken statement may have had', () => {
    const { diagnostics } = checkText('flow a\ntouchpoint t\nstep )\n-> elsewhere\n');
    expect(diagnostics.map(({ code }) => code)).not.toContain('unknown-target');
  });

  it('says nothing more of what stands in a parallel that was not read whole', () => {
    const { diagnostics } = checkText(
      'flow a\ntouchpoint t\nparallel {\n branch { step b\n -> t2\n end\n }\nstep t2\nend\n',
    );
    const codes = new Set(diagnostics.map(({ code }) => code));
    expect(codes).toContain('unclosed-block');
    expect(codes).not.toContain('end-in-parallel');
    expect(codes).not.toContain('jump-across-parallel');
  });

  it('gives one error for each of five mistakes, and checks the rest', () => {
    const { diagnostics } = checkText(
      'flow a\nrole agent\ntouchpoint t\nsetp one "One"\nstep two by agnet\nif ok? -> oen\nstep three within 5m\nstep two "Again"\n-> one\n',
    );
    expect(diagnostics.map(({ code }) => code)).toEqual([
      'misspelt-word',
      'near-name',
      'unknown-target',
      'invalid-duration',
      'duplicate-name',
    ]);
  });

  it('compares names for suggestions a limited number of times, whatever the file', () => {
    const steps = Array.from(
      { length: 3000 },
      (_, n) => `step some-long-name-${n}\n-> other-long-nome-${n}\n`,
    );
    const { diagnostics } = checkText(`flow a\ntouchpoint t\n${steps.join('')}`);
    expect(diagnostics.filter(({ code }) => code === 'unknown-target')).toHaveLength(3000);
  });
});

describe('scope', () => {
  it('holds what a file and those it uses declare, nearest first', () => {
    const files = checkTexts(
      new Map([
        [
          'a.flow',
          'use "b.flow"\nflow a\nrole agent\nterm SKU "Stock-keeping unit"\nend\nflow c\nrole agent "Agent"\nend\nflow e\nrole agent "Agent"\nend\n',
        ],
        ['b.flow', 'use "d.flow"\nflow b "Bee"\nrole agent "Agent"\nsystem crm\nrequest r\nend\n'],
        ['d.flow', 'flow d\nend\n'],
      ]),
    );
    const file = files.get('a.flow');
    expect(file?.diagnostics).toEqual([]);
    expect([...(file?.scope.flows.keys() ?? [])]).toEqual(['a', 'c', 'e', 'b']);
    expect(file?.scope.flows.get('b')).toMatchObject({ label: 'Bee', path: 'b.flow', kind: 'flow' });
    expect([...(file?.scope.systems.keys() ?? [])]).toEqual(['crm']);
    expect([...(file?.scope.requests.keys() ?? [])]).toEqual(['r']);
    expect(file?.scope.terms.get('SKU')?.label).toBe('Stock-keeping unit');
    const [a, c, e] = file?.flows ?? [];
    const ownRole = (flow = a) =>
      flow?.flow.properties.flatMap((each) => (each.kind === 'role' ? [each.id.span] : []))[0];
    // Without a label it stands back for one with it.
    expect(a?.scope.roles.get('agent')).toMatchObject({ label: 'Agent', span: ownRole(c) });
    expect(c?.scope.roles.get('agent')?.span).toEqual(ownRole(c));
    const roles = e?.scope.roles;
    const own = ownRole(e);
    expect(roles?.get('agent')?.span).toEqual(own);
    expect(roles?.has('agent')).toBe(true);
    expect(roles?.has('boss')).toBe(false);
    expect([...(roles?.keys() ?? [])]).toEqual(['agent']);
    expect([...(roles ?? [])].map(([name, { span }]) => [name, span])).toEqual([['agent', own]]);
    expect([...(roles?.values() ?? [])].map(({ span }) => span)).toEqual([own]);
    expect(roles?.size).toBe(1);
  });
});
