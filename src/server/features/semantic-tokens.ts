import { attributesOf } from '../../check/parts-of-flow.ts';
import { endOf, type Token } from '../../syntax/token.ts';
import * as types from '../../syntax/token-types.ts';
import {
  attributeWords,
  freeStatementWords,
  linkingWords,
  propertyWords,
  statementWords,
  words,
} from '../../syntax/words.ts';
import type { Span } from '../../text/span.ts';
import type { NameKind, Occurrence } from '../occurrences.ts';
import type { FileView } from '../snapshot.ts';

/** What a stretch of text is, in the terms that editors have colours for. The order is that of the legend. */
export const semanticTypes = [
  'namespace',
  'class',
  'interface',
  'enumMember',
  'event',
  'function',
  'variable',
  'property',
  'keyword',
  'modifier',
  'string',
  'number',
  'comment',
  'operator',
] as const;
export type SemanticType = (typeof semanticTypes)[number];
export const semanticModifiers = ['declaration', 'defaultLibrary'] as const;
export type SemanticModifier = (typeof semanticModifiers)[number];

export interface SemanticToken {
  readonly span: Span;
  readonly type: SemanticType;
  readonly modifiers: readonly SemanticModifier[];
}

const typeOfName: Readonly<Record<NameKind, SemanticType>> = {
  flow: 'namespace',
  role: 'class',
  party: 'class',
  level: 'enumMember',
  system: 'interface',
  request: 'event',
  term: 'variable',
  node: 'function',
  stage: 'namespace',
  part: 'enumMember',
};

/**
 * Words by what they look like: statements stand out, what is said about them less, values least; as the grammar has
 * it.
 */
const typeOfWord: ReadonlyMap<string, SemanticType> = new Map<string, SemanticType>([
  ...words.map((word) => [word, 'enumMember'] as const),
  ...[...propertyWords, ...attributeWords, ...linkingWords].map((word) => [word, 'modifier'] as const),
  ...[...statementWords, ...freeStatementWords].map((word) => [word, 'keyword'] as const),
]);

/** Every word, name, text, number, arrow and comment of a file, in order. Texts of several lines are one token here. */
export function semanticTokens(file: FileView): readonly SemanticToken[] {
  const names = new Map(file.occurrences().map((occurrence) => [occurrence.span.start, occurrence]));
  const keys = fieldKeys(file);
  const tokens = file.tokens().tokens.flatMap((token): readonly SemanticToken[] => {
    const { startOffset: start, image, tokenType } = token;
    const name = names.get(start);
    if (name !== undefined) return [ofName(name)];
    if (keys.has(start)) return [{ span: { start, end: endOf(token) }, type: 'property', modifiers: [] }];
    const type = typeOfToken(tokenType) ?? typeOfWord.get(image);
    return type === undefined ? [] : [{ span: { start, end: endOf(token) }, type, modifiers: [] }];
  });
  const comments = file.parsed.document.comments.map(
    ({ span }): SemanticToken => ({ span, type: 'comment', modifiers: [] }),
  );
  return [...tokens, ...comments].sort((a, b) => a.span.start - b.span.start);
}

/** The offsets of the keys of fields: no names, as nothing refers to them, nor words of the language. */
function fieldKeys(file: FileView): ReadonlySet<number> {
  const starts = new Set<number>();
  for (const { flow, parts } of file.checked().flows)
    for (const said of [flow.properties, ...parts.map(({ item }) => attributesOf(item))])
      for (const each of said)
        if (each.kind === 'field' && 'name' in each.key) starts.add(each.key.span.start);
  return starts;
}

function ofName({ span, kind, name, isDeclaration }: Occurrence): SemanticToken {
  return {
    span,
    type: typeOfName[kind],
    modifiers: [
      ...(isDeclaration ? (['declaration'] as const) : []),
      ...(kind === 'role' && name === 'customer' ? (['defaultLibrary'] as const) : []),
    ],
  };
}

function typeOfToken(type: Token['tokenType']): SemanticType | undefined {
  switch (type) {
    case types.Text:
      return 'string';
    case types.Integer:
    case types.Percent:
    case types.DateToken:
    case types.DurationToken:
      return 'number';
    case types.Arrow:
    case types.LineArrow:
      return 'operator';
    default:
      return undefined;
  }
}
