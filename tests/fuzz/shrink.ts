/** Leaves out ever smaller parts of a file for as long as it fails without them (delta debugging, Zeller 1999). */
export async function shrink(
  bytes: Uint8Array,
  fails: (part: Uint8Array) => Promise<boolean>,
): Promise<Uint8Array> {
  let small = bytes;
  for (let size = Math.ceil(bytes.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
    for (let from = 0; from < small.length; ) {
      const part = Buffer.concat([small.subarray(0, from), small.subarray(from + size)]);
      if (await fails(part)) small = part;
      else from += size;
    }
  return small;
}
