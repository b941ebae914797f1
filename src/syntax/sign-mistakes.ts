import { type Diagnostic, languageError } from '../diagnostic/diagnostic.ts';
import type { Lexeme } from './lexer.ts';
import { visible } from './read-word.ts';

/** Another sign that stands for one of the language, and is read as that. */
export function lookalike(
  { image, startOffset }: Pick<Lexeme, 'image' | 'startOffset'>,
  right: string,
): Diagnostic {
  const span = { start: startOffset, end: startOffset + image.length };
  return languageError('invalid-character', span, `“${image}” is written “${right}” here`, {
    help: `Write ${right}`,
    fix: { kind: 'safe', title: `Write ${right}`, edits: [{ span, text: right }] },
  });
}

/** Whether a comment can be written as one of this language: it ends with its line. */
export const isOfOneLine = (image: string): boolean => /^(?:#|\/\/|--[ \t])/.test(image);

/** A comment as other notations have it. */
export function otherComment(text: string, { image, startOffset: start }: Lexeme): Diagnostic {
  if (image.startsWith('//')) return lookalike({ image: '//', startOffset: start }, '#');
  const end = start + image.length;
  const [sign = ''] = /^(?:--|\/\*|<!--|([=*_-])\1+)/.exec(image) ?? [];
  const span = { start, end: start + sign.length };
  const isRule = /^(?:-{3,}|={3,}|\*{3,}|_{3,})$/.test(image);
  const isAlone = /^[ \t\r]*(?:\n|$)/.test(text.slice(end, end + 200));
  // A remark of several lines has its sign on each of them.
  const inner = isRule ? '' : image.slice(sign.length).replace(/(?:\*\/|-->)$/, '');
  const lines = inner.split('\n').map((line) => `# ${line.replace(/^\s*\*?\s*/, '').trim()}`.trimEnd());
  const written = lines.filter((line, at) => line !== '#' || (at > 0 && at < lines.length - 1)).join('\n');
  return languageError('invalid-character', span, `“${sign}” is written “#” here`, {
    help: 'A comment begins with “#” on each of its lines',
    ...(isAlone && {
      fix: {
        kind: 'safe',
        title: 'Write it with “#”',
        edits: [
          image.startsWith('--') && !isRule
            ? { span, text: '#' }
            : { span: { start, end }, text: written === '' ? '#' : written },
        ],
      },
    }),
  });
}

export function bareAddress({ image, startOffset: start }: Lexeme): Diagnostic {
  const end = start + image.length;
  const edits = [start, end].map((at) => ({ span: { start: at, end: at }, text: '"' }));
  return languageError('unexpected-token', { start, end }, 'An address stands in quotes', {
    help: `Write "${image}"`,
    fix: { kind: 'safe', title: 'Add the quotes', edits },
  });
}

const meaningful = /[\w\s"'#{},./=-]/;

/** Reports a whole run of characters that mean nothing. */
export function stray(text: string, start: number): Diagnostic {
  let end = start + 1;
  while (end < text.length && text.charCodeAt(end) < 0x80 && !meaningful.test(text.charAt(end))) end++;
  const run = text.slice(start, end);
  const help = /^[;；]$/.test(run)
    ? 'Leave it out: a statement ends with its line'
    : /^(?:--|\/\*)/.test(text.slice(start, start + 2))
      ? 'A comment begins with “#”'
      : 'Outside of quotes there are only words, names, numbers, arrows, braces and commas';
  const isNeedless = /^[;:=；：]$/.test(run) && !/[./=-]/.test(text.charAt(end));
  // What it stood between must not become one word.
  const gap = /\s/.test(text.charAt(start - 1) + text.charAt(end)) || end === text.length ? '' : ' ';
  return languageError('invalid-character', { start, end }, `${visible(run, 'The')} means nothing here`, {
    help,
    ...(isNeedless && {
      fix: {
        // Between two letters it may be a part of a name.
        kind: gap === '' ? 'safe' : 'unsafe',
        title: `Leave out “${run}”`,
        edits: [{ span: { start, end }, text: gap }],
      },
    }),
  });
}
