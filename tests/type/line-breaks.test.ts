import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineBreaks } from '../../src/type/line-breaks.ts';

/** The text with `|` where a line may end, and `‖` where it must. */
const broken = (text: string): string => {
  let shown = '';
  let last = 0;
  for (const { position, required } of lineBreaks(text)) {
    shown += text.slice(last, position) + (position === text.length ? '' : required ? '‖' : '|');
    last = position;
  }
  return shown;
};
const penaltyAfter = (text: string, start: string): number | undefined =>
  lineBreaks(text).find(({ position }) => position === start.length)?.penalty;

describe('line breaks', () => {
  it('follow UAX #14: words, prices, addresses, dashes', () => {
    expect(broken('Is it over €49.90 (50 %)?')).toBe('Is |it |over |€49.90 |(50 |%)?');
    expect(broken('See https://example.com/a?b=c')).toBe('See |https://|example.com/|a?|b=c');
    expect(broken('well-known facts — all')).toBe('well-|known |facts |— |all');
    expect(broken('5\u00a0min')).toBe('5\u00a0min');
  });

  it('must end a line at a line feed', () => {
    expect(broken('one\ntwo')).toBe('one\n‖two');
  });

  it('keep emoji of several characters whole', () => {
    expect(broken('👩🏽‍💻 and 👨‍👩‍👧🇷🇴')).toBe('👩🏽‍💻 |and |👨‍👩‍👧|🇷🇴');
  });

  it('keep signs off the start and the end of a line in Chinese and Japanese', () => {
    expect(broken('核实（客户）。')).toBe('核|实|（客|户）。');
    expect(broken('ショップ「店」')).toBe('ショッ|プ|「店」');
  });

  it('keep Korean words whole', () => {
    expect(broken('고객 환불 요청')).toBe('고객 |환불 |요청');
  });

  it('break Thai between words, and elsewhere only between syllables', () => {
    expect(broken('ตรวจสอบตัวตนลูกค้า')).toBe('ตรวจสอบ|ตัวตน|ลูกค้า');
    expect(broken('การชำระเงินล้มเหลว')).toBe('การชำระเงิน|ล้มเหลว');
    expect(broken('ฟรันเดฟรัน')).toBe('ฟรัน|เดฟรัน');
    expect(penaltyAfter('และลูกค้า', 'และ')).toBeGreaterThan(penaltyAfter('ลูกค้าและ', 'ลูกค้า') ?? 0);
  });

  it('keep a word with its maqaf, and break after a danda', () => {
    expect(broken('בדיקת אי־התאמה')).toBe('בדיקת |אי־התאמה');
    expect(broken('करें। फिर')).toBe('करें। |फिर');
  });

  it('would rather not part what belongs together', () => {
    expect(penaltyAfter('Wait for 30 min', 'Wait for 30 ')).toBeGreaterThan(0);
    expect(penaltyAfter('note no. 12', 'note no. ')).toBeGreaterThan(0);
    expect(penaltyAfter('this is a test', 'this is a ')).toBeGreaterThan(0);
    expect(penaltyAfter('📞 Call', '📞 ')).toBeGreaterThan(0);
    expect(penaltyAfter('call back soon', 'call ')).toBe(0);
    expect(penaltyAfter('アカウント', 'アカ')).toBeGreaterThan(penaltyAfter('客户身份', '客户') ?? 9);
    expect(penaltyAfter('確認を行う', '確認を')).toBeLessThan(penaltyAfter('確認を行う', '確認') ?? 0);
  });

  it('cover any text in order, and never part a mark from its letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aé 🙂\nกิ่เะำๆคา核\u0301') }), (text) => {
        const places = lineBreaks(text).map(({ position }) => position);
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
        expect(places.at(-1) ?? 0).toBe(text.length);
        for (const place of places) expect(text.slice(place - 1, place + 1)).not.toMatch(/[aกค][\u0301ิ่]/);
      }),
    );
  });
});
