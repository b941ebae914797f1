/** A script by which one can tell that a text is not in the language that was said. */
export interface LabelScript {
  /** Its name, as a message says it. */
  readonly letters: string;
  /** The language (BCP 47) that is nearly always meant. */
  readonly likely: string;
  /** Whether hardly any other language of business is written in it. */
  readonly isSure: boolean;
}

const hebrew: LabelScript = { letters: 'Hebrew letters', likely: 'he', isSure: true };
const arabic: LabelScript = { letters: 'Arabic letters', likely: 'ar', isSure: false };
const persian: LabelScript = { letters: 'Persian letters', likely: 'fa', isSure: false };
const greek: LabelScript = { letters: 'Greek letters', likely: 'el', isSure: true };
const russian: LabelScript = { letters: 'Cyrillic letters', likely: 'ru', isSure: false };
const ukrainian: LabelScript = { letters: 'Ukrainian letters', likely: 'uk', isSure: false };
const devanagari: LabelScript = { letters: 'Devanagari', likely: 'hi', isSure: false };
const telugu: LabelScript = { letters: 'Telugu letters', likely: 'te', isSure: true };
const thai: LabelScript = { letters: 'Thai letters', likely: 'th', isSure: true };
const korean: LabelScript = { letters: 'Korean letters', likely: 'ko', isSure: true };
const japanese: LabelScript = { letters: 'Japanese', likely: 'ja', isSure: true };
const chinese: LabelScript = { letters: 'Chinese characters', likely: 'zh', isSure: false };

type Family =
  | 'Latn'
  | 'Hebr'
  | 'Arab'
  | 'Grek'
  | 'Cyrl'
  | 'Deva'
  | 'Telu'
  | 'Thai'
  | 'Hang'
  | 'Kana'
  | 'Hani';

/** Letters by blocks of the Unicode standard, which never change. */
const letters: readonly (readonly [family: Family, pattern: RegExp])[] = [
  ['Latn', /[A-Za-z\u00c0-\u024f\u1e00-\u1eff]/g],
  ['Hebr', /[\u05d0-\u05f2\ufb1d-\ufb4f]/g],
  ['Arab', /[\u0620-\u064a\u066e-\u06d3\u0750-\u077f\u08a0-\u08c9\ufb50-\ufdff\ufe70-\ufefc]/g],
  ['Grek', /[\u0370-\u03ff\u1f00-\u1fff]/g],
  ['Cyrl', /[\u0400-\u052f]/g],
  ['Deva', /[\u0900-\u0963\u0971-\u097f]/g],
  ['Telu', /[\u0c00-\u0c65\u0c70-\u0c7f]/g],
  ['Thai', /[\u0e01-\u0e4e]/g],
  ['Hang', /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]/g],
  ['Kana', /[\u3041-\u30ff\u31f0-\u31ff]/g],
  ['Hani', /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/g],
];

/** A letter of any script but the Latin one. */
const letterBeyondLatin = new RegExp(
  `[${letters.flatMap(([family, { source }]) => (family === 'Latn' ? [] : source.slice(1, -1))).join('')}]`,
);

/** The scripts in which languages are written. Of any other language nothing is known, and so nothing is wrong. */
const familiesOf: ReadonlyMap<string, readonly Family[]> = new Map([
  ...'en de fr es it pt nl pl cs tr ro sv da nb nn no fi hu vi id in'
    .split(' ')
    .map((tag): [string, readonly Family[]] => [tag, ['Latn']]),
  ['he', ['Hebr']],
  ['iw', ['Hebr']],
  ['ar', ['Arab']],
  ['fa', ['Arab']],
  ['el', ['Grek']],
  ['ru', ['Cyrl']],
  ['uk', ['Cyrl']],
  ['hi', ['Deva']],
  ['te', ['Telu']],
  ['th', ['Thai']],
  ['ko', ['Hang', 'Hani']],
  ['ja', ['Kana', 'Hani']],
  ['zh', ['Hani']],
]);

/**
 * The script in which more than half of the labels are, where the language (BCP 47) is not written in it. Labels
 * without letters, and those in Latin letters, prove nothing: names of products are in those everywhere.
 */
export function foreignScript(labels: readonly string[], language: string): LabelScript | undefined {
  const [tag = '', ...rest] = language.toLowerCase().split('-');
  const own = familiesOf.get(tag);
  if (own === undefined || rest.some((subtag) => /^[a-z]{4}$/.test(subtag))) return undefined;
  if (!labels.some((label) => letterBeyondLatin.test(label))) return undefined;
  const families = labels.flatMap((label) => familyOf(label) ?? []);
  const counts = new Map<Family, number>();
  for (const family of families) counts.set(family, (counts.get(family) ?? 0) + 1);
  // Japanese has labels of Chinese characters only.
  const kana = counts.get('Kana') ?? 0;
  if (kana > 0) counts.set('Kana', kana + (counts.get('Hani') ?? 0)).delete('Hani');
  for (const [family, count] of counts)
    if (family !== 'Latn' && !own.includes(family) && count * 2 > families.length)
      return scriptOf(family, labels.join(' '));
  return undefined;
}

/** The script that most letters of a label are in. */
function familyOf(label: string): Family | undefined {
  let most = 0;
  let found: Family | undefined;
  for (const [family, pattern] of letters) {
    const count = label.match(pattern)?.length ?? 0;
    if (family === 'Kana' && count > 0 && found !== 'Latn') return 'Kana';
    if (count > most) {
      most = count;
      found = family;
    }
  }
  return found;
}

function scriptOf(family: Exclude<Family, 'Latn'>, text: string): LabelScript {
  switch (family) {
    case 'Hebr':
      return hebrew;
    case 'Arab':
      return /[پچژگکی]/.test(text) && !/[ٹڈڑےں]/.test(text) ? persian : arabic;
    case 'Grek':
      return greek;
    case 'Cyrl':
      return /[їєґ]/i.test(text) ? ukrainian : russian;
    case 'Deva':
      return devanagari;
    case 'Telu':
      return telugu;
    case 'Thai':
      return thai;
    case 'Hang':
      return korean;
    case 'Kana':
      return japanese;
    case 'Hani':
      return chinese;
  }
}
