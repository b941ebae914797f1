import type { RuleName } from '../../diagnostic/code.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { ruleNames } from '../../diagnostic/rule-names.ts';
import { chooseFixes, mostRepairRounds } from '../../project/choose-fixes.ts';
import { indentationAt, lineBreakNear } from '../../text/insertion.ts';
import type { Span } from '../../text/span.ts';
import { applyEdits, type TextEdit } from '../../text/text-edit.ts';
import type { FileView, Snapshot } from '../snapshot.ts';

/** Something that can be done about what was found. All edits are in the one file. */
export interface CodeAction {
  readonly title: string;
  readonly kind: 'quickfix' | 'source.fixAll';
  /** True for the one that an editor's “fix it” key does. */
  readonly isPreferred: boolean;
  /** What it repairs, where it is one thing. */
  readonly diagnostic?: Diagnostic;
  readonly edits: readonly TextEdit[];
}

/**
 * What can be done about the findings that a stretch touches: repairs first, those that are safe at the top, then
 * silence.
 */
export function quickFixes(file: FileView, { start, end }: Span): readonly CodeAction[] {
  const touched = file.diagnostics().filter(({ span }) => span.start <= end && start <= span.end);
  const repairs = touched.flatMap((diagnostic): readonly CodeAction[] => {
    const { fix } = diagnostic;
    if (fix === undefined) return [];
    const title = `${fix.title.charAt(0).toUpperCase()}${fix.title.slice(1)}`;
    return [{ title, kind: 'quickfix', isPreferred: fix.kind === 'safe', diagnostic, edits: fix.edits }];
  });
  const silences = touched.flatMap((diagnostic) => silence(file, diagnostic));
  return [...repairs.filter(isSafe), ...repairs.filter((action) => !isSafe(action)), ...silences];
}

const isSafe = ({ isPreferred }: CodeAction): boolean => isPreferred;

/**
 * All repairs that keep the meaning, and those that they bring up; one edit of what changes. Nothing where there is
 * none.
 */
export function fixAll(snapshot: Snapshot, path: string): CodeAction | undefined {
  const before = snapshot.file(path);
  if (before === undefined) return undefined;
  let { text } = before;
  for (let round = 0, at: Snapshot = snapshot; round < mostRepairRounds; round += 1) {
    const fixed = applyEdits(text, chooseFixes(at.file(path)?.diagnostics() ?? [], false));
    if (fixed === text) break;
    text = fixed;
    at = snapshot.with(path, text);
  }
  if (text === before.text) return undefined;
  return {
    title: 'Repair all that can be repaired safely',
    kind: 'source.fixAll',
    isPreferred: false,
    edits: [changedStretch(before.text, text)],
  };
}

/**
 * Writes a comment that silences a rule for one line. The reason is left to be written: without one it silences
 * nothing.
 */
function silence({ text }: FileView, diagnostic: Diagnostic): readonly CodeAction[] {
  const { code, span } = diagnostic;
  if (!isRule(code) || code === 'unused-suppression') return [];
  const line = text.lastIndexOf('\n', span.start - 1) + 1;
  const comment = `${indentationAt(text, span.start)}# flowc-ignore ${code}: ${lineBreakNear(text)}`;
  return [
    {
      title: `Silence ${code} here, for a reason that you write`,
      kind: 'quickfix',
      isPreferred: false,
      diagnostic,
      edits: [{ span: { start: line, end: line }, text: comment }],
    },
  ];
}

const isRule = (code: string): code is RuleName => ruleNames.some((name) => name === code);

/** One edit from the first character that differs to the last. */
function changedStretch(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let same = 0;
  while (same < shorter - start && before[before.length - 1 - same] === after[after.length - 1 - same])
    same += 1;
  return {
    span: { start, end: before.length - same },
    text: after.slice(start, after.length - same),
  };
}
