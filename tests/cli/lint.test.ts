import { describe, expect, it } from 'vitest';
import { cleanFlow, endlessFlow, flowc } from './test-shell.ts';

const curly = 'flow a\ntouchpoint phone “Customer calls”\nstep “Answer” by agent\nend “Answered”\n';
const straight = 'flow a\ntouchpoint phone "Customer calls"\nstep "Answer" by agent\nend "Answered"\n';
const quiet = ['--rule', 'undeclared-role=off'];

describe('flowc lint', () => {
  it('is silent and clean where nothing is wrong', async () => {
    expect(await flowc(['lint'], { files: { 'a.flow': cleanFlow('a') } })).toMatchObject({
      code: 0,
      out: 'no findings in 1 file\n',
      err: '',
    });
  });

  it('shows findings on standard output, by file and place, and ends with 1', async () => {
    const { code, out, err } = await flowc(['lint'], {
      files: { 'b.flow': endlessFlow('b'), 'a.flow': 'flow a\ntuchpoint phone -> "Do"\n-> nowhere\n' },
    });
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(`\n${out}`).toMatchInlineSnapshot(`
      "
      error[misspelt-word]: There is no word “tuchpoint”
       --> a.flow:2:1
        |
      2 | tuchpoint phone -> "Do"
        | ^^^^^^^^^
        |
        = help: Did you mean “touchpoint”?
        = fix: Write “touchpoint”
      2 - tuchpoint phone -> "Do"
      2 + touchpoint phone -> "Do"

      error[unknown-target]: There is no step named “nowhere” in this flow
       --> a.flow:3:4
        |
      3 | -> nowhere
        |    ^^^^^^^
        |
        = help: An arrow leads to a name; a new step is written as a text: -> "Call
                back"
        = for example: Write the step “nowhere”
      4 + step nowhere "Nowhere"
      5 + end "What this path comes to"

      error[no-end]: The flow “B” has no end
       --> b.flow:1:6
        |
      1 | flow b
        |      ^
      2 | touchpoint phone "Customer calls"
      3 | step answer "Answer the call"
        |      ------------------------ the path stops after “Answer the call”
        |
        = help: Write how it comes out, with “end”, and “as success” or “as failure”
        = for example: Write the end that is missing
      4 + end done "What this path comes to"

      3 errors in 2 files; --fix repairs 1 finding
      flowc explain misspelt-word says why it matters, and what to do
      "
    `);
  });

  it('names files from the current folder, whatever they use', async () => {
    const { out } = await flowc(['lint', 'b.flow', '--format', 'compact'], {
      cwd: '/p/flows',
      files: {
        '../shared.flow': 'use "flows/b.flow"\nflow b\n',
        'b.flow': `use "../shared.flow"\n${endlessFlow('b')}`,
      },
    });
    expect(out).toContain('b.flow:');
    expect(out).not.toContain('unknown-file');
    expect(out).not.toContain('flows/b.flow');
  });

  it('knows who uses a file that is judged alone', async () => {
    const files = {
      'payment.flow': 'flow payment\nrole bank "Bank"\nstep take "Take the money"\nend\n',
      'order.flow':
        'use "payment.flow"\nflow order\ntouchpoint phone\ncall payment\nstep "Check" by bank\nend\n',
    };
    const alone = { 'payment.flow': files['payment.flow'] };
    expect((await flowc(['lint', 'payment.flow'], { files: alone })).code).toBe(1);
    expect((await flowc(['lint', 'payment.flow'], { files })).out).toBe('no findings in 1 file\n');
    expect((await flowc(['build', 'payment.flow'], { files })).written).toEqual(['payment.svg']);
  });

  it('writes several formats, each to its place', async () => {
    const { code, out, files } = await flowc(
      ['lint', '--format', 'compact', '--format', 'sarif:out/a.sarif', '--format', 'junit:b.xml'],
      {
        files: { 'a.flow': endlessFlow('a') },
      },
    );
    expect(code).toBe(1);
    expect(out).toMatch(/^a\.flow:1:6: error: .* \[no-end\]\n$/);
    expect(JSON.parse(`${files['out/a.sarif']}`).version).toBe('2.1.0');
    expect(files['b.xml']).toContain('<testsuites');
  });

  it.each(['json', 'sarif', 'gitlab'])('prints %s that can be parsed, and nothing else', async (format) => {
    const { out } = await flowc(['lint', '--format', format], { files: { 'a.flow': endlessFlow('a') } });
    expect(() => JSON.parse(out)).not.toThrow();
  });

  it('takes severities from the command line, the configuration, the presets', async () => {
    const files = { 'a.flow': endlessFlow('a') };
    expect((await flowc(['lint', '--rule', 'no-end=warning'], { files })).code).toBe(0);
    expect((await flowc(['lint', '--rule', 'no-end=warning', '--max-warnings', '0'], { files })).code).toBe(
      1,
    );
    const configured = { ...files, 'flowc.config.json': '{ "rules": { "no-end": "off" } }' };
    expect((await flowc(['lint'], { files: configured })).code).toBe(0);
    expect((await flowc(['lint', '--rule', 'no-end=error'], { files: configured })).code).toBe(1);
    const none = { ...files, 'flowc.config.json': '{ "preset": "none" }' };
    expect((await flowc(['lint'], { files: none })).code).toBe(0);
  });

  it('tells of errors only with --quiet, and still counts warnings', async () => {
    const files = { 'a.flow': `${endlessFlow('a')}step "Wait" by nobody\n` };
    const all = await flowc(['lint', '--format', 'compact'], { files });
    expect(all.out).toMatch(/^a.*error: .*\[no-end\]\n(a.*warning: .*\n){2}$/);
    const errors = await flowc(['lint', '--quiet', '--format', 'compact'], { files });
    expect(errors.out).toBe(all.out.split('\n', 1)[0]?.concat('\n'));
    const limited = await flowc(['lint', '-q', '--rule', 'no-end=off', '--max-warnings', '0'], { files });
    expect(limited.code).toBe(1);
    expect(limited.out.match(/^warning\[/gm)).toHaveLength(2);
    expect(limited.out).toContain('2 warnings in 1 file');
  });

  it('repairs with --fix, and keeps a byte-order mark', async () => {
    const { code, files, out, err } = await flowc(['lint', ...quiet, '--fix'], {
      files: { 'a.flow': `\ufeff${curly}` },
    });
    expect({ code, out, err, text: files['a.flow'] }).toEqual({
      code: 0,
      out: 'no findings in 1 file\n',
      err: 'repaired 1 file\n',
      text: `\ufeff${straight}`,
    });
  });

  it('takes what stands behind --fix for a file', async () => {
    const { written } = await flowc(['lint', ...quiet, '--fix', 'a.flow'], {
      files: { 'a.flow': curly, 'b.flow': curly },
    });
    expect(written).toEqual(['a.flow']);
  });

  it('shows the repairs as a patch with --dry-run, and changes nothing', async () => {
    const { out, err, written } = await flowc(['lint', ...quiet, '--fix', '--dry-run'], {
      files: { 'a.flow': curly },
    });
    expect(written).toEqual([]);
    expect(err).toBe('no findings in 1 file\n');
    expect(`\n${out}`).toMatchInlineSnapshot(`
      "
      --- a/a.flow
      +++ b/a.flow
      @@ -1,4 +1,4 @@
       flow a
      -touchpoint phone “Customer calls”
      -step “Answer” by agent
      -end “Answered”
      +touchpoint phone "Customer calls"
      +step "Answer" by agent
      +end "Answered"
      "
    `);
  });

  it('filters standard input through the repairs', async () => {
    const fixed = await flowc(['lint', '-', ...quiet, '--fix'], { stdin: curly });
    expect(fixed).toMatchObject({ code: 0, out: straight, err: 'no findings in 1 file\n', written: [] });
    const clean = await flowc(['lint', '-', ...quiet, '--fix'], { stdin: straight });
    expect(clean.out).toBe(straight);
  });

  it('leaves a file alone of which not all could be read', async () => {
    const bytes = Buffer.concat([Buffer.from(curly), Uint8Array.of(0x23, 0xff)]);
    const { written, out } = await flowc(['lint', '--fix'], { files: { 'a.flow': bytes } });
    expect(written).toEqual([]);
    expect(out).toContain('invalid-encoding');
  });

  it('judges standard input as the file that it stands for', async () => {
    const { out, code } = await flowc(
      ['lint', '-', '--stdin-filename', 'flows/a.flow', '--format', 'compact'],
      {
        stdin: `use "b.flow"\n${endlessFlow('a')}`,
        files: {
          'flows/a.flow': 'something else',
          'flows/b.flow': cleanFlow('b'),
          'flows/flowc.config.json': '{ "rules": { "no-end": "warning" } }',
        },
      },
    );
    expect(code).toBe(0);
    expect(out).toMatch(/^flows\/a\.flow:2:6: warning: .* \[no-end\]\n$/);
  });

  it('keeps in a baseline what it knew of files that were not judged this time, but not of those that are gone', async () => {
    const old = 'flow x\ntouchpoint t\n';
    const files = { 'a.flow': old, 'b.flow': old, 'c.flow': old };
    const all = await flowc(['lint', '--baseline', 'known.json', '--update-baseline'], { files });
    const { 'c.flow': _gone, ...left } = { ...files, 'known.json': all.files['known.json'] ?? '' };
    const one = await flowc(['lint', 'a.flow', '--baseline', 'known.json', '--update-baseline'], {
      files: left,
    });
    expect(Object.keys(JSON.parse(one.files['known.json'] ?? '{}').files)).toEqual(['a.flow', 'b.flow']);
    const again = await flowc(['lint', '--baseline', 'known.json'], { files: { ...left, ...one.files } });
    expect([again.code, again.err]).toEqual([0, 'known.json: 2 known findings left out\n']);
  });

  it('accepts what there is into a baseline, so that only what is new fails', async () => {
    const files = { 'flows/a.flow': endlessFlow('a') };
    const updated = await flowc(['lint', '--baseline', 'known.json', '--update-baseline'], { files });
    expect(updated).toMatchObject({
      code: 0,
      written: ['known.json'],
      err: 'known.json knows 1 finding now\n',
    });
    const again = await flowc(['lint', '--baseline', 'known.json'], {
      files: { ...updated.files, 'flows/a.flow': `# moved\n\n${endlessFlow('a')}` },
    });
    expect(again.code).toBe(0);
    const more = await flowc(['lint', '--baseline', 'known.json', '--format', 'compact'], {
      files: { ...updated.files, 'flows/b.flow': endlessFlow('b') },
    });
    expect(more.code).toBe(1);
    expect(more.out).toMatch(/^flows\/b\.flow:.*\n$/);
  });

  it('judges by the preset of the command line in place of that of a configuration, whose rules hold over it', async () => {
    const files = {
      'flowc.config.json': '{ "preset": "none", "rules": { "question-mark": "off" } }',
      'a.flow': `flow a
role agent "Agent"
touchpoint phone
step look "Look" by agent within 2d
choose what "What is it" {
  when "Good" -> end good
  when "Bad" -> end bad
}
`,
    };
    const codes = async (...args: readonly string[]): Promise<readonly string[]> => {
      const { out } = await flowc(['lint', '--format', 'json', ...args], { files });
      const { findings }: { readonly findings: readonly { readonly rule: string }[] } = JSON.parse(out);
      return findings.map(({ rule }) => rule);
    };
    expect(await codes()).toEqual([]);
    expect(await codes('--preset', 'recommended')).toEqual([]);
    expect(await codes('--preset', 'service')).toEqual([
      'no-escalation-path',
      'late-without-action',
      'missing-otherwise',
    ]);
    expect(await codes('--preset', 'service', '--rule', 'late-without-action=off')).toEqual([
      'no-escalation-path',
      'missing-otherwise',
    ]);
    const { out } = await flowc(['lint', '--preset', 'service', '--print-config', 'a.flow'], { files });
    expect(JSON.parse(out)).toMatchObject({ preset: 'service', rules: { 'missing-otherwise': 'warning' } });
  });

  it('prints what holds for a file', async () => {
    const { code, out } = await flowc(['lint', '--print-config', 'old/a.flow'], {
      files: {
        'flowc.config.json':
          '{ "preset": "none", "theme": "mono", "overrides": [{ "files": "old/**", "rules": { "no-end": "info" } }] }',
      },
    });
    expect(code).toBe(0);
    const { rules, ...rest } = JSON.parse(out);
    expect(rest).toEqual({
      configuration: 'flowc.config.json',
      preset: 'none',
      theme: 'mono',
      colours: { light: {}, dark: {} },
    });
    expect([rules['no-end'], rules['dead-end']]).toEqual(['info', 'off']);
  });

  it.each([
    [['lint', '--format', 'serif'], 'Did you mean “sarif”?'],
    [['lint', '--format', 'sarif:'], 'names no file'],
    [['lint', '--rule', 'no-edn=off'], 'Did you mean “no-end”?'],
    [['lint', '--rule', 'no-end=of'], 'there is no severity “of”'],
    [['lint', '--preset', 'servce'], 'Did you mean service?'],
    [['lint', '--rule', 'no-end'], '--rule takes name=severity'],
    [['lint', '--fix=unsaef'], 'Did you mean “unsafe”?'],
    [['lint', '--max-warnings', '-1'], 'a whole number of 0 or more'],
    [['lint', '--today', '2026-02-30'], 'a day of the calendar'],
    [['lint', '--format', 'json', '--format', 'sarif'], 'json and sarif cannot both be standard output'],
    [['lint', '--format', 'github', '--format', 'junit'], '--format junit:findings.junit'],
    [['lint', '--update-baseline'], '--update-baseline needs --baseline FILE'],
    [['lint', '--baseline', 'gone.json'], 'gone.json cannot be read'],
    [['lint', '--baseline', 'a.flow'], 'a.flow is no baseline'],
    [['lint', 'a.flow', 'gone.flow', '*.txt'], 'nothing matches “gone.flow”, “*.txt”'],
  ])('ends with 2 and says why for %j', async (argv, message) => {
    const { code, err, out } = await flowc(argv, { files: { 'a.flow': cleanFlow('a') } });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });

  it('says where there is nothing to judge', async () => {
    const { code, err } = await flowc(['lint'], { files: { 'notes.txt': '' } });
    expect(code).toBe(2);
    expect(err).toContain('there is no .flow file in this folder');
    expect(err).toContain('flowc init');
  });

  it('works on the project of the nearest configuration where nothing is named', async () => {
    const files = { '../flowc.config.json': '{}', '../a.flow': cleanFlow('a'), 'b.flow': cleanFlow('b') };
    expect((await flowc(['lint'], { cwd: '/p/in', files })).out).toBe('no findings in 2 files\n');
  });

  it('has colours on a terminal, unless NO_COLOR or --no-color, and elsewhere where asked', async () => {
    const files = { 'a.flow': endlessFlow('a') };
    const coloured = async (argv: readonly string[], isTerminal: boolean, environment = {}) =>
      (await flowc(['lint', ...argv], { files, isTerminal, environment })).out.includes('\u001b[');
    expect(await coloured([], true)).toBe(true);
    expect(await coloured([], false)).toBe(false);
    expect(await coloured([], true, { NO_COLOR: '1' })).toBe(false);
    expect(await coloured(['--color'], true, { NO_COLOR: '1' })).toBe(true);
    expect(await coloured(['--no-color'], true)).toBe(false);
    expect(await coloured([], false, { FORCE_COLOR: '1' })).toBe(true);
    expect(await coloured([], true, { FORCE_COLOR: '0' })).toBe(false);
    expect(await coloured([], true, { TERM: 'dumb' })).toBe(false);
    expect(await coloured(['--color'], false)).toBe(true);
  });
});
