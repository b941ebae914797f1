import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { applyEdits, type TextEdit } from '../text/text-edit.ts';

/** How many letters are read to try repairs one by one; where it takes more, they are tried in groups. */
const mostOneByOne = 100_000;
/** How many letters are read to try them in groups; the text itself is read once, however long it is. */
const mostInGroups = 1_000_000;

/** A mistake whose repair claims to be safe. */
interface Claim {
  readonly at: number;
  readonly edits: readonly TextEdit[];
}

/**
 * Keeps a repair of the language's own mistakes `safe` only where the text has fewer mistakes after it, which is found
 * out by reading that text; any other becomes `unsafe`. A mistake may hide another one, and no rule for a repair knows
 * all that can stand around it. In a text that is too long to be read so often, repairs that were not tried keep their
 * claim.
 *
 * @param mistakesIn how many mistakes a text has
 */
export function sureRepairs(
  text: string,
  found: readonly Diagnostic[],
  mistakesIn: (text: string) => number,
): readonly Diagnostic[] {
  const claims = found.flatMap(({ fix }, at): readonly Claim[] =>
    fix?.kind === 'safe' ? [{ at, edits: fix.edits }] : [],
  );
  if (claims.length === 0) return found;
  const helps = (group: readonly Claim[]): boolean =>
    mistakesIn(
      applyEdits(
        text,
        group.flatMap(({ edits }) => edits),
      ),
    ) <=
    found.length - group.length;
  const unsure =
    claims.length * text.length <= mostOneByOne
      ? claims.filter((claim) => !helps([claim]))
      : unsureInGroups(claims, helps, Math.max(1, Math.floor(mostInGroups / text.length)));
  const places = new Set(unsure.map(({ at }) => at));
  return found.map((each, at) =>
    each.fix !== undefined && places.has(at) ? { ...each, fix: { ...each.fix, kind: 'unsafe' } } : each,
  );
}

/** Halves a group that does not help as a whole, until single repairs are left; tries no more than `most` groups. */
function unsureInGroups(
  claims: readonly Claim[],
  helps: (group: readonly Claim[]) => boolean,
  most: number,
): readonly Claim[] {
  const unsure: Claim[] = [];
  const groups: (readonly Claim[])[] = [claims];
  let tried = 0;
  for (let group = groups.shift(); group !== undefined && tried < most; group = groups.shift(), tried++) {
    if (helps(group)) continue;
    const [only] = group;
    if (group.length === 1 && only !== undefined) unsure.push(only);
    else groups.push(group.slice(0, group.length >> 1), group.slice(group.length >> 1));
  }
  return unsure;
}
