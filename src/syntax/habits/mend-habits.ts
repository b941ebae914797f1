import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { MeantWords } from '../meant-word.ts';
import type { Token } from '../token.ts';
import { answersOfChoice } from './answers-of-choice.ts';
import { blocksWithoutBraces } from './blocks-without-braces.ts';
import { commas } from './commas.ts';
import { datesInWords } from './dates-in-words.ts';
import { elseIf } from './else-if.ts';
import { flowInBraces } from './flow-in-braces.ts';
import { goTo } from './go-to.ts';
import { listMarks } from './list-marks.ts';
import { needlessThen } from './needless-then.ts';
import { numberedNames } from './numbered-names.ts';
import { partsOfStatements } from './parts-of-statements.ts';
import { plainSentences } from './plain-sentences.ts';
import { sharesAsNumbers } from './shares-as-numbers.ts';
import { timesInWords } from './times-in-words.ts';
import { TokenDraft } from './token-draft.ts';
import { yesAndNo } from './yes-and-no.ts';

/** A text as it is read by someone who knows how people write elsewhere. Its tokens are no one else’s. */
export interface Mended {
  readonly tokens: readonly Token[];
  /** One for each habit at its place, with the edit that writes it as this language has it. */
  readonly findings: readonly Diagnostic[];
  /** Whether an earlier finding is reported by one of these, or needs no report any more. */
  readonly hides: TokenDraft['hides'];
}

/** In an order in which each finds what the ones before it left; those that only make sense together are one. */
const habits: readonly (readonly ((draft: TokenDraft) => void)[])[] = [
  [flowInBraces],
  [listMarks],
  [plainSentences],
  [numberedNames],
  [timesInWords],
  [datesInWords],
  [sharesAsNumbers],
  [commas],
  [goTo],
  [needlessThen],
  [yesAndNo],
  [elseIf, blocksWithoutBraces],
  [answersOfChoice],
  [partsOfStatements],
];

/**
 * Reads habits of other notations and of plain writing as what they mean in this language: lists, `goto`, `yes ->`,
 * blocks by indentation, times in words. Meant for a text in which mistakes were found. Each habit that is found is
 * kept where `judge` says so of the text as mended up to there.
 */
export function mendHabits(
  text: string,
  tokens: readonly Token[],
  manner: 'one by one' | 'together',
  judge: (mended: Mended) => boolean,
): void {
  const meant = new MeantWords();
  let kept = new TokenDraft(text, tokens, meant);
  for (const some of manner === 'together' ? [habits.flat()] : habits) {
    const draft = kept.copy();
    for (const habit of some) habit(draft);
    if (draft.findings.length === kept.findings.length) continue;
    const { findings } = draft;
    if (judge({ tokens: draft.tokens, findings, hides: (place) => draft.hides(place) })) kept = draft;
  }
}
