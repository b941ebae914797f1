import type { Process } from './process.ts';

/**
 * A process as one line of text: the same for two flows that are drawn alike, wherever they stand and however they are
 * written. Comments, blanks, line ends and the order of attributes are not in it, nor are paths, and declarations that
 * no chart shows.
 */
export const processText = ({ declarations: _, ...drawn }: Process): string =>
  JSON.stringify(drawn, (key, value: unknown) => (unseen.has(key) ? undefined : value));

/** What charts never show: where something is declared, and what is for documents and figures alone. */
const unseen: ReadonlySet<string> = new Set([
  'path',
  'declared',
  'named',
  'staff',
  'fields',
  'scope',
  'references',
  'approved',
  'revised',
  'measures',
  'hours',
]);
