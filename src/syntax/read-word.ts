import { type Diagnostic, languageError } from '../diagnostic/diagnostic.ts';
import { isIdentifierPart, isIdentifierStart } from './identifier-character.ts';

/** What a word turned out to be: its NFC name without its question mark, and what is wrong with it. */
export interface ReadWord {
  readonly name: string;
  readonly isQuestion: boolean;
  /** True where none of its characters can stand in a name. */
  readonly isNoise: boolean;
  readonly diagnostic?: Diagnostic;
}

const plain = /^[A-Za-z][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*$/;

/** Reads a name or question that stands at `offset` as `image`. `?`, `？` and `؟` are the same mark. */
export function readWord(image: string, offset: number): ReadWord {
  const name = withoutMarks(image);
  const isQuestion = name.length < image.length;
  if (image.length - name.length > 1)
    return {
      ...readWord(name, offset),
      isQuestion,
      diagnostic: tooManyMarks(image, offset + name.length + 1),
    };
  if (plain.test(name)) return { name, isQuestion, isNoise: false };
  const wrong = wrongStretches(name);
  const first = wrong[0];
  if (first === undefined) return { name: name.normalize('NFC'), isQuestion, isNoise: false };
  const isNoise = wrong.length === 1 && first.end - first.start === name.length;
  const read = { name: isNoise ? name : withoutStretches(name, wrong), isQuestion };
  const wrongText = name.slice(first.start, first.end);
  const diagnostic = languageError(
    'invalid-character',
    { start: offset + first.start, end: offset + first.end },
    isNoise
      ? `${visible(wrongText, 'The')} means nothing here`
      : first.start === 0
        ? `A name cannot begin with ${visible(wrongText)}`
        : `A name cannot have ${visible(wrongText)} in it`,
    dashes.test(wrongText) && first.start > 0
      ? {
          help: 'Join the parts of a name with one hyphen',
          fix: {
            kind: 'safe',
            title: 'Write a hyphen',
            edits: wrong
              .filter(({ start, end }) => start > 0 && dashes.test(name.slice(start, end)))
              .map(({ start, end }) => ({ span: { start: offset + start, end: offset + end }, text: '-' })),
          },
        }
      : isUnseen(wrongText)
        ? {
            help: 'Leave it out: nobody sees it',
            fix: {
              kind: 'safe',
              title: 'Leave it out',
              edits: wrong
                .filter(({ start, end }) => isUnseen(name.slice(start, end)))
                .map(({ start, end }) => ({ span: { start: offset + start, end: offset + end }, text: '' })),
            },
          }
        : {
            help: 'A name has letters, digits, “_” and single hyphens, and begins with a letter; a label in quotes may hold anything',
          },
  );
  return { ...read, isNoise, diagnostic };
}

/** A name without what cannot be in it, with one hyphen for dashes in its middle: most likely what was meant. */
function withoutStretches(name: string, wrong: ReturnType<typeof wrongStretches>): string {
  let kept = '';
  let done = 0;
  for (const { start, end } of wrong) {
    const isDash = dashes.test(name.slice(start, end)) && start > 0 && end < name.length;
    kept += name.slice(done, start) + (isDash ? '-' : '');
    done = end;
  }
  return (kept + name.slice(done)).normalize('NFC');
}

/** A question without the marks at its end. */
export function withoutMarks(image: string): string {
  let end = image.length;
  while (end > 0 && '?？؟'.includes(image.charAt(end - 1))) end--;
  return image.slice(0, end);
}

function tooManyMarks(image: string, start: number): Diagnostic {
  const span = { start, end: start + image.length - withoutMarks(image).length - 1 };
  return languageError('invalid-character', span, 'A question has one question mark', {
    help: 'Leave out the others',
    fix: { kind: 'safe', title: 'Leave out the others', edits: [{ span, text: '' }] },
  });
}

/** Characters without width: joiners, soft hyphens, marks of direction. */
const isUnseen = (text: string): boolean =>
  /^[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]+$/.test(text);

const dashes = /^[-‐‑‒–—―−]+$/;

/** The stretches of characters that cannot be there, joined where they touch. */
function wrongStretches(name: string): readonly { readonly start: number; readonly end: number }[] {
  const wrong: { readonly start: number; end: number }[] = [];
  let hyphens = 0;
  for (let at = 0; at < name.length; ) {
    const point = name.codePointAt(at) ?? 0;
    const end = at + (point > 0xffff ? 2 : 1);
    hyphens = point === 0x2d ? hyphens + 1 : 0;
    const isRight =
      at === 0 ? isIdentifierStart(point) : hyphens === 1 || (hyphens === 0 && isIdentifierPart(point));
    if (!isRight) {
      const last = wrong.at(-1);
      const start = hyphens > 1 ? at - 1 : at;
      if (last !== undefined && last.end >= start) last.end = end;
      else wrong.push({ start, end });
    }
    at = end;
  }
  return wrong;
}

/** Characters as a message shows them: those that no one can see by their number. */
export function visible(text: string, article: 'the' | 'The' = 'the'): string {
  const [first = ''] = text;
  const point = first.codePointAt(0) ?? 0;
  const isHidden =
    point < 0x20 ||
    (point >= 0x7f && point < 0xa0) ||
    point === 0xad ||
    (point >= 0x200b && point <= 0x200f) ||
    (point >= 0x2028 && point <= 0x202e) ||
    (point >= 0x2060 && point <= 0x206f) ||
    point === 0xfffd ||
    point === 0xfeff ||
    (point >= 0xd800 && point <= 0xf8ff);
  if (isHidden) return `${article} character U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
  const characters = [...text];
  return characters.length > 20 ? `“${characters.slice(0, 20).join('')}…”` : `“${text}”`;
}
