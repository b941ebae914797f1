import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { languageErrors, notices, suppressionErrors } from '../../src/diagnostic/code.ts';
import { errorExplanations } from '../../src/diagnostic/error-explanations.ts';
import { allRules } from '../../src/lint/all-rules.ts';
import { chapters } from '../../src/lint/chapters.ts';
import { cleanFlow, endlessFlow, flowc } from './test-shell.ts';

const commands = ['build', 'lint', 'fmt', 'explain', 'init', 'completion'];

describe('flowc', () => {
  it('shows its help and fails where nothing is asked of it', async () => {
    const { code, err, out } = await flowc([]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    for (const command of commands) expect(err).toContain(`  ${command} `);
  });

  it('prints its version', async () => {
    const { code, out } = await flowc(['--version']);
    expect(code).toBe(0);
    expect(out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each(commands)('has help with an example for %s', async (command) => {
    for (const argv of [
      [command, '--help'],
      ['help', command],
    ]) {
      const { code, out, err } = await flowc(argv);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toMatch(/Examples?:\n {2}\$ flowc /);
    }
  });

  it.each([
    [['lintt'], 'Did you mean lint?'],
    [['lint', '--fixx'], 'Did you mean --fix?'],
    [['completion', 'bahs'], 'Did you mean bash?'],
    [['completion'], "missing required argument 'shell'"],
    [['explain', 'dead-end', 'no-end'], 'too many arguments'],
  ])('ends with 2 and a hint for %j', async (argv, hint) => {
    const { code, err, out } = await flowc(argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(hint);
  });

  it('calls what nobody foresaw a defect of its own, with its place only where asked', async () => {
    const broken = async (environment: Record<string, string>) => {
      let err = '';
      const stream = { isTerminal: false, columns: 80, write: () => {} };
      const code = await run(['lint'], {
        cwd: '/p',
        environment,
        stdout: stream,
        stderr: {
          ...stream,
          write: (text) => {
            err += String(text);
          },
        },
        stdin: { isTerminal: false, read: async () => new Uint8Array() },
        ask: async () => '',
        today: () => '2026-11-21',
        serveEditor: async () => {},
        untilInterrupted: () => Promise.resolve(),
        files: {
          read: () => ({ reason: 'missing', message: '' }),
          kind: () => 'folder',
          list: () => {
            throw new Error('the sky fell');
          },
          write: () => false,
          remove: () => {},
          removeLeftovers: () => {},
        },
      });
      return { code, err };
    };
    const quiet = await broken({});
    expect(quiet.code).toBe(3);
    expect(quiet.err).toContain('this is a defect of flowc, please report it: the sky fell\n');
    expect(quiet.err).not.toContain('    at ');
    expect((await broken({ FLOWC_DEBUG: '1' })).err).toContain('    at ');
  });
});

describe('flowc explain', () => {
  it('lists every rule and error with its summary, by what they are about, in 80 columns', async () => {
    const { code, out } = await flowc(['explain']);
    expect(code).toBe(0);
    const words = out.replaceAll(/\s+/g, ' ');
    for (const { name, summary, severity } of allRules) {
      expect(out).toContain(`\n  ${name} `);
      expect(words).toContain(` ${name} ${summary} (${severity}`);
    }
    for (const { title, about } of chapters) expect(out).toContain(`\n\n${title}: ${about}\n  `);
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    for (const name of [...languageErrors, ...notices, ...suppressionErrors])
      expect(out).toContain(`  ${name} `);
  });

  it('explains a rule: why, what to do, options, examples', async () => {
    const rule = allRules.find(({ options }) => Object.keys(options).length > 0);
    const { out } = await flowc(['explain', rule?.name ?? '']);
    expect(out).toContain(`${rule?.name}: ${rule?.summary}\n`);
    expect(out.replaceAll(/\s+/g, ' ')).toContain(rule?.explanation.why);
    for (const option of Object.keys(rule?.options ?? {})) expect(out).toContain(`  ${option}: `);
    expect(out).toContain(rule?.explanation.failing.split('\n')[0]);
  });

  it('explains an error of the language', async () => {
    expect(`\n${(await flowc(['explain', 'timeout-without-within'])).out}`).toMatchInlineSnapshot(`
      "
      timeout-without-within: a timeout of something without a time limit

      \`timeout\` says what is done when the time of \`within\` has passed, so there must
      be one.

      Wrong
        flow order
        touchpoint phone
        wait "Wait for stock"
          timeout -> "Tell the customer"
        end

      Right
        flow order
        touchpoint phone
        wait "Wait for stock" within 2w
          timeout -> "Tell the customer"
        end
      "
    `);
  });

  it('suggests the name that was meant', async () => {
    const { code, err } = await flowc(['explain', 'dead-edn']);
    expect(code).toBe(2);
    expect(err).toContain('Did you mean “dead-end”?');
  });

  const cases = Object.entries(errorExplanations).flatMap(([name, { failing, passing }]) => [
    ...(failing === undefined ? [] : [{ name, text: failing, found: true }]),
    ...(passing === undefined ? [] : [{ name, text: passing, found: false }]),
  ]);
  it.each(cases)('gives an example of $name that shows it: $found', async ({ name, text, found }) => {
    const { out } = await flowc(['lint', '-', '--format', 'json'], {
      stdin: text,
      files: { 'flowc.config.json': '{ "preset": "none" }' },
    });
    const rules = JSON.parse(out).findings.map((finding: { rule: string }) => finding.rule);
    expect(rules).toEqual(found ? [name] : []);
  });
});

describe('flowc init', () => {
  it('writes a flow without findings, and a configuration that holds', async () => {
    const { code, out, files } = await flowc(['init', '--yes']);
    expect({ code, out }).toEqual({ code: 0, out: 'customer-request.flow\nflowc.config.json\n' });
    const service = { ...files, 'flowc.config.json': '{ "preset": "service" }' };
    expect(await flowc(['lint'], { files: service })).toMatchObject({
      code: 0,
      out: 'no findings in 1 file\n',
    });
    expect((await flowc(['build'], { files })).written).toEqual(['customer-request.svg']);
  });

  it('asks on a terminal, and takes titles of any script', async () => {
    const named = await flowc(['init'], { isTerminal: true, answers: ['An angry "customer"!'] });
    expect(named.out).toContain('an-angry-customer.flow\n');
    expect(named.files['an-angry-customer.flow']).toContain(
      'flow an-angry-customer "An angry \\"customer\\"!"\n',
    );
    const hebrew = await flowc(['init'], { isTerminal: true, answers: ['תלונת לקוח'] });
    expect(hebrew.out).toContain('תלונת-לקוח.flow\n');
    const symbols = await flowc(['init'], { isTerminal: true, answers: ['42'] });
    expect(symbols.out).toContain('process.flow\n');
    expect((await flowc(['init'], { isTerminal: true, answers: ['A', '../a'] })).code).toBe(2);
  });

  it('writes what `fmt --check` takes, however long the title', async () => {
    const long = 'What we do when a guest rings at night, cannot sleep, and asks for the manager at once';
    for (const answers of [[], [long], ['Bell\u0007 and\ttab']]) {
      const { files } = await flowc(['init'], { isTerminal: true, answers });
      expect(await flowc(['fmt', '--check'], { files })).toMatchObject({ code: 0 });
      expect(await flowc(['lint', '--max-warnings', '0'], { files })).toMatchObject({ code: 0 });
    }
  });

  it('says what to type next as it must be typed here: with npx where flowc is not on the path', async () => {
    const next = async (environment: Record<string, string>, onDisk: string) =>
      (await flowc(['init', '--yes'], { environment, files: { [onDisk]: '' } })).err;
    const bin = '/home/me/.npm-global/bin';
    const project = '/p/node_modules/.bin';
    const told = (command: string) => expect.stringContaining(`\n  ${command} preview   shows its chart`);
    expect(await next({ PATH: `${project}:/usr/bin` }, `${project}/flowc`)).toEqual(told('npx flowc'));
    expect(await next({ PATH: `${project}:${bin}/:/usr/bin` }, `${bin}/flowc`)).toEqual(told('flowc'));
    const windows = { Path: 'C:\\Windows;C:\\Users\\me\\npm' };
    expect(await next(windows, 'C:/Users/me/npm/flowc')).toEqual(told('flowc'));
    expect(await next(windows, '/p/other')).toEqual(told('npx flowc'));
    const lint = await flowc(['lint'], {
      environment: { PATH: '/usr/bin' },
      files: { 'a.flow': endlessFlow('a') },
    });
    expect(lint.out).toMatch(/^npx flowc explain no-end says why/m);
    expect((await flowc(['lint'], { environment: { PATH: '/usr/bin' } })).err).toContain('npx flowc init');
  });

  it('offers the rules for services, and says how to have them later', async () => {
    const preset = ({ files }: Awaited<ReturnType<typeof flowc>>): unknown =>
      JSON.parse(files['flowc.config.json'] ?? '').preset;
    const plain = await flowc(['init', '--yes']);
    expect(preset(plain)).toBe('recommended');
    expect(plain.err).toContain('"preset": "service" in flowc.config.json');
    const asked = await flowc(['init'], { isTerminal: true, answers: ['A', 'a', 'service'] });
    expect(preset(asked)).toBe('service');
    expect(asked.err).not.toContain('"preset"');
    expect(preset(await flowc(['init', '--yes', '--preset', 'service']))).toBe('service');
    const wrong = await flowc(['init'], { isTerminal: true, answers: ['A', 'a', 'servise'] });
    expect(wrong).toMatchObject({ code: 2, written: [] });
    expect(wrong.err).toContain('Did you mean “service”?');
  });

  it('offers a repository of git the same line ends on every system, and says what to add where it has rules already', async () => {
    const attributes = '# The same line ends on every system\n*.flow text eol=lf\n*.svg text eol=lf\n';
    const git = { '.git/HEAD': 'ref: refs/heads/main\n' };
    const plain = await flowc(['init', '--yes'], { files: git });
    expect(plain.out).toBe('customer-request.flow\nflowc.config.json\n.gitattributes\n');
    expect(plain.files['.gitattributes']).toBe(attributes);
    const within = { cwd: '/p/flows', files: { '/p/.git/HEAD': '' } };
    expect((await flowc(['init', '--yes'], within)).files['.gitattributes']).toBe(attributes);
    const asked = (answer: string) =>
      flowc(['init'], { isTerminal: true, answers: ['A', 'a', 'service', answer], files: git });
    expect((await asked('yes')).files['.gitattributes']).toBe(attributes);
    expect((await asked('no')).files['.gitattributes']).toBeUndefined();
    const known = { ...git, '.gitattributes': '*.flow text eol=lf\n' };
    expect((await flowc(['init', '--yes'], { files: known })).err).not.toContain('.gitattributes');
    const other = await flowc(['init', '--yes'], { files: { ...git, '.gitattributes': '*.png binary\n' } });
    expect(other.files['.gitattributes']).toBe('*.png binary\n');
    expect(other.err).toContain('with the line “*.flow text eol=lf” in it');
  });

  it('names the schema for editors only where it is', async () => {
    const schema = 'node_modules/flowc/dist/schema/config.schema.json';
    expect((await flowc(['init', '--yes'])).files['flowc.config.json']).not.toContain('$schema');
    const { files } = await flowc(['init', '--yes'], { files: { [schema]: '{}' } });
    expect(JSON.parse(files['flowc.config.json'] ?? '').$schema).toBe(`./${schema}`);
  });

  it('touches nothing that is there', async () => {
    const { written, err } = await flowc(['init', '--yes'], {
      files: { 'customer-request.flow': cleanFlow('mine') },
    });
    expect(written).toEqual(['flowc.config.json']);
    expect(err).toContain('customer-request.flow is there already');
  });
});

describe('flowc completion', () => {
  it.each(['bash', 'zsh', 'fish'])(
    'prints a script for %s that knows every command and option',
    async (shell) => {
      const { code, out } = await flowc(['completion', shell]);
      expect(code).toBe(0);
      for (const command of commands) expect(out).toContain(command);
      for (const option of ['max-warnings', 'direction', 'check']) expect(out).toContain(option);
      expect(out).toMatch(/owner,? within,? takes/);
    },
  );

  it('proposes in bash what may stand after an option', async () => {
    const { out } = await flowc(['completion', 'bash']);
    const ask = `${out}\nCOMP_WORDS=(flowc build --show t); COMP_CWORD=3; _flowc; echo "\${COMPREPLY[@]}"`;
    const { stdout, error } = spawnSync('bash', ['-c', ask], { encoding: 'utf8' });
    if (error === undefined) expect(stdout.trim()).toBe('takes terms');
  });
});
