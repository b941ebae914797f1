import type { TokenType } from 'chevrotain';
import type { Span } from '../../text/span.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import { answers } from '../foreign-words.ts';
import { spanOf, type Token } from '../token.ts';
import { freeStatementTypes, isName } from '../token-sets.ts';
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
import {
  type HabitFinding,
  inserted,
  isWord,
  retyped,
  safeFix,
  type TokenDraft,
  typeMeant,
} from './token-draft.ts';

/**
 * `when` in the block of an `if`, which is a `choose`; and in the block of a `choose` the words that others have for
 * `when` and `otherwise`, or none; those for `when` in the block of a `wait` too.
 */
export function answersOfChoice(draft: TokenDraft): void {
  const tokens = [...draft.tokens];
  const result: Token[] = [];
  /** The place in the result of the word of each open block. */
  const owners: (number | undefined)[] = [];
  /** The place there of the word that a block may follow. */
  let owner: number | undefined;
  let isChanged = false;
  const mistakes = new GatheredMistakes();
  for (const [at, token] of tokens.entries()) {
    const place = result.length;
    const inner = owners.at(-1);
    if (token.tokenType === LeftBrace) {
      if (owner !== undefined && readAsChoice(draft, result, owner, tokens[at + 1])) isChanged = true;
      owners.push(owner);
      owner = undefined;
    } else if (token.tokenType === RightBrace) owners.pop();
    else if (isOwner(token, result.at(-1))) owner = place;
    const around = inner === undefined ? undefined : result[inner]?.tokenType;
    const isInChoice = around === word.choose || around === word.wait;
    const mended =
      isInChoice && beginsAnswer(token, result.at(-1))
        ? answer(draft, tokens, at, around === word.wait ? 'wait' : 'choose')
        : undefined;
    for (const each of mended?.tokens ?? [token]) result.push(each);
    if (mended === undefined) continue;
    isChanged = true;
    owner = place;
    mistakes.add(inner, mended);
  }
  mistakes.report(draft);
  if (isChanged) draft.setTokens(result);
}

/** Whether a block that follows belongs to a word: of `else if` that is the `else`. */
const isOwner = ({ tokenType, firstOnLine }: Token, before: Token | undefined): boolean =>
  blockWords.has(tokenType) &&
  (firstOnLine || !freeStatementTypes.has(tokenType)) &&
  (tokenType !== word.else || before?.tokenType !== word.else);

/** Whether an answer can begin with a token. */
const beginsAnswer = ({ tokenType, firstOnLine }: Token, before: Token | undefined): boolean =>
  tokenType !== LeftBrace &&
  (firstOnLine || before?.tokenType === LeftBrace || before?.tokenType === RightBrace);

/** Reads an `if` in whose block answers stand as a `choose`; tells whether it is one. */
function readAsChoice(draft: TokenDraft, result: Token[], place: number, next: Token | undefined): boolean {
  const own = result[place];
  const isChoice = typeMeant(draft, next) === word.when || typeMeant(draft, next) === word.otherwise;
  if (own?.tokenType !== word.if || !isChoice) return false;
  const span = spanOf(own);
  result[place] = retyped(own, word.choose);
  draft.report({
    code: 'unexpected-token',
    span,
    message: 'An “if” has no “when”: it asks for yes or no',
    help: 'A question with several answers is a “choose”',
    ...(result[place - 1]?.tokenType === word.else
      ? {}
      : { fix: safeFix('Write “choose”', [{ span, text: 'choose' }]) }),
  });
  return true;
}

/** The mistakes in the answers, those of one kind in one choice as one. */
class GatheredMistakes {
  private readonly byKind = new Map<string, Gathered>();

  /** `choice` is the place of its word. */
  add(choice: number | undefined, { finding, edit }: Answer): void {
    const key = `${choice} ${finding.message}`;
    const known = this.byKind.get(key);
    known?.places.push(finding.span);
    known?.edits.push(edit);
    if (known === undefined) this.byKind.set(key, { ...finding, places: [finding.span], edits: [edit] });
  }

  report(draft: TokenDraft): void {
    for (const { places, edits, title, ...finding } of this.byKind.values()) {
      for (const place of places) draft.reported.push(place);
      const related = places.slice(1, 11).map((span) => ({ span, message: 'and here' }));
      draft.report({ ...finding, related, fix: safeFix(title, edits) });
    }
  }
}

const blockWords = new Set([
  ...[word.if, word.else, word.choose, word.when, word.otherwise, word.parallel, word.branch],
  ...[word.stage, word.touchpoint, word.problem, word.timeout, word.wait],
  ...freeStatementTypes,
]);

/** One mistake in a choice, at all places where it stands there. */
interface Gathered extends Titled {
  readonly places: Span[];
  readonly edits: TextEdit[];
}
interface Titled extends Omit<HabitFinding, 'fix' | 'related'> {
  readonly title: string;
}
interface Answer {
  readonly tokens: readonly Token[];
  readonly finding: Titled;
  readonly edit: TextEdit;
}

/** How an answer is written that begins at a token in the block of a `choose`. */
function answer(
  draft: TokenDraft,
  tokens: readonly Token[],
  at: number,
  owner: 'choose' | 'wait',
): Answer | undefined {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token === undefined || next === undefined || next.firstOnLine) return undefined;
  const span = spanOf(token);
  const written = (type: TokenType, text: string): Answer => ({
    tokens: [retyped(token, type)],
    finding: {
      code: 'misspelt-word',
      span,
      message: `In a “${owner}”, “${token.image}” is written “${text}”`,
      help: `Write “${text}”`,
      title: `Write “${text}”`,
    },
    edit: { span, text },
  });
  if (owner === 'choose' && isWord(token, 'else', 'sonst', 'sinon'))
    return next.tokenType === word.if ? undefined : written(word.otherwise, 'otherwise');
  if (isWord(token, 'if', 'branch', 'option', 'answer', 'on', 'event')) {
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
      message: `An ${owner === 'wait' ? 'event of a “wait”' : 'answer of a “choose”'} has “when” before it`,
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
