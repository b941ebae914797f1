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

describe('levels and parties', () => {
  const codesOf = (text: string) =>
    checkText(text).diagnostics.map(({ code, message }) => `${code}: ${message}`);

  it('pass through “use”, and are known then by their names', () => {
    const shared = 'flow shared\nlevel p1 "Urgent"\nlevel p2 "Not urgent"\nparty carrier "Carrier"\nend\n';
    const own = (level: string, owner: string): string =>
      `use "shared.flow"\nflow a\npromise ${level} 4h, 2d\ntouchpoint t\nstep s by ${owner} within ${level} 1h takes ${level} 5min\n  meanwhile after ${level} 30min -> "Tell" by ${owner}\nend\n`;
    const found = (text: string) =>
      checkTexts(
        new Map([
          ['a.flow', text],
          ['shared.flow', shared],
        ]),
      ).get('a.flow');
    const file = found(own('p1', 'carrier'));
    expect(file?.diagnostics).toEqual([]);
    expect(file?.scope.levels.get('p2')).toMatchObject({ label: 'Not urgent', path: 'shared.flow' });
    expect(file?.scope.parties.get('carrier')).toMatchObject({ label: 'Carrier', path: 'shared.flow' });
    const near = found(own('p11', 'carier'))?.diagnostics ?? [];
    expect(near.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'near-name: There is no level named “p11”',
      'near-name: There is no role, party or system named “carier”',
      'near-name: There is no level named “p11”',
      'near-name: There is no level named “p11”',
      'near-name: There is no level named “p11”',
      'near-name: There is no role, party or system named “carier”',
    ]);
    for (const { related, help } of near) {
      expect(related).toMatchObject([{ path: 'shared.flow' }]);
      expect(help).toContain('Did you mean');
    }
  });

  it('are looked for in each place of a time and of an owner', () => {
    const text = `flow a
level urgent "Urgent"
promise urgnt 4h, 2d
measure "Answered" 90% within urgnt 1h
role lead "Lead"
accountable leed
touchpoint t by leed with leed
meanwhile every urgnt 2h -> "Tell"
stage s by leed accountable leed within urgnt 2h {
  if q? by leed with leed -> x
  choose k? by leed { when b }
}
wait w within urgnt 2h {
  when c
  meanwhile after urgnt 1h -> "Remind" to leed
}
step x accountable leed takes urgnt 5min..6min
end done "Done" to leed
`;
    const { diagnostics } = checkText(text);
    expect(diagnostics.map(({ code }) => code)).toEqual(
      Array.from(text.matchAll(/urgnt|leed/g), () => 'near-name'),
    );
  });

  it('have a name once', () => {
    expect(codesOf('flow a\nlevel p1 "A"\nlevel p1 "B"\ntouchpoint t\nend\n')).toEqual([
      'duplicate-name: Two levels have the name “p1”',
    ]);
    expect(codesOf('flow a\nparty x "A"\nparty x "B"\ntouchpoint t\nend\n')).toEqual([
      'duplicate-name: Two parties have the name “x”',
    ]);
    expect(codesOf('flow a\nrole x\ntouchpoint t\nend\nflow b\nparty x\ntouchpoint t\nend\n')).toEqual([
      'duplicate-name: A role and a party have the name “x”',
    ]);
    expect(
      codesOf('flow a\nlevel x "A"\ntouchpoint t\nend\nflow b\nlevel x "A"\ntouchpoint t\nend\n'),
    ).toEqual([]);
  });

  it.each([
    ['promise p1 4h', 'a level that is declared', []],
    ['promise pp1 4h', 'a name that is almost a level', ['near-name: There is no level named “pp1”']],
    ['promise quickly 4h', 'the name of the promise', []],
    ['promise quickly 4h, p1 2h', 'a level in a list of levels that nobody declared', []],
    ['promise quickly "Quickly" 4h, p1 2h', 'a promise with a label', []],
  ])('“%s” has %s before its time', (promise, _, errors) => {
    expect(codesOf(`flow a\nlevel p1 "Urgent"\n${promise}\ntouchpoint t\nend\n`)).toEqual(errors);
  });
});

describe('a promise from one place to another', () => {
  const codesOf = (ends: string) =>
    checkText(
      `flow a\npromise 4h ${ends}\ntouchpoint t\nanytime off "Customer cancels" -> "Stop"\nstep take\nif known? -> lost\nend done\nend lost\n`,
    ).diagnostics.map(({ code, message }) => `${code}: ${message}`);

  it.each([
    ['from t to take', []],
    ['from take to take', []],
    ['from known to lost', []],
    ['from tak to done', ['unknown-target: The promise needs a step of this flow, and none is named “tak”']],
    ['to nowhere', ['unknown-target: The promise needs a step of this flow, and none is named “nowhere”']],
    ['from done', ['unknown-target: A promise cannot begin at an end']],
    ['from take to t', ['unknown-target: A promise cannot end where a case comes in']],
    ['to off', ['unknown-target: A promise cannot end where a case comes in']],
  ])('%s', (ends, errors) => {
    expect(codesOf(ends)).toEqual(errors);
  });
});

describe('a branch that is waited for', () => {
  const codesOf = (statements: string) =>
    checkText(
      `flow a\ntouchpoint t\n${statements}\nstep after\nend\nflow b\ntouchpoint t\nend\n`,
    ).diagnostics.map(({ code, message }) => `${code}: ${message}`);

  it.each(['parallel', 'parallel first', 'parallel first race "Race"'])('may end or transfer: %s', (head) => {
    expect(
      codesOf(`${head} {\n  branch { step x -> end x-end }\n  branch { step y -> transfer b }\n}`),
    ).toEqual([]);
  });

  it('is each answer of a “choose all”, out of which no path jumps', () => {
    expect(codesOf('choose all k? {\n  when x -> after\n  when y { step z -> z }\n}')).toEqual([
      'jump-across-parallel: A path cannot jump out of a branch of a “choose all”',
    ]);
    expect(codesOf('choose all k? {\n  when x { step inner }\n  when y -> inner\n}')).toEqual([
      'jump-across-parallel: A path cannot jump out of a branch of a “choose all”',
    ]);
    expect(codesOf('choose all k? {\n  when x { step inner }\n  otherwise\n}\n-> inner')).toEqual([
      'jump-across-parallel: A path cannot jump into a branch of a “choose all”',
    ]);
    expect(codesOf('choose all k? {\n  when x -> end x-end\n  when y\n}')).toEqual([]);
  });

  it('leads anywhere from what may happen any time, or is late', () => {
    expect(
      codesOf('anytime off -> after\nlate l -> after\nstage s { anytime no { step s2 -> after } }'),
    ).toEqual([]);
    expect(codesOf('parallel { branch { stage s { anytime no -> after } } branch { step s3 } }')).toEqual([
      'jump-across-parallel: A path cannot jump out of a branch of a parallel',
    ]);
  });

  it('is entered by no jump where a case comes in', () => {
    expect(codesOf('anytime off -> "Off"\n-> off').map((each) => each.split(':')[0])).toEqual([
      'unknown-target',
    ]);
    expect(codesOf('late l -> "Off"\n-> l').map((each) => each.split(':')[0])).toEqual(['unknown-target']);
    expect(codesOf('meanwhile m every 2h -> "Off"\n-> m').map((each) => each.split(':')[0])).toEqual([
      'unknown-target',
    ]);
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
