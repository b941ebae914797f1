import type { TokenType } from 'chevrotain';
import { type Diagnostic, languageError } from '../diagnostic/diagnostic.ts';
import { indentationOf, trimBlankEnd } from '../text/blank.ts';
import type { Comment } from './ast.ts';
import { entityAt, entityOutside } from './html-entities.ts';
import * as lexer from './lexer.ts';
import { closes } from './match-quotation.ts';
import { readNumber } from './read-number.ts';
import { type ClosingPlace, readQuotation } from './read-quotation.ts';
import { readWord, visible } from './read-word.ts';
import type { Token, TokenValue } from './token.ts';
import {
  Arrow,
  Comma,
  Identifier,
  LeftBrace,
  LineArrow,
  Question,
  Range,
  RightBrace,
  Text,
  typeOfWord,
  word,
} from './token-types.ts';

/** After so many mistakes a text is not a flow, and reading it on would help no one. */
export const mostMistakes = 1000;

/** All tokens of a text but space, in order; comments apart, in order too. */
export interface Tokens {
  readonly tokens: readonly Token[];
  readonly comments: readonly Comment[];
  readonly diagnostics: readonly Diagnostic[];
  /** The offsets of quotations that have no end. */
  readonly unclosed: ReadonlySet<number>;
  /** The offsets of characters that were left out because they mean nothing, in order. */
  readonly noise: readonly number[];
  /** Those of them that can't simply be left out: they may stand for something, and explain what is wrong around them. */
  readonly obscure: readonly number[];
}

/**
 * Cuts a text into tokens, in linear time. What is wrong is reported once, and read as what was meant, so that nothing
 * follows from it; characters that mean nothing are left out.
 */
export function tokenize(text: string, textLexer: lexer.TextLexer): Tokens {
  const tokens: Token[] = [];
  const comments: Comment[] = [];
  const diagnostics: Diagnostic[] = [];
  const unclosed = new Set<number>();
  const noise: number[] = [];
  const obscure: number[] = [];
  let lineStart = 0;
  let nextBreak = text.indexOf('\n');
  let indent = 0;
  let lastLine = -1;
  let head: TokenType | undefined;

  const readTo = (offset: number): void => {
    while (nextBreak !== -1 && nextBreak < offset) {
      lineStart = nextBreak + 1;
      nextBreak = text.indexOf('\n', lineStart);
    }
  };
  const add = (type: TokenType, { image, startOffset }: lexer.RawToken, value: TokenValue): void => {
    const firstOnLine = lastLine !== lineStart;
    const tokenType = firstOnLine && type === Arrow ? LineArrow : type;
    if (firstOnLine) {
      indent = startOffset - lineStart;
      head = tokenType;
    }
    const tokenTypeIdx = tokenType.tokenTypeIdx ?? 0;
    tokens.push({ tokenType, tokenTypeIdx, image, startOffset, firstOnLine, indent, value });
    readTo(startOffset + image.length);
    lastLine = lineStart;
  };

  /** One of them a line is reported, as they often stand in pairs; those that a repair deletes each by itself. */
  const leaveOut = (offset: number, diagnostic: Diagnostic): void => {
    if ((obscure.at(-1) ?? -1) < lineStart) diagnostics.push(diagnostic);
    if (diagnostic.fix === undefined) obscure.push(offset);
  };

  let skipTo = 0;
  for (const raw of textLexer.tokenize(text).tokens) {
    if (diagnostics.length > mostMistakes) break;
    const { image, startOffset } = raw;
    if (startOffset < skipTo) continue;
    readTo(startOffset);
    switch (raw.tokenType) {
      case lexer.WordLike: {
        const { name, isQuestion, isNoise, diagnostic } = readWord(image, startOffset);
        if (isNoise && diagnostic !== undefined) {
          leaveOut(startOffset, diagnostic);
          noise.push(startOffset);
          break;
        }
        if (diagnostic !== undefined) {
          diagnostics.push(diagnostic);
          if (diagnostic.fix === undefined) noise.push(startOffset);
        }
        add(isQuestion ? Question : typeOfWord(image), raw, name);
        break;
      }
      case lexer.Quotation: {
        const read = readQuotation(
          image,
          startOffset,
          closingPlace(text, raw, lastLine === lineStart ? head : undefined),
        );
        for (const diagnostic of read.diagnostics) diagnostics.push(diagnostic);
        if (read.isUnclosed) unclosed.add(startOffset);
        add(Text, raw, read.value);
        break;
      }
      case lexer.NumberLike: {
        const { type, value, diagnostic } = readNumber(image, startOffset);
        if (diagnostic !== undefined) diagnostics.push(diagnostic);
        add(type, raw, value);
        break;
      }
      case lexer.ArrowLike:
        if (image !== '->' && image !== '→') diagnostics.push(lookalike(raw, '->'));
        add(Arrow, raw, '');
        break;
      case lexer.BraceLike: {
        const brace = image === '{' || image === '｛' ? '{' : '}';
        if (image !== brace) diagnostics.push(lookalike(raw, brace));
        add(brace === '{' ? LeftBrace : RightBrace, raw, '');
        break;
      }
      case lexer.CommaLike:
        if (image !== ',') diagnostics.push(lookalike(raw, ','));
        add(Comma, raw, '');
        break;
      case lexer.Dots:
        if (image !== '..') diagnostics.push(lookalike(raw, '..'));
        add(Range, raw, '');
        break;
      case lexer.Address:
        diagnostics.push(bareAddress(raw));
        add(Text, raw, image);
        break;
      case lexer.Comment:
        if (!image.startsWith('#')) diagnostics.push(otherComment(text, raw));
        if (isOfOneLine(image))
          comments.push(readComment(raw, text.slice(lineStart, startOffset).trim() === ''));
        else noise.push(startOffset);
        break;
      default: {
        const entity = image === '&' ? entityAt(text, startOffset) : undefined;
        if (entity !== undefined) {
          const lineEnd = nextBreak === -1 ? text.length : nextBreak;
          if ((obscure.at(-1) ?? -1) < lineStart)
            diagnostics.push(entityOutside(text, startOffset, entity, lineEnd));
          obscure.push(startOffset);
          noise.push(startOffset);
          skipTo = startOffset + entity.length;
          break;
        }
        if (noise.at(-1) !== startOffset - 1) leaveOut(startOffset, stray(text, startOffset));
        noise.push(startOffset);
      }
    }
  }
  return { tokens, comments, diagnostics, unclosed, noise, obscure };
}

/** What a line begins with that is whole with its label. */
const wholeWithLabel: ReadonlySet<TokenType> = new Set([
  ...[
    word.flow,
    word.department,
    word.purpose,
    word.owner,
    word.version,
    word.role,
    word.system,
    word.request,
  ],
  ...[word.touchpoint, word.step, word.wait, word.end, word.call, word.transfer, word.say, word.note],
  LineArrow,
]);

/** Whether the next line that is not empty begins as a line can. */
function isRightLine(text: string, from: number): boolean {
  const [, sign, first] =
    /^[ \t\r\n]*(?:([#}]|->|→|$)|([a-z]+)(?![\w-]))/.exec(text.slice(from, from + 500)) ?? [];
  return sign !== undefined || (first !== undefined && typeOfWord(first) !== Identifier);
}

/** Whether a quotation without its end can be closed where it ends: not where another begins behind it on its line. */
function closingPlace(
  text: string,
  { image, startOffset }: lexer.RawToken,
  head: TokenType | undefined,
): ClosingPlace {
  if (closes(image)) return 'none';
  const end = startOffset + image.length;
  const feed = text.indexOf('\n', end);
  const rest = text.slice(end, Math.min(feed === -1 ? text.length : feed, end + 500));
  if (rest.includes('"')) return 'none';
  const isWhole = rest.trim() === '' && head !== undefined && wholeWithLabel.has(head);
  return isWhole && (feed === -1 || isRightLine(text, feed + 1)) ? 'sure' : 'likely';
}

/** Another sign that stands for one of the language, and is read as that. */
function lookalike(
  { image, startOffset }: Pick<lexer.RawToken, 'image' | 'startOffset'>,
  right: string,
): Diagnostic {
  const span = { start: startOffset, end: startOffset + image.length };
  return languageError('invalid-character', span, `“${image}” is written “${right}” here`, {
    help: `Write ${right}`,
    fix: { kind: 'safe', title: `Write ${right}`, edits: [{ span, text: right }] },
  });
}

/** Whether a comment can be written as one of this language: it ends with its line. */
const isOfOneLine = (image: string): boolean => /^(?:#|\/\/|--[ \t])/.test(image);

/** A comment as other notations have it. */
function otherComment(text: string, { image, startOffset: start }: lexer.RawToken): Diagnostic {
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

function bareAddress({ image, startOffset: start }: lexer.RawToken): Diagnostic {
  const end = start + image.length;
  const edits = [start, end].map((at) => ({ span: { start: at, end: at }, text: '"' }));
  return languageError('unexpected-token', { start, end }, 'An address stands in quotes', {
    help: `Write "${image}"`,
    fix: { kind: 'safe', title: 'Add the quotes', edits },
  });
}

const meaningful = /[\w\s"'#{},./=-]/;

/** Reports a whole run of characters that mean nothing. */
function stray(text: string, start: number): Diagnostic {
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

function readComment({ image, startOffset }: lexer.RawToken, ownLine: boolean): Comment {
  const written = image.endsWith('\r') ? image.slice(0, -1) : image;
  const said = trimBlankEnd(written.replace(/^(?:#|\/\/|--)/, ''));
  return {
    span: { start: startOffset, end: startOffset + written.length },
    text: said.slice(indentationOf(said)),
    ownLine,
  };
}
