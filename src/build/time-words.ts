import { labelFromName } from '../language/label-from-name.ts';
import type { TimeWords } from '../model/time-label.ts';
import type { ProcessDraft } from './draft.ts';

/** The words of times of a flow, in which levels read like their names. */
export const timeWords = ({ words, language }: Pick<ProcessDraft, 'words' | 'language'>): TimeWords => ({
  words,
  levelLabel: (id) => labelFromName(id, language),
});
