import { describe, expect, it } from 'vitest';
import { cleanFlow, endlessFlow, flowc, type World } from '../cli/test-shell.ts';

const build = (argv: readonly string[], files: NonNullable<World['files']>) =>
  flowc(['build', ...argv], { files });
/** A flow in which a rule finds something that stops no picture. */
const waiting = (id: string): string => cleanFlow(id).replace('step answer', 'wait answer');

describe('build', () => {
  it('says where it has drawn, and where the pictures lie that are fresh', async () => {
    const one = await build([], { 'a.flow': cleanFlow('a') });
    expect(one.err).toBe('1 picture drawn (a.svg)\n');
    expect((await build([], one.files)).err).toBe('0 pictures drawn, 1 fresh already (a.svg)\n');
    const more = await build([], { ...one.files, 'in/b.flow': cleanFlow('b') });
    expect(more.err).toBe('1 picture drawn (in/b.svg), 1 fresh already (a.svg)\n');
    expect((await build([], more.files)).err).toBe(
      '0 pictures drawn, 2 fresh already (in this folder and below)\n',
    );
    expect((await build(['in'], { 'in/a.flow': cleanFlow('a'), 'in/b.flow': cleanFlow('b') })).err).toBe(
      '2 pictures drawn (in in)\n',
    );
  });

  it('says that lint finds more, though the pictures are drawn, and the same when they are fresh', async () => {
    const files = { 'a.flow': waiting('a') };
    const { out } = await flowc(['lint'], { files });
    expect(out).toContain('warning[wait-without-timeout]');
    const first = await build([], files);
    expect(first.code).toBe(0);
    expect(first.err).toBe('1 picture drawn (a.svg); 1 warning: see `flowc lint`\n');
    expect((await build([], first.files)).err).toBe(
      '0 pictures drawn, 1 fresh already (a.svg); 1 warning: see `flowc lint`\n',
    );
    expect((await build(['--check'], first.files)).err).toBe(
      '1 picture checked (a.svg): 1 fresh; 1 warning: see `flowc lint`\n',
    );
    const piped = await build(['a.flow', '-o', '-'], files);
    expect(piped.out).toMatch(/^<svg /);
    expect(piped.err).toBe('1 warning: see `flowc lint`\n');
  });

  it('counts what lint counts, of every severity', async () => {
    const files = {
      'a.flow': waiting('a') + waiting('b'),
      'b.flow': endlessFlow('c'),
      'flowc.config.json': '{ "preset": "service" }',
    };
    const { out } = await flowc(['lint', '--format', 'json'], { files });
    const { errors, warnings, infos } = JSON.parse(out);
    expect(errors).toBeGreaterThan(0);
    const { err } = await build([], files);
    expect(err.match(/^error\[/gm)).toHaveLength(errors);
    const words = [
      `${warnings} warning${warnings === 1 ? '' : 's'}`,
      ...(infos > 0 ? [`${infos} info${infos === 1 ? '' : 's'}`] : []),
    ];
    expect(err).toContain(`; ${words.join(', ')}: see \`flowc lint\`\n`);
  });

  it('shows the errors in flows before a font that cannot be read ends it', async () => {
    const { code, err } = await build(['--font', 'none.ttf'], { 'a.flow': endlessFlow('a') });
    expect(code).toBe(2);
    expect(err).toContain('error[no-end]');
    expect(err).toContain('the font none.ttf cannot be read');
  });
});

describe('build --check', () => {
  it('says what it has checked, and how that is', async () => {
    const files = { 'in/a.flow': cleanFlow('a'), 'in/b.flow': cleanFlow('b'), 'in/c.flow': cleanFlow('c') };
    const made = await build([], files);
    expect(await build(['--check'], made.files)).toMatchObject({
      code: 0,
      out: '',
      err: '3 pictures checked (in in): 3 fresh\n',
    });
    const { 'in/c.svg': _, ...rest } = made.files;
    expect(
      await build(['--check'], { ...rest, 'in/b.flow': cleanFlow('b').replace('Answer', 'Take') }),
    ).toMatchObject({
      code: 1,
      out: 'stale in/b.svg\nmissing in/c.svg\n',
      err: '3 pictures checked (in in): 1 fresh, 1 stale, 1 missing\n',
    });
  });

  it('says that it cannot check what has errors', async () => {
    const { code, err } = await build(['--check'], { 'a.flow': endlessFlow('a') });
    expect(code).toBe(1);
    expect(err).toContain('0 pictures checked; 1 flow with errors not checked\n');
  });
});
