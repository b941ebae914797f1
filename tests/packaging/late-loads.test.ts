import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { buildIfStale } from '../cli/built-flowc.ts';
import { cleanFlow, endlessFlow } from '../cli/test-shell.ts';
import { otherNode } from '../determinism/other-node.ts';
import { isPackedFrom, lateLoads, loadedWith } from './late-loads.ts';
import { type Circumstances, type PackedRun, packedFlowc, writeFiles } from './packed-flowc.ts';

/** A piece of work that needs something which is not loaded for all others. */
interface Work {
  readonly files?: Readonly<Record<string, string>>;
  /** Does it, and proves that it was done. */
  run(circumstances: Circumstances): Promise<PackedRun>;
  /** What is to be loaded for it; see `lateLoads`. */
  readonly loads: readonly string[];
}

const picture = (folder: string, name: string): string => readFileSync(join(folder, name), 'latin1');
const clean = { 'a.flow': cleanFlow('a') };
const unformatted = { 'a.flow': cleanFlow('a').replace('end done', '  end done') };

/** Runs a command that is to end with this code and to say this much. */
const command =
  (argv: readonly string[], code: number, said: RegExp, options: { readonly terminal?: boolean } = {}) =>
  async (circumstances: Circumstances): Promise<PackedRun> => {
    const ran = await packedFlowc(circumstances, argv, options);
    expect({ argv, code: ran.code, err: code === 0 ? '' : ran.err }).toEqual({
      argv,
      code,
      err: code === 0 ? '' : expect.any(String),
    });
    expect(ran.out + ran.err).toMatch(said);
    return ran;
  };

const report = (format: string, said: RegExp): Work => ({
  files: { 'a.flow': endlessFlow('a') },
  run: command(['lint', '--format', format], 1, said),
  loads: ['src/cli/lint/run-lint.ts', `src/report/${format}.ts`],
});

const works: Readonly<Record<string, Work>> = {
  'draws by ELK, in a thread': {
    files: {
      'desks.flow': readFileSync(
        join(import.meta.dirname, '..', 'reported', 'every-desk-sends-on-to-every-other.flow'),
        'utf8',
      ),
    },
    async run(circumstances) {
      const ran = await command(['build', '--force', '--layout', 'elk'], 0, /1 picture drawn/)(circumstances);
      expect(picture(circumstances.folder, 'desks.svg')).toContain('Letter sent');
      return ran;
    },
    loads: [
      'src/cli/build/build.ts',
      'src/cli/build/elk-thread.ts',
      'src/cli/build/elk-in-thread.ts',
      'elkjs/lib/elk-worker.min.js',
    ],
  },
  'draws letters that only HarfBuzz can measure': {
    files: { 'a.flow': cleanFlow('a').replace('Answered', 'उत्तर दिया') },
    async run(circumstances) {
      const ran = await command(['build'], 0, /1 picture drawn/)(circumstances);
      expect(picture(circumstances.folder, 'a.svg')).toContain('textLength');
      return ran;
    },
    loads: ['harfbuzzjs'],
  },
  'divides a long word between syllables': {
    files: {
      'a.flow': cleanFlow('a')
        .replace('\n', '\nlanguage de\n')
        .replace('Answered', 'Donaudampfschifffahrtsgesellschaftskapitän'),
    },
    async run(circumstances) {
      const ran = await command(['build'], 0, /1 picture drawn/)(circumstances);
      expect(picture(circumstances.folder, 'a.svg')).toMatch(/-<\/(?:text|tspan)>/);
      return ran;
    },
    loads: ['hyphenopoly'],
  },
  'draws with fonts inside': {
    files: clean,
    async run(circumstances) {
      const ran = await command(['build', '--text', 'embed'], 0, /1 picture drawn/)(circumstances);
      expect(picture(circumstances.folder, 'a.svg')).toContain('font/woff2;base64,d09GMg');
      return ran;
    },
    loads: ['src/type/subset-font.ts', 'src/type/embed-fonts.ts', 'woff2-encoder'],
  },
  'draws a PNG': {
    files: clean,
    async run(circumstances) {
      const ran = await command(['build', '-f', 'png'], 0, /1 picture drawn/)(circumstances);
      expect(picture(circumstances.folder, 'a.png')).toMatch(/^\x89PNG/);
      return ran;
    },
    loads: ['src/render/render-svg.ts', 'src/render/png.ts', '@resvg/resvg-js'],
  },
  'folds a chart onto paper': {
    files: clean,
    run: command(['build', '--fit', 'a4'], 0, /picture/),
    loads: ['src/layout/fold/fold-drawing.ts'],
  },
  'draws in threads': {
    files: { ...clean, 'b.flow': cleanFlow('b') },
    run: command(['build', '--jobs', '2'], 0, /2 pictures drawn/),
    loads: ['src/cli/build/drawing-threads.ts', 'src/cli/build/draw-in-thread.ts'],
  },
  'tells why a chart is not drawn': {
    files: { 'a.flow': endlessFlow('a') },
    run: command(['build'], 1, /error\[no-end\]/),
    loads: ['src/cli/colour.ts', 'src/report/pretty.ts'],
  },
  'draws again at every save': {
    files: clean,
    run: async (circumstances) => {
      const ran = await packedFlowc(circumstances, ['build', '--watch'], {
        meanwhile: (child, _, err) => {
          if (err.includes('watching for changes')) child.kill('SIGINT');
        },
      });
      expect(ran).toMatchObject({ code: 0, err: expect.stringContaining('1 picture drawn') });
      return ran;
    },
    loads: ['src/cli/watch/watch-build.ts'],
  },
  'lints for people': report('pretty', /error\[no-end\]/),
  'lints in short': report('compact', /no-end/),
  'lints as JSON': report('json', /"rule": ?"no-end"/),
  'lints as SARIF': report('sarif', /"ruleId": ?"no-end"/),
  'lints for GitHub': report('github', /^::error /m),
  'lints for GitLab': report('gitlab', /"check_name": ?"no-end"/),
  'lints as JUnit': report('junit', /<testsuite /),
  'shows what a repair would change': {
    files: { 'a.flow': cleanFlow('a').replace('touchpoint', 'touchpiont') },
    run: command(['lint', '--fix', '--dry-run'], 0, /\+touchpoint/),
    loads: ['src/cli/lint/fix-files.ts', 'src/cli/unified-diff.ts'],
  },
  'leaves out what a baseline knows': {
    files: { 'a.flow': endlessFlow('a') },
    run: command(['lint', '--baseline', 'known.json', '--update-baseline'], 0, /known\.json/),
    loads: ['src/cli/lint/baseline-file.ts'],
  },
  'prints the configuration': {
    files: clean,
    run: command(['lint', '--print-config', 'a.flow'], 0, /\{/),
    loads: ['src/cli/lint/print-configuration.ts'],
  },
  'tells a mistake of the configuration': {
    files: { ...clean, 'flowc.config.json': '{ "theem": "mono" }' },
    run: command(['build'], 2, /Did you mean “theme”/),
    loads: ['src/cli/configuration-problems.ts'],
  },
  'shows what formatting would change': {
    files: unformatted,
    run: command(['fmt', '--diff'], 1, /\+end done/),
    loads: ['src/cli/format/format-files.ts'],
  },
  'explains a rule': {
    run: command(['explain', 'no-end'], 0, /no-end/),
    loads: ['src/cli/explain/explain.ts'],
  },
  'begins a project after a question': {
    async run(circumstances) {
      let answers = 0;
      const asked = await packedFlowc(circumstances, ['init'], {
        terminal: true,
        meanwhile: (child, _, err) => {
          const questions = err.match(/\? \([^)]*\) /g)?.length ?? 0;
          // An answer that comes before its question is lost.
          for (; answers < questions; answers++) child.stdin.write('\n');
        },
      });
      expect(asked).toMatchObject({ code: 0, out: expect.stringContaining('.flow') });
      return asked;
    },
    loads: ['src/cli/init/init.ts', 'node:readline/promises'],
  },
  'completes in a shell': {
    run: command(['completion', 'bash'], 0, /complete /),
    loads: ['src/cli/completion/completion-script.ts'],
  },
  'shows charts in a browser': {
    files: clean,
    async run(circumstances) {
      let shown: Promise<string> | undefined;
      const ran = await packedFlowc(circumstances, ['preview'], {
        meanwhile: (child, out) => {
          const [url] = /http:\S+/.exec(out) ?? [];
          if (url !== undefined) shown ??= chartInBrowser(url).finally(() => child.kill('SIGINT'));
        },
      });
      expect(await shown).toContain('Answer the call');
      expect(ran).toMatchObject({ code: 0, err: '' });
      return ran;
    },
    loads: ['src/cli/preview/preview.ts', 'src/cli/preview/preview-in-thread.ts'],
  },
  'serves an editor, and shows it a chart': {
    files: clean,
    async run(circumstances) {
      let shown: Promise<string> | undefined;
      const ran = await packedFlowc(circumstances, ['lsp'], {
        meanwhile: (child) => {
          shown ??= chartInEditor(child, circumstances.folder);
        },
      });
      expect(await shown).toContain('Answer the call');
      expect(ran).toMatchObject({ code: 0, err: '' });
      return ran;
    },
    loads: [
      'src/server/main.ts',
      'src/cli/preview/open-drawing-thread.ts',
      'src/preview/picture-maker.ts',
      'src/render/theme/custom-theme.ts',
      'src/render/theme/themes.ts',
      'src/render/theme/standard.ts',
    ],
  },
};

/** The first chart of a preview, got as its page gets it. */
async function chartInBrowser(url: string): Promise<string> {
  const events = await fetch(`${url}events`);
  let told = '';
  for await (const bytes of events.body ?? []) {
    told += Buffer.from(bytes).toString('utf8');
    const [, name] = /"picture":"([^"]+)"/.exec(told) ?? [];
    if (name === undefined) continue;
    return (await fetch(`${url}picture?name=${encodeURIComponent(name)}`)).text();
  }
  return told;
}

/** The chart that a language server draws for `a.flow`; then it is asked to end. */
async function chartInEditor(child: ChildProcessWithoutNullStreams, folder: string): Promise<string> {
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    workspaceFolders: null,
    capabilities: {},
  });
  await connection.sendNotification('initialized', {});
  const answer = await connection.sendRequest<{ readonly svg?: string }>('flowc/preview', {
    textDocument: { uri: pathToFileURL(join(folder, 'a.flow')).href },
    position: { line: 0, character: 0 },
  });
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  return answer.svg ?? '';
}

/** In ms: another Node may have to be fetched first. */
const patience = 300_000;
/** The Node of these tests, and others that users have. */
const nodes = ['this', 22, 26] as const;

describe('what is loaded late', () => {
  const place = { folder: '' };
  beforeAll(() => {
    buildIfStale();
    place.folder = mkdtempSync(join(tmpdir(), 'flowc-late-'));
  });
  afterAll(() => rmSync(place.folder, { recursive: true, force: true }));

  it('is loaded in one of these tests: each import() of the sources has its own', async () => {
    const tried = new Set(Object.values(works).flatMap(({ loads }) => loads));
    const wanted = await lateLoads();
    expect(wanted.length).toBeGreaterThan(30);
    expect(wanted.filter((each) => !tried.has(each))).toEqual([]);
    const known = new Set([...wanted, '@resvg/resvg-js']);
    expect([...tried].filter((each) => !known.has(each))).toEqual([]);
  });

  it.for(['src/cli/lint/run-lint.ts', 'src/cli/format/format-files.ts'])(
    'is all that draws and all that writes flows, for %s',
    async (path) => {
      const loaded = await loadedWith(path);
      expect(loaded).toContain('src/syntax/parse.ts');
      // The settings name the papers, and what charts show.
      expect(loaded.filter((each) => /^src\/(?:layout|type|write|input)\//.test(each))).toEqual([
        'src/layout/fold/paper.ts',
        'src/layout/show.ts',
      ]);
    },
  );

  it.for(nodes)(
    'is there with a cold cache, a warm one and none, under Node %s',
    { timeout: patience },
    async (version, { skip }) => {
      const node = version === 'this' ? process.execPath : otherNode(version);
      skip(node === undefined, `Node ${version} cannot be had here`);
      if (node === undefined) return;
      const tryAll = async (queue: Iterator<readonly [string, Work], undefined>): Promise<void> => {
        for (let next = queue.next(); next.done !== true; next = queue.next()) {
          const [name, { files = {}, run, loads }] = next.value;
          const home = mkdtempSync(join(place.folder, `${version}-`));
          for (const cache of ['own', 'own', 'off'] as const) {
            // Each time in a folder where nothing was done before.
            const folder = mkdtempSync(join(home, 'work-'));
            writeFiles(folder, files);
            const { loaded } = await run({ node, folder, cache });
            for (const wanted of loads)
              expect(
                loaded.some((each) => isPackedFrom(wanted, each)),
                `${name}: ${wanted} is loaded`,
              ).toBe(true);
          }
          expect(
            readdirSync(join(home, 'cache', 'flowc')).filter((each) => each.endsWith('.code')).length,
            `${name}: code is kept for the second time`,
          ).toBeGreaterThan(0);
        }
      };
      const queue = Object.entries(works)[Symbol.iterator]();
      // Processes mostly wait for each other.
      await Promise.all([tryAll(queue), tryAll(queue), tryAll(queue)]);
    },
  );
});
