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
  [
    'wh',
    'workhour workhours wh bh whr whrs bhr bhrs arbeitsstunde arbeitsstunden geschäftsstunde geschäftsstunden werkuur werkuren arbetstimme arbetstimmar arbejdstime arbejdstimer arbeidstime arbeidstimer',
  ],
];
const units: ReadonlyMap<string, DurationUnit> = new Map(
  unitWords.flatMap(([unit, list]) => list.split(' ').map((name) => [name, unit] as const)),
);

/** Units of two words: an hour in which people work, and below a day on which they do. */
const workingHour: readonly RegExp[] = [
  /^(?:working|business|work|office|opening|service) (?:hours?|hrs?)$/,
  /^heures? (?:ouvrées?|ouvrables?)$/,
  /^horas? (?:hábil(?:es)?|laborables?|laboral(?:es)?|út(?:il|eis))$/,
  /^or[ae] lavorativ[ae]$/,
  /^godzin[ay]? robocz(?:a|e|ych)$/,
  /^рабочи(?:й|х|е) час(?:а|ов|ы)?$/,
  /^робочих годин$/,
  /^שעות (?:עסקים|עבודה)$/,
];
const workingDay: readonly RegExp[] = [
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
 * Reads a time that is said in words, as a list of words and numbers in small letters: `3 working days`, `half an
 * hour`, `1 hour and 30 minutes`, `2 to 3 weeks`. Undefined where any of it is not understood.
 */
export function readTime(words: readonly string[]): readonly (readonly DurationPart[])[] | undefined {
  const reader = new TimeReader();
  const begin = words.findIndex((each) => !about.has(each));
  for (let at = begin === -1 ? words.length : begin; at < words.length; ) {
    const length = reader.take(words, at);
    if (length === 0) return undefined;
    at += length;
  }
  return reader.times();
}

/** What was read of a time, word by word. */
class TimeReader {
  private readonly read: DurationPart[][] = [[]];
  /** A number whose unit is still to come; 0.5 for “half”. */
  private pending: number | undefined;
  /** A number whose unit stands only behind the next: `2 to 3 days`. */
  private bare: number | undefined;

  /** Reads what stands at a word; gives how many words it is, 0 where they are not understood. */
  take(words: readonly string[], at: number): number {
    const text = words[at] ?? '';
    const number = numberOf(text);
    const { pending } = this;
    if (pending === undefined) {
      if (number === undefined) return this.takeJoint(text);
      this.pending = number;
      return 1;
    }
    // “half an hour”, not “half two hours”
    if (number !== undefined && pending === 0.5) return number === 1 ? 1 : 0;
    if (ranges.has(text) && this.read.length === 1 && this.read[0]?.length === 0) {
      this.bare = pending;
      this.pending = undefined;
      this.read.push([]);
      return 1;
    }
    const [unit, length] = unitAt(words, at);
    if (unit === undefined) return 0;
    this.read.at(-1)?.push(pending === 0.5 ? halfOf(unit) : { value: pending, unit });
    this.pending = undefined;
    return length;
  }

  /** A word between two times, or between two parts of one. */
  private takeJoint(text: string): number {
    if (this.read.at(-1)?.length === 0) return 0;
    if (ranges.has(text) && this.read.length < 3) this.read.push([]);
    else if (!joints.has(text)) return 0;
    return 1;
  }

  /** The times from the least to the most, once all was read; undefined where something is missing. */
  times(): readonly (readonly DurationPart[])[] | undefined {
    const last = this.read.at(-1)?.[0];
    if (this.pending !== undefined || last === undefined) return undefined;
    if (this.bare !== undefined) this.read[0] = [{ value: this.bare, unit: last.unit }];
    const isWhole = this.read.every((parts) => parts.length > 0 && parts.every(({ value }) => value > 0));
    return isWhole ? this.read : undefined;
  }
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
  if (workingDay.some((pattern) => pattern.test(two))) return ['wd', 2];
  if (workingHour.some((pattern) => pattern.test(two))) return ['wh', 2];
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
