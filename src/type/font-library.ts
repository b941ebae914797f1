import { isInvisible } from './character-class.ts';
import { type FontFiles, type FontName, fontNames } from './font-name.ts';
import { type ShapingFont, startHarfbuzz } from './shape-text.ts';

/** The fonts of a run of flowc, each read when the first text needs it. */
export interface FontLibrary<Font extends MeasuringFont = OpenFont> {
  font(name: FontName): Font | undefined;
  /** Those that the user has named. */
  own(): readonly Font[];
}

/** The part of a font that measuring takes. */
export type MeasuringFont = Pick<ShapingFont, 'covers' | 'advance'>;

export interface OpenFont extends ShapingFont {
  /** A name of letters, digits and `-`; no two fonts have one and the same. */
  readonly key: string;
  /** Letters and spaces. */
  readonly family: string;
  /** When a viewer should try it: the smaller, the sooner. */
  readonly order: number;
  readonly bytes: Uint8Array;
}

export const openFontLibrary = async (files: FontFiles): Promise<FontLibrary> => {
  const readFont = await startHarfbuzz();
  const open = (bytes: Uint8Array, key: string, family: string, order: number): OpenFont => ({
    ...readFont(bytes),
    key,
    family,
    order,
    bytes,
  });
  const opened = new Map<FontName, OpenFont | undefined>();
  let own: readonly OpenFont[] | undefined;
  return {
    font: (name) => {
      if (!opened.has(name)) {
        const bytes = files.read(name);
        const key = name.toLowerCase().replaceAll(' ', '-');
        const family = name.replace(/ \d+$/, '');
        opened.set(name, bytes === undefined ? undefined : open(bytes, key, family, fontNames.indexOf(name)));
      }
      return opened.get(name);
    },
    own: () => {
      own ??= (files.readOwn?.() ?? []).map((bytes, index) =>
        open(bytes, `own-${index + 1}`, 'Own', fontNames.length + index),
      );
      return own;
    },
  };
};

/** Whether a font can show a text: characters without a shape of their own aside. */
export const coversText = (font: MeasuringFont, text: string): boolean => {
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (!font.covers(codePoint) && !isInvisible(codePoint)) return false;
  }
  return true;
};
