import { describe, expect, it } from 'vitest';
import { cleanFlow, flowc } from './test-shell.ts';

const untidy = 'flow   a\ntouchpoint phone   "Customer calls"\nend\n';
const files = { 'a.flow': untidy, 'b.flow': (await flowc(['fmt', '-'], { stdin: cleanFlow('b') })).out };

describe('flowc fmt', () => {
  it('formats in place, touching only what needs it', async () => {
    const { code, out, err, written, files: after } = await flowc(['fmt'], { files });
    expect({ code, out, err, written }).toEqual({
      code: 0,
      out: '',
      err: '1 file formatted, 1 as they should be\n',
      written: ['a.flow'],
    });
    expect((await flowc(['fmt', '--check'], { files: after })).code).toBe(0);
  });

  it('lists, or shows as a patch, what would change, and ends with 1', async () => {
    const checked = await flowc(['fmt', '--check'], { files });
    expect(checked).toMatchObject({ code: 1, out: 'a.flow\n', written: [] });
    const shown = await flowc(['fmt', '--diff'], { files });
    expect(shown).toMatchObject({ code: 1, written: [] });
    expect(shown.out).toContain('--- a/a.flow\n+++ b/a.flow\n');
    expect(shown.out).toContain('-flow   a\n');
  });

  it('filters standard input', async () => {
    const { code, out, err } = await flowc(['fmt', '-'], { stdin: untidy });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('flow a\n');
    expect((await flowc(['fmt', '-'], { stdin: out })).out).toBe(out);
    expect((await flowc(['fmt', '-', '--check'], { stdin: untidy })).code).toBe(1);
  });

  it('keeps the line ends and the byte-order mark of a file from Windows, on disk and from standard input', async () => {
    const windows = `\ufeff${untidy.replaceAll('\n', '\r\n')}`;
    const tidy = '\ufeffflow a\r\ntouchpoint phone "Customer calls"\r\nend\r\n';
    const { files: after } = await flowc(['fmt'], { files: { 'a.flow': windows } });
    expect(after['a.flow']).toBe(tidy);
    expect((await flowc(['fmt', '--check'], { files: after })).code).toBe(0);
    expect((await flowc(['fmt', '-'], { stdin: windows })).out).toBe(tidy);
    expect((await flowc(['lint', '--fix', '-'], { stdin: tidy })).out).toBe(tidy);
    const mended = await flowc(['lint', '--fix', '-'], { stdin: tidy.replace('touchpoint', 'tuchpoint') });
    expect(mended.out).toBe(tidy);
  });

  it('keeps a byte-order mark, and leaves a file alone that is not all UTF-8', async () => {
    const marked = await flowc(['fmt'], { files: { 'a.flow': `\ufeff${untidy}` } });
    expect(marked.files['a.flow']).toMatch(/^\ufeffflow a\n/);
    const broken = await flowc(['fmt'], { files: { 'a.flow': Uint8Array.of(0x66, 0xff) } });
    expect(broken).toMatchObject({ code: 2, written: [] });
  });
});
