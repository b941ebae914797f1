import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Statement } from './ast.ts';
import { ownersOfWord } from './attribute-owners.ts';
import { quotedToken } from './quoted-token.ts';
import type { Token } from './token.ts';
import { attributeTypes, exceptionTypes, isName, isReserved } from './token-sets.ts';
import { Arrow, Integer, LeftBrace, Text, word } from './token-types.ts';

export interface JunkDescription {
  readonly message: string;
  readonly help: string;
  readonly related?: Diagnostic['related'];
}

/** An `else` may have its `if` farther up, or stand behind a `choose`. */
function describeElse({ indent }: Token, row: readonly Statement[]): JunkDescription {
  const before = row.at(-1);
  if (before?.kind === 'choose')
    return {
      message: 'A “choose” has no “else” behind it',
      help: 'The way for all other answers is “otherwise”, the last in its block',
      related: [{ span: before.keyword, message: 'the “choose”' }],
    };
  const own = row.findLast(({ kind }) => kind === 'if');
  if (own === undefined || own === before)
    return own === undefined
      ? { message: '“else” has no “if” before it', help: 'It goes on with an “if” right before it' }
      : {
          message:
            own.kind === 'if' && own.otherwise !== undefined
              ? 'An “if” has one “else”'
              : '“else” does not go on with the “if” before it',
          help: 'More questions are “else if”; one “else” is the last',
          related: [{ span: own.keyword, message: 'the “if”' }],
        };
  return {
    message: 'This “else” comes too late: something stands between it and its “if”',
    help:
      indent === 0
        ? 'Put it right behind its “if”, or what stands between them into the block of the “if”'
        : 'Put it right behind its “if”',
    related: [{ span: own.keyword, message: 'the “if”' }],
  };
}

/**
 * Says what is wrong with a token that means nothing where it stands. `lastWord` is the word of the language that was
 * read last, `row` the statements before the place.
 */
export function describeJunk(
  next: Token,
  before: Token,
  lastWord: string,
  row: readonly Statement[],
): JunkDescription {
  const type = next.tokenType;
  if (type === word.else) return describeElse(next, row);
  if (type === word.when || type === word.otherwise)
    return {
      message: `“${next.image}” stands outside of a ${type === word.when ? '“choose” or “wait”' : '“choose”'}`,
      help: `Put it into the block of a “choose”${type === word.when ? ', or of a “wait”' : ''}`,
    };
  if (type === word.branch)
    return {
      message: '“branch” stands outside of a “parallel”',
      help: 'Put it into the block of a “parallel”',
    };
  if (exceptionTypes.has(type))
    return {
      message: `“${next.image}” has no step before it`,
      help: 'It says what can go wrong in the step right before it',
    };
  if (type === LeftBrace)
    return {
      message: 'No block can stand here',
      help: 'A block belongs to “if”, “else”, “when”, “stage”, “touchpoint”, “wait” …',
    };
  if (type === Arrow)
    return {
      message: `Nothing can follow “${lastWord}” on its path`,
      help: 'Put the arrow on a line of its own',
    };
  if (type === Text && before.tokenType === Text && !next.firstOnLine)
    return {
      message: 'A second label stands here',
      help: 'A thing has one label; more words go into “note” or “say”',
    };
  if (attributeTypes.has(type))
    return {
      message: `“${next.image}” has nothing to belong to here`,
      help: `It stands right after the name and label of ${ownersOfWord(next.image)}`,
    };
  if (isName(type) && isName(before.tokenType) && !next.firstOnLine)
    return {
      message: `${quotedToken(next)} is one word too many`,
      help: 'A label of several words stands in quotes',
    };
  if (type === Integer && next.firstOnLine)
    return {
      message: `${quotedToken(next)} begins no statement`,
      help: 'Leave it out: statements follow each other without numbers',
    };
  if (next.firstOnLine && !isReserved(type))
    return {
      message: `${quotedToken(next)} begins no statement`,
      help: 'A statement begins with a word such as “step”, “if”, “wait”, “end”, or with an arrow',
    };
  return {
    message: `${quotedToken(next)} means nothing here`,
    help: 'Delete it, or put it where it belongs',
  };
}
