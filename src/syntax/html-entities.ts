import { type Diagnostic, languageError } from '../diagnostic/diagnostic.ts';

/** What a web page writes for characters that mean something in it, or are hard to type; the usual ones. */
const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['rarr', '→'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['hellip', '…'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['laquo', '«'],
  ['raquo', '»'],
  ['bull', '•'],
  ['middot', '·'],
  ['euro', '€'],
  ['pound', '£'],
  ['copy', '©'],
  ['reg', '®'],
  ['trade', '™'],
  ['deg', '°'],
  ['shy', ''],
  ...[...'ÄÖÜäöüëïËÏ'].map(
    (letter) => [`${'AOUaoueiEI'.charAt('ÄÖÜäöüëïËÏ'.indexOf(letter))}uml`, letter] as const,
  ),
  ['szlig', 'ß'],
  ...[...'áéíóúÁÉÍÓÚ'].map(
    (letter) => [`${'aeiouAEIOU'.charAt('áéíóúÁÉÍÓÚ'.indexOf(letter))}acute`, letter] as const,
  ),
  ...[...'àèìòùÀÈÌÒÙ'].map(
    (letter) => [`${'aeiouAEIOU'.charAt('àèìòùÀÈÌÒÙ'.indexOf(letter))}grave`, letter] as const,
  ),
  ...[...'âêîôûÂÊÎÔÛ'].map(
    (letter) => [`${'aeiouAEIOU'.charAt('âêîôûÂÊÎÔÛ'.indexOf(letter))}circ`, letter] as const,
  ),
  ['ccedil', 'ç'],
  ['ntilde', 'ñ'],
  ['aring', 'å'],
  ['Aring', 'Å'],
  ['oslash', 'ø'],
  ['Oslash', 'Ø'],
  ['aelig', 'æ'],
  ['AElig', 'Æ'],
]);

const pattern = /&(?:#(\d{1,7})|#[xX]([\dA-Fa-f]{1,6})|([A-Za-z]{2,8}));/g;

/** What one of them stands for; undefined where it is none. */
function characterOf(
  decimal: string | undefined,
  hex: string | undefined,
  name: string | undefined,
): string | undefined {
  if (name !== undefined) return named.get(name);
  const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  const isCharacter = point >= 0x20 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
  return isCharacter ? String.fromCodePoint(point) : undefined;
}

export interface Entity {
  readonly start: number;
  readonly text: string;
  readonly character: string;
}

/** All of them in a text, by their offsets in it. */
export const entitiesIn = (text: string): readonly Entity[] =>
  [...text.matchAll(pattern)].flatMap(({ index: start, 0: whole, 1: decimal, 2: hex, 3: name }) => {
    const character = characterOf(decimal, hex, name);
    return character === undefined ? [] : [{ start, text: whole, character }];
  });

/** The one that begins at an offset of a text. */
export const entityAt = (text: string, offset: number): string | undefined => {
  const [first] = entitiesIn(text.slice(offset, offset + 12));
  return first?.start === 0 ? first.text : undefined;
};

/** One outside of quotes; all on its line are one mistake. */
export function entityOutside(text: string, start: number, entity: string, lineEnd: number): Diagnostic {
  const all = entitiesIn(text.slice(start, lineEnd));
  const edits = all.map((each) => ({
    span: { start: start + each.start, end: start + each.start + each.text.length },
    text: each.character,
  }));
  return languageError(
    'invalid-character',
    { start, end: start + entity.length },
    `“${entity}” is how a web page writes “${all[0]?.character ?? ''}”`,
    {
      help: 'Write the character itself; this text was copied from the source of a page',
      fix: {
        kind: all.every(({ character }) => character === ' ') ? 'safe' : 'unsafe',
        title: 'Write the characters themselves',
        edits,
      },
    },
  );
}
