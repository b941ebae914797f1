import type { FontFiles, FontName } from './font-name.ts';
import { type ShapingFont, startHarfbuzz } from './shape-text.ts';

/** The fonts of a run of flowc, each read when the first text needs it. */
export interface FontLibrary {
  font(name: FontName): ShapingFont | undefined;
}

export const openFontLibrary = async (files: FontFiles): Promise<FontLibrary> => {
  const readFont = await startHarfbuzz();
  const opened = new Map<FontName, ShapingFont | undefined>();
  return {
    font: (name) => {
      if (!opened.has(name)) {
        const bytes = files.read(name);
        opened.set(name, bytes === undefined ? undefined : readFont(bytes));
      }
      return opened.get(name);
    },
  };
};
