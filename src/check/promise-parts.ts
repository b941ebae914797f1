import type { Limit, Name, Promised } from '../syntax/ast.ts';

/**
 * The name and the times of a promise. What stands straight before the first time is a level where one is declared, or
 * almost one; else it is the name of the promise.
 */
export function promiseParts(
  { name, limits }: Promised,
  isLevel: (id: string) => boolean,
): { readonly name?: Name; readonly limits: readonly Limit[] } {
  const [first, ...others] = limits;
  if (name !== undefined) return { name, limits };
  if (first?.level === undefined || isLevel(first.level.name)) return { limits };
  // A list whose other times have levels names one in its first place too.
  if (others.some(({ level }) => level !== undefined)) return { limits };
  const { level, ...rest } = first;
  return { name: { span: level.span, id: level }, limits: [rest, ...others] };
}
