import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fontFiles } from '../../src/cli/font-files.ts';
import { fontNames } from '../../src/type/font-name.ts';

/**
 * An environment in which fontconfig knows the fonts that come with flowc and no others: so that two viewers set a text
 * in the same font, whatever the machine has. librsvg takes no heed of `textLength`, and another font would be another
 * picture.
 */
export const onlyOurFonts = (): Readonly<Record<string, string>> => {
  const folder = mkdtempSync(join(tmpdir(), 'flowc-fonts-'));
  mkdirSync(join(folder, 'fonts'));
  for (const name of fontNames) {
    const bytes = fontFiles.read(name);
    if (bytes !== undefined) writeFileSync(join(folder, 'fonts', `${name.replaceAll(' ', '-')}.ttf`), bytes);
  }
  const file = join(folder, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/cache</cachedir></fontconfig>`,
  );
  return { FONTCONFIG_FILE: file };
};
