import { attributesOf, spanOfPart } from '../../check/parts-of-flow.ts';
import { durationSeconds } from '../../language/duration.ts';
import { labelFromIdentifier } from '../../language/label-from-name.ts';
import type { Identifier } from '../../syntax/ast.ts';
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

/**
 * Behind a time limit, all the limits since the customer came in, at its level, and how much of that counts against
 * promises; behind a bare `-> x`, and behind the ends of a promise, what that is.
 */
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
  const hint = ({ name, span: { end } }: Identifier, says: string): readonly InlayHint[] => {
    const label = isWanted(end) ? labels.get(name) : undefined;
    // A name that says the same needs no explanation.
    if (label === undefined || label === '' || label === labelFromIdentifier(name)) return [];
    return [{ offset: end, label: shortened(label), tooltip: `${says} “${label}”` }];
  };
  return [
    ...checked.flow.properties.flatMap((property) =>
      property.kind !== 'promise'
        ? []
        : [
            ...(property.from === undefined ? [] : hint(property.from, 'Begins with')),
            ...(property.to === undefined ? [] : hint(property.to, 'Is kept when this is done:')),
          ],
    ),
    ...checked.parts.flatMap(({ item }) => (item.kind === 'jump' ? hint(item.id, 'Goes to') : [])),
  ];
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
    const within = attributesOf(item).find((attribute) => attribute.kind === 'within');
    const id = idAt.get(spanOfPart(item).start);
    if (within === undefined || id === undefined) return [];
    return within.limits.filter(({ span }) => isWanted(span.end)).map((limit) => ({ id, ...limit }));
  });
  const running = limits.length === 0 ? undefined : runningLimits(file, index);
  return limits.flatMap(({ id, level, duration }): readonly InlayHint[] => {
    const limit = running?.at(id, level?.name);
    if (limit === undefined) return [];
    const { seconds, spelled, isUnknown, counted } = limit;
    const own = durationSeconds(duration.parts, file.flows()[index]?.hours());
    if (Math.round(seconds) <= Math.round(own) && counted === undefined) return [];
    return [
      {
        offset: duration.span.end,
        label: `${isUnknown ? '≥' : '≤'} ${spelled} in all${counted === undefined ? '' : `, ${counted} counted`}`,
        tooltip: [
          'The longest time since the customer came in, by all limits on the way; no loop is gone round',
          ...(counted === undefined ? [] : ['What stops the clock is not counted against promises']),
        ].join('. '),
      },
    ];
  });
}

function shortened(label: string): string {
  const letters = [...label.replaceAll(/\s+/g, ' ')];
  return letters.length > mostLetters ? `${letters.slice(0, mostLetters - 1).join('')}…` : letters.join('');
}
