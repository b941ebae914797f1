const scripts: ReadonlySet<string> = new Set(['arab', 'hebr', 'thaa', 'syrc', 'nkoo', 'adlm', 'rohg']);

/** Languages that are usually written in one of these scripts. */
const languages: ReadonlySet<string> = new Set([
  ...['ar', 'arb', 'arz', 'azb', 'ckb', 'dv', 'fa', 'glk', 'he', 'iw', 'ks', 'lrc', 'mzn', 'nqo', 'pes'],
  ...['pnb', 'prs', 'ps', 'sd', 'skr', 'syr', 'ug', 'ur', 'yi'],
]);

/** Whether a BCP 47 tag stands for text that is read from right to left: by its script, or that of its language. */
export function isRightToLeft(tag: string): boolean {
  const [language = '', ...rest] = tag.toLowerCase().split('-');
  const script = rest.find((subtag) => subtag.length === 4 && /^[a-z]+$/.test(subtag));
  return script === undefined ? languages.has(language) : scripts.has(script);
}
