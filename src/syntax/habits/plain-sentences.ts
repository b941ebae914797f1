import { endOf, type Token } from '../token.ts';
import { isName, isReserved } from '../token-sets.ts';
import {
  Comma,
  DateToken,
  DurationToken,
  Identifier,
  Integer,
  Question,
  Text,
  word,
} from '../token-types.ts';
import { markOf } from './list-marks.ts';
import { inserted, type TokenDraft, unsafeFix } from './token-draft.ts';

/**
 * A line of plain words, as in a list of what is done: `- Answer the call`, `2. Look up the order`. It is most likely a
 * step.
 */
export function plainSentences(draft: TokenDraft): void {
  for (const [index, line] of draft.lines.entries()) {
    const mark = markOf(draft, line);
    const words = mark === undefined ? line : line.slice(mark.count);
    const [head] = words;
    const last = words.at(-1);
    const [first] = line;
    if (first === undefined || head === undefined || last === undefined || words.length < 2) continue;
    if (head.tokenType !== Identifier || draft.meant.of(head) !== undefined || !words.every(isPlain))
      continue;
    const rest = draft.slice(draft.gapAfter(line, line.length - 1)).trimEnd();
    const end = endOf(last) + rest.length;
    const label = draft.text.slice(head.startOffset, end).replace(/[.;,:]$/, '');
    const start = mark?.span.start ?? head.startOffset;
    const text = `step "${label.replaceAll(/[\\"]/g, '\\$&')}"`;
    draft.report({
      code: 'unexpected-token',
      span: { start, end },
      message: `“${draft.text.slice(start, end)}” begins no statement`,
      help: `A statement begins with its word, and its label stands in quotes: ${text}`,
      fix: unsafeFix('Write it as a step', [{ span: { start, end }, text }]),
    });
    draft.lines[index] = [
      { ...inserted(word.step, start, first), firstOnLine: true, image: '' },
      {
        ...inserted(Text, head.startOffset, first),
        image: draft.text.slice(head.startOffset, end),
        value: label,
      },
    ];
  }
}

const isPlain = ({ tokenType, image }: Token): boolean =>
  isName(tokenType) ||
  isReserved(tokenType) ||
  [Comma, Integer, DurationToken, DateToken, Question].includes(tokenType) ||
  (tokenType === Text && /^['‘]/.test(image));
