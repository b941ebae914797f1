import { attributesOf, spanOfPart } from '../../check/parts-of-flow.ts';
import { durationSeconds } from '../../language/duration.ts';
import { labelFromIdentifier } from '../../syntax/label.ts';
import type { Span } from '../../text/span.ts';
import { runningLimits } from '../running-limits.ts';
import type { FileView } from '../snapshot.ts';

/** What an editor shows behind an offset, as if it stood there. */
export interface InlayHint {
  readonly offset: number;
  readonly label: string;
  readonly tooltip: string;
}

/** The longest label in a hint, in characters: enough to know which step it is. */
const mostLetters = 40;

/** Behind a time limit, all the limits since the customer came in; behind a bare `-> x`, what that is. */
export function inlayHints(file: FileView, { start, end }: Span): readonly InlayHint[] {
  const isWanted = (offset: number): boolean => start <= offset && offset <= end;
  return file.parsed.document.flows
    .flatMap((flow, index) => {
      if (flow.span.end < start || end < flow.span.start) return [];
      return [...jumpHints(file, index, isWanted), ...limitHints(file, index, isWanted)];
    })
    .sort((a, b) => a.offset - b.offset);
}

function jumpHints(
  file: FileView,
  index: number,
  isWanted: (offset: number) => boolean,
): readonly InlayHint[] {
  const checked = file.checked().flows[index];
  const process = file.processes()[index];
  if (checked === undefined || process === undefined) return [];
  const labels = new Map(process.nodes.flatMap(({ id, named, label }) => (named ? [[id, label]] : [])));
  return checked.parts.flatMap(({ item }): readonly InlayHint[] => {
    if (item.kind !== 'jump' || !isWanted(item.id.span.end)) return [];
    const label = labels.get(item.id.name);
    // A name that says the same needs no explanation.
    if (label === undefined || label === '' || label === labelFromIdentifier(item.id.name)) return [];
    return [{ offset: item.id.span.end, label: shortened(label), tooltip: `Goes to “${label}”` }];
  });
}

function limitHints(
  file: FileView,
  index: number,
  isWanted: (offset: number) => boolean,
): readonly InlayHint[] {
  const built = file.built()[index];
  const checked = file.checked().flows[index];
  if (built === undefined || checked === undefined) return [];
  const { process, origin } = built;
  const idAt = new Map(process.nodes.map(({ id }) => [origin.nodes.get(id)?.head.start, id]));
  const limits = checked.parts.flatMap(({ item }) => {
    const within = attributesOf(item)
      .find((attribute) => attribute.kind === 'within')
      ?.limits.find(({ level }) => level === undefined)?.duration;
    const id = idAt.get(spanOfPart(item).start);
    return within === undefined || id === undefined || !isWanted(within.span.end) ? [] : [{ id, within }];
  });
  const running = limits.length === 0 ? undefined : runningLimits(file, index);
  return limits.flatMap(({ id, within }): readonly InlayHint[] => {
    const limit = running?.at(id);
    if (limit === undefined || limit.seconds <= durationSeconds(within.parts)) return [];
    return [
      {
        offset: within.span.end,
        label: `≤ ${limit.spelled} in all`,
        tooltip:
          'The longest time since the customer came in, by all limits on the way; no loop is gone round',
      },
    ];
  });
}

function shortened(label: string): string {
  const letters = [...label.replaceAll(/\s+/g, ' ')];
  return letters.length > mostLetters ? `${letters.slice(0, mostLetters - 1).join('')}…` : letters.join('');
}
