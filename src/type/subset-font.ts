/** What to keep of a font: characters, and the layout features by which they are set. */
export interface SubsetWish {
  readonly codePoints: Iterable<number>;
  /** OpenType tags of four letters; all features when left out. */
  readonly features?: readonly string[];
}

/** Makes a smaller TrueType font of a TrueType font, without hints and names; undefined when it can't read the font. */
export type FontSubsetter = (font: Uint8Array, wish: SubsetWish) => Uint8Array | undefined;

/**
 * A subsetter from the bytes of HarfBuzz's own `harfbuzz-subset.wasm`, which stands alone and imports nothing.
 * The numbers are those of `hb-subset.h`: sets 3 (tables to drop) and 6 (features), flag 1 (no hints).
 */
export const createFontSubsetter = (wasm: Uint8Array<ArrayBuffer>): FontSubsetter => {
  const { memory, call } = instantiate(wasm);
  call('_initialize');

  return (font, { codePoints, features }) => {
    const input = call('hb_subset_input_create_or_fail');
    const address = call('malloc', font.length);
    new Uint8Array(memory.buffer).set(font, address);
    const blob = call('hb_blob_create', address, font.length, memoryMode.writable, 0, 0);
    const face = call('hb_face_create', blob, 0);
    call('hb_blob_destroy', blob);
    call('hb_subset_input_set_flags', input, call('hb_subset_input_get_flags', input) | flagNoHinting);
    const wanted = call('hb_subset_input_set', input, setLayoutFeatures);
    call('hb_set_clear', wanted);
    if (features === undefined) call('hb_set_invert', wanted);
    else for (const feature of features) call('hb_set_add', wanted, tagNumber(feature));
    const dropped = call('hb_subset_input_set', input, setDropTables);
    for (const table of uselessTables) call('hb_set_add', dropped, tagNumber(table));
    const characters = call('hb_subset_input_unicode_set', input);
    for (const codePoint of codePoints) call('hb_set_add', characters, codePoint);

    const subset = call('hb_subset_or_fail', face, input);
    call('hb_subset_input_destroy', input);
    const bytes = subset === 0 ? undefined : faceBytes(subset);
    call('hb_face_destroy', face);
    call('free', address);
    return bytes;
  };

  function faceBytes(face: number): Uint8Array {
    const blob = call('hb_face_reference_blob', face);
    const start = call('hb_blob_get_data', blob, 0);
    const length = call('hb_blob_get_length', blob);
    const bytes = new Uint8Array(memory.buffer).slice(start, start + length);
    call('hb_blob_destroy', blob);
    call('hb_face_destroy', face);
    return bytes;
  }
};

const memoryMode = { writable: 2 };
const flagNoHinting = 1;
const setDropTables = 3;
const setLayoutFeatures = 6;
/** Tables that neither shaping nor drawing reads. */
const uselessTables = [
  'DSIG',
  'MATH',
  'meta',
  'STAT',
  'BASE',
  'VDMX',
  'hdmx',
  'LTSH',
  'vhea',
  'vmtx',
  'VORG',
];

const tagNumber = (tag: string): number => {
  let number = 0;
  for (let index = 0; index < 4; index++) number = number * 256 + tag.charCodeAt(index);
  return number;
};

interface Instance {
  readonly memory: WebAssembly.Memory;
  readonly call: (name: string, ...numbers: readonly number[]) => number;
}

const instantiate = (wasm: Uint8Array<ArrayBuffer>): Instance => {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(wasm));
  const { memory } = exports;
  if (!(memory instanceof WebAssembly.Memory)) throw new Error('harfbuzz-subset.wasm exports no memory');
  return {
    memory,
    call: (name, ...numbers) => {
      const exported = exports[name];
      if (typeof exported !== 'function') throw new Error(`harfbuzz-subset.wasm has no ${name}`);
      return Number(exported(...numbers));
    },
  };
};
