/** A day as read: `value` is the nearest one that exists. */
export interface ReadDate {
  readonly value: string;
  readonly isRight: boolean;
  /** False where day and month may be meant the other way round. */
  readonly isSure: boolean;
}

/** Three numbers with `-`, `.` or `/` between them, in whatever order. */
export function readDateNumbers(image: string): ReadDate {
  const numbers = image.split(/[-./]/).map(Number);
  const [first = 0, second = 0, third = 0] = numbers;
  if (/^\d{4}\D/.test(image)) return { ...calendarDate(first, second, third), isSure: true };
  const year = /\D\d{2}$/.test(image) ? 2000 + third : third;
  // Day and month have points between them everywhere, but lines in either order.
  const isMonthFirst = image.includes('/') && second > 12 && first <= 12;
  const [day, month] = isMonthFirst ? [second, first] : [first, second];
  return {
    ...calendarDate(year, month, day),
    isSure: image.includes('.') || first > 12 || second > 12 || first === second,
  };
}

/** A day of the Gregorian calendar, or the nearest one where there is no such day. */
export function calendarDate(year: number, month: number, day: number): Omit<ReadDate, 'isSure'> {
  const rightMonth = Math.min(12, Math.max(1, month));
  const rightDay = Math.min(daysIn(year, rightMonth), Math.max(1, day));
  const pad = (number: number, width: number): string => String(number).padStart(width, '0');
  return {
    value: `${pad(Math.min(9999, year), 4)}-${pad(rightMonth, 2)}-${pad(rightDay, 2)}`,
    isRight: rightMonth === month && rightDay === day && year <= 9999,
  };
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** How the names of the months begin, from January on, in the languages that customer service is written in most. */
const months: readonly RegExp[] = [
  /^(?:jan|jän|gen|ene|sty|янв|січ)/,
  /^(?:feb|fév|fev|lut|фев|лют)/,
  /^(?:mar|mär|mrz|maa|мар|бер)/,
  /^(?:apr|avr|abr|kwi|апр|кві)/,
  /^(?:may|mai|maj|mag|mei|май|мая|тра)/,
  /^(?:jun|juin|giu|cze|июн|чер)/,
  /^(?:jul|juil|lug|lip|июл|лип)/,
  /^(?:aug|août|aou|ago|sie|авг|сер)/,
  /^(?:sep|set|wrz|сен|вер)/,
  /^(?:oct|okt|ott|out|paź|окт|жов)/,
  /^(?:nov|lis|ноя|лист)/,
  /^(?:dec|dez|déc|dic|gru|дек|гру)/,
];

/** A date in which the month is a word, or one in quotes; undefined where its day is not sure. */
export function readDateWords(text: string): string | undefined {
  const trimmed = text.trim();
  if (/^\d+(?:[-./]\d+){2}$/.test(trimmed)) {
    const { value, isRight, isSure } = readDateNumbers(trimmed);
    return isRight && isSure ? value : undefined;
  }
  const parts = trimmed
    .toLowerCase()
    .split(/[\s,.\-/]+/)
    .filter((part) => part !== '');
  const numbers = parts.flatMap((part) => {
    const digits = /^(\d{1,4})(?:st|nd|rd|th|er|º|ª)?$/.exec(part)?.[1];
    return digits === undefined ? [] : [digits];
  });
  const names = parts.flatMap((part) => {
    const month = months.findIndex((pattern) => pattern.test(part));
    return month === -1 ? [] : [month + 1];
  });
  const [month] = names;
  const year = numbers.find((digits) => digits.length === 4);
  const day = numbers.find((digits) => digits.length <= 2);
  const isWhole = names.length === 1 && numbers.length === 2;
  if (!isWhole || month === undefined || year === undefined || day === undefined) return undefined;
  const { value, isRight } = calendarDate(Number(year), month, Number(day));
  return isRight ? value : undefined;
}
