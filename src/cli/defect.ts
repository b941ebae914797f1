import { printable } from '../diagnostic/printable.ts';
import type { Shell } from './shell.ts';

/** What is printed of an error that nobody foresaw. */
export function defect(error: unknown, { FLOWC_DEBUG: debug }: Shell['environment']): string {
  const { message, stack = message } = error instanceof Error ? error : new Error(String(error));
  const heading = 'this is a defect of flowc, please report it';
  return debug === undefined
    ? `${heading}: ${printable(message)}\n  FLOWC_DEBUG=1 shows where it happened\n`
    : `${heading}:\n${stack.split('\n').map(printable).join('\n')}\n`;
}
