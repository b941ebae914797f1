/** Gives what `make` made for a key the last time, unless one of the inputs is another object or value than then. */
export type Memory<Value> = (key: string, inputs: readonly unknown[], make: () => Value) => Value;

/** A memory holds one value for each key, so that what a keystroke made is gone with the next one. */
export function createMemory<Value>(): Memory<Value> {
  const known = new Map<string, { readonly inputs: readonly unknown[]; readonly value: Value }>();
  return (key, inputs, make) => {
    const before = known.get(key);
    if (before !== undefined && isSame(before.inputs, inputs)) return before.value;
    const value = make();
    known.set(key, { inputs, value });
    return value;
  };
}

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((input, at) => input === b[at]);
