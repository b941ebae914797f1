import { questionMarkFor } from '../../../language/label-from-name.ts';
import { at } from '../../../text/insertion.ts';
import { flowRule } from '../../rule.ts';
import { shortQuote } from '../../wording.ts';
import { hasWord } from '../../words.ts';

export const questionMark = flowRule({
  name: 'question-mark',
  chapter: 'clarity',
  place: 70,
  summary: 'a decision whose label has no question mark of its script',
  severity: 'info',
  sets: ['recommended', 'service'],
  fixKind: 'safe',
  explanation: {
    why: '“In stock” reads like something to do or a state that is reached; “In stock?” is asked. On a printed chart that is how a decision is told from a step by people who don’t know the symbols.',
    repair: 'End the label with the question mark of its script; `flowc lint --fix` writes it.',
    failing: `flow order "Order"
touchpoint phone "Customer orders"
if stock? "Product in stock" -> "Send it" -> end sent "Sent"
end refused "Not in stock"
`,
    passing: `flow order "Order"
touchpoint phone "Customer orders"
if stock? "Product in stock?" -> "Send it" -> end sent "Sent"
end refused "Not in stock"
`,
  },
  check: (flow) =>
    flow.checked.parts.flatMap(({ item, broken }) => {
      const question =
        item.kind === 'if-arm' ? item.arm.question : item.kind === 'choose' ? item.question : undefined;
      const label = question?.label;
      if (label === undefined || broken || !hasWord(label.value) || isAsking(label.value)) return [];
      const text = flow.file.text.slice(label.span.start, label.span.end);
      const quotes = text.startsWith('"""') ? 3 : 1;
      const inner = text.slice(quotes, text.length - quotes);
      const end = label.span.start + quotes + inner.trimEnd().replace(/[.。:：]$/, '').length;
      const cut = label.span.start + quotes + inner.trimEnd().length;
      const mark = markFor(label.value, flow.process.language);
      return [
        {
          span: label.span,
          message: `${shortQuote(label.value)} is asked, but does not end with a question mark`,
          help: `End it with ${shortQuote(mark.trim())}`,
          fix: {
            kind: 'safe',
            title: 'Add the question mark',
            edits: [{ span: { ...at(end), end: cut }, text: mark }],
          },
        },
      ];
    }),
});

/** With a mark of any script, perhaps in quotes or brackets; or in a script that asks without one. */
const isAsking = (label: string): boolean =>
  /[?？؟;;՞፧⸮](?:[\s"'”’»)\]）」』]|\(.*\))*$/u.test(label.trim()) || asksWithoutMark(label);

/** Thai, Lao, Tibetan, Burmese and Khmer ask by a word; the Armenian mark stands on the vowel within the word. */
function asksWithoutMark(label: string): boolean {
  const last = [...label.trim()].at(-1)?.codePointAt(0) ?? 0;
  return (
    (last >= 0xe00 && last <= 0xfff) ||
    (last >= 0x1000 && last <= 0x109f) ||
    (last >= 0x1780 && last <= 0x17ff) ||
    label.includes('՞')
  );
}

/** French puts a space before it, one that does not break. */
const markFor = (label: string, language: string): string => {
  const mark = questionMarkFor(label.trim().replace(/[.。:：]$/, ''));
  return mark === '?' && /^fr\b/i.test(language) ? '\u00a0?' : mark;
};
