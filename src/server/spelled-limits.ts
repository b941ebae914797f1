import type { AtLevel } from '../model/process-properties.ts';
import { code } from './markdown.ts';

/**
 * What holds by level, in Markdown: `4 hours`, or “15 minutes for `p1`, 1 hour for `p2`, else 4 hours”. Empty where
 * nothing does.
 */
export function spelledByLevel<Value>(
  usual: Value | undefined,
  byLevel: readonly AtLevel<Value>[],
  spelled: (value: Value) => string,
): string {
  const levels = byLevel.map(({ level, value }) => `${spelled(value)} for ${code(level)}`);
  const others = usual === undefined ? [] : [`${levels.length === 0 ? '' : 'else '}${spelled(usual)}`];
  return [...levels, ...others].join(', ');
}
