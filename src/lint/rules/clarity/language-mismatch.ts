import { isRightToLeft } from '../../../language/right-to-left.ts';
import { wordsFor } from '../../../language/words.ts';
import { insertBelow } from '../../../text/insertion.ts';
import { declarationPlace } from '../../declaration-place.ts';
import { flowRule } from '../../rule.ts';
import { foreignScript } from '../../script-of-label.ts';
import { writtenLabels } from '../../written-labels.ts';

export const languageMismatch = flowRule({
  name: 'language-mismatch',
  chapter: 'clarity',
  place: 90,
  summary: 'labels in letters that the flow’s `language` is not written in',
  severity: 'info',
  sets: ['recommended', 'service'],
  fixKind: 'safe',
  explanation: {
    why: 'The chart says “Yes” and “No” between labels that are in another language, a Hebrew or Arabic chart runs from the wrong side, and a screen reader reads it in the wrong voice.',
    repair:
      'Say the language of the labels at the top of the flow: `language he`. Where there is hardly a doubt and no language was set, `flowc lint --fix` writes it.',
    failing: `flow order "הזמנה"
touchpoint phone "הלקוח מתקשר"
step check "לבדוק מלאי"
end sent "ההזמנה נשלחה"
`,
    passing: `flow order "הזמנה"
language he
touchpoint phone "הלקוח מתקשר"
step check "לבדוק מלאי"
end sent "ההזמנה נשלחה"
`,
  },
  check({ process, checked, file }) {
    const { flow } = checked;
    const script = foreignScript(
      writtenLabels(checked).map(({ value }) => value),
      process.language,
    );
    if (script === undefined || flow.broken) return [];
    const { letters, likely, isSure } = script;
    const set = flow.properties.find((property) => property.kind === 'language');
    const { yes, no } = wordsFor(process.language);
    const consequences = [
      `says “${yes}” and “${no}”`,
      ...(isRightToLeft(likely) === isRightToLeft(process.language) ? [] : ['begins at the wrong side']),
    ].join(', and ');
    const says = set === undefined ? 'no “language” is set' : `its language is “${process.language}”`;
    return [
      {
        span: set?.tag.span ?? (flow.label ?? flow.id).span,
        message: `Most labels of this flow are in ${letters}, but ${says}: the chart ${consequences}`,
        help: `Write “language ${likely}”${isSure ? '' : ', or another language that is written so,'} at the top of the flow`,
        ...(set === undefined && isSure
          ? {
              fix: {
                kind: 'safe',
                title: `Say that the language is “${likely}”`,
                edits: [insertBelow(file.text, declarationPlace(flow, 'language'), `language ${likely}`)],
              },
            }
          : {}),
      },
    ];
  },
});
