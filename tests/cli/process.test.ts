import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bin, buildIfStale, spawnFlowc } from './built-flowc.ts';
import { cleanFlow, endlessFlow } from './test-shell.ts';

/** The essentials with nothing in place of the real thing: the bundle, a process, its streams, the disk. */
describe('the built flowc', () => {
  const place = { cwd: '' };
  beforeAll(() => {
    buildIfStale();
    place.cwd = mkdtempSync(join(tmpdir(), 'flowc-process-'));
    mkdirSync(join(place.cwd, 'flows'));
    writeFileSync(join(place.cwd, 'flows/good.flow'), cleanFlow('good'));
    writeFileSync(join(place.cwd, 'flows/endless.flow'), endlessFlow('endless'));
  });
  afterAll(() => rmSync(place.cwd, { recursive: true, force: true }));
  const flowc = (argv: readonly string[], input?: string) =>
    spawnFlowc(argv, { cwd: place.cwd, ...(input === undefined ? {} : { input }) });

  it('turns standard input into an SVG on standard output', () => {
    const { code, out, err } = flowc(['build', '-', '-o', '-'], 'flow x touchpoint a -> "Do" -> end\n');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
  });

  it('knows the signs of all scripts, as the sources do', () => {
    const flow = 'flow x\ntouchpoint a\nif q? "有货吗？" -> end b\nif r? "هل هو متوفر؟" -> end c\nend d；\n';
    const { out } = flowc(['lint', '-', '--format', 'compact'], flow);
    expect(out).toBe('<stdin>:5:6: error: “；” means nothing here [invalid-character]\n');
    expect(flowc(['lint', '-', '--fix'], flow).out).toBe(flow.replace('；', ''));
  });

  it('keeps results and errors apart, and ends with 1 where a flow has errors', () => {
    const { code, out, err } = flowc(['build', 'flows']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('error[no-end]');
    expect(err).toContain('1 picture drawn (flows/good.svg), 1 flow not drawn');
    expect(readdirSync(join(place.cwd, 'flows')).sort()).toEqual(['endless.flow', 'good.flow', 'good.svg']);
    expect(flowc(['build', 'flows/good.flow', '--check'])).toMatchObject({ code: 0, out: '' });
    const linted = flowc(['lint', '--format', 'json']);
    expect(linted).toMatchObject({ code: 1, err: '' });
    expect(JSON.parse(linted.out).errors).toBe(1);
  });

  it('draws a PNG, and JSON', () => {
    expect(flowc(['build', 'flows/good.flow', '-f', 'png,json', '-o', 'out']).code).toBe(0);
    expect(readFileSync(join(place.cwd, 'out/good.png')).subarray(1, 4).toString()).toBe('PNG');
    expect(JSON.parse(readFileSync(join(place.cwd, 'out/good.json'), 'utf8')).flow.id).toBe('good');
    expect(flowc(['build', 'flows/good.flow', '-f', 'png,json', '-o', 'out', '--check']).code).toBe(0);
  });

  it('ends with 2 for wrong usage', () => {
    expect(flowc(['build', 'nowhere'])).toMatchObject({
      code: 2,
      out: '',
      err: 'error: nothing matches “nowhere”\n',
    });
    expect(flowc(['lint', '--formt', 'json'])).toMatchObject({ code: 2, out: '' });
    expect(flowc(['lint', '--baseline', 'flows']).err).toContain('it is a folder');
  });

  it('writes nothing through a link out of the output folder', () => {
    mkdirSync(join(place.cwd, 'linked'));
    mkdirSync(join(place.cwd, 'elsewhere'));
    symlinkSync(join(place.cwd, 'elsewhere'), join(place.cwd, 'linked/flows'));
    const { code, err } = flowc(['build', '.', '-o', 'linked']);
    expect(code).toBe(2);
    expect(err).toContain('symbolic link');
    expect(readdirSync(join(place.cwd, 'elsewhere'))).toEqual([]);
  });

  it('is quiet when its reader has read enough', () => {
    const command = `"${process.execPath}" "${bin}" explain | head -n 1; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^“flowc explain.*\n0\n$/);
  });
});
