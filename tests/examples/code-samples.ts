/**
 * A code block of a Markdown page: ` ```flow ` holds a whole file, ` ```flow unknown-target ` one that has just these
 * errors or findings.
 */
export interface CodeSample {
  readonly line: number;
  readonly text: string;
  readonly errors: readonly string[];
}

/** All code blocks of one language, in order. */
export const codeSamples = (markdown: string, language: string): readonly CodeSample[] =>
  [...markdown.matchAll(/^```(\S+)(.*)\n([\s\S]*?)^```$/gm)]
    .filter(([, fenced]) => fenced === language)
    .map(({ index, 2: info = '', 3: text = '' }) => ({
      line: markdown.slice(0, index).split('\n').length,
      text,
      errors: info.split(' ').filter((word) => word !== ''),
    }));
