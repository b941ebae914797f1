/**
 * Tells whether two values are alike all through: primitives, arrays, objects without a class, maps and sets, these
 * in the same order. Goes as deep as they are without recursion; of what is one and the same it looks at nothing.
 */
export function sameData(first: unknown, second: unknown): boolean {
  const open: unknown[] = [first, second];
  while (open.length > 0) {
    const b = open.pop();
    const a = open.pop();
    if (Object.is(a, b)) continue;
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
    const [left, right] = [partsOf(a), partsOf(b)];
    if (left === undefined || right === undefined || left.length !== right.length) return false;
    for (const [at, part] of left.entries()) open.push(part, right[at]);
  }
  return true;
}

/** What a value is made of, its kind first; undefined for what is not plain data, such as a function. */
function partsOf(value: object): readonly unknown[] | undefined {
  if (Array.isArray(value)) return ['array', ...value];
  if (value instanceof Map) return ['map', ...[...value].flat()];
  if (value instanceof Set) return ['set', ...value];
  if (Object.getPrototypeOf(value) !== Object.prototype) return undefined;
  return ['object', ...Object.entries(value).flat()];
}
