import type { DurationPart, DurationUnit } from '../language/duration.ts';

/** What people call each unit, in small letters, in the languages that customer service is written in most. */
const unitWords: readonly (readonly [DurationUnit, string])[] = [
  [
    's',
    's second seconds sec secs sekunde sekunden sek seconde secondes segundo segundos secondo secondi sekund sekunder sekunda sekundy секунда секунды секунд שניות שנייה',
  ],
  [
    'min',
    'm minute minutes min mins minuten minuto minutos minuto minuti minut minuta minuty minuter minutt minutter минута минуты минут хвилин דקות דקה',
  ],
  [
    'h',
    'hour hours hr hrs h stunde stunden std heure heures hora horas ora ore uur uren godzina godziny godzin timme timmar time timer час часа часов годин שעות שעה',
  ],
  [
    'd',
    'day days d tag tage tagen kalendertag kalendertage jour jours día días dia dias giorno giorni dag dagen dagar dage dager dzień dni день дня дней днів ימים יום',
  ],
  [
    'w',
    'week weeks wk wks woche wochen semaine semaines semana semanas settimana settimane weken vecka veckor uge uger uke uker tydzień tygodnie tygodni неделя недели недель тиждень тижнів שבוע שבועות',
  ],
  [
    'mo',
    'month months mo monat monate monaten mois mes meses mese mesi mês maand maanden månad månader måned måneder miesiąc miesiące miesięcy месяц месяца месяцев місяць місяців חודש חודשים',
  ],
  [
    'wd',
    'workday workdays weekday weekdays wd bd werktag werktage werktagen arbeitstag arbeitstage arbeitstagen geschäftstag geschäftstage bankarbeitstag bankarbeitstage werkdag werkdagen arbetsdag arbetsdagar arbejdsdag arbejdsdage arbeidsdag arbeidsdager virkedag virkedager',
  ],
];
const units: ReadonlyMap<string, DurationUnit> = new Map(
  unitWords.flatMap(([unit, list]) => list.split(' ').map((name) => [name, unit] as const)),
);

/** Units of two words: a day on which people work. */
const working: readonly RegExp[] = [
  /^(?:working|business|work|office|bank|banking) days?$/,
  /^jours? (?:ouvrés?|ouvrables?|de travail)$/,
  /^d[ií]as? (?:hábil(?:es)?|laborables?|laboral(?:es)?|út(?:il|eis))$/,
  /^giorn[oi] lavorativ[oi]$/,
  /^(?:dni|dzień) robocz(?:e|ych|y)$/,
  /^рабочи(?:й|х|е) д(?:ень|ня|ней)$/,
  /^робочих днів$/,
  /^ימי (?:עסקים|עבודה)$/,
];
const calendar = /^(?:calendar|consecutive|full|whole) (days?|weeks?|months?|hours?)$/;

/** Numbers as words, to twelve, in small letters. */
const numbers: ReadonlyMap<string, number> = new Map([
  ...'a an one ein eine einer einem einen eins un une uno una um uma een en jeden'
    .split(' ')
    .map((name) => [name, 1] as const),
  ...['half', 'halbe', 'halben', 'demi', 'media', 'halve'].map((name) => [name, 0.5] as const),
  ...'two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((name, at) => [name, at + 2] as const),
  ...'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'
    .split(' ')
    .map((name, at) => [name, at + 2] as const),
  ...'deux trois quatre cinq six sept huit neuf dix onze douze'
    .split(' ')
    .map((name, at) => [name, at + 2] as const),
  ...'dos tres cuatro cinco seis siete ocho nueve diez once doce'
    .split(' ')
    .map((name, at) => [name, at + 2] as const),
]);
const joints = new Set(['and', 'und', 'et', 'y', 'e', 'en', 'och', 'og', '&']);
const about = new Set([
  'about',
  'approx',
  'approximately',
  'ca',
  'circa',
  'max',
  'maximum',
  'within',
  'up',
  'only',
  'at',
  'most',
  'of',
  'the',
  'etwa',
  'höchstens',
  'maximal',
  'environ',
  'under',
  'less',
  'than',
]);
const ranges = new Set(['to', 'bis', 'or', 'oder', 'à', '-', '–', '..', 'until']);

/**
 * Reads a time that is said in words, as a list of words and numbers in small letters: `3 working days`, `half an hour`,
 * `1 hour and 30 minutes`, `2 to 3 weeks`. Undefined where any of it is not understood.
 */
export function readTime(words: readonly string[]): readonly (readonly DurationPart[])[] | undefined {
  const times: DurationPart[][] = [[]];
  let pending: number | undefined;
  let at = 0;
  while (at < words.length && about.has(words[at] ?? '')) at++;
  // The unit of `2 to 3 days` stands only behind the second number.
  const bare: number[] = [];
  while (at < words.length) {
    const word = words[at] ?? '';
    const number = numberOf(word);
    if (number !== undefined && (pending === undefined || pending === 0.5)) {
      // “half an hour”, not “half two hours”
      if (pending === 0.5 && number !== 1) return undefined;
      pending = pending ?? number;
      at++;
      continue;
    }
    if (pending !== undefined && ranges.has(word) && times.length === 1 && times[0]?.length === 0) {
      bare.push(pending);
      pending = undefined;
      times.push([]);
      at++;
      continue;
    }
    if (pending === undefined && ranges.has(word) && times.at(-1)?.length !== 0 && times.length < 3) {
      times.push([]);
      at++;
      continue;
    }
    if (pending === undefined && joints.has(word) && times.at(-1)?.length !== 0) {
      at++;
      continue;
    }
    if (pending === undefined) return undefined;
    const [unit, length] = unitAt(words, at);
    if (unit === undefined) return undefined;
    times.at(-1)?.push(pending === 0.5 ? halfOf(unit) : { value: pending, unit });
    pending = undefined;
    at += length;
  }
  const last = times.at(-1)?.[0];
  if (pending !== undefined || last === undefined) return undefined;
  const [from] = bare;
  if (from !== undefined) times[0] = [{ value: from, unit: last.unit }];
  return times.every((parts) => parts.length > 0 && parts.every(({ value }) => value > 0))
    ? times
    : undefined;
}

function numberOf(word: string): number | undefined {
  if (/^\d{1,6}(?:[.,]\d{1,3})?$/.test(word)) return Number(word.replace(',', '.'));
  return numbers.get(word);
}

function unitAt(
  words: readonly string[],
  at: number,
): readonly [unit: DurationUnit | undefined, length: number] {
  const two = `${words[at] ?? ''} ${words[at + 1] ?? ''}`;
  if (working.some((pattern) => pattern.test(two))) return ['wd', 2];
  const usual = calendar.exec(two)?.[1];
  if (usual !== undefined) return [units.get(usual), 2];
  return [units.get(words[at] ?? ''), 1];
}

/** Half of a unit, as whole numbers where that is usual. */
const halfOf = (unit: DurationUnit): DurationPart =>
  unit === 'h'
    ? { value: 30, unit: 'min' }
    : unit === 'min'
      ? { value: 30, unit: 's' }
      : { value: 0.5, unit };
