import { expect, it } from 'vitest';
import { isRightToLeft } from '../../src/language/right-to-left.ts';

it.each(
  'ar ar-EG he iw HE-il fa fa-AF prs ur ur-IN yi ps sd ckb dv ks ug az-Arab az-IR ku-IQ pa-PK pa-Arab-PK uz-AF uz-Arab ff-Adlm nqo syr rhg-Rohg en-Hebr kk-CN'.split(
    ' ',
  ),
)('%s runs from right to left', (tag) => {
  expect(isRightToLeft(tag)).toBe(true);
});

it.each(
  'en te hi zh zh-Hant ja ko th vi el ru tr az az-Latn az-AZ ku ku-TR pa pa-IN uz ks-Deva sd-Deva sd-IN ug-KZ ur-Latn ha ms kk'.split(
    ' ',
  ),
)('%s runs from left to right', (tag) => {
  expect(isRightToLeft(tag)).toBe(false);
});

it('takes anything, whatever was written', () => {
  for (const tag of ['', '-', 'x', '--ar', 'ar-', '🙂']) expect(typeof isRightToLeft(tag)).toBe('boolean');
});
