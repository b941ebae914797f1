import type { IToken } from 'chevrotain';
import { Question, typeOfWord } from './token-types.ts';
import type { ReadToken, Report } from './tokenize.ts';

export function readWord(raw: IToken, _report: Report): ReadToken {
  const { image } = raw;
  const last = image.charAt(image.length - 1);
  if (last === '?' || last === '？' || last === '؟')
    return { type: Question, value: image.slice(0, -1).normalize('NFC') };
  return { type: typeOfWord(image), value: image.normalize('NFC') };
}
