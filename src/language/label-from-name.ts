/**
 * The label of something that has only a name: `open-account` reads “Open account”. `language` is the BCP 47 tag of the
 * text, as a Turkish `i` becomes `İ` and a Dutch `ij` becomes `IJ`.
 */
export function labelFromName(name: string, language: string): string {
  const label = labelFromIdentifier(name);
  if (/^(tr|az)\b/i.test(language) && name.startsWith('i')) return `İ${label.slice(1)}`;
  if (/^nl\b/i.test(language) && name.startsWith('ij')) return `IJ${label.slice(2)}`;
  return label;
}

/**
 * The label that an identifier stands for: `open-account` reads “Open account”. Hyphens and underscores become spaces;
 * the first letter is capitalised by the one mapping that holds in every language.
 */
export function labelFromIdentifier(identifier: string): string {
  const spaced = identifier.replaceAll(/[-_]+/g, ' ').trim();
  const [first = ''] = spaced;
  return capital(first) + spaced.slice(first.length);
}

/** The label of a question that has only a name: `stock?` reads “Stock?”, with the mark of the script it is in. */
export function questionFromName(name: string, language: string): string {
  const label = labelFromName(name, language);
  return label + questionMarkFor(label);
}

/** The question mark of the script of a text's last letter. Sentences end differently only in a few scripts. */
export function questionMarkFor(text: string): string {
  const last = [...text].at(-1)?.codePointAt(0) ?? 0;
  return questionMarks.find(({ from, to }) => from <= last && last <= to)?.mark ?? '?';
}

/** Blocks of the Unicode standard (Blocks.txt) whose question mark is not `?`. */
const questionMarks: readonly { readonly from: number; readonly to: number; readonly mark: string }[] = [
  { from: 0x370, to: 0x3ff, mark: ';' },
  { from: 0x1f00, to: 0x1fff, mark: ';' },
  { from: 0x531, to: 0x58f, mark: '՞' },
  { from: 0x600, to: 0x77f, mark: '؟' },
  { from: 0x780, to: 0x7bf, mark: '؟' },
  { from: 0x8a0, to: 0x8ff, mark: '؟' },
  { from: 0xfb50, to: 0xfdff, mark: '؟' },
  { from: 0xfe70, to: 0xfeff, mark: '؟' },
  { from: 0x1200, to: 0x139f, mark: '፧' },
  { from: 0x3040, to: 0x312f, mark: '？' },
  { from: 0x3400, to: 0x4dbf, mark: '？' },
  { from: 0x4e00, to: 0x9fff, mark: '？' },
  { from: 0xf900, to: 0xfaff, mark: '？' },
  { from: 0x20000, to: 0x3ffff, mark: '？' },
];

/** Georgian begins sentences with its small letters, and a letter that has no single capital stays as it is. */
function capital(letter: string): string {
  if (letter >= 'ა' && letter <= 'ჿ') return letter;
  const upper = letter.toUpperCase();
  return upper.length === letter.length ? upper : letter;
}
