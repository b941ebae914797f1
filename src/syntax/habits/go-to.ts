import { spanOf, type Token } from '../token.ts';
import { isName, partTypes } from '../token-sets.ts';
import { Arrow, LineArrow, Percent, Question, RightBrace, Text, word } from '../token-types.ts';
import { isWord, retyped, safeFix, type TokenDraft } from './token-draft.ts';

/** `goto check`, `go to check`, `jump to check`: an arrow in words. */
export function goTo(draft: TokenDraft): void {
  for (const [index, line] of draft.lines.entries()) {
    let kept: Token[] | undefined;
    for (let at = 0; at < line.length; at++) {
      const length = arrowInWords(line, at);
      if (length === 0) {
        kept?.push(...line.slice(at, at + 1));
        continue;
      }
      kept ??= line.slice(0, at);
      const first = line[at];
      const last = line[at + length - 1];
      if (first === undefined || last === undefined) continue;
      const before = line[at - 1];
      const hasArrow = before?.tokenType === Arrow || before?.tokenType === LineArrow;
      const span = { start: first.startOffset, end: spanOf(last).end };
      const target = line[at + length];
      draft.report({
        code: 'unexpected-token',
        span,
        message: `“${draft.slice(span)}” is an arrow in this language`,
        help: hasArrow ? 'The arrow says it already: leave the word out' : `Write -> ${target?.image ?? ''}`,
        fix: hasArrow
          ? safeFix(`Leave out “${draft.slice(span)}”`, [
              { span: { start: span.start, end: target?.startOffset ?? span.end }, text: '' },
            ])
          : safeFix('Write an arrow', [{ span, text: '->' }]),
      });
      if (!hasArrow) kept.push(retyped(first, first.firstOnLine ? LineArrow : Arrow, ''));
      at += length - 1;
    }
    if (kept !== undefined) draft.lines[index] = kept;
  }
}

const alone = new Set(['goto', 'go-to', 'jump', 'jumpto', 'gehezu', 'springe']);
const withTo: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...['go', 'jump', 'return', 'back', 'continue', 'proceed', 'skip', 'move'].map(
    (text) => [text, new Set(['to', 'at', 'with'])] as const,
  ),
  ['gehe', new Set(['zu', 'nach'])],
  ['weiter', new Set(['mit', 'zu', 'bei'])],
  ['zurück', new Set(['zu', 'nach'])],
  ['aller', new Set(['à', 'a', 'vers'])],
  ['ir', new Set(['a', 'al'])],
  ['vai', new Set(['a', 'al'])],
]);

/** How many tokens of a line say “go to” at a place where an arrow may stand, before a target; 0 where none do. */
function arrowInWords(line: readonly Token[], at: number): number {
  const token = line[at];
  if (token === undefined || !isName(token.tokenType) || !mayLead(line, at)) return 0;
  const small = token.image.toLowerCase();
  const next = line[at + 1];
  const length =
    next !== undefined && withTo.get(small)?.has(next.image.toLowerCase()) === true
      ? 2
      : alone.has(small)
        ? 1
        : 0;
  if (length === 0) return 0;
  const target = line[at + length];
  if (target === undefined || isWord(target, 'max', 'then')) return 0;
  const isTarget =
    isName(target.tokenType) ||
    [Text, Question, word.end, word.call, word.transfer, word.step].includes(target.tokenType);
  return isTarget ? length : 0;
}

/** Whether an arrow may stand at a place of a line. */
function mayLead(line: readonly Token[], at: number): boolean {
  const before = line[at - 1];
  if (before === undefined) return true;
  const { tokenType: type } = before;
  if ([Text, Question, Percent, Arrow, LineArrow, RightBrace, word.then].includes(type)) return true;
  if (type === word.else || type === word.otherwise) return true;
  // Behind the name of a question that lacks its mark, or of an answer.
  const owner = line[at - 2];
  return (
    isName(type) && owner !== undefined && (owner.tokenType === word.if || partTypes.has(owner.tokenType))
  );
}
