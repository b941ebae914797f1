import { endOf, type Token } from '../token.ts';
import { isName } from '../token-sets.ts';
import { DurationToken, Integer, Text, word } from '../token-types.ts';
import { safeFix, type TokenDraft, typeMeant, unsafeFix } from './token-draft.ts';

const named = new Set([
  ...[word.step, word.wait, word.escalate, word.stage, word.touchpoint, word.end, word.branch, word.when],
]);

/** `step 1 "Answer"`, `Step 1: answer "Answer"`: statements have no numbers. */
export function numberedNames(draft: TokenDraft): void {
  for (const [index, line] of draft.lines.entries()) {
    const [first, number, next] = line;
    if (first === undefined || number === undefined || next === undefined) continue;
    const type = typeMeant(draft, first);
    if (type === undefined || !named.has(type) || !isNumber(number)) continue;
    if (next.tokenType !== Text && !isName(next.tokenType)) continue;
    const gap = draft.text.slice(endOf(number), next.startOffset);
    if (!/^\s*[.:)–-]?\s+$/.test(gap)) continue;
    const span = { start: number.startOffset, end: endOf(number) + gap.trimEnd().length };
    draft.lines[index] = [first, ...line.slice(2)];
    draft.reported.push({ start: span.start, end: next.startOffset });
    draft.report({
      code: 'unexpected-token',
      span,
      message: `“${draft.slice(span)}” is no name: a ${first.image.toLowerCase()} has no number`,
      help: 'Leave it out: statements follow each other without numbers',
      fix: (next.tokenType === Text ? safeFix : unsafeFix)('Leave out the number', [
        { span: { start: span.start, end: next.startOffset }, text: '' },
      ]),
    });
  }
}

const isNumber = ({ tokenType, image }: Token): boolean =>
  tokenType === Integer || (tokenType === DurationToken && /^\d+(?:\.\d+)+$/.test(image));
