import type { TokenType } from 'chevrotain';
import type { Span } from '../../text/span.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import { answers } from '../foreign-words.ts';
import { spanOf, type Token } from '../token.ts';
import { isName } from '../token-sets.ts';
import {
  Arrow,
  Identifier,
  LeftBrace,
  LineArrow,
  Percent,
  Question,
  RightBrace,
  Text,
  word,
} from '../token-types.ts';
import { type Draft, type Finding, inserted, isWord, retyped, safeFix, typeMeant } from './draft.ts';

/**
 * `when` in the block of an `if`, which is a `choose`; and in the block of a `choose` the words that others have for `when`
 * and `otherwise`, or none.
 */
export function answersOfChoice(draft: Draft): void {
  const tokens = [...draft.tokens];
  /** The token before each open block whose block it is. */
  const owners: (number | undefined)[] = [];
  let owner: number | undefined;
  let isChanged = false;
  const result: Token[] = [];
  const places: number[] = [];
  const gathered = new Map<string, Gathered>();
  for (const [at, token] of tokens.entries()) {
    places[at] = result.length;
    const type = token.tokenType;
    if (type === LeftBrace) {
      const next = tokens[at + 1];
      const place = owner === undefined ? undefined : places[owner];
      const own = place === undefined ? undefined : result[place];
      const isChoice = typeMeant(draft, next) === word.when || typeMeant(draft, next) === word.otherwise;
      if (own?.tokenType === word.if && place !== undefined && isChoice) {
        const span = spanOf(own);
        const before = result[place - 1];
        result[place] = retyped(own, word.choose);
        isChanged = true;
        draft.report({
          code: 'unexpected-token',
          span,
          message: 'An “if” has no “when”: it asks for yes or no',
          help: 'A question with several answers is a “choose”',
          ...(before?.tokenType === word.else
            ? {}
            : { fix: safeFix('Write “choose”', [{ span, text: 'choose' }]) }),
        });
      }
      owners.push(place);
      owner = undefined;
      result.push(token);
      continue;
    }
    const inner = owners.at(-1);
    if (type === RightBrace) owners.pop();
    if (blockWords.has(type) && (type !== word.else || result.at(-1)?.tokenType !== word.else)) owner = at;
    const isInChoice = inner !== undefined && result[inner]?.tokenType === word.choose;
    const before = result.at(-1);
    const begins =
      isInChoice &&
      (token.firstOnLine || before?.tokenType === LeftBrace || before?.tokenType === RightBrace);
    const mended = begins ? answer(draft, tokens, at) : undefined;
    if (mended === undefined) {
      result.push(token);
      continue;
    }
    isChanged = true;
    for (const each of mended.tokens) result.push(each);
    owner = at;
    const key = `${inner} ${mended.finding.message}`;
    const known = gathered.get(key);
    if (known === undefined)
      gathered.set(key, { ...mended.finding, places: [mended.finding.span], edits: [mended.edit] });
    else {
      known.places.push(mended.finding.span);
      known.edits.push(mended.edit);
    }
  }
  for (const { places, edits, title, ...finding } of gathered.values()) {
    for (const place of places) draft.reported.push(place);
    const related = places.slice(1, 11).map((span) => ({ span, message: 'and here' }));
    draft.report({ ...finding, related, fix: safeFix(title, edits) });
  }
  if (isChanged) draft.setTokens(result);
}

const blockWords = new Set([
  ...[word.if, word.else, word.choose, word.when, word.otherwise, word.parallel, word.branch],
  ...[word.stage, word.touchpoint, word.problem, word.timeout],
]);

/** The same mistake in one choice, wherever it stands there. */
interface Gathered extends Titled {
  readonly places: Span[];
  readonly edits: TextEdit[];
}
interface Titled extends Omit<Finding, 'fix' | 'related'> {
  readonly title: string;
}
interface Answer {
  readonly tokens: readonly Token[];
  readonly finding: Titled;
  readonly edit: TextEdit;
}

/** How an answer is written that begins at a token in the block of a `choose`. */
function answer(draft: Draft, tokens: readonly Token[], at: number): Answer | undefined {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token === undefined || next === undefined || next.firstOnLine) return undefined;
  const span = spanOf(token);
  const written = (type: TokenType, text: string): Answer => ({
    tokens: [retyped(token, type)],
    finding: {
      code: 'misspelt-word',
      span,
      message: `In a “choose”, “${token.image}” is written “${text}”`,
      help: `Write “${text}”`,
      title: `Write “${text}”`,
    },
    edit: { span, text },
  });
  if (isWord(token, 'else', 'sonst', 'sinon'))
    return next.tokenType === word.if ? undefined : written(word.otherwise, 'otherwise');
  if (isWord(token, 'if', 'branch', 'option', 'answer')) {
    const isName = next.tokenType === Text || next.tokenType === Question || next.tokenType === Identifier;
    return isName && leads(tokens, at + 1) ? written(word.when, 'when') : undefined;
  }
  const isBare = token.tokenType === Text || isName(token.tokenType);
  const isKnown = typeMeant(draft, token) !== Identifier && token.tokenType !== Text;
  const isAnswer = answers.has(token.image.toLowerCase());
  if (!isBare || (isKnown && !isAnswer) || !leads(tokens, at)) return undefined;
  const own = { ...inserted(word.when, span.start, token), firstOnLine: token.firstOnLine };
  return {
    tokens: [own, { ...token, firstOnLine: false }],
    finding: {
      code: 'unexpected-token',
      span,
      message: 'An answer of a “choose” has “when” before it',
      help: 'Write “when” before it',
      title: 'Write “when”',
    },
    edit: { span: { start: span.start, end: span.start }, text: 'when ' },
  };
}

/** Whether a name, a label or both stand there, and an arrow or a block behind them. */
function leads(tokens: readonly Token[], from: number): boolean {
  let at = from;
  for (let count = 0; count < 4; count++, at++) {
    const token = tokens[at];
    if (token === undefined || (count > 0 && token.firstOnLine)) return false;
    const type = token.tokenType;
    if (type === Arrow || type === LineArrow || type === LeftBrace) return count > 0;
    if (type !== Text && type !== Percent && type !== Question && !isName(type)) return false;
  }
  return false;
}
