import { readTimeOfDay, type TimeOfDay } from './time-of-day.ts';
import { type NamedDays, namedDays } from './weekday-names.ts';

/** A part of what `hours` says, and where it stands in its text, in UTF-16 offsets. */
export interface HoursToken {
  readonly kind: 'days' | 'time' | 'dash' | 'comma' | 'closed' | 'filler' | 'junk';
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly days?: NamedDays;
  readonly time?: TimeOfDay;
  /** False where it is clear what is meant, but should be written otherwise. */
  readonly isUsual: boolean;
}

/** `9`, `09:00`, `9.00`, `0900`, `9am`. */
const time = /\d{1,2}(?:[:.h]?\d{2})?(?:\s*[ap]\.?\s?m\b\.?)?(?!\d)/iy;
const dash = /[-–—−‒‑~]|\.\./y;
const comma = /[,;、،&+]/y;
const word = /[^\s\d\-–—−‒‑~,;、،&+:.()]+/y;
const rest = /\d+|\S/y;

const dashWords = new Set([
  'to',
  'until',
  'till',
  'til',
  'through',
  'thru',
  'bis',
  'à',
  'au',
  'a',
  'al',
  'tot',
  'до',
  'עד',
]);
const commaWords = new Set(['and', 'und', 'et', 'y', 'e', 'en', 'och', 'og', 'и']);
const closedWords = new Set(['closed', 'off', 'geschlossen', 'zu', 'fermé', 'cerrado', 'chiuso', 'סגור']);
const fillers = new Set([
  'from',
  'von',
  'de',
  'du',
  'between',
  'uhr',
  'h',
  'hrs',
  'hours',
  "o'clock",
  'open',
  ':',
  '.',
  'ימים',
  'יום',
]);

/** The parts of what `hours` says. Reads any text: what is no part of it is junk. */
export function hoursTokens(text: string): readonly HoursToken[] {
  const found: HoursToken[] = [];
  const take = (pattern: RegExp, at: number): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  for (let at = 0; at < text.length; ) {
    if (/\s/.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    const read = take(time, at) ?? take(dash, at) ?? take(comma, at) ?? take(word, at) ?? take(rest, at);
    if (read === null) break;
    found.push(tokenOf(read[0], at));
    at += read[0].length;
  }
  return found;
}

function tokenOf(text: string, start: number): HoursToken {
  const place = { start, end: start + text.length, text };
  const small = text.toLowerCase();
  const days = namedDays(text);
  if (/^\d/.test(text)) {
    const read = readTimeOfDay(text);
    return read === undefined
      ? { ...place, kind: 'junk', isUsual: false }
      : { ...place, kind: 'time', time: read, isUsual: /^\d+:\d+$/.test(text) };
  }
  if (/^[-–—−‒‑~.]/.test(text) && text !== '.')
    return { ...place, kind: 'dash', isUsual: /^[-–—−‒‑]/.test(text) };
  if (/^[,;、،&+]$/.test(text)) return { ...place, kind: 'comma', isUsual: text === ',' };
  if (days !== undefined) return { ...place, kind: 'days', days, isUsual: days.isUsual };
  const kind = dashWords.has(small)
    ? 'dash'
    : commaWords.has(small)
      ? 'comma'
      : closedWords.has(small)
        ? 'closed'
        : fillers.has(small)
          ? 'filler'
          : 'junk';
  return { ...place, kind, isUsual: false };
}
