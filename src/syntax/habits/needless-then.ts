import { endOf, spanOf, type Token } from '../token.ts';
import { isName, isReserved } from '../token-sets.ts';
import { Arrow, Identifier, LeftBrace, LineArrow, Text, word } from '../token-types.ts';
import { thenWords } from './blocks-without-braces.ts';
import { inserted, isWord, retyped, safeFix, type TokenDraft, typeMeant } from './token-draft.ts';

/** `if …? then -> …`, where the arrow says it; `if …? then "…" else "…"`, where arrows are missing. */
export function needlessThen(draft: TokenDraft): void {
  for (const [index, line] of draft.lines.entries()) {
    const at = line.findIndex((token, place) => place > 1 && isWord(token, ...thenWords));
    const then = line[at];
    const next = line[at + 1];
    const head = line.slice(0, Math.max(0, at)).find((token) => typeMeant(draft, token) === word.if);
    if (then === undefined || next === undefined || head === undefined || isRetry(line, at)) continue;
    if (next.tokenType === Arrow || next.tokenType === LineArrow || next.tokenType === LeftBrace) {
      draft.lines[index] = line.filter((token) => token !== then);
      draft.report({
        code: 'unexpected-token',
        span: spanOf(then),
        message: `“if” needs no “${then.image}”: the ${next.tokenType === LeftBrace ? 'block' : 'arrow'} says it`,
        help: `Leave out “${then.image}”`,
        fix: safeFix(`Leave out “${then.image}”`, [
          { span: { start: then.startOffset, end: next.startOffset }, text: '' },
        ]),
      });
      continue;
    }
    const isTarget = next.tokenType === Text || next.tokenType === Identifier || next.tokenType === word.end;
    if (!isTarget) continue;
    // An `else` with something that an arrow can lead to.
    const other = line.findIndex((token, place) => place > at && token.tokenType === word.else);
    const target = line[other + 1];
    const own = line[other];
    const needsArrow =
      own !== undefined &&
      target !== undefined &&
      (target.tokenType === Text || isName(target.tokenType) || target.tokenType === word.end) &&
      !isReserved(target.tokenType);
    draft.lines[index] = line.flatMap((token) =>
      token === then
        ? [retyped(token, Arrow, '')]
        : token === own && needsArrow
          ? [token, inserted(Arrow, endOf(token), token)]
          : [token],
    );
    draft.report({
      code: 'unexpected-token',
      span: spanOf(then),
      message: `“if” leads on with an arrow, not with “${then.image}”`,
      help: `Write -> ${next.image}`,
      fix: safeFix('Write an arrow', [
        { span: spanOf(then), text: '->' },
        ...(needsArrow ? [{ span: { start: endOf(own), end: endOf(own) }, text: ' ->' }] : []),
      ]),
    });
  }
}

/** Whether this is the `then` of `max 3 then`. */
const isRetry = (line: readonly Token[], at: number): boolean =>
  line.slice(Math.max(0, at - 2), at).some(({ tokenType }) => tokenType === word.max);
