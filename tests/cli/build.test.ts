import { describe, expect, it } from 'vitest';
import { cleanFlow, endlessFlow, flowc } from './test-shell.ts';

describe('flowc build', () => {
  it('draws each flow beside its source: one as name.svg, several as name.flow-id.svg', async () => {
    const { code, out, err, written, files } = await flowc(['build'], {
      files: { 'a.flow': cleanFlow('x'), 'in/b.flow': cleanFlow('one') + cleanFlow('two') },
    });
    expect({ code, out, err, written }).toEqual({
      code: 0,
      out: '',
      err: '3 pictures drawn (in this folder and below)\n',
      written: ['a.svg', 'in/b.one.svg', 'in/b.two.svg'],
    });
    expect(files['a.svg']).toMatch(/^<svg [^>]*data-flow="x"/);
    expect(files['in/b.two.svg']).toMatch(/^<svg [^>]*data-flow="two"/);
  });

  it('draws into a folder, in which each file keeps its place below the folder that was asked for', async () => {
    const files = { 'flows/a.flow': cleanFlow('a'), 'flows/in/b.flow': cleanFlow('b') };
    expect((await flowc(['build', 'flows', '-o', 'out'], { files })).written).toEqual([
      'out/a.svg',
      'out/in/b.svg',
    ]);
    expect((await flowc(['build', 'flows/**/b.flow', '-o', 'out'], { files })).written).toEqual([
      'out/in/b.svg',
    ]);
    expect((await flowc(['build', 'flows/in/b.flow', '-o', 'out'], { files })).written).toEqual([
      'out/b.svg',
    ]);
  });

  it('draws into the folder of the configuration', async () => {
    const files = {
      'flowc.config.json': '{ "out": "pictures" }',
      'flows/in/b.flow': cleanFlow('b'),
    };
    expect((await flowc(['build', 'flows'], { files })).written).toEqual(['pictures/flows/in/b.svg']);
  });

  it('draws into a file, or to standard output', async () => {
    const files = { 'a.flow': cleanFlow('a') };
    expect((await flowc(['build', 'a.flow', '-o', 'b.svg'], { files })).written).toEqual(['b.svg']);
    const { out, err, written } = await flowc(['build', 'a.flow', '-o', '-'], { files });
    expect(out).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
    expect([err, written]).toEqual(['', []]);
  });

  it('reads standard input, and writes to standard output unless told otherwise', async () => {
    const stdin = 'flow x touchpoint a -> "Do" -> end';
    expect((await flowc(['build', '-'], { stdin })).out).toMatch(/^<svg /);
    expect((await flowc(['build', '-', '-o', '-'], { stdin })).out).toMatch(/^<svg /);
    expect((await flowc(['build', '-', '-o', 'out'], { stdin })).written).toEqual(['out/x.svg']);
  });

  it('refuses what would put two pictures into one place', async () => {
    const files = {
      'a.flow': cleanFlow('x') + cleanFlow('y'),
      'in/a.flow': cleanFlow('z'),
      'in/deep/a.flow': cleanFlow('z'),
    };
    const both = await flowc(['build', 'in/a.flow', 'in/deep/a.flow', '-o', 'a.svg'], { files });
    expect(both.code).toBe(2);
    expect(both.err).toContain('would both be drawn into a.svg');
    const piped = await flowc(['build', 'a.flow', '-o', '-'], { files });
    expect(piped.code).toBe(2);
    expect(piped.err).toContain('standard output takes one picture, and these would be 2');
    const named = await flowc(['build', 'a.flow', '-o', 'a.svg'], { files });
    expect(named.code).toBe(2);
  });

  it('does not draw what has errors, shows them, and draws the rest', async () => {
    const { code, err, written } = await flowc(['build'], {
      files: {
        'broken.flow': 'flow a\ntuchpoint phone\nend\n',
        'good.flow': cleanFlow('b'),
        'half.flow': cleanFlow('c') + endlessFlow('d'),
      },
    });
    expect(code).toBe(1);
    expect(written).toEqual(['good.svg', 'half.c.svg']);
    expect(err).toContain('error[misspelt-word]');
    expect(err).toContain('--> broken.flow:2:1');
    expect(err).toContain('error[no-end]');
    expect(err).toContain('2 pictures drawn (in this folder), 2 flows not drawn\n');
  });

  it('draws in spite of that with --force, and still says it', async () => {
    const { code, err, written } = await flowc(['build', '--force'], {
      files: { 'a.flow': endlessFlow('a') },
    });
    expect({ code, written }).toEqual({ code: 1, written: ['a.svg'] });
    expect(err).toContain('error[no-end]');
  });

  it('leaves what is fresh, and draws what a change has made stale: of the file, of a used file, of the options', async () => {
    const files = {
      'a.flow': `use "shared.flow"\n${cleanFlow('a')}call shared\nend ready "Ready"\n`.replace(
        'end done',
        'step done',
      ),
      'b.flow': cleanFlow('b'),
      'shared.flow': 'flow shared "Look it up"\nstep "Do"\nend\n',
    };
    const { files: built } = await flowc(['build', 'a.flow', 'b.flow'], { files });
    const again = await flowc(['build', 'a.flow', 'b.flow'], { files: built });
    expect(again).toMatchObject({
      code: 0,
      written: [],
      err: '0 pictures drawn, 2 fresh already (in this folder)\n',
    });
    const changed = { ...built, 'shared.flow': 'flow shared "Look it up again"\nstep "Do"\nend\n' };
    expect((await flowc(['build', 'a.flow', 'b.flow'], { files: changed })).written).toEqual(['a.svg']);
    expect((await flowc(['build', 'b.flow', '--direction', 'right'], { files: built })).written).toEqual([
      'b.svg',
    ]);
    const edited = { ...built, 'b.svg': `${built['b.svg']}`.replace('Answer', 'Refuse') };
    expect((await flowc(['build', 'a.flow', 'b.flow'], { files: edited })).written).toEqual(['b.svg']);
  });

  it('draws what it is told to show, knows such a picture again, and one that shows something else is stale', async () => {
    const files = {
      'a.flow': cleanFlow('a').replace(/(step .*)/, '$1 note "Smile"'),
    };
    const usual = await flowc(['build', '--force'], { files });
    expect(usual.files['a.svg']).not.toContain('Smile');
    const told = await flowc(['build', '--force', '--show', 'within,owner'], { files: usual.files });
    expect(told.written).toEqual([]);
    const { files: noted } = await flowc(['build', '--force', '--show', 'owner,notes'], {
      files: usual.files,
    });
    expect(noted['a.svg']).toContain('Smile');
    expect((await flowc(['build', '--force', '--check'], { files: noted })).code).toBe(1);
    const again = await flowc(['build', '--force', '--show', 'notes,owner,notes'], { files: noted });
    expect(again.written).toEqual([]);
    const configured = { ...noted, 'flowc.config.json': '{ "show": ["owner", "notes"] }' };
    expect((await flowc(['build', '--force'], { files: configured })).written).toEqual([]);
    const over = {
      ...configured,
      'flowc.config.json': '{ "overrides": [{ "files": "a.flow", "show": "notes" }] }',
    };
    expect((await flowc(['build', '--force'], { files: over })).files['a.svg']).toContain('Smile');
    const none = await flowc(['build', '--force', '--show', 'none'], { files: configured });
    expect(none.files['a.svg']).not.toContain('Smile');
  });

  it('finds the same pictures fresh in another folder', async () => {
    const { files } = await flowc(['build'], { files: { 'flows/a.flow': cleanFlow('a') } });
    const elsewhere = await flowc(['build', '--check'], { files, cwd: '/other/place' });
    expect(elsewhere).toMatchObject({ code: 0, out: '' });
    const within = await flowc(['build', '--check', 'a.flow'], {
      cwd: '/p/flows',
      files: { 'a.flow': `${files['flows/a.flow']}`, 'a.svg': `${files['flows/a.svg']}` },
    });
    expect(within.code).toBe(0);
  });

  it('only lists what is missing or stale with --check', async () => {
    const files = { 'a.flow': cleanFlow('a'), 'b.flow': cleanFlow('b') };
    const { files: built } = await flowc(['build', 'a.flow'], { files });
    const { code, out, written } = await flowc(['build', '--check'], {
      files: { ...built, 'a.flow': cleanFlow('a').replace('Answer', 'Take') },
    });
    expect({ code, out, written }).toEqual({ code: 1, out: 'stale a.svg\nmissing b.svg\n', written: [] });
  });

  describe('onto paper', () => {
    const long = (steps: number): string =>
      `flow a\ntouchpoint phone "Customer calls"\n${'step "Answer the call"\n'.repeat(steps)}end done "Answered"\n`;
    const printed = ['build', 'a.flow', '--fit', 'a4', '--orientation', 'portrait', '--no-lanes'];

    it('draws a file a page, in mm, with the place of the whole chart where one page will do', async () => {
      const one = await flowc(printed, { files: { 'a.flow': cleanFlow('a') } });
      expect(one).toMatchObject({ code: 0, written: ['a.svg'], err: '1 picture drawn (a.svg)\n' });
      expect(one.files['a.svg']).toMatch(/^<svg [^>]*width="210mm" height="297mm"/);
      const { written, files } = await flowc([...printed, '-f', 'svg,png', '--force'], {
        files: { 'a.flow': long(90) },
      });
      expect(written.slice(0, 2)).toEqual(['a.1.svg', 'a.2.svg']);
      expect(written).toContain('a.2.png');
      expect(files['a.2.svg']).toMatch(/^<svg [^>]*data-page="2" data-pages="\d+"/);
    });

    it('knows pages that are fresh, stale or missing', async () => {
      const { files } = await flowc([...printed, '--force'], { files: { 'a.flow': long(90) } });
      const check = (changed: Record<string, string>) =>
        flowc([...printed, '--force', '--check'], { files: { ...files, ...changed } });
      expect(await check({})).toMatchObject({ out: '' });
      expect((await check({ 'a.2.svg': `${files['a.2.svg']}`.replace('Answer', 'Refuse') })).out).toBe(
        'stale a.svg\n',
      );
      expect((await check({ 'a.2.svg': `${files['a.1.svg']}` })).out).toBe('stale a.svg\n');
      expect((await check({ 'a.1.svg': '' })).out).toBe('stale a.svg\n');
      expect((await flowc([...printed, '--check'], { files: { 'a.flow': cleanFlow('a') } })).out).toBe(
        'missing a.svg\n',
      );
    });

    it('removes pages that are no more, but nothing that flowc did not write, that was edited, or that is no page', async () => {
      const { files: before } = await flowc([...printed, '--force'], { files: { 'a.flow': long(90) } });
      const whole = (await flowc(['build', 'a.flow', '--force'], { files: { 'a.flow': long(90) } })).files[
        'a.svg'
      ];
      expect(Object.keys(before)).toEqual(['a.flow', 'a.1.svg', 'a.2.svg']);
      const shorter = { ...before, 'a.flow': cleanFlow('a') };
      const check = await flowc([...printed, '--check'], { files: { ...shorter, 'a.svg': `${whole}` } });
      expect(check.out).toBe('stale a.svg\n');
      const { files, err } = await flowc(printed, { files: shorter });
      expect(Object.keys(files)).toEqual(['a.flow', 'a.svg']);
      expect(err).toBe('1 picture drawn (a.svg), 2 surplus pages removed\n');
      const left = await flowc([...printed, '--check'], {
        files: { ...files, 'a.1.svg': `${before['a.1.svg']}` },
      });
      expect(left).toMatchObject({ code: 1, out: 'surplus a.1.svg\n' });
      const edited = `${before['a.2.svg']}`.replace('Answer', 'Refuse');
      const kept = await flowc(printed, {
        files: { ...files, 'a.1.svg': '<svg>mine</svg>', 'a.2.svg': edited, 'a.3.svg': 'mine' },
      });
      expect(Object.keys(kept.files)).toEqual(['a.flow', 'a.svg', 'a.1.svg', 'a.2.svg', 'a.3.svg']);
      const next = await flowc(printed, {
        files: { ...files, 'a.1.svg': `${before['a.1.svg']}`, 'a.2.svg': edited },
      });
      expect(Object.keys(next.files)).toEqual(['a.flow', 'a.svg', 'a.2.svg']);
      expect(next.err).toContain(
        'warning: a.2.svg is no page any more; it was edited by hand, so it stays\n',
      );
      const longer = await flowc([...printed, '--force'], { files: { ...files, 'a.flow': long(90) } });
      expect(Object.keys(longer.files)).toEqual(['a.flow', 'a.1.svg', 'a.2.svg']);
      const beside = await flowc([...printed, '--force'], {
        files: { 'a.flow': long(90), 'a.svg': `${whole}` },
      });
      expect(beside.files['a.svg']).toBe(whole);
    });

    it('takes paper from the configuration, unless told --no-fit', async () => {
      const files = {
        'a.flow': cleanFlow('a'),
        'flowc.config.json': '{ "fit": "letter", "orientation": "landscape" }',
      };
      expect((await flowc(['build'], { files })).files['a.svg']).toMatch(/width="279.4mm" height="215.9mm"/);
      expect((await flowc(['build', '--no-fit'], { files })).files['a.svg']).not.toContain('mm"');
    });

    it('refuses several pages on standard output, and a page in the place of another picture', async () => {
      const piped = await flowc([...printed, '--force', '-o', '-'], { files: { 'a.flow': long(90) } });
      expect(piped.code).toBe(2);
      expect(piped.err).toContain('standard output takes one picture, and “A” has 2 pages');
      const taken = await flowc(['build', '--fit', 'a4', '--orientation', 'portrait', '--force'], {
        files: { 'a.flow': long(90), 'a.1.flow': cleanFlow('b') },
      });
      expect(taken.code).toBe(2);
      expect(taken.err).toContain('page 1 of “A” would be drawn into /p/a.1.svg, where another picture goes');
    });
  });

  it.each([
    [['build', 'nowhere'], 'nothing matches “nowhere”'],
    [['build', 'a.flow', '--theme', 'dark'], 'Known are: standard, mono, contrast'],
    [['build', 'a.flow', '--theme', 'mnoo'], 'Did you mean mono?'],
    [['build', 'a.flow', '--scale', 'big'], 'It must be a number from 0.1 to 10'],
    [['build', 'a.flow', '-f', 'svgg'], 'Did you mean svg?'],
    [['build', 'a.flow', '--show', 'owner,taks'], 'Did you mean takes?'],
    [['build', 'a.flow', '--show', 'none,owner'], '“none” stands alone'],
    [['build', 'a.flow', '--show', 'x'], 'Known are: owner, within, takes, percent'],
    [['preview', 'a.flow', '--show', 'note'], 'Did you mean notes?'],
    [['build', 'a.flow', '--forse'], 'Did you mean --force?'],
    [['biuld'], 'Did you mean build?'],
  ])('ends with 2 and says why for %j', async (argv, message) => {
    const { code, err, out } = await flowc(argv, { files: { 'a.flow': cleanFlow('a') } });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });

  it('shows mistakes in the configuration at their place, and draws nothing', async () => {
    const { code, err, written } = await flowc(['build'], {
      files: {
        'a.flow': cleanFlow('a'),
        'flowc.config.json': '{\n  "them": "mono",\n  "rules": { "dead-end": ["off", { "max": 3 }] }\n}\n',
      },
    });
    expect({ code, written }).toEqual({ code: 2, written: [] });
    expect(`\n${err}`).toMatchInlineSnapshot(`
      "
      error: There is no key “them”
       --> flowc.config.json:2:3
        |
      2 |   "them": "mono",
        |   ^^^^^^
        |
        = help: Did you mean “theme”?

      error: “dead-end” has no option “max”
       --> flowc.config.json:3:36
        |
      3 |   "rules": { "dead-end": ["off", { "max": 3 }] }
        |                                    ^^^^^
        |
        = help: It has none

      error: the configuration has 2 mistakes
      "
    `);
  });

  it('takes colours of the configuration, and names one that there is not', async () => {
    const build = (colours: string) =>
      flowc(['build'], {
        files: { 'a.flow': cleanFlow('a'), 'flowc.config.json': `{ "colours": { "light": ${colours} } }` },
      });
    expect((await build('{ "step.fill": "#fedcba" }')).files['a.svg']).toContain('#fedcba');
    const { code, err } = await build('{ "step.fil": "#fedcba" }');
    expect(code).toBe(2);
    expect(err).toContain('did you mean “step.fill”?');
  });

  it('refuses colours that nobody can read, and says all that are wrong', async () => {
    const { code, err, written } = await flowc(['build'], {
      files: {
        'a.flow': cleanFlow('a'),
        'flowc.config.json':
          '{ "colours": { "light": { "step.text": "#99aabb" }, "dark": { "back.text": "#222222" } } }',
      },
    });
    expect({ code, written }).toEqual({ code: 2, written: [] });
    expect(err).toMatch(/flowc\.config\.json: colours that cannot be used in the theme “standard”/);
    expect(err).toMatch(/light: 'step\.text' on 'step\.fill' has a contrast of 2\.\d+, less than the 4\.5/);
    expect(err).toMatch(/dark: 'back\.text' on 'background'/);
  });

  it.each([
    ['png', ['-f', 'png']],
    ['svg', ['--text', 'outlines']],
  ])(
    'draws no boxes: a %s without a font is refused with what to type, and the others are drawn',
    async (format, options) => {
      const chinese = cleanFlow('b').replace('Answer', '接听电话');
      const { code, err, written } = await flowc(['build', ...options], {
        files: { 'a.flow': cleanFlow('a'), 'b.flow': chinese },
      });
      expect({ code, written }).toEqual({ code: 1, written: [`a.${format}`] });
      expect(err).toContain('no font has 接 听 电 话');
      expect(err).toContain('npm install @expo-google-fonts/noto-sans-sc, or name one with --font FILE');
    },
  );

  it('puts fonts into a picture that asks for them', async () => {
    const { files } = await flowc(['build', '--text', 'embed'], { files: { 'a.flow': cleanFlow('a') } });
    expect(files['a.svg']).toMatch(
      /@font-face\{font-family:'Noto Sans f\w+';src:url\(data:font\/woff2;base64,d09GMg/,
    );
  });

  it('leaves the colours of a configuration to its own theme', async () => {
    const files = {
      'a.flow': cleanFlow('a'),
      'flowc.config.json':
        '{ "colours": { "light": { "step.fill": "#fedcba" }, "dark": { "step.fill": "#210000" } } }',
    };
    const { code, files: built } = await flowc(['build', '--theme', 'mono'], { files });
    expect(code).toBe(0);
    expect(built['a.svg']).not.toContain('#fedcba');
  });
});
