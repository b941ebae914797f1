import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { ShowPart } from '../../src/layout/show.ts';
import type { Picture, PreviewState } from '../../src/preview/messages.ts';
import { cleanFlow, endlessFlow, flowc } from '../cli/test-shell.ts';
import { type RunningPreview, runningPreview } from './running-preview.ts';
import { slowFlow } from './slow-flow.ts';

const running: RunningPreview[] = [];
afterEach(async () => {
  for (const each of running.splice(0)) await each.end();
});
const start = async (...given: Parameters<typeof runningPreview>): Promise<RunningPreview> => {
  const started = await runningPreview(...given);
  running.push(started);
  return started;
};

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** A request with the path exactly as given: `fetch` would tidy it up. */
const get = (
  port: number,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers, method }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += String(chunk);
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });

/** The state as a page that opens now gets it. */
const stateOf = async (preview: RunningPreview): Promise<PreviewState> => {
  const answer = await fetch(`${preview.url}events`);
  const reader = answer.body?.getReader();
  let text = '';
  while (!/data: .*\n\n/.test(text)) text += new TextDecoder().decode((await reader?.read())?.value);
  await reader?.cancel();
  return JSON.parse(/data: (.*)\n\n/.exec(text)?.[1] ?? '');
};
const until = (preview: RunningPreview, holds: (state: PreviewState) => boolean): Promise<void> =>
  preview.until(async () => holds(await stateOf(preview)));
const pictureOf = async (preview: RunningPreview, name: string): Promise<Picture> =>
  JSON.parse((await get(preview.port, `/picture?name=${name}`)).body);

describe('flowc preview', () => {
  it('tells flows, findings and where they stand; shows a chart with the places of its nodes', async () => {
    const preview = await start({
      'a.flow': cleanFlow('one') + endlessFlow('two'),
      'in/b.flow': cleanFlow('three'),
    });
    const { flows, findings, problem } = await stateOf(preview);
    expect(problem).toBeUndefined();
    expect(flows.map(({ key, state, line }) => [key, state, line])).toEqual([
      ['a.flow#one', 'current', 1],
      ['a.flow#two', 'current', 5],
      ['in/b.flow#three', 'current', 1],
    ]);
    expect(findings.filter(({ severity }) => severity === 'error')).toMatchObject([
      {
        code: 'no-end',
        file: 'a.flow',
        flow: 'a.flow#two',
        line: 5,
        editor: `vscode://file${preview.folder}/a.flow:5:6`,
      },
    ]);
    const picture = await pictureOf(preview, flows[0]?.picture ?? '');
    expect(picture.svg).toMatch(/^<svg [^>]*data-flow="one"/);
    expect(picture.nodes['answer']).toMatchObject({ line: 3, column: 1, end: { line: 3 } });
  });

  it('shows what it is told to show, over what the configuration says', async () => {
    const noted = cleanFlow('one').replace(
      '"Answer the call"',
      '"Answer the call" say "Hello?" note "Smile"',
    );
    const files = { 'a.flow': noted, 'flowc.config.json': '{ "show": ["notes"] }' };
    const shown = async (...given: readonly ShowPart[]): Promise<string> => {
      const preview = await start(files, undefined, [], given.length === 0 ? {} : { show: given });
      const { flows } = await stateOf(preview);
      return (await pictureOf(preview, flows[0]?.picture ?? '')).svg ?? '';
    };
    const [configured, told] = [await shown(), await shown('words')];
    expect([configured, told].map((svg) => [svg.includes('>Smile<'), svg.includes('Hello?<')])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it('follows a used file, shows its flows, and knows where a call leads', async () => {
    const preview = await start(
      {
        'a.flow': `use "lib/b.flow"\nflow a\ntouchpoint phone "Call"\ncall b\nend done\n`,
        'lib/b.flow': cleanFlow('b'),
        'other.flow': cleanFlow('other'),
      },
      undefined,
      ['a.flow'],
    );
    const { flows } = await stateOf(preview);
    expect(flows.map(({ key }) => key)).toEqual(['a.flow#a', 'lib/b.flow#b']);
    const { nodes } = await pictureOf(preview, flows[0]?.picture ?? '');
    expect(Object.values(nodes).map(({ flow }) => flow)).toContain('lib/b.flow#b');
    preview.write('lib/b.flow', cleanFlow('b').replace('flow b', 'flow b "Renamed"'));
    await until(preview, (state) => state.flows[1]?.title === 'Renamed');
  });

  it('keeps the last good chart of a broken flow, and goes on with the others', async () => {
    const preview = await start({ 'a.flow': cleanFlow('one') + cleanFlow('two') });
    const before = (await stateOf(preview)).flows;
    preview.write(
      'a.flow',
      `${cleanFlow('one').replace('Answered', 'Changed')}${cleanFlow('two')}-> nowhere\n`,
    );
    await until(preview, ({ flows }) => flows[1]?.state === 'outdated');
    const { flows, findings } = await stateOf(preview);
    expect(flows[0]).toMatchObject({ state: 'current' });
    expect((await pictureOf(preview, flows[0]?.picture ?? '')).svg).toContain('Changed');
    expect(flows[1]?.picture).toBe(before[1]?.picture);
    expect(findings[0]).toMatchObject({ code: 'unknown-target', flow: 'a.flow#two' });
    preview.write('a.flow', cleanFlow('one') + cleanFlow('two'));
    await until(preview, (state) => state.flows.every(({ state: each }) => each === 'current'));
  });

  it('shows what could be read of a text that never was whole', async () => {
    const preview = await start({ 'a.flow': `${cleanFlow('one')}-> nowhere\n` });
    const { flows } = await stateOf(preview);
    expect(flows[0]?.state).toBe('incomplete');
    expect((await pictureOf(preview, flows[0]?.picture ?? '')).svg).toContain('Answer the call');
  });

  it('survives that its file is deleted and made again, and says so meanwhile', async () => {
    const preview = await start({ 'a.flow': cleanFlow('one') }, undefined, ['a.flow']);
    const [before] = (await stateOf(preview)).flows;
    rmSync(join(preview.folder, 'a.flow'));
    await until(preview, ({ problem }) => problem?.includes('nothing matches “a.flow”') === true);
    expect((await stateOf(preview)).flows).toMatchObject([{ state: 'outdated', picture: before?.picture }]);
    preview.write('a.flow', cleanFlow('one'));
    await until(preview, ({ problem, flows }) => problem === undefined && flows[0]?.state === 'current');
  });

  it('survives a configuration with a mistake', async () => {
    const preview = await start({ 'a.flow': cleanFlow('one'), 'flowc.config.json': '{}' });
    preview.write('flowc.config.json', '{ "theem": 1 }');
    await until(preview, ({ problem }) => problem === 'the configuration has 1 mistake');
    preview.write('flowc.config.json', '{ "theme": "mono" }');
    await until(preview, ({ problem }) => problem === undefined);
  });

  it('survives a burst of 1,000 saves and ends with the last', async () => {
    const preview = await start({ 'a.flow': cleanFlow('one') });
    for (let save = 1; save <= 1000; save++)
      preview.write('a.flow', cleanFlow('one').replace('flow one', `flow one "Save ${save}"`));
    await until(preview, ({ flows }) => flows[0]?.title === 'Save 1000');
  });

  it('answers while a large chart is laid out, and gives it up when there is a newer text', async () => {
    const preview = await start({ 'a.flow': slowFlow('slow') });
    const [slow] = (await stateOf(preview)).flows;
    let isDrawn = false;
    const drawn = get(preview.port, `/picture?name=${slow?.picture}`).then((answer) => {
      isDrawn = true;
      return answer;
    });
    expect((await get(preview.port, '/source?file=a.flow')).body).toBe(slowFlow('slow'));
    preview.write('a.flow', cleanFlow('quick'));
    await until(preview, ({ flows }) => flows[0]?.key === 'a.flow#quick');
    expect(isDrawn).toBe(false);
    const [quick] = (await stateOf(preview)).flows;
    expect((await pictureOf(preview, quick?.picture ?? '')).svg).toContain('Answer the call');
    expect((await drawn).status).toBe(204);
  });

  it('does not name a picture anew where nothing in it has changed', async () => {
    const preview = await start({ 'a.flow': cleanFlow('one') });
    const [before] = (await stateOf(preview)).flows;
    preview.write('a.flow', `${cleanFlow('one')}\n# A remark\nnonsense\n`);
    await until(preview, ({ findings }) => findings.length > 0);
    expect((await stateOf(preview)).flows[0]?.picture).toBe(before?.picture);
  });

  it('ends clean when it is interrupted, though pages listen', async () => {
    const preview = await runningPreview({ 'a.flow': cleanFlow('one') });
    const listening = await fetch(`${preview.url}events`);
    expect(listening.status).toBe(200);
    expect(await preview.end()).toBe(0);
    await expect(fetch(preview.url)).rejects.toThrow();
  });

  it('listens on this machine only', async () => {
    const { url } = await start({ 'a.flow': cleanFlow('one') });
    expect(new URL(url).hostname).toBe('127.0.0.1');
  });

  it('takes a port that is asked for, and refuses one that is in use', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => {
      taken.listen(0, '127.0.0.1', resolve);
    });
    const address = taken.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await expect(start({ 'a.flow': cleanFlow('one') }, undefined, [], { port })).rejects.toMatchObject({
      name: 'UsageError',
      message: `port ${port} is in use`,
    });
    await new Promise((resolve) => taken.close(resolve));
    expect((await start({ 'a.flow': cleanFlow('one') }, undefined, [], { port })).port).toBe(port);
  });

  it('refuses wrong usage with 2', async () => {
    const files = { 'a.flow': cleanFlow('a') };
    for (const [argv, message] of [
      [['-'], 'standard input cannot be watched'],
      [['nowhere'], 'nothing matches “nowhere”'],
      [['--port', '70000'], 'from 0 to 65535'],
      [['--editor', 'notepad'], 'there is no editor “notepad”'],
    ] as const) {
      const { code, err } = await flowc(['preview', ...argv], { files });
      expect({ argv, code }).toEqual({ argv, code: 2 });
      expect(err).toContain(message);
    }
  });
});

describe('what a preview does not give away', () => {
  const secret = 'flow secret "Top secret"\ntouchpoint t\nend e\n';

  it('serves no path of the disk, however it is written', async () => {
    const { port, folder } = await start({ 'a.flow': cleanFlow('a'), 'flowc.config.json': '{}' });
    for (const path of [
      '/a.flow',
      '/flowc.config.json',
      '/../../../etc/passwd',
      '/%2e%2e/%2e%2e/etc/passwd',
      `/${folder}/a.flow`,
      '//etc/passwd',
      'http://127.0.0.1/etc/passwd',
      '/page.js/../../a.flow',
      '/source',
      '/source?file=../../../etc/passwd',
      '/source?file=/etc/passwd',
      '/source?file=flowc.config.json',
      `/source?file=${folder}/a.flow`,
      '/source?file=__proto__',
      '/picture?name=/etc/passwd',
    ]) {
      const { status, body } = await get(port, path);
      expect({ path, status }).toEqual({ path, status: 404 });
      expect(body).not.toMatch(/root:|Customer|\{/);
    }
    expect((await get(port, '/source?file=a.flow')).body).toBe(cleanFlow('a'));
  });

  it('shows no file outside of the project, whatever a use or a link leads to', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'flowc-outside-'));
    writeFileSync(join(outside, 'secret.flow'), secret);
    const preview = await start(
      { 'project/a.flow': `use "../secret.flow"\n${cleanFlow('a')}`, 'secret.flow': secret },
      undefined,
      ['project'],
    );
    mkdirSync(join(preview.folder, 'project/in'));
    symlinkSync(join(outside, 'secret.flow'), join(preview.folder, 'project/in/link.flow'));
    preview.write('project/b.flow', cleanFlow('b'));
    await until(preview, ({ flows }) => flows.some(({ key }) => key.endsWith('#b')));
    // The current folder holds secret.flow, which is part of the project then; the linked file is not.
    const { flows } = await stateOf(preview);
    expect(flows.map(({ key }) => key)).toEqual([
      'project/a.flow#a',
      'project/b.flow#b',
      'secret.flow#secret',
    ]);
    expect((await get(preview.port, '/source?file=project/in/link.flow')).status).toBe(404);
    rmSync(outside, { recursive: true });
  });

  it('shows no used file above the folder that flowc was started in', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'flowc-outside-'));
    writeFileSync(join(outside, 'secret.flow'), secret);
    const name = outside.slice(tmpdir().length + 1);
    const preview = await start({ 'a.flow': `use "../${name}/secret.flow"\n${cleanFlow('a')}` });
    const { flows, findings } = await stateOf(preview);
    expect(flows.map(({ key }) => key)).toEqual(['a.flow#a']);
    expect(findings.map(({ code }) => code)).not.toContain('unknown-file');
    expect((await get(preview.port, `/source?file=../${name}/secret.flow`)).status).toBe(404);
    rmSync(outside, { recursive: true });
  });

  it('turns away who must not ask, at every address', async () => {
    const { port } = await start({ 'a.flow': cleanFlow('a') });
    for (const path of ['/', '/page.js', '/events', '/source?file=a.flow']) {
      expect((await get(port, path, { host: `evil.test:${port}` })).status).toBe(403);
      expect((await get(port, path, { origin: 'https://evil.test' })).status).toBe(403);
      expect((await get(port, path, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
      expect((await get(port, path, {}, 'POST')).status).toBe(405);
    }
  });

  it('sends every answer with the headers that keep others out', async () => {
    const { port, url } = await start({ 'a.flow': cleanFlow('a') });
    for (const path of ['/', '/page.js', '/page.css', '/source?file=a.flow', '/nothing']) {
      const { headers } = await get(port, path);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'no-store',
      });
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'/);
    }
    const nonceOf = async () =>
      /nonce-([^']+)/.exec(String((await fetch(url)).headers.get('content-security-policy')))?.[1];
    expect(await nonceOf()).not.toBe(await nonceOf());
    expect((await fetch(`${url}events`)).headers.get('x-content-type-options')).toBe('nosniff');
  });
});
