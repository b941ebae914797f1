/**
 * True where text in the language of a BCP 47 tag runs from right to left. A script in the tag decides (`az-Arab`,
 * `ks-Deva`); without one, the script in which the language is mostly written there: Likely Subtags of CLDR.
 */
export function isRightToLeft(tag: string): boolean {
  const [language = '', ...rest] = tag.toLowerCase().split('-');
  const script = rest.find((subtag) => /^[a-z]{4}$/.test(subtag));
  if (script !== undefined) return scripts.has(script);
  const region = rest.find((subtag) => /^([a-z]{2}|\d{3})$/.test(subtag));
  return region !== undefined && inRegions.has(`${language}-${region}`)
    ? inRegions.get(`${language}-${region}`) === 'rtl'
    : languages.has(language);
}

/** ISO 15924 codes of the scripts of Unicode that run from right to left and are in use, or are taught. */
const scripts: ReadonlySet<string> = new Set(
  'adlm arab aran hebr mand mend nkoo rohg samr syrc syre syrj syrn thaa yezi'.split(' '),
);

/** Languages whose likely script is one of those. */
const languages: ReadonlySet<string> = new Set(
  (
    'acm aeb afb ajp ajt apc apd ar arb arc arq ars ary arz avl ayh ayl ayn ayp azb bal bft bgn bqi ckb cld ' +
    'dcc dv fa glk gwc gwt haz he hnd hno iw ji jpr jrb khw ks lki lrc luz mey mid mvy mzn nqo ota pbt pes ' +
    'phl phr pnb prd prs ps rhg sam sd sdh sgr shu skr smp syr tks trw tru ug ur ydd yhd yi yih yud'
  ).split(' '),
);

/** The direction of languages whose script depends on the region. */
const inRegions: ReadonlyMap<string, 'rtl' | 'ltr'> = new Map([
  ['az-iq', 'rtl'],
  ['az-ir', 'rtl'],
  ['ha-cm', 'rtl'],
  ['ha-sd', 'rtl'],
  ['kk-af', 'rtl'],
  ['kk-cn', 'rtl'],
  ['kk-ir', 'rtl'],
  ['kk-mn', 'rtl'],
  ['ku-iq', 'rtl'],
  ['ku-ir', 'rtl'],
  ['ku-lb', 'rtl'],
  ['ky-cn', 'rtl'],
  ['pa-pk', 'rtl'],
  ['sd-in', 'ltr'],
  ['tg-pk', 'rtl'],
  ['tk-af', 'rtl'],
  ['tk-ir', 'rtl'],
  ['ug-kz', 'ltr'],
  ['ug-mn', 'ltr'],
  ['uz-af', 'rtl'],
  ['uz-cn', 'ltr'],
]);
