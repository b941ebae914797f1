import { isRightToLeft } from '../language/right-to-left.ts';
import { informsPeople, takesByLevel, usingSystems, wordsFor } from '../language/words.ts';
import { takesOf } from '../model/node-parts.ts';
import type { Node, Process } from '../model/process.ts';
import { levelTimes } from '../model/time-label.ts';
import { isolated } from '../type/line-in-order.ts';
import { fieldTexts } from './field-texts.ts';
import { limitLines } from './limit-lines.ts';
import { participantLabel } from './participant-label.ts';
import type { ShowPart } from './show.ts';

/**
 * What stands small under a node's label, of that which is shown: who does it, unless a swimlane says so, within what
 * time, how long it usually takes, what with, whom it tells, and the team's own fields.
 */
export function nodeDetails(
  process: Process,
  node: Node,
  { show, lanes }: { readonly show: ReadonlySet<ShowPart>; readonly lanes: boolean },
): readonly string[] {
  const words = wordsFor(process.language);
  const rightToLeft = isRightToLeft(process.language);
  const labelOf = (id: string): string => participantLabel(process, id);
  const named = (ids: readonly string[]): readonly string[] =>
    ids.map((id) => isolated(labelOf(id), rightToLeft));
  const { owner } = node;
  const takes = levelTimes(takesOf(node), 'takesByLevel' in node ? node.takesByLevel : [], process.language);
  const told = node.to.filter((id) => node.kind !== 'escalate' || id !== owner);
  const details: string[] = [];
  if (show.has('owner') && !lanes && owner !== undefined) details.push(labelOf(owner));
  if (show.has('within')) details.push(...limitLines(process, node));
  if (show.has('takes')) details.push(takesByLevel(takes, words));
  if (show.has('systems') && node.using.length > 0) details.push(usingSystems(named(node.using), words));
  if (show.has('informs') && told.length > 0) details.push(informsPeople(named(told), words));
  if (show.has('fields')) details.push(...fieldTexts(node.fields, process.language));
  return details.filter((text) => text !== '');
}
