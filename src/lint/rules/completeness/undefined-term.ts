import { counted } from '../../../diagnostic/counted.ts';
import { splitWords } from '../../../language/compared-words.ts';
import { insertBelow } from '../../../text/insertion.ts';
import type { Span } from '../../../text/span.ts';
import { declarationPlace } from '../../declaration-place.ts';
import { flowRule, type RuleFinding } from '../../rule.ts';
import { shortQuote } from '../../wording.ts';
import { labelsOnChart } from '../../written-labels.ts';

export const undefinedTerm = flowRule({
  name: 'undefined-term',
  chapter: 'completeness',
  place: 190,
  summary: 'an all-capitals word of 2 to 6 letters in labels that no `term` explains',
  severity: 'info',
  sets: ['service'],
  fixKind: 'hint',
  options: {
    known: {
      kind: 'words',
      default: ['OK', 'ID', 'PIN', 'SMS', 'QR', 'PC', 'TV', 'AM', 'PM', 'EU', 'UK', 'US', 'USA', 'UN'],
      summary: 'words that need no explanation',
    },
  },
  explanation: {
    why: 'New agents don’t know your short words, and read the chart while the customer listens. Whoever guesses wrong tells the customer something wrong.',
    repair:
      'Explain it once with `term`, at the top of the flow or in a file that several flows `use`; or write it out. Words that everybody knows can be set as `known`.',
    failing: `flow return "Return"
touchpoint phone "Customer sends something back"
step number "Give the customer an RMA number"
end sent "Goods are on their way"
`,
    passing: `flow return "Return"
term RMA "Return merchandise authorisation: the number that must stand on the parcel"
touchpoint phone "Customer sends something back"
step number "Give the customer an RMA number"
end sent "Goods are on their way"
`,
  },
  check(flow, { known }) {
    const { terms, levels } = flow.checked.scope;
    const isKnown = (word: string): boolean =>
      known.includes(word) || terms.has(word) || levels.has(word) || levels.has(word.toLowerCase());
    const places = new Map<string, Span[]>();
    for (const { value, span } of labelsOnChart(flow.checked))
      for (const word of acronyms(value)) {
        if (isKnown(word)) continue;
        const start = flow.file.text.slice(span.start, span.end).indexOf(word);
        const place = start < 0 ? span : { start: span.start + start, end: span.start + start + word.length };
        places.set(word, [...(places.get(word) ?? []), place]);
      }
    return [...places].flatMap(([word, spans]): readonly RuleFinding[] => {
      const [first] = spans;
      if (first === undefined) return [];
      const above = declarationPlace(flow.checked.flow, 'term');
      const times = spans.length === 1 ? '' : `, used ${counted(spans.length, 'time')},`;
      return [
        {
          span: first,
          message: `Nobody explains what ${shortQuote(word)}${times} means`,
          help: 'Explain it with “term” at the top of the flow',
          fix: {
            kind: 'hint',
            title: 'Explain it',
            edits: [insertBelow(flow.file.text, above, `term ${word} "What it means"`)],
          },
        },
      ];
    });
  },
});

/** Words in capitals; none in a text that is all in capitals, as those are only loud. */
function acronyms(label: string): readonly string[] {
  const words = splitWords(label);
  const isCapital = (word: string) => [...word].every((letter) => letter !== letter.toLowerCase());
  if (words.length > 1 && words.every(isCapital)) return [];
  return [
    ...new Set(words.filter((word) => isCapital(word) && [...word].length >= 2 && [...word].length <= 6)),
  ];
}
