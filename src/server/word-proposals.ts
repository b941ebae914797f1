import { wordHelp } from '../syntax/word-help.ts';
import type { LanguageWord } from '../syntax/words.ts';
import type { Span } from '../text/span.ts';
import { example } from './markdown.ts';
import type { Proposal } from './proposal.ts';
import type { FileView } from './snapshot.ts';

export const arrow: Proposal = { label: '->', kind: 'word', detail: 'goes on with a step, or leads to one' };
export const brace: Proposal = { label: '{ … }', kind: 'snippet', detail: 'a block', text: '{\n  $0\n}' };
export const events: Proposal = {
  label: '{ when … }',
  kind: 'snippet',
  detail: 'the events that are waited for',
  text: `{\n  when "\${1:Answer}" -> $0\n}`,
};
/** What leads on from a question or an answer; `mayBlock` where that may be a block. */
export const branchProposals = (mayBlock: boolean): readonly Proposal[] =>
  mayBlock ? [brace, arrow] : [arrow];

/** Words of the language, explained. */
export function proposedWords(...list: readonly LanguageWord[]): readonly Proposal[] {
  return list.map((label): Proposal => {
    const help = wordHelp.get(label);
    return {
      label,
      kind: 'word',
      ...(help === undefined ? {} : { detail: help.says, help: example(help.example) }),
    };
  });
}

const usualDurations = [
  '20s',
  '2min',
  '5min',
  '15min',
  '30min',
  '1h',
  '2h',
  '4h',
  '4wh',
  '1d',
  '2d',
  '3wd',
  '1w',
  '2w',
  '6mo',
];
const units = {
  s: 'seconds',
  min: 'minutes',
  h: 'hours',
  wh: 'working hours',
  d: 'days',
  wd: 'working days',
  w: 'weeks',
  mo: 'months',
};

/** With a number that has been begun, that number in each unit. */
export function durations({ text }: FileView, { start, end }: Span): readonly Proposal[] {
  const number = /^\d+/.exec(text.slice(start, end))?.[0];
  return number === undefined
    ? usualDurations.map((label): Proposal => ({ label, kind: 'value' }))
    : Object.entries(units).map(
        ([unit, name]): Proposal => ({
          label: `${number}${unit}`,
          kind: 'value',
          detail: `${number} ${name}`,
        }),
      );
}
