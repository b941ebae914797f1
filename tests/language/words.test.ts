import { describe, expect, it } from 'vitest';
import { durationUnits } from '../../src/language/duration.ts';
import {
  afterDuration,
  countedTimes,
  formatDuration,
  hasWordsFor,
  pageWord,
  withinDuration,
  wordsFor,
} from '../../src/language/words.ts';
import { withSpaces } from '../with-spaces.ts';
import { readDuration } from './read-duration.ts';

/** The languages that the specification promises. */
const promised =
  'en he ar fa te hi el ro zh ja ko de fr es it pt nl pl cs tr ru uk sv da nb nn fi hu th vi id'.split(' ');

const english: readonly string[] = Object.values(wordsFor('en').spoken);

describe.each(promised)('%s', (tag) => {
  const words = wordsFor(tag);
  const all = [words.yes, words.no, words.end, words.otherwise, words.customer];

  it('has all its words, each another, and none of them English by accident', () => {
    expect(hasWordsFor(tag)).toBe(true);
    expect(new Set(all).size).toBe(all.length);
    for (const word of all) expect(word).toBe(word.trim().normalize('NFC'));
    if (tag !== 'en') expect(words.otherwise).not.toBe(wordsFor('en').otherwise);
  });

  it('has words for those who hear a chart, each another, in its own language', () => {
    const { by, next, fork, join, success, failure } = words.spoken;
    const spoken = [by, next, fork, join, success, failure];
    expect(new Set(spoken).size).toBe(spoken.length);
    for (const word of spoken) expect(word).toBe(word.trim().normalize('NFC'));
    if (tag !== 'en') for (const word of [by, next, fork, join]) expect(english).not.toContain(word);
  });

  it.each([1, 2, 3, 5, 11, 21, 22, 100, 101])('asks whether it has been %i times, in a question', (n) => {
    const question = countedTimes(n, words);
    expect(question).toMatch(/[?？؟;]$/);
    expect(question).not.toMatch(/[{}]|undefined/);
  });

  it('lets no line end between a number and what it counts', () => {
    const parts = durationUnits.map((unit) => ({ value: 5, unit }));
    for (const text of [
      ...parts.flatMap((part) => [afterDuration([part], words), withinDuration([part], words)]),
      countedTimes(5, words),
      pageWord(5, words),
    ])
      expect(text.normalize()).not.toMatch(/[5۵] | (?:[5۵]\u00a0?(?:日|页|頁))/);
  });

  it('tells durations of every unit, each in another way', () => {
    for (const n of [1, 2, 3, 5, 11, 21]) {
      const texts = durationUnits.map((unit) => [{ value: n, unit }]);
      for (const say of [formatDuration, afterDuration, withinDuration]) {
        const said = texts.map((parts) => say(parts, words));
        expect(new Set(said).size).toBe(said.length);
        for (const text of said) expect(text).not.toMatch(/[{}]|undefined|^ | $| {2}/);
      }
    }
  });
});

/** What each language writes: no native speaker has read it, as far as is known. */
it('writes these limits, times and questions', () => {
  const rows = [...promised, 'zh-Hant'].map((tag) => {
    const words = wordsFor(tag);
    const said = [
      withinDuration(readDuration('20s'), words),
      withinDuration(readDuration('1h30min'), words),
      withinDuration(readDuration('2d'), words),
      afterDuration(readDuration('1d'), words),
      afterDuration(readDuration('2w'), words),
      afterDuration(readDuration('5wd'), words),
      afterDuration(readDuration('6mo'), words),
      countedTimes(1, words),
      countedTimes(3, words),
    ];
    return `${tag}: ${said.join(' | ')}`;
  });
  expect(rows).toMatchSnapshot();
});

describe('numbers', () => {
  const say = (tag: string, text: string) => withSpaces(formatDuration(readDuration(text), wordsFor(tag)));

  it('take the form of the noun that the language asks for', () => {
    expect(['1d', '2d', '5d'].map((text) => say('cs', text))).toEqual(['1 den', '2 dny', '5 dní']);
    expect(['1wd', '3wd', '5wd', '22wd', '12wd'].map((text) => say('pl', text))).toEqual([
      '1 dzień roboczy',
      '3 dni robocze',
      '5 dni roboczych',
      '22 dni robocze',
      '12 dni roboczych',
    ]);
    expect(['1d', '2d', '3d'].map((text) => say('he', text))).toEqual(['יום', 'יומיים', '3 ימים']);
    expect(['1d', '2d', '3d', '11d', '100d'].map((text) => say('ar', text))).toEqual([
      'يوم واحد',
      'يومين',
      '3 أيام',
      '11 يومًا',
      '100 يوم',
    ]);
    expect(['1d', '2d', '19d', '20d', '101d'].map((text) => say('ro', text))).toEqual([
      '1 zi',
      '2 zile',
      '19 zile',
      '20 de zile',
      '101 zile',
    ]);
    expect([1, 2, 5, 11, 21, 22].map((n) => withSpaces(countedTimes(n, wordsFor('ru'))))).toEqual([
      '1 раз?',
      '2 раза?',
      '5 раз?',
      '11 раз?',
      '21 раз?',
      '22 раза?',
    ]);
  });

  it('are joined as the language joins them', () => {
    expect(say('en', '1w2d')).toBe('1 week 2 days');
    expect(say('ja', '1h30min')).toBe('1時間30分');
    expect(say('he', '1h30min')).toBe('שעה ו־30 דקות');
    expect(say('he', '1d2h')).toBe('יום ושעתיים');
    expect(say('ar', '1h30min')).toBe('ساعة واحدة و30 دقيقة');
    expect(say('fa', '1h30min')).toBe('۱ ساعت و ۳۰ دقیقه');
  });

  it('are in the case that the word before them takes', () => {
    expect(afterDuration(readDuration('2d'), wordsFor('de'))).toBe('nach 2\u00a0Tagen');
    expect(withinDuration(readDuration('2d'), wordsFor('de'))).toBe('max. 2\u00a0Tage');
    expect(afterDuration(readDuration('2d'), wordsFor('fi'))).toBe('2\u00a0päivän kuluttua');
  });

  it('of no duration are nothing', () => {
    expect(formatDuration([], wordsFor('en'))).toBe('');
  });
});

describe('tags', () => {
  it('lead to the words of their language', () => {
    expect(wordsFor('pt-BR')).toBe(wordsFor('pt'));
    expect(wordsFor('DE-at')).toBe(wordsFor('de'));
    expect(wordsFor('iw')).toBe(wordsFor('he'));
    expect(wordsFor('no')).toBe(wordsFor('nb'));
    expect(wordsFor('in')).toBe(wordsFor('id'));
    expect(wordsFor('prs')).toBe(wordsFor('fa'));
  });

  it('lead to the Chinese characters that are written there', () => {
    for (const tag of ['zh', 'zh-CN', 'zh-Hans', 'zh-Hans-TW', 'zh-SG', 'cmn'])
      expect(wordsFor(tag).end).toBe('结束');
    for (const tag of ['zh-Hant', 'zh-TW', 'zh-HK', 'zh-Hant-CN', 'yue'])
      expect(wordsFor(tag).end).toBe('結束');
  });

  it('of other languages lead to English', () => {
    for (const tag of ['sw', 'xx-YY', '', 'constructor', '__proto__']) {
      expect(hasWordsFor(tag)).toBe(false);
      expect(wordsFor(tag)).toBe(wordsFor('en'));
    }
  });
});
