import { describe, expect, it } from 'vitest';
import { afterDuration, withinDuration, wordsFor } from '../../src/language/words.ts';
import { foldDrawing } from '../../src/layout/fold/fold-drawing.ts';
import { processOf } from '../build/process-of.ts';
import { layOut, measurer } from '../layout/lay-out.ts';
import { withSpaces } from '../with-spaces.ts';

const hours = [{ value: 22, unit: 'h' as const }];

describe('a time limit of 22 hours', () => {
  it.each([
    ['hu', '22 óra elteltével'],
    ['fr', 'au bout de 22 h'],
    ['vi', 'sau 22 tiếng'],
    ['nl', 'na 22 uren'],
    ['cs', 'po 22 hodinách'],
    ['pl', 'po 22 godzinach'],
  ])('that has passed does not read as ten in the evening: %s', (language, text) => {
    expect(withSpaces(afterDuration(hours, wordsFor(language)))).toBe(text);
  });

  it.each([
    ['ru', 'не более 22 ч'],
    ['uk', 'не більше 22 год'],
    ['nl', 'binnen 22 uur'],
    ['vi', 'trong vòng 22 giờ'],
  ])('that holds does not read as until ten in the evening: %s', (language, text) => {
    expect(withSpaces(withinDuration(hours, wordsFor(language)))).toBe(text);
  });
});

describe('words of a language', () => {
  it('are its own for Nynorsk, and not those of Bokmål', () => {
    expect(wordsFor('nn').otherwise).toBe('Elles');
    expect(wordsFor('no').otherwise).toBe('Ellers');
  });

  it('say no to what is asked with a verb, in Telugu', () => {
    expect(wordsFor('te').no).toBe('లేదు');
  });
});

/** A chart too long for a page, with a question, a label that ends with a full stop, and bars without labels. */
const long = (language: string, step: (index: number) => string, steps = 60): string =>
  `flow f "F"
language ${language}
touchpoint t "T"
${Array.from({ length: steps }, (_, index) =>
  index % 6 === 3
    ? `parallel {\n  branch { step "${step(index)}" }\n  branch { step "${step(index)} 2" }\n}`
    : `step "${step(index)}"`,
).join('\n')}
end "E"`;

const connectorsOf = async (text: string): Promise<readonly string[]> => {
  const process = processOf(text);
  const pages = foldDrawing(await layOut(process), process, { paper: 'a4', measurer });
  return pages.flatMap(({ nodes }) =>
    nodes.filter(({ kind }) => kind === 'connector').map(({ spoken }) => withSpaces(spoken)),
  );
};

describe('the sentence of a connector between pages', () => {
  it('ends with one mark, whatever the label ends with', async () => {
    const spoken = [
      ...(await connectorsOf(
        long('en', (index) => ['Done?', 'Tell them.', 'He asks “Why?”'][index % 3] ?? ''),
      )),
      ...(await connectorsOf(long('hi', () => 'हुई?'))),
      ...(await connectorsOf(long('ar', () => 'المشكلة؟'))),
    ];
    expect(spoken.length).toBeGreaterThan(10);
    for (const sentence of spoken) expect(sentence).not.toMatch(/[?.;؟।”][.।]$/);
  });

  it('names a bar by its words, not by a name that no one wrote', async () => {
    const spoken = (
      await Promise.all(
        Array.from({ length: 6 }, (_, shift) =>
          connectorsOf(long('de', (index) => `Schritt ${index + shift} `.repeat(shift + 1))),
        ),
      )
    ).flat();
    expect(
      spoken.filter((sentence) => /Gleichzeitig|Wenn alles fertig ist/.test(sentence)).length,
    ).toBeGreaterThan(0);
    expect(spoken.filter((sentence) => /join-|fork-/.test(sentence))).toEqual([]);
  });

  it('stands in the brackets and with the space of its language', async () => {
    const chinese = await connectorsOf(long('zh', () => '核实库存。', 200));
    expect(chinese.filter((sentence) => sentence.includes('（')).length).toBeGreaterThan(0);
    for (const sentence of chinese)
      expect(sentence).toMatch(/^\d+(（第 \d+ 页(，第 \d+ 页)*）)?。接着：[^。]+。$/);
    for (const sentence of await connectorsOf(long('th', () => 'ตรวจสอบ')))
      expect(sentence).toMatch(/^\d+ (?:\(หน้า \d+( หน้า \d+)*\) )?ถัดไป: [^.,]+$/);
  });
});
