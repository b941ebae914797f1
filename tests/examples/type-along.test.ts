import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bin, buildIfStale } from '../cli/built-flowc.ts';
import { commandsOf, type PageBlock, pageBlocks } from './page-blocks.ts';

const root = join(import.meta.dirname, '..', '..');
const pages = ['README.md', 'docs/first-process.md', 'docs/ci.md', 'docs/editors.md'] as const;
type PageName = (typeof pages)[number];
const blocksOf = (page: PageName): readonly PageBlock[] => pageBlocks(readFileSync(join(root, page), 'utf8'));

/** Commands that are not typed here, each with the reason, and with what tries it instead. */
const notTyped: Readonly<Record<string, { readonly because: string; readonly triedBy: string }>> = {
  'npm ci': { because: 'takes a minute and the network', triedBy: 'tests/readers/install.test.ts' },
  'npm pack git+https://github.com/OWNER/flowc.git': {
    because: 'takes a minute and the network',
    triedBy: 'tests/readers/install.test.ts',
  },
  'npm install --global ./flowc-0.1.0.tgz': {
    because: 'takes what the command before it makes',
    triedBy: 'tests/readers/install.test.ts',
  },
  'npm install --save-dev git+https://github.com/OWNER/flowc.git': {
    because: 'takes a minute and the network',
    triedBy: 'tests/readers/install.test.ts',
  },
  'npm install --global .': {
    because: 'builds what other tests are running',
    triedBy: 'tests/readers/install.test.ts',
  },
  'npm run package': {
    because: 'is run by another test, which looks into what it makes',
    triedBy: 'tests/editors/package.test.ts',
  },
  'code --install-extension flowc-0.1.0.vsix': {
    because: 'needs VS Code',
    triedBy: 'tests/editors/package.test.ts',
  },
};

describe('the list of what is not typed', () => {
  const typed = pages.flatMap((page) =>
    blocksOf(page).flatMap((block) => [
      ...(block.language === 'sh' ? commandsOf(block) : []),
      ...(block.language === 'yaml' ? serverCommands(block) : []),
    ]),
  );
  it.each(Object.entries(notTyped))(
    'has “%s”, which a page shows and a test tries',
    (command, { triedBy }) => {
      expect(typed).toContain(command);
      expect(existsSync(join(root, triedBy))).toBe(true);
    },
  );
});

/** The commands of a configuration of a build server. */
function serverCommands({ text }: PageBlock): readonly string[] {
  return [...text.matchAll(/^\s+- (?:run: )?((?:npm|npx) .*)$/gm)].map(([, command = '']) => command);
}

describe.runIf(process.platform !== 'win32')('whoever types along with a page', () => {
  let folder = '';
  beforeAll(() => {
    buildIfStale();
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'flowc-type-along-')));
    const commands = join(folder, 'bin');
    mkdirSync(commands);
    writeFileSync(join(commands, 'flowc'), `#!/bin/sh\nexec "${process.execPath}" "${bin}" "$@"\n`);
    chmodSync(join(commands, 'flowc'), 0o755);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const environment = (): NodeJS.ProcessEnv => ({
    ...process.env,
    PATH: `${join(folder, 'bin')}:${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin`,
    FORCE_COLOR: undefined,
    NO_COLOR: undefined,
  });

  /** A folder as it is when the reader comes to a block: empty, with flowc among its packages, or a clone. */
  function placeOf(page: PageName, { heading, paragraph }: PageBlock): string {
    const isClone = heading === 'Two commands' || /\bclone,$|in a clone/.test(paragraph);
    const isRepository = page === 'docs/ci.md' || paragraph.startsWith('**In a repository**');
    const kind = isClone ? 'clone' : isRepository ? 'repository' : 'own';
    const place = join(folder, page.replaceAll('/', '-'), kind);
    if (existsSync(place)) return place;
    mkdirSync(place, { recursive: true });
    if (isClone) {
      for (const name of [
        'package.json',
        'package-lock.json',
        '.npmrc',
        'esbuild.config.js',
        'bin',
        'scripts',
        'examples',
        'editors/vscode/package.json',
      ])
        cpSync(join(root, name), join(place, name), { recursive: true });
      for (const name of ['src', 'dist', 'node_modules']) symlinkSync(join(root, name), join(place, name));
    }
    if (isRepository && !isClone) {
      mkdirSync(join(place, 'node_modules/.bin'), { recursive: true });
      symlinkSync(root, join(place, 'node_modules/flowc'));
      symlinkSync('../flowc/bin/flowc.js', join(place, 'node_modules/.bin/flowc'));
    }
    return place;
  }

  /** Types a command, and gives all that it says. */
  function typed(command: string, cwd: string, code: number): string {
    const { status, stdout, stderr } = spawnSync('sh', ['-c', command], {
      cwd,
      env: environment(),
      encoding: 'utf8',
    });
    expect(status, `${command}\n${stdout}${stderr}`).toBe(code);
    return stdout + stderr;
  }

  /** `flowc preview` runs until it is ended: its address is opened, as the page says. */
  async function previewed(cwd: string): Promise<string> {
    const running = spawn('flowc', ['preview'], { cwd, env: environment() });
    const ended = new Promise((resolve) => running.on('exit', resolve));
    try {
      const said = await new Promise<string>((resolve, reject) => {
        let all = '';
        running.on('exit', () => reject(new Error(all)));
        for (const stream of [running.stdout, running.stderr])
          stream.on('data', (chunk) => {
            all += String(chunk);
            if (all.includes('\n')) resolve(all);
          });
      });
      const [address = ''] = /http:\S+/.exec(said) ?? [];
      expect(await (await fetch(address)).text()).toContain('<!doctype html>');
      return said;
    } finally {
      running.removeAllListeners('exit');
      running.on('exit', () => {});
      running.kill('SIGINT');
      await Promise.race([ended, new Promise((resolve) => running.on('exit', resolve))]);
    }
  }

  it.each(pages)(
    '%s: saves what it says to save, types each command, and reads what it shows',
    async (page) => {
      const blocks = blocksOf(page);
      /** The folder in which each place has been left by `cd`. */
      const left = new Map<string, string>();
      let said = '';
      let count = 0;
      for (const [index, block] of blocks.entries()) {
        const place = placeOf(page, block);
        let cwd = left.get(place) ?? place;
        if (block.language === 'flow') {
          const [, name] = /`([\w-]+\.flow)`/.exec(block.paragraph) ?? [];
          if (name !== undefined) writeFileSync(join(cwd, name), block.text);
        }
        if (block.language === 'sh') {
          said = '';
          const shown = blocks[index + 1]?.language === 'text' ? (blocks[index + 1]?.text ?? '') : '';
          // A page that shows an error shows a command that fails.
          const code = /^error\[/m.test(shown) ? 1 : 0;
          for (const command of commandsOf(block)) {
            const [, to] = /^cd (\S+)$/.exec(command) ?? [];
            if (notTyped[command] !== undefined) continue;
            count++;
            if (to !== undefined) {
              cwd = join(cwd, to);
              expect(existsSync(cwd), `${page}:${block.line}: ${command}`).toBe(true);
            } else said += command === 'flowc preview' ? await previewed(cwd) : typed(command, cwd, code);
          }
          left.set(place, cwd);
        }
        if (block.language === 'text') {
          // The number of a port is another each time.
          const plain = (text: string): string => text.replaceAll(/(127\.0\.0\.1:)\d+/g, '$1…').trim();
          expect(plain(said), `${page}:${block.line}`).toBe(plain(block.text));
        }
        if (block.language === 'yaml')
          for (const command of serverCommands(block).filter((each) => notTyped[each] === undefined)) {
            count++;
            typed(command, cwd, 0);
          }
      }
      expect(count).toBeGreaterThan(1);
    },
  );
});

describe('the pages about beginning', () => {
  const { repository, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  it('name one address of git, that of package.json, and the version that is packed', () => {
    for (const page of pages) {
      const text = readFileSync(join(root, page), 'utf8');
      for (const [address] of text.matchAll(/(?:git\+)?https:\/\/github\.com\/\S+?\/flowc\.git/g))
        expect(repository.url).toContain(address);
      for (const [, packed] of text.matchAll(/flowc-(\d+\.\d+\.\d+)\.(?:tgz|vsix)/g))
        expect(packed).toBe(version);
    }
  });

  it('name the Node that flowc needs, as package.json does', () => {
    const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const needed = engines.node.replace('>=', '');
    for (const page of ['README.md', 'docs/ci.md', 'docs/editors.md'])
      expect(readFileSync(join(root, page), 'utf8')).toMatch(
        new RegExp(`Node\\.js(?:\\]\\(\\S+\\))? ${needed.replace('.', '\\.')} or newer|Node\\.js ${needed}`),
      );
  });

  it('use no word of the trade before those that everyone needs', () => {
    const text = readFileSync(join(root, 'docs/first-process.md'), 'utf8');
    for (const word of [
      'CI',
      'baseline',
      'exit code',
      'SARIF',
      'build server',
      'linter',
      "repository's",
      'commit',
    ])
      expect(text, word).not.toMatch(new RegExp(`\\b${word}\\b`));
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const afterwards = readme.indexOf('## Commands');
    for (const word of ['CI', 'baseline', 'Exit codes', 'exit code', 'SARIF', 'sarif', 'build server'])
      expect(readme.slice(0, afterwards), word).not.toMatch(new RegExp(`\\b${word}\\b`));
    const server = readFileSync(join(root, 'docs/ci.md'), 'utf8');
    for (const [word, meaning] of [
      ['exit code', 'a number, its exit code: 0 where all is well'],
      ['baseline', 'a file that is called the baseline'],
      ['SARIF', 'which reads the format SARIF'],
    ] as const)
      expect(server.indexOf(word), word).toBe(server.indexOf(meaning) + meaning.indexOf(word));
  });
});
