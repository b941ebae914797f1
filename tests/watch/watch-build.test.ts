import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { cleanFlow, endlessFlow, flowc } from '../cli/test-shell.ts';
import { type DiskShell, diskShell } from './disk-shell.ts';

const running: { readonly world: DiskShell; readonly end: Promise<number> }[] = [];
afterEach(async () => {
  for (const { world, end } of running.splice(0)) {
    world.interrupt();
    await end;
    world.remove();
  }
});

/** Starts `build --watch` and waits for the first pictures. */
async function watching(files: Readonly<Record<string, string>>, argv: readonly string[] = []) {
  const world = diskShell(files);
  const end = run(['build', '--watch', ...argv], world.shell);
  running.push({ world, end });
  await world.until(() => world.err().includes('watching for changes'));
  const picture = (path: string): string => {
    const place = join(world.folder, path);
    return existsSync(place) ? readFileSync(place, 'utf8') : '';
  };
  return {
    ...world,
    end,
    picture,
    shows: (path: string, text: string) => world.until(() => picture(path).includes(text)),
  };
}

const said = (text: string): string => cleanFlow('a').replace('Answer the call', text);

describe('flowc build --watch', () => {
  it('draws what is there, draws again at a save, and ends clean with Ctrl-C', async () => {
    const { write, shows, picture, err, interrupt, end } = await watching({ 'a.flow': cleanFlow('a') });
    expect(picture('a.svg')).toContain('Answer the call');
    write('a.flow', said('Pick up'));
    await shows('a.svg', 'Pick up');
    expect(err()).toContain('a.flow changed');
    interrupt();
    expect(await end).toBe(0);
  });

  it('tells an error of a later save, keeps the picture, and goes on', async () => {
    const { write, until, err, picture, shows } = await watching({ 'a.flow': cleanFlow('a') });
    write('a.flow', endlessFlow('a'));
    await until(() => err().includes('error[no-end]'));
    expect(picture('a.svg')).toContain('Answered');
    write('a.flow', said('Pick up'));
    await shows('a.svg', 'Pick up');
  });

  it('draws flows that come later, in new folders too', async () => {
    const { write, shows } = await watching({ 'a.flow': cleanFlow('a') });
    write('b.flow', cleanFlow('b'));
    await shows('b.svg', 'Answer');
    write('deep/er/c.flow', cleanFlow('c'));
    await shows('deep/er/c.svg', 'Answer');
  });

  it('follows files that are only used, and a file that is missing until it comes', async () => {
    const files = {
      'flows/a.flow': `use "../shared/b.flow"\n${cleanFlow('a').replace('step', 'call b\nstep')}`,
    };
    const { write, err, shows } = await watching(files, ['flows']);
    expect(err()).toContain('unknown-file');
    write('shared/b.flow', 'flow b "First"\nstep "Do"\nend\n');
    await shows('flows/a.svg', 'First');
    write('shared/b.flow', 'flow b "Another"\nstep "Do"\nend\n');
    await shows('flows/a.svg', 'Another');
  });

  it('follows the configuration', async () => {
    const { write, shows } = await watching({
      'a.flow': cleanFlow('a'),
      'flowc.config.json': '{ "out": "one" }',
    });
    await shows('one/a.svg', 'Answer');
    write('flowc.config.json', '{ "out": }');
    write('flowc.config.json', '{ "out": "two" }');
    await shows('two/a.svg', 'Answer');
  });

  it('survives a configuration with a mistake', async () => {
    const { write, until, err, shows } = await watching({
      'a.flow': cleanFlow('a'),
      'flowc.config.json': '{}',
    });
    write('flowc.config.json', '{ "theem": "mono" }');
    await until(() => err().includes('the configuration has 1 mistake'));
    write('flowc.config.json', '{ "out": "two" }');
    await shows('two/a.svg', 'Answer');
  });

  it('survives a file that is deleted and made again', async () => {
    const { folder, write, until, err, shows } = await watching({ 'a.flow': cleanFlow('a') }, ['a.flow']);
    rmSync(join(folder, 'a.flow'));
    await until(() => err().includes('nothing matches “a.flow”'));
    write('a.flow', said('Back again'));
    await shows('a.svg', 'Back again');
    write('a.flow', said('And on'));
    await shows('a.svg', 'And on');
  });

  it('survives a folder that is deleted and made again', async () => {
    const { folder, write, shows, until, err } = await watching({
      'flows/a.flow': cleanFlow('a'),
      'b.flow': cleanFlow('b'),
    });
    rmSync(join(folder, 'flows'), { recursive: true });
    await until(() => err().includes('0 pictures drawn, 1 fresh already'));
    mkdirSync(join(folder, 'flows'));
    write('flows/a.flow', said('Back again'));
    await shows('flows/a.svg', 'Back again');
    write('flows/a.flow', said('And on'));
    await shows('flows/a.svg', 'And on');
  });

  /** What was there before is kept, under another name each time: to remove it would tell those who watch it. */
  const replacements: Readonly<Record<string, (folder: string, round: number) => void>> = {
    'moved away, and another one into its place': (folder, round) => {
      cpSync(join(folder, 'up/flows'), join(folder, `up/new${round}`), { recursive: true });
      renameSync(join(folder, 'up/flows'), join(folder, `up/old${round}`));
      renameSync(join(folder, `up/new${round}`), join(folder, 'up/flows'));
    },
    'replaced far above': (folder, round) => {
      cpSync(join(folder, 'up'), join(folder, `new${round}`), { recursive: true });
      renameSync(join(folder, 'up'), join(folder, `old${round}`));
      renameSync(join(folder, `new${round}`), join(folder, 'up'));
    },
    'removed, and unpacked anew at once': (folder, round) => {
      cpSync(join(folder, 'up'), join(folder, `new${round}`), { recursive: true });
      rmSync(join(folder, 'up'), { recursive: true });
      cpSync(join(folder, `new${round}`), join(folder, 'up'), { recursive: true });
    },
  };
  it.each(Object.keys(replacements))('goes on to follow a folder that is %s', async (name) => {
    // In a repository nothing above it is watched, where others may be at work and wake it by chance.
    const files = { '.git/HEAD': '', 'up/flows/a.flow': cleanFlow('a') };
    const { folder, write, shows } = await watching(files, ['up/flows']);
    for (const round of [1, 2]) {
      replacements[name]?.(folder, round);
      // Long enough for it to look up the names; what comes sooner is seen then.
      await new Promise((resolve) => setTimeout(resolve, 1500));
      for (const text of [`Round ${round}, one`, `Round ${round}, two`]) {
        write('up/flows/a.flow', said(text));
        await shows('up/flows/a.svg', text);
      }
    }
  });

  it('says so where a folder is gone, once, and follows it when it is back', async () => {
    const { folder, write, until, err, shows } = await watching({ 'up/flows/a.flow': cleanFlow('a') }, [
      'up/flows',
    ]);
    renameSync(join(folder, 'up'), join(folder, 'away'));
    await until(() => err().includes('the folder up/flows is gone; it is watched again once it is back'));
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(err().split('up/flows is gone')).toHaveLength(2);
    renameSync(join(folder, 'away'), join(folder, 'up'));
    write('up/flows/a.flow', said('Back again'));
    await shows('up/flows/a.svg', 'Back again');
  });

  it('sees saves by rename, one after the other, and an ordinary save after them', async () => {
    const { folder, write, shows } = await watching({ 'a.flow': cleanFlow('a') });
    for (const text of ['First', 'Second', 'Third']) {
      write('a.flow.new', said(text));
      renameSync(join(folder, 'a.flow.new'), join(folder, 'a.flow'));
      await shows('a.svg', text);
    }
    write('a.flow', said('In place'));
    await shows('a.svg', 'In place');
  });

  it('survives a burst of 1,000 saves and ends with the last', async () => {
    const { write, shows, err } = await watching({ 'a.flow': cleanFlow('a') });
    for (let save = 1; save <= 1000; save++) {
      write('a.flow', said(`Save ${save}.`));
      if (save % 100 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await shows('a.svg', 'Save 1000.');
    expect(err().split('a.flow changed').length).toBeLessThan(100);
  });

  it('touches nothing where a save changes nothing', async () => {
    const { folder, write, shows } = await watching({ 'a.flow': cleanFlow('a'), 'b.flow': cleanFlow('b') });
    const before = statSync(join(folder, 'a.svg')).mtimeMs;
    write('a.flow', cleanFlow('a'));
    write('b.flow', cleanFlow('b').replace('Answer the call', 'Sentinel'));
    await shows('b.svg', 'Sentinel');
    expect(statSync(join(folder, 'a.svg')).mtimeMs).toBe(before);
  });

  it('refuses what cannot be watched', async () => {
    const files = { 'a.flow': cleanFlow('a') };
    for (const [argv, message] of [
      [['-'], 'standard input cannot be watched'],
      [['a.flow', '-o', '-'], 'not to standard output'],
      [['a.flow', '--check'], '--watch and --check exclude each other'],
      [['nowhere'], 'nothing matches “nowhere”'],
    ] as const) {
      const { code, err } = await flowc(['build', '--watch', ...argv], { files });
      expect({ argv, code }).toEqual({ argv, code: 2 });
      expect(err).toContain(message);
    }
  });
});
