import type { Span } from '../text/span.ts';
import type { Identifier } from './ast.ts';
import type { Mistakes } from './mistakes.ts';
import type { Reading } from './reading.ts';

const severalNames: ReadonlySet<string> = new Set(['with', 'to', 'using', 'for', 'audience']);
/** Attributes and properties that may stand several times. */
export const repeatable: ReadonlySet<string> = new Set([
  ...['say', 'note', 'field', 'role', 'system', 'request', 'term', 'party', 'level', 'promise'],
  ...['reference', 'approved', 'revised', 'measure', 'hours'],
]);

/** Reports each attribute or property that stands a second time, but for those that may. */
export function reportDuplicates(
  list: readonly { readonly kind: string; readonly keyword: Span }[],
  mistakes: Mistakes,
): void {
  if (list.length < 2) return;
  const first = new Map<string, Span>();
  for (const { kind, keyword } of list) {
    const before = first.get(kind);
    if (before === undefined) first.set(kind, keyword);
    else if (!repeatable.has(kind))
      mistakes.reportAt(keyword, 'duplicate-attribute', `“${kind}” stands here twice`, {
        related: [{ span: before, message: `the first “${kind}”` }],
        help: severalNames.has(kind)
          ? `Write one “${kind}”, with commas between the names`
          : `Keep one “${kind}” and delete the other`,
      });
  }
}

/** Reports each name that stands in a row a second time, behind the last word that was read. */
export function reportRepeated(list: readonly Identifier[], { tokens, mistakes }: Reading): void {
  if (list.length < 2) return;
  const keyword = tokens.lastWord;
  const first = new Map<string, Span>();
  for (const [at, { name, span }] of list.entries()) {
    const before = first.get(name);
    first.set(name, before ?? span);
    if (before === undefined || name === '') continue;
    const start = list[at - 1]?.span.end ?? span.start;
    mistakes.reportAt(span, 'duplicate-attribute', `“${name}” stands twice behind “${keyword}”`, {
      related: [{ span: before, message: 'the first is here' }],
      help: 'Leave out the second',
      fix: { kind: 'safe', title: 'Leave it out', edits: [{ span: { start, end: span.end }, text: '' }] },
    });
  }
}

/** Reports each level that stands in a list of times a second time, and a second time without a level. */
export function reportRepeatedLevels(
  list: readonly { readonly span: Span; readonly level?: Identifier }[],
  { tokens, mistakes }: Reading,
): void {
  if (list.length < 2) return;
  const keyword = tokens.lastWord;
  const first = new Map<string, Span>();
  for (const { span, level } of list) {
    const name = level?.name ?? '';
    const before = first.get(name);
    first.set(name, before ?? span);
    if (before === undefined) continue;
    const message =
      name === ''
        ? `Two times behind “${keyword}” have no level`
        : `The level “${name}” stands twice in one list`;
    mistakes.reportAt(span, 'duplicate-attribute', message, {
      related: [{ span: before, message: 'the first is here' }],
      help: name === '' ? 'One time holds for all levels that are not named' : 'Keep one of them',
    });
  }
}
