import { chooseFixes, mostRepairRounds } from '../../project/choose-fixes.ts';
import { applyEdits } from '../../text/text-edit.ts';
import type { Judgement } from '../judge.ts';
import type { AskedFile } from '../open-project.ts';

export interface FixedFiles {
  /** What is found after the repairs. */
  readonly judgement: Judgement;
  readonly changed: readonly FixedFile[];
}

export interface FixedFile {
  readonly file: AskedFile;
  readonly before: string;
  readonly after: string;
}

/**
 * Repairs files, in memory, again and again until nothing changes. `judgeAgain` judges them with texts in the place of
 * those on the disk, by absolute path. A file whose bytes are not all UTF-8 is left alone, as not all of it was read.
 */
export function fixFiles(
  first: Judgement,
  unsafe: boolean,
  judgeAgain: (texts: ReadonlyMap<string, string>) => Judgement,
): FixedFiles {
  const texts = new Map<string, string>();
  let judgement = first;
  for (let round = 0; round < mostRepairRounds; round++) {
    const before = new Map(texts);
    for (const file of judgement.project.asked) {
      const source = judgement.project.loaded.files.get(file.path)?.source;
      if (source === undefined || source.invalidBytes !== undefined) continue;
      const edits = chooseFixes(judgement.diagnosticsOf(file), unsafe);
      const text = applyEdits(source.text, edits);
      if (text !== source.text) texts.set(file.absolutePath, text);
    }
    if ([...texts].every(([path, text]) => before.get(path) === text)) break;
    judgement = judgeAgain(texts);
  }
  const changed = first.project.asked.flatMap((file) => {
    const before = first.project.loaded.files.get(file.path)?.source.text;
    const after = texts.get(file.absolutePath);
    return before === undefined || after === undefined || after === before ? [] : [{ file, before, after }];
  });
  return { judgement, changed };
}
