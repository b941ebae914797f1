import { describe, expect, it } from 'vitest';
import { type Duration, durationUnits } from '../../src/language/duration.ts';
import {
  accountableText,
  afterByLevel,
  afterDuration,
  countedTimes,
  everyByLevel,
  everyDuration,
  forEachItem,
  formatDuration,
  hasWordsFor,
  informsPeople,
  pageWord,
  percentWord,
  promisedByLevel,
  sayingText,
  type TimesByLevel,
  takesByLevel,
  takesText,
  untilMoment,
  usingSystems,
  withinByLevel,
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

  it('has words for whatever stands in and beside a chart, each another where they could be mixed up', () => {
    const { first, allThatApply, clockStops, unknown, terms, promises, notes } = words;
    for (const group of [
      [first, allThatApply, clockStops, unknown],
      [terms, promises, notes],
    ]) {
      expect(new Set(group).size).toBe(group.length);
      for (const word of group) expect(word).toBe(word.trim().normalize('NFC'));
    }
    if (tag !== 'en')
      for (const key of [
        'first',
        'allThatApply',
        'clockStops',
        'unknown',
        'otherwiseLimit',
        'saying',
      ] as const)
        expect(words[key]).not.toBe(wordsFor('en')[key]);
  });

  it.each([
    'until',
    'otherwiseLimit',
    'forEach',
    'takes',
    'range',
    'using',
    'informs',
    'promised',
    'accountable',
    'saying',
  ] as const)('has a place for what belongs into “%s”, once', (key) => {
    const places = {
      until: ['moment'],
      otherwiseLimit: ['duration'],
      forEach: ['item'],
      takes: ['duration'],
      range: ['from', 'to'],
      using: ['systems'],
      informs: ['people'],
      promised: ['duration'],
      accountable: ['who'],
      saying: ['words'],
    };
    expect([...words[key].matchAll(/\{(\w+)\}/g)].map(([, name]) => name)).toEqual(places[key]);
  });

  it('has words for those who hear a chart, each another, in its own language', () => {
    const { by, next, fork, join, joinFirst, anytime, late, meanwhile, informs, party, success, failure } =
      words.spoken;
    const own = [by, next, fork, join, joinFirst, anytime, late, meanwhile, informs, party];
    const spoken = [...own, success, failure];
    expect(new Set(spoken).size).toBe(spoken.length);
    for (const word of spoken) expect(word).toBe(word.trim().normalize('NFC'));
    if (tag !== 'en') for (const word of own) expect(english).not.toContain(word);
  });

  it('says how often a way is taken, in its own digits', () => {
    expect(percentWord(0.85, words)).toMatch(/^[%٪]?(?:85|۸۵)[\u00a0\u202f]?[%٪]?$/);
  });

  it.each([1, 2, 3, 5, 11, 21, 22, 100, 101])('asks whether it has been %i times, in a question', (n) => {
    const question = countedTimes(n, words);
    expect(question).toMatch(/[?？؟;]$/);
    expect(question).not.toMatch(/[{}]|undefined/);
  });

  it('lets no line end between a number and what it counts', () => {
    const parts = durationUnits.map((unit) => ({ value: 5, unit }));
    for (const text of [
      ...parts.flatMap((part) =>
        [afterDuration, withinDuration, everyDuration].map((say) => say([part], words)),
      ),
      takesText([readDuration('3min'), readDuration('5min')], words),
      countedTimes(5, words),
      pageWord(5, words),
    ])
      expect(text.normalize()).not.toMatch(/[5۵] | (?:[5۵]\u00a0?(?:日|页|頁))/);
  });

  it('tells durations of every unit, each in another way', () => {
    for (const n of [1, 2, 3, 5, 11, 21]) {
      const texts = durationUnits.map((unit) => [{ value: n, unit }]);
      for (const say of [formatDuration, afterDuration, withinDuration, everyDuration]) {
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

/** Words that an author writes, in the form that stands in a dictionary: a moment, and a thing. */
const authors: Readonly<Record<string, readonly [moment: string, item: string]>> = {
  en: ['the day before the visit', 'parcel'],
  he: ['היום שלפני הביקור', 'חבילה'],
  ar: ['اليوم السابق للزيارة', 'طرد'],
  fa: ['روز پیش از بازدید', 'بسته'],
  te: ['సందర్శనకు ముందు రోజు', 'పార్సెల్'],
  hi: ['विज़िट से एक दिन पहले', 'पार्सल'],
  el: ['η παραμονή της επίσκεψης', 'δέμα'],
  ro: ['ziua dinaintea vizitei', 'colet'],
  zh: ['上门前一天', '包裹'],
  'zh-Hant': ['拜訪前一天', '包裹'],
  ja: ['訪問の前日', '荷物'],
  ko: ['방문 전날', '소포'],
  de: ['Tag vor dem Besuch', 'Paket'],
  fr: ['la veille de la visite', 'colis'],
  es: ['el día antes de la visita', 'paquete'],
  it: ['il giorno prima della visita', 'pacco'],
  pt: ['o dia anterior à visita', 'encomenda'],
  nl: ['de dag voor het bezoek', 'pakket'],
  pl: ['dzień przed wizytą', 'paczka'],
  cs: ['den před návštěvou', 'balík'],
  tr: ['ziyaretten bir gün önce', 'koli'],
  ru: ['день до визита', 'посылка'],
  uk: ['день до візиту', 'посилка'],
  sv: ['dagen före besöket', 'paket'],
  da: ['dagen før besøget', 'pakke'],
  nb: ['dagen før besøket', 'pakke'],
  nn: ['dagen før besøket', 'pakke'],
  fi: ['käyntiä edeltävä päivä', 'paketti'],
  hu: ['a látogatás előtti nap', 'csomag'],
  th: ['วันก่อนนัด', 'พัสดุ'],
  vi: ['ngày trước buổi hẹn', 'kiện hàng'],
  id: ['sehari sebelum kunjungan', 'paket'],
};

/** `15min P1, 4h` as limits: a duration without a level is that of all others. */
const readLimits = (text: string): TimesByLevel<Duration> => {
  const items = text.split(', ').map((item) => item.split(' '));
  const usual = items.find(([, level]) => level === undefined)?.[0];
  return {
    usual: usual === undefined ? undefined : readDuration(usual),
    byLevel: items.flatMap(([duration = '', level]) =>
      level === undefined ? [] : [{ level, value: readDuration(duration) }],
    ),
  };
};

const readTakes = (text: string) => text.split('..').map(readDuration);

/** What each language writes of language 1.1: no native speaker has read it, as far as is known. */
it.each(Object.entries(authors))('writes its words of 1.1: %s', (tag, [moment, item]) => {
  const words = wordsFor(tag);
  const each = (say: typeof everyDuration, texts: string): string =>
    texts
      .split(' ')
      .map((text) => say(readDuration(text), words))
      .join(' | ');
  const { first, allThatApply, clockStops, terms, promises, notes, unknown } = words;
  const { joinFirst, anytime, late, meanwhile, informs, party } = words.spoken;
  expect({
    every: [
      each(everyDuration, '1s 1min 1h 1wh 1d 1wd 1w 1mo'),
      each(everyDuration, '20s 30min 2h 5h 22h 2wh 5wh 1h30min'),
      each(everyDuration, '2d 5d 30d 2wd 5wd 2w 5w 2mo 6mo 1w2d'),
    ],
    'working hours': [
      each(formatDuration, '1wh 2wh 5wh 30wh 6wd2wh'),
      each(withinDuration, '1wh 2wh 5wh 30wh'),
      each(afterDuration, '1wh 2wh 5wh 30wh'),
    ],
    limits: [
      withinByLevel(readLimits('15min P1, 1h P2, 4h'), words),
      withinByLevel(readLimits('2d P1, 5wd P2'), words),
      afterByLevel(readLimits('1d P1, 5d P2, 1w'), words),
      everyByLevel(readLimits('30min P1, 2d P2, 1w'), words),
      promisedByLevel(readLimits('4wh P1, 1d P2, 1mo'), words),
      promisedByLevel(readLimits('2w'), words),
    ],
    takes: ['5min', '2min..5min', '1h..2h', '30s..2min', '1d..2w', '2d..3d..30d']
      .map((text) => takesText(readTakes(text), words))
      .join(' | '),
    'beside a node': [
      untilMoment(moment, words),
      forEachItem(item, words),
      usingSystems(['CRM', 'SAP'], words),
      informsPeople([words.customer, 'QA'], words),
      accountableText(words.customer, words),
      sayingText('…', words),
    ].join(' | '),
    marks: [first, allThatApply, clockStops, unknown].join(' | '),
    headings: [terms, promises, notes].join(' | '),
    spoken: [joinFirst, anytime, late, meanwhile, informs, party].join(' | '),
  }).toMatchSnapshot();
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

describe('limits by level', () => {
  const en = wordsFor('en');

  it('name each level in brackets, and the rest at the end', () => {
    expect(withSpaces(withinByLevel(readLimits('15min P1, 1h P2, 4h'), en))).toBe(
      'within 15 min (P1), 1 h (P2), else 4 h',
    );
    expect(withSpaces(withinByLevel(readLimits('15min P1'), en))).toBe('within 15 min (P1)');
  });

  it('are the plain words where there is no level, and nothing where there is no limit', () => {
    for (const tag of promised) {
      const words = wordsFor(tag);
      expect(withinByLevel(readLimits('2d'), words)).toBe(withinDuration(readDuration('2d'), words));
      expect(afterByLevel(readLimits('2d'), words)).toBe(afterDuration(readDuration('2d'), words));
      expect(everyByLevel(readLimits('1d'), words)).toBe(everyDuration(readDuration('1d'), words));
      for (const say of [withinByLevel, afterByLevel, everyByLevel, promisedByLevel])
        expect(say({ byLevel: [] }, words)).toBe('');
    }
  });

  it('use the marks and digits of the language, and leave the name of a level as it is', () => {
    expect(withSpaces(withinByLevel(readLimits('15min P1, 4h'), wordsFor('fa')))).toBe(
      'حداکثر ۱۵ دقیقه (P1)، سایر موارد: ۴ ساعت',
    );
    expect(withSpaces(withinByLevel(readLimits('15min P1, 4h'), wordsFor('zh')))).toBe(
      '限时 15 分钟（P1）、其他：4 小时',
    );
    expect(withinByLevel({ byLevel: [{ level: '$& {duration}', value: readDuration('1d') }] }, en)).toContain(
      '($& {duration})',
    );
  });

  it('part no line between a duration and its level', () => {
    expect(withinByLevel(readLimits('15min P1, 2d P2, 4h'), en).split(' ')).toEqual([
      'within',
      '15\u00a0min\u00a0(P1),',
      '2\u00a0days\u00a0(P2),',
      'else',
      '4\u00a0h',
    ]);
  });
});

describe('what comes again and again', () => {
  const say = (tag: string, text: string) => withSpaces(everyDuration(readDuration(text), wordsFor(tag)));

  it('is every day, and not every 1 day', () => {
    expect(['1d', '2d', '1d2h'].map((text) => say('en', text))).toEqual([
      'every day',
      'every 2 days',
      'every 1 day 2 h',
    ]);
    expect(['1d', '1w', '1h', '2h'].map((text) => say('de', text))).toEqual([
      'jeden Tag',
      'jede Woche',
      'jede Stunde',
      'alle 2 h',
    ]);
    expect(['1h', '1d', '2d'].map((text) => say('he', text))).toEqual(['כל שעה', 'כל יום', 'כל יומיים']);
  });

  it('takes the form that its unit, its number and its last part ask for', () => {
    expect(['30min', '2d', '2w', '2mo'].map((text) => say('fr', text))).toEqual([
      'toutes les 30 min',
      'tous les 2 jours',
      'toutes les 2 semaines',
      'tous les 2 mois',
    ]);
    expect(['2d', '5d'].map((text) => say('cs', text))).toEqual(['každé 2 dny', 'každých 5 dní']);
    expect(['30min', '1h30min'].map((text) => say('hu', text))).toEqual([
      '30 percenként',
      '1 óra 30 percenként',
    ]);
    expect(['30min', '2h', '1h30min'].map((text) => say('nb', text))).toEqual([
      'hvert 30. minutt',
      'hver 2. time',
      'hver gang det har gått 1 time 30 min',
    ]);
    expect(say('fi', '1w2d')).toBe('1 viikon 2 päivän välein');
  });

  it('is said for each level in the form that its duration asks for', () => {
    expect(withSpaces(everyByLevel(readLimits('30min P1, 2d P2, 1w'), wordsFor('fr')))).toBe(
      'toutes les 30 min (P1), tous les 2 jours (P2), sinon chaque semaine',
    );
  });

  it('is nothing for no duration', () => {
    expect(everyDuration([], wordsFor('en'))).toBe('');
  });
});

describe('what something usually takes', () => {
  const say = (tag: string, text: string) => withSpaces(takesText(readTakes(text), wordsFor(tag)));

  it('is one value, from and to, or the likeliest with the others in brackets', () => {
    expect(
      ['5min', '2min..5min', '30s..2min', '5min..5min', '2min..5min..30min'].map((text) => say('en', text)),
    ).toEqual([
      'usually 5 min',
      'usually 2–5 min',
      'usually 30 s to 2 min',
      'usually 5 min',
      'usually 5 min (2–30 min)',
    ]);
    expect(takesText([], wordsFor('en'))).toBe('');
  });

  it('is said for each level', () => {
    const byLevel = [{ level: 'P1', value: readTakes('2min..5min') }];
    expect(withSpaces(takesByLevel({ usual: readTakes('1h'), byLevel }, wordsFor('en')))).toBe(
      'usually 2–5 min (P1), else 1 h',
    );
    expect(withSpaces(takesByLevel({ byLevel }, wordsFor('en')))).toBe('usually 2–5 min (P1)');
    expect(takesByLevel({ usual: [], byLevel: [] }, wordsFor('en'))).toBe('');
  });

  it('says both units where the number is part of the word, and where they differ', () => {
    expect(say('he', '1h..2h')).toBe('בדרך כלל שעה עד שעתיים');
    expect(say('he', '2h..5h')).toBe('בדרך כלל 2 עד 5 שעות');
    expect(say('de', '1d..2w')).toBe('meist 1 Tag bis 2 Wochen');
    expect(say('en', '1h30min..2h30min')).toBe('usually 1 h 30 min to 2 h 30 min');
  });
});

describe('words of an author', () => {
  it('stay as they are, whatever signs they have', () => {
    for (const tag of promised) {
      const words = wordsFor(tag);
      for (const say of [untilMoment, forEachItem, accountableText, sayingText])
        expect(say("$& $1 {moment} $'", words)).toContain("$& $1 {moment} $'");
      expect(usingSystems(['$&', '$1'], words)).toMatch(/\$&.+\$1/);
      expect(informsPeople(['$&', '$1'], words)).toMatch(/\$&.+\$1/);
    }
  });
});

describe('how often a way is taken', () => {
  it('stands in the order and with the signs of the language', () => {
    const shares = [0.85, 0.125, 0.0004, 1].map((share) => percentWord(share, wordsFor('en')));
    expect(shares).toEqual(['85%', '12.5%', '0%', '100%']);
    expect(percentWord(0.125, wordsFor('de'))).toBe('12,5\u00a0%');
    expect(percentWord(0.85, wordsFor('tr'))).toBe('%85');
    expect(percentWord(0.125, wordsFor('fa'))).toBe('۱۲٫۵٪');
  });
});
