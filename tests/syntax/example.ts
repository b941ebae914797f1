import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A real flow with most of the language in it. */
export const example = readFileSync(
  join(import.meta.dirname, '..', '..', 'examples', 'order-by-phone.flow'),
  'utf8',
);
