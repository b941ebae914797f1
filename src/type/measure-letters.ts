import { createMeasurer, type DividerOf, measureWith } from './create-measurer.ts';
import { type FontLibrary, type MeasuringFont, openFontLibrary } from './font-library.ts';
import type { FontFiles } from './font-name.ts';
import { hyphenationWhenNeeded, patternsFor } from './hyphenation.ts';
import { advances, after, before, characters, kerning, unitsPerEm } from './letter-widths.ts';
import type { TextMeasurer } from './measurer.ts';

/**
 * Does work that measures texts. Latin, Greek and Cyrillic letters are measured by a table; where a text has
 * anything else, the fonts are opened, and the work is done again; so too where a long word is to be divided. To
 * start HarfBuzz and to read a font takes longer than to lay out a chart. `work` must have no effect but its result.
 */
export type Measuring = <Result>(work: (measurer: TextMeasurer) => Promise<Result>) => Promise<Result>;

export function createMeasuring(files: FontFiles, { byTable = true }: MeasuringOptions = {}): Measuring {
  if (!byTable) {
    let opened: Promise<TextMeasurer> | undefined;
    return async (work) => {
      opened ??= createMeasurer(files);
      return work(await opened);
    };
  }
  let library: FontLibrary<MeasuringFont> = letterLibrary();
  let dividerOf: DividerOf = dividerToCome;
  let measurer = measureWith(library, dividerOf);
  return async (work) => {
    for (;;)
      try {
        return await work(measurer);
      } catch (error) {
        if (error instanceof FontNeeded) library = await openFontLibrary(files);
        else if (error instanceof PatternsNeeded) dividerOf = hyphenationWhenNeeded(files);
        else throw error;
        measurer = measureWith(library, dividerOf);
      }
  };
}

export interface MeasuringOptions {
  /**
   * Whether letters are measured by the table where it knows them, which is the default, or always by the fonts.
   * Lengths are the same.
   */
  readonly byTable?: boolean;
}

/** Thrown where a text has more than the letters of the table. */
class FontNeeded extends Error {}

/** Thrown where a word is to be divided. */
class PatternsNeeded extends Error {}

const dividerToCome: DividerOf = async (language) =>
  patternsFor(language) === undefined
    ? undefined
    : () => {
        throw new PatternsNeeded();
      };

function letterLibrary(): FontLibrary<MeasuringFont> {
  const indices = new Map([...characters].map((character, index) => [character.charCodeAt(0), index]));
  const rows: (Int16Array | undefined)[] = [];
  const kernOf = (first: number, second: number): number => {
    const row = rows[first] ?? kerningRow(kerning[first] ?? []);
    rows[first] = row;
    return row[second] ?? 0;
  };
  const font: MeasuringFont = {
    covers(codePoint) {
      if (!indices.has(codePoint)) throw new FontNeeded();
      return true;
    },
    advance(run, _, rightToLeft) {
      if (rightToLeft) throw new FontNeeded();
      let units = 0;
      let last: number | undefined;
      for (let at = 0; at < run.length; at++) {
        const index = indices.get(run.charCodeAt(at)) ?? 0;
        units += advances[index] ?? 0;
        if (last !== undefined) units += kernOf(before[last] ?? 0, after[index] ?? 0);
        last = index;
      }
      return units / unitsPerEm;
    },
  };
  return {
    font(name) {
      if (name !== 'Noto Sans') throw new FontNeeded();
      return font;
    },
    own: () => [],
  };
}

/** Pairs of a number and a length, as lengths by number. */
function kerningRow(pairs: readonly number[]): Int16Array {
  const row = new Int16Array(
    1 + pairs.reduce((most, number, at) => (at % 2 === 0 ? Math.max(most, number) : most), 0),
  );
  for (let at = 0; at < pairs.length; at += 2) row[pairs[at] ?? 0] = pairs[at + 1] ?? 0;
  return row;
}
