import { describe, expect, it } from 'vitest';
import type { DrawnPreview } from '../../src/preview/draw-picture.ts';
import { createPictureMaker } from '../../src/preview/picture-maker.ts';
import { standard } from '../../src/render/theme/standard.ts';
import { parse } from '../../src/syntax/parse.ts';
import { cleanFlow } from '../cli/test-shell.ts';
import { understand } from '../understand.ts';

const processOf = (text: string) => {
  const [process] = [...understand(new Map([['a.flow', parse({ path: 'a.flow', text })]])).values()].flatMap(
    ({ built }) => built.map(({ process }) => process),
  );
  if (process === undefined) throw new Error('no flow');
  return process;
};
const settings = { theme: 'standard', colours: { light: {}, dark: {} } } as const;
const never = new AbortController().signal;

/** A maker whose drawings are finished when the test says so, and which counts them. */
function patientMaker() {
  const drawings: { readonly finish: (picture: DrawnPreview) => void; readonly superseded: AbortSignal }[] =
    [];
  const maker = createPictureMaker(
    (_, superseded) =>
      new Promise((finish, reject) => {
        drawings.push({ finish, superseded });
        superseded.addEventListener('abort', () => reject(superseded.reason));
      }),
    () => standard,
  );
  return { maker, drawings };
}

describe('pictures of a preview', () => {
  it('are drawn once, wherever in the file the flow stands, also when others come in between', async () => {
    const { maker, drawings } = patientMaker();
    const first = maker.picture(processOf(cleanFlow('a')), settings, never);
    const moved = maker.picture(processOf(`# A remark\n${cleanFlow('a')}`), settings, never);
    drawings[0]?.finish({ svg: 'one' });
    expect([await first, await moved]).toEqual([{ svg: 'one' }, { svg: 'one' }]);
    void maker.picture(processOf(cleanFlow('b')), settings, never);
    expect(await maker.picture(processOf(cleanFlow('a')), settings, never)).toEqual({ svg: 'one' });
    expect(drawings).toHaveLength(2);
  });

  it('are drawn again where they are to show something else', () => {
    const { maker, drawings } = patientMaker();
    for (const show of [undefined, ['notes'] as const, ['notes', 'terms'] as const, ['notes'] as const])
      void maker.picture(
        processOf(cleanFlow('a')),
        show === undefined ? settings : { ...settings, show },
        never,
      );
    expect(drawings).toHaveLength(3);
  });

  it('are given up when nobody waits for them, and drawn anew when they are asked for again', async () => {
    const { maker, drawings } = patientMaker();
    const [one, other] = [new AbortController(), new AbortController()];
    const pictures = [one, other].map(({ signal }) =>
      maker.picture(processOf(cleanFlow('a')), settings, signal),
    );
    one.abort();
    expect(drawings[0]?.superseded.aborted).toBe(false);
    other.abort('nobody');
    expect(drawings[0]?.superseded.aborted).toBe(true);
    const again = maker.picture(processOf(cleanFlow('a')), settings, never);
    for (const picture of pictures) await expect(picture).rejects.toBeDefined();
    drawings[1]?.finish({ svg: 'two' });
    expect(await again).toEqual({ svg: 'two' });
    expect(drawings).toHaveLength(2);
  });

  it('are kept when they are finished, though nobody looks at them', async () => {
    const { maker, drawings } = patientMaker();
    const looking = new AbortController();
    const picture = maker.picture(processOf(cleanFlow('a')), settings, looking.signal);
    drawings[0]?.finish({ svg: 'one' });
    await picture;
    looking.abort();
    expect(await maker.picture(processOf(cleanFlow('a')), settings, never)).toEqual({ svg: 'one' });
    expect(drawings).toHaveLength(1);
  });
});
