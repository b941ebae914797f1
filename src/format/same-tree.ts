/** What says where something stands, and not what it is. */
const places: ReadonlySet<string> = new Set(['span', 'keyword', 'arrow', 'ownLine']);

/**
 * Whether the second of two trees says what the first does, wherever that stands. A chain behind a step means the
 * same as one on a line of its own, though not behind a touchpoint, which it is the path of; attributes stand in any
 * order. Statements that could not be read whole may be anything: another line break can be what they lacked. Trees
 * are as deep as blocks and retries nest, which the language limits.
 */
export function isSameTree(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return isSameRow(a.flatMap(apart), b.flatMap(apart));
  if (!isObject(a) || !isObject(b)) return a === b;
  const keys = Object.keys(a).filter((key) => !places.has(key));
  return (
    keys.length === Object.keys(b).filter((key) => !places.has(key)).length &&
    keys.every((key) => isSameMember(key, a[key], b[key]))
  );
}

function isSameMember(key: string, a: unknown, b: unknown): boolean {
  // The mark of a question, `all` and `first` are places, but whether there is one is not.
  if (marks.has(key)) return (a === undefined) === (b === undefined);
  if (key === 'attributes' && Array.isArray(a) && Array.isArray(b)) return isSameTree(byKind(a), byKind(b));
  return isSameTree(a, b);
}

const marks: ReadonlySet<string> = new Set(['mark', 'all', 'first']);

/** Attributes in one order, those of one kind as they stand: their order says nothing else. */
const byKind = (attributes: readonly unknown[]): readonly unknown[] => {
  const kindOf = (attribute: unknown): string => (isObject(attribute) ? String(attribute['kind']) : '');
  return [...attributes].sort((a, b) => (kindOf(a) < kindOf(b) ? -1 : kindOf(a) > kindOf(b) ? 1 : 0));
};

function isSameRow(a: readonly unknown[], b: readonly unknown[]): boolean {
  const whole = a.filter((item) => !isBroken(item));
  if (whole.length === a.length)
    return a.length === b.length && a.every((item, index) => isSameTree(item, b[index]));
  let next = 0;
  for (const item of whole) {
    while (next < b.length && !isSameTree(item, b[next])) next++;
    if (next++ >= b.length) return false;
  }
  return true;
}

/** A step and the chain that goes on with its line, as two statements. */
const apart = (item: unknown): readonly unknown[] => {
  if (!isObject(item) || item['attributes'] === undefined || item['chain'] === undefined) return [item];
  const { chain, ...step } = item;
  return [step, { kind: 'arrow', broken: item['broken'], chain }];
};

const isBroken = (item: unknown): boolean => isObject(item) && item['broken'] === true;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
