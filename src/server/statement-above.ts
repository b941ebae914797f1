import type { AttributeOwner } from '../syntax/attribute-owners.ts';
import { LeftBrace, RightBrace } from '../syntax/token-types.ts';
import { attributeWords } from '../syntax/words.ts';
import {
  closedBlock,
  exceptionWords,
  type GoverningToken,
  governing,
  keywordsBehind,
  ownerOf,
  type Scan,
} from './token-scan.ts';

/** What the line of a cursor can still say of the statements above it. */
export interface StatementAbove {
  /** What attributes on the line say something of. */
  readonly attributes?: AttributesAbove & { readonly owner: AttributeOwner };
  /** The step, wait, escalation or call to which exceptions on the line belong. */
  readonly exceptions?: ExceptionsAbove;
}

interface Above {
  /** The cursor stands further in than the statement begins, where its parts stand, and not where the next one does. */
  readonly isDeeper: boolean;
}
export interface AttributesAbove extends Above {
  /** The words that stand there already. */
  readonly used: ReadonlySet<string>;
  readonly isByCustomer: boolean;
}
export interface ExceptionsAbove extends Above {
  readonly hasLimit: boolean;
}

const attributes: ReadonlySet<string> = new Set(attributeWords);
const takesExceptions: ReadonlySet<string> = new Set(['step', 'wait', 'escalate', 'call']);

export function statementAbove(scan: Scan, column: number): StatementAbove {
  const head = governing(scan);
  const owner = ownerOf(scan, head);
  const exceptions = exceptionsAbove(scan, column);
  return {
    ...(owner === undefined
      ? {}
      : { attributes: { owner, ...saidOf(scan, head), isDeeper: column > indentOf(scan, head.index) } }),
    ...(exceptions === undefined ? {} : { exceptions }),
  };
}

/** What is said already behind the head of a statement. */
export function saidOf(scan: Scan, { index }: GoverningToken): Omit<AttributesAbove, 'isDeeper'> {
  const { tokens, at, isKeyword } = scan;
  const isByCustomer = tokens.some(
    (token, place) =>
      place > index &&
      place <= at &&
      token.image === 'customer' &&
      tokens[place - 1]?.image === 'by' &&
      !isKeyword(token),
  );
  return { used: keywordsBehind(scan, index), isByCustomer };
}

const indentOf = ({ tokens }: Scan, index: number): number => tokens[index]?.indent ?? 0;

/** The step, wait, escalation or call that the lines above belong to, at the same depth. */
function exceptionsAbove(scan: Scan, column: number): ExceptionsAbove | undefined {
  const { tokens, at, isKeyword } = scan;
  let depth = 0;
  for (let index = at; index >= 0; index -= 1) {
    const token = tokens[index];
    if (token === undefined) return undefined;
    if (token.tokenType === RightBrace) {
      depth += 1;
      // What can go wrong with a wait that has a block stands in there.
      if (depth === 1 && closedBlock(scan, index) === 'wait') return undefined;
    }
    if (token.tokenType === LeftBrace) depth -= 1;
    if (depth < 0) return undefined;
    if (depth > 0 || !token.firstOnLine) continue;
    if (takesExceptions.has(token.image) && isKeyword(token))
      return {
        hasLimit: keywordsBehind(scan, index).has('within'),
        isDeeper: column > token.indent,
      };
    const goesOn =
      exceptionWords.has(token.image) || attributes.has(token.image) || token.tokenType === RightBrace;
    if (!goesOn) return undefined;
  }
  return undefined;
}
