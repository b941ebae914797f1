import { counted } from '../../../diagnostic/counted.ts';
import {
  type Duration,
  daySeconds,
  elapsedWhileWorking,
  workingSecondsOf,
} from '../../../language/duration.ts';
import type { WorkingHours } from '../../../language/working-time.ts';
import { flowRule } from '../../rule.ts';
import { shortQuote } from '../../wording.ts';

export const reviewOverdue = flowRule({
  name: 'review-overdue',
  chapter: 'completeness',
  place: 200,
  summary: 'a review that is due by `reviewed … every …`',
  severity: 'warning',
  sets: ['recommended', 'service'],
  fixKind: 'none',
  explanation: {
    why: 'Prices, systems and policies change, and the chart doesn’t by itself. Agents who follow an old one promise what you no longer do.',
    repair:
      'Go through the flow with the people who do the work, correct what has changed, and write the day of it after `reviewed`. `--today` sets the day on which is judged.',
    failing: `flow refund "Refund"
reviewed 2020-01-15 every 6mo
touchpoint phone "Customer wants the money back"
step pay "Pay the money back"
end paid "Paid"
`,
    passing: `flow refund "Refund"
reviewed 2026-10-01 every 6mo
touchpoint phone "Customer wants the money back"
step pay "Pay the money back"
end paid "Paid"
`,
  },
  check({ checked: { flow }, file, process, project: { today }, hours }) {
    const { diagnostics } = file.checked.parsed;
    return flow.properties.flatMap((property) => {
      if (property.kind !== 'reviewed' || property.every === undefined) return [];
      const { date } = property;
      const isWrong = diagnostics.some(
        ({ code, span }) => code === 'invalid-date' && span.start === date.span.start,
      );
      if (isWrong || date.value === '') return [];
      const due = addDuration(date.value, property.every.parts, hours());
      if (due === undefined || due >= today) return [];
      const days = Math.round((dayOf(today) - dayOf(due)) / dayMilliseconds);
      return [
        {
          span: property.span,
          message: `The review of ${shortQuote(process.title)} was due on ${due}, ${counted(days, 'day')} ago`,
          help: 'Go through the flow with the people who do the work, then write today’s date here',
        },
      ];
    });
  },
});

const dayOf = (date: string): number => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return Date.UTC(year, month - 1, day);
};

const dayMilliseconds = 1000 * daySeconds;

/**
 * The day a duration after a date, in the calendar: a month after 31 January is the last day of February. Working
 * time counts as its share of a week, hours as part of a day. Nothing for a date far beyond the calendar.
 */
function addDuration(date: string, parts: Duration, hours: WorkingHours): string | undefined {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const amountOf = (unit: string) => parts.find((part) => part.unit === unit)?.value ?? 0;
  const last = new Date(Date.UTC(year, month + amountOf('mo'), 0));
  const start = Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(day, last.getUTCDate()));
  const days =
    amountOf('w') * 7 +
    Math.ceil(elapsedWhileWorking(workingSecondsOf(parts, hours), hours) / daySeconds) +
    amountOf('d') +
    amountOf('h') / 24;
  const due = new Date(start + Math.ceil(days) * dayMilliseconds);
  return Number.isFinite(due.getTime()) && due.getUTCFullYear() < 10_000
    ? due.toISOString().slice(0, 10)
    : undefined;
}
