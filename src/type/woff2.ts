/**
 * Wraps a TrueType font into WOFF 2.0 (https://www.w3.org/TR/WOFF2/). The encoder is Google's own, with its Brotli,
 * compiled to WebAssembly and pinned to one version: Node has a Brotli as well, but that one gives other bytes from
 * version to version. It is a megabyte, so it is loaded when the first font needs it.
 */
export const wrapWoff2 = async (font: Uint8Array): Promise<Uint8Array> => {
  const { compress } = await import('woff2-encoder');
  return compress(font);
};
