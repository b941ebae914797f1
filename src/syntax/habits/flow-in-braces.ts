import type { TextEdit } from '../../text/text-edit.ts';
import { endOf, spanOf } from '../token.ts';
import { LeftBrace, RightBrace, word } from '../token-types.ts';
import { safeFix, type TokenDraft, typeMeant } from './token-draft.ts';

/** `flow refund "Refund" { … }`: a flow has no braces around it. */
export function flowInBraces(draft: TokenDraft): void {
  const tokens = draft.tokens;
  const dropped = new Set<number>();
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || !token.firstOnLine || typeMeant(draft, token) !== word.flow) continue;
    const open = tokens.findIndex(
      ({ tokenType, firstOnLine }, place) => place > at && (tokenType === LeftBrace || firstOnLine),
    );
    const brace = tokens[open];
    const isLast = tokens[open + 1]?.firstOnLine ?? true;
    if (brace?.tokenType !== LeftBrace || (!isLast && !brace.firstOnLine)) continue;
    const close = closing(tokens, open);
    const other = close === undefined ? undefined : tokens[close];
    const edits: TextEdit[] = [
      { span: { start: endOf(tokens[open - 1] ?? brace), end: endOf(brace) }, text: '' },
    ];
    dropped.add(open);
    if (close !== undefined && other !== undefined) {
      dropped.add(close);
      edits.push({ span: spanOf(other), text: '' });
    }
    draft.report({
      code: 'unexpected-token',
      span: spanOf(brace),
      message: 'A flow has no braces around it: it goes on to the next “flow”, or to the end of the file',
      help: 'Leave them out',
      fix: safeFix('Leave out the braces', edits),
    });
    if (close !== undefined) at = close;
  }
  if (dropped.size > 0) draft.setTokens(tokens.filter((_, at) => !dropped.has(at)));
}

function closing(
  tokens: readonly { readonly tokenType: typeof LeftBrace }[],
  open: number,
): number | undefined {
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    const type = tokens[at]?.tokenType;
    if (type === LeftBrace) depth++;
    else if (type === RightBrace && --depth === 0) return at;
  }
  return undefined;
}
