import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { MeantWords } from '../meant-word.ts';
import type { Token } from '../token.ts';
import { answersOfChoice } from './answers-of-choice.ts';
import { blocksWithoutBraces } from './blocks-without-braces.ts';
import { commas } from './commas.ts';
import { Draft } from './draft.ts';
import { elseIf } from './else-if.ts';
import { goTo } from './go-to.ts';
import { listMarks } from './list-marks.ts';
import { needlessThen } from './needless-then.ts';
import { numberedNames } from './numbered-names.ts';
import { partsOfStatements } from './parts-of-statements.ts';
import { sharesAsNumbers } from './shares-as-numbers.ts';
import { timesInWords } from './times-in-words.ts';
import { yesAndNo } from './yes-and-no.ts';

/** A text as it is read by someone who knows how people write elsewhere. */
export interface Mended {
  readonly tokens: readonly Token[];
  /** One for each habit at its place, with the edit that writes it as this language has it. */
  readonly findings: readonly Diagnostic[];
  /** Whether an earlier finding is told by one of these, or needs no telling any more. */
  readonly hides: Draft['hides'];
}

/** In an order in which each finds what the ones before it left. */
const habits: readonly ((draft: Draft) => void)[] = [
  listMarks,
  numberedNames,
  timesInWords,
  sharesAsNumbers,
  commas,
  elseIf,
  goTo,
  needlessThen,
  yesAndNo,
  blocksWithoutBraces,
  answersOfChoice,
  partsOfStatements,
];

/**
 * Reads habits of other notations and of plain writing as what they mean in this language: lists, `goto`, `yes ->`, blocks by
 * indentation, times in words. Meant for a text in which mistakes were found; undefined where none of them explains any.
 */
export function mendHabits(text: string, tokens: readonly Token[]): Mended | undefined {
  const draft = new Draft(text, tokens, new MeantWords());
  for (const habit of habits) habit(draft);
  if (draft.findings.length === 0) return undefined;
  return { tokens: draft.tokens, findings: draft.findings, hides: (place) => draft.hides(place) };
}
