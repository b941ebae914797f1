import type { Drawing } from '../../layout/drawing.ts';
import type { TextModeName } from '../../project/configuration.ts';
import { drawnTexts } from '../../render/drawn-lines.ts';
import type { TextMode } from '../../render/glyph-outliner.ts';
import { outlineWith } from '../../type/create-outliner.ts';
import { eastAsianFonts } from '../../type/east-asian-fonts.ts';
import { openFontLibrary } from '../../type/font-library.ts';
import type { FontSubsetter } from '../../type/subset-font.ts';
import { findFontFiles, missingFontHelp, readFontSubsetter } from '../font-files.ts';
import { UsageError } from '../usage-error.ts';

/** How the texts of one picture are to be written, and what was found missing once it was drawn. */
export interface PictureText {
  readonly mode: TextMode;
  /** Why the picture must not be kept: characters that no font has. Undefined where all is well. */
  problem(): string | undefined;
}

export type OpenTextMode = (name: TextModeName, drawing: Drawing) => Promise<PictureText>;

/**
 * Opens fonts as pictures need them: those that come along, those installed beside flowc or in the project, and the
 * user's own. Throws a `UsageError` where one of the user's own cannot be read.
 */
export function textModes(projectFolder: string, ownFonts: readonly string[]): OpenTextMode {
  const { files, unreadable } = findFontFiles(projectFolder, ownFonts);
  if (unreadable.length > 0) throw new UsageError(`the font ${unreadable.join(', ')} cannot be read`);
  const library = once(() => openFontLibrary(files));
  const subset = once(async (): Promise<FontSubsetter> => {
    const { createFontSubsetter } = await import('../../type/subset-font.ts');
    return createFontSubsetter(readFontSubsetter());
  });
  return async (name, drawing) => {
    switch (name) {
      case 'system':
        return { mode: { kind: 'system' }, problem: () => undefined };
      case 'embed': {
        const { embedFonts } = await import('../../type/embed-fonts.ts');
        const [fonts, smaller] = [await library(), await subset()];
        const eastAsian = eastAsianFonts(drawing.language);
        const faces = await embedFonts(fonts, smaller, eastAsian, drawnTexts(drawing));
        return { mode: { kind: 'embed', faces }, problem: () => undefined };
      }
      case 'outlines': {
        const outliner = outlineWith(await library(), drawing.language);
        const missing = new Set<string>();
        const line: typeof outliner.line = (text, size, rightToLeft) => {
          for (const grapheme of outliner.missing(text)) missing.add(grapheme);
          return outliner.line(text, size, rightToLeft);
        };
        return {
          mode: { kind: 'outlines', outliner: { line, outline: outliner.outline } },
          problem: () => (missing.size === 0 ? undefined : problemOf([...missing], drawing.language)),
        };
      }
    }
  };
}

function problemOf(missing: readonly string[], language: string): string {
  const shown = missing.slice(0, 10).join(' ');
  return `no font has ${shown}${missing.length > 10 ? ' …' : ''}: ${missingFontHelp(missing, language)}`;
}

const once = <Value>(make: () => Value): (() => Value) => {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};
