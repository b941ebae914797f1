import type { PictureState } from './messages.ts';

/** What stands above a chart that does not show its text; undefined where it does. */
export function stateWords(state: PictureState, errors: number): string | undefined {
  const because =
    errors === 0
      ? 'The file cannot be read'
      : errors === 1
        ? 'There is an error in the text'
        : `There are ${errors} errors in the text`;
  switch (state) {
    case 'current':
      return undefined;
    case 'outdated':
      return `${because}. This is the last good chart.`;
    case 'incomplete':
      return `${because}. This chart shows only what could be read.`;
  }
}
