import { layoutFlow, layoutFlowAtOnce } from '../layout/layout-flow.ts';
import { createMeasurer } from '../type/create-measurer.ts';
import type { FontFiles } from '../type/font-name.ts';
import { dividedLanguages, patternsFor } from '../type/hyphenation.ts';
import type { TextMeasurer } from '../type/measurer.ts';

/**
 * Fonts that are ready, what divides the words of languages, and the layout that takes both: with them a session draws
 * at once.
 */
export interface StartedFonts {
  /** What measures the texts of a flow in a language (BCP 47). */
  measurerFor(language: string): TextMeasurer;
  /** These come with the fonts, so that a session that draws nothing, as `lint` opens it, loads no layout. */
  readonly layOut: typeof layoutFlow;
  readonly layOutAtOnce: typeof layoutFlowAtOnce;
}

/** Starts all that drawing has to wait for. Fonts themselves are read when a text needs them. */
export async function startFonts(files: FontFiles): Promise<StartedFonts> {
  const measurer = await createMeasurer(files);
  const byPatterns = new Map<string | undefined, TextMeasurer>();
  for (const language of dividedLanguages)
    byPatterns.set(patternsFor(language), (await measurer.inLanguage?.(language)) ?? measurer);
  return {
    measurerFor: (language) => byPatterns.get(patternsFor(language)) ?? measurer,
    layOut: layoutFlow,
    layOutAtOnce: layoutFlowAtOnce,
  };
}
