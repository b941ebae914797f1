import { describe, expect, it } from 'vitest';
import { cleanFlow, endlessFlow, flowc } from '../cli/test-shell.ts';

/** ESC, BEL, and the control of C1 that begins what ESC [ begins, with what would be a title and a colour. */
const hostile = '\u001b]0;title\u0007\u001b[8m\u009b31m';
const files = {
  'a.flow': `flow a "A${hostile}"\n  touchpoint  phone "Call${hostile}"\nend done "Done${hostile}"\n`,
  'config/flowc.config.json': '{}',
};
/** What is left once the colours and line breaks of flowc itself are gone. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it is about
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours
const colours = /\u001b\[(?:0|1|2[0-9]|3[0-9])m/g;

describe('what reaches a terminal', () => {
  const world = (more: Readonly<Record<string, string>> = {}) => ({
    files: { ...files, ...more },
    isTerminal: true,
    environment: { FORCE_COLOR: '1' },
  });
  const odd = `odd${hostile}.flow`;

  it.each<readonly [string, readonly string[]]>([
    ['fmt --diff', ['fmt', '--diff', 'a.flow']],
    ['fmt of standard input', ['fmt', '-']],
    ['lint --fix --dry-run', ['lint', '--fix', '--dry-run']],
    ['lint', ['lint']],
    ['lint --format github', ['lint', '--format', 'github']],
    ['lint --format compact', ['lint', '--format', 'compact']],
    ['a picture on standard output', ['build', '-', '-o', '-', '--force']],
    ['build --check', ['build', '--check', '--force']],
    ['fmt --check', ['fmt', '--check']],
    ['a file that is not there', ['build', `nowhere${hostile}`]],
    ['an unknown command', [`bui${hostile}`]],
    ['an unknown option', ['lint', `--fo${hostile}`]],
    ['an unknown rule', ['explain', `no-end${hostile}`]],
    ['--print-config', ['lint', '--print-config', odd]],
  ])('moves no cursor and sets no title: %s', async (_, argv) => {
    const { out, err } = await flowc(argv, {
      ...world({
        [odd]: `flow b\n touchpoint x "X${hostile}"\n`,
        'c.flow': 'flow c “C”\ntouchpoint x -> end\n',
      }),
      stdin: files['a.flow'],
    });
    const seen = (out + err).replaceAll(colours, '');
    expect(seen).not.toBe('');
    expect(seen).not.toMatch(controls);
  });

  it('leaves a patch and a text as they are where they go to a file', async () => {
    const { out } = await flowc(['fmt', '--diff', 'a.flow'], { files });
    expect(out).toContain(`+touchpoint phone "Call${hostile}"`);
    expect((await flowc(['fmt', '-'], { files, stdin: files['a.flow'] })).out).toContain(hostile);
  });

  it('keeps colours, and the line that tells how far it is', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [`f${at}.flow`, cleanFlow(`f${at}`)]),
    );
    const { err } = await flowc(['build', '--jobs', '1'], { ...world(many), files: many });
    expect(err).toContain('\rdrawing [');
    expect(err).toContain('\r\u001b[K');
    const { out } = await flowc(['lint', '--color'], { ...world(), files: { 'a.flow': endlessFlow('a') } });
    expect(out).toContain('\u001b[31m');
  });
});

describe('what a runner of tests takes for a command', () => {
  const command = '::set-output name=x::y';
  const names = [
    `${command}.flow`,
    ` ${command}.flow`,
    '##[set-env name=PATH]x.flow',
    'a ##vso[task.x]y.flow',
  ];
  /** As GitHub's runner and Azure's agent look for them. */
  const commands = (text: string): readonly string[] =>
    text.split('\n').filter((line) => /^\s*::(?!:)/.test(line) || /##(?:vso)?\[/.test(line));

  it.each<readonly [string, readonly string[]]>([
    ['fmt --check', ['fmt', '--check']],
    ['lint --format compact', ['lint', '--format', 'compact']],
    ['lint', ['lint']],
    ['build', ['build']],
  ])('is not in what is said of files with such names: %s', async (_, argv) => {
    const { out, err } = await flowc(argv, {
      files: Object.fromEntries(names.map((name) => [name, `  flow x "${command} ##[x]"\ntouchpoint a\n`])),
    });
    expect(out + err).toContain('set-output');
    expect(commands(out + err)).toEqual([]);
  });

  it('is not in a message that is wrapped, either', async () => {
    const label = `Do ${`${command} `.repeat(30)}`;
    const { out } = await flowc(['lint', '--rule', 'label-too-long=warning'], {
      files: { 'a.flow': `flow a\ntouchpoint x "X"\nstep a "${label}"\nstep b "${label}"\n` },
    });
    expect(commands(out)).toEqual([]);
  });

  it('names the file still, so that an editor finds it', async () => {
    const { out } = await flowc(['lint', '--format', 'compact'], { files: { '::x.flow': endlessFlow('x') } });
    expect(out).toMatch(/^\.\/::x\.flow:\d+:\d+: error/);
  });
});
