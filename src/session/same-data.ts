/**
 * Tells whether two values are alike all through: primitives, arrays, objects without a class, maps and sets, these in
 * the same order. Goes as deep as they are without recursion; of what is one and the same it looks at nothing.
 */
export function sameData(first: unknown, second: unknown): boolean {
  if (Object.is(first, second)) return true;
  const open: object[] = [];
  /** False where two values differ at sight; what has parts is put off. */
  const mayBeSame = (a: unknown, b: unknown): boolean => {
    if (Object.is(a, b)) return true;
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
    open.push(a, b);
    return true;
  };
  if (!mayBeSame(first, second)) return false;
  for (let b = open.pop(), a = open.pop(); a !== undefined && b !== undefined; b = open.pop(), a = open.pop())
    if (!haveSameParts(a, b, mayBeSame)) return false;
  return true;
}

type Compare = (a: unknown, b: unknown) => boolean;

function haveSameParts(a: object, b: object, mayBeSame: Compare): boolean {
  if (Array.isArray(a)) return Array.isArray(b) && haveSameItems(a, b, mayBeSame);
  if (a instanceof Map) return b instanceof Map && haveSameItems([...a].flat(), [...b].flat(), mayBeSame);
  if (a instanceof Set) return b instanceof Set && haveSameItems([...a], [...b], mayBeSame);
  return isPlain(a) && isPlain(b) && haveSameProperties(a, b, mayBeSame);
}

function haveSameItems(a: readonly unknown[], b: readonly unknown[], mayBeSame: Compare): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (!mayBeSame(a[at], b[at])) return false;
  return true;
}

function haveSameProperties(
  a: Readonly<Record<string, unknown>>,
  b: Readonly<Record<string, unknown>>,
  mayBeSame: Compare,
): boolean {
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  for (const name of names) if (!Object.hasOwn(b, name) || !mayBeSame(a[name], b[name])) return false;
  return true;
}

/** Nothing is known of what other classes hold, and of functions. */
const isPlain = (value: object): value is Readonly<Record<string, unknown>> =>
  Object.getPrototypeOf(value) === Object.prototype;
