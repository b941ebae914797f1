import { EOF, type TokenType } from 'chevrotain';
import * as token from './token-types.ts';
import { word } from './token-types.ts';
import { attributeWords, freeStatementWords, propertyWords, statementWords } from './words.ts';

type TokenSet = ReadonlySet<TokenType>;
const setOf = (...types: readonly (TokenType | TokenSet)[]): TokenSet =>
  new Set(types.flatMap((type) => (type instanceof Set ? [...type] : [type as TokenType])));

export const attributeTypes = setOf(...attributeWords.map((text) => word[text]));
export const propertyTypes = setOf(...propertyWords.map((text) => word[text]));
/** What begins a statement at the beginning of a line, or behind a brace, and is a name elsewhere. */
export const freeStatementTypes = setOf(...freeStatementWords.map((text) => word[text]));
export const exceptionTypes = setOf(word.problem, word.timeout, word.meanwhile);

/** What begins a statement. */
export const statementTypes = setOf(
  token.LineArrow,
  word.touchpoint,
  word.stage,
  word.step,
  word.wait,
  word.escalate,
  word.call,
  word.transfer,
  word.if,
  word.choose,
  word.parallel,
  word.end,
  freeStatementTypes,
);

/** Words that are never a name, and so always mean that something new begins. */
export const partTypes = setOf(word.problem, word.timeout, word.else, word.when, word.otherwise, word.branch);
export const topTypes = setOf(word.flow, word.use);

/** At which first tokens of a line a broken statement is over. */
export const lineTypes = setOf(statementTypes, partTypes, topTypes, propertyTypes, attributeTypes);

/** Tokens at which a statement can go on after a part of it that could not be read. */
export const afterAttribute = setOf(attributeTypes, exceptionTypes, token.Arrow);
export const afterEndAttribute = setOf(word.as, word.to, word.note, word.link, word.field, token.Arrow);
export const afterName = setOf(afterAttribute, token.Text);
export const afterAttributeOfWait = setOf(afterAttribute, token.LeftBrace);
export const afterNameOfWait = setOf(afterName, token.LeftBrace);
export const beforeBlock = setOf(token.LeftBrace);
export const beforeBranch = setOf(token.LeftBrace, token.Arrow, token.LineArrow);
export const afterBranchingAttribute = setOf(attributeTypes, beforeBranch, token.Percent);
export const afterStage = setOf(beforeBlock, attributeTypes, token.Text);
export const afterTouchpoint = setOf(beforeBranch, attributeTypes, token.Text);
export const afterWait = setOf(beforeBlock, attributeTypes);
export const afterHead = setOf(token.Text);
export const afterTarget = setOf(token.Arrow);
export const afterQuestion = setOf(beforeBranch, attributeTypes, token.Text, token.Percent);
export const elseTypes = setOf(word.else);
export const whenTypes = setOf(word.when, word.otherwise);
/** What may follow an answer without a branch on its line. */
export const afterAnswer = setOf(whenTypes, exceptionTypes);
export const eventTypes = setOf(word.when, exceptionTypes);
export const branchTypes = setOf(word.branch);
export const nowhere: TokenSet = new Set();

const reservedTypes = setOf(...statementWords.map((text) => word[text]));
export const isReserved = (type: TokenType): boolean => reservedTypes.has(type);

const closing = setOf(token.LineArrow, token.Arrow, token.RightBrace, EOF);

/** Whether no attribute can come next, and nothing that was meant as one. */
export const endsStatement = (type: TokenType): boolean => reservedTypes.has(type) || closing.has(type);

/** Whether no exception can come next, and nothing that was meant as one. */
export const endsException = (type: TokenType): boolean => endsStatement(type) && !exceptionTypes.has(type);

/** A word that is not reserved is a name where a name is needed. */
export const isName = (type: TokenType): boolean =>
  type === token.Identifier || (type.CATEGORIES?.includes(token.Identifier) ?? false);

/** Whether a token can neither begin nor end anything. */
export const isJunk = (type: TokenType): boolean =>
  isName(type) ||
  type === token.Question ||
  type === token.Text ||
  type === token.Integer ||
  type === token.Percent ||
  type === token.DateToken ||
  type === token.DurationToken ||
  type === token.LeftBrace ||
  type === token.Comma ||
  type === token.Range;
