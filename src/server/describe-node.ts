import { spelledParts } from '../lint/wording.ts';
import { handedUpByOf, isSideEntry, outcomeOf, requestsOf } from '../model/node-parts.ts';
import type { Node, NodeKind, Remarks, Timing } from '../model/process.ts';
import type { Field } from '../model/process-properties.ts';
import { declarationOf, ownerLabel } from './declarations-of.ts';
import { code, plain } from './markdown.ts';
import { type FoundNode, type WayOut, waysOut } from './node-at.ts';
import { type RunningLimit, runningLimits } from './running-limits.ts';
import type { FileView } from './snapshot.ts';
import { spelledByLevel } from './spelled-limits.ts';

/** No reader goes through more ways out than these. */
const mostWays = 12;

const kindNames: Readonly<Record<NodeKind, string>> = {
  touchpoint: 'touchpoint',
  anytime: 'at any time',
  late: 'when late',
  meanwhile: 'meanwhile',
  step: 'step',
  wait: 'wait',
  escalate: 'escalation',
  call: 'call',
  transfer: 'transfer',
  decision: 'question',
  fork: 'parallel',
  join: 'parallel',
  end: 'end',
};

function kindName(node: Node): string {
  if ('first' in node && node.first === true) return 'parallel, the first branch ends the others';
  if ('several' in node && node.several === true) return 'question, every answer that applies';
  return kindNames[node.kind];
}

/** A node in Markdown: its label, who does it, how long it may last, where it leads. */
export function describeNode(file: FileView, found: FoundNode): string {
  const { node, flow } = found;
  const kind = `${kindName(node)}${node.named ? ` ${code(node.id)}` : ''}`;
  const title = node.label === '' ? kind : `**${plain(node.label)}** · ${kind}`;
  const ways = waysOut(found);
  return [
    title,
    factsOf(file, flow, found).join('  \n'),
    ...describedRemarks(node),
    ways.slice(0, mostWays).map(spelledWay).join('  \n') +
      (ways.length > mostWays ? `  \n→ ${ways.length - mostWays} more` : ''),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function spelledWay({ label, to, probability, remarks }: WayOut): string {
  const share = probability === undefined ? '' : ` (${spelledShare(probability)})`;
  const said = label === undefined ? '' : `*${plain(label)}*${share}: `;
  const notes = (remarks?.notes ?? []).map((note) => ` · ${plain(note)}`).join('');
  return `→ ${said}${plain(to.label || kindNames[to.kind])}${notes}`;
}

/** `85%`, `0.5%`: with one digit behind the point at most. */
const spelledShare = (share: number): string => `${Math.round(share * 1000) / 10}%`;

/** What is said to the customer, what is to be known, and where more of it is: paragraphs. */
export function describedRemarks({
  say,
  notes,
  link,
}: Pick<Remarks, 'say' | 'notes' | 'link'>): readonly string[] {
  return [
    ...say.map((text) => `say “${plain(text)}”`),
    ...notes.map((note) => plain(note)),
    ...(link === undefined ? [] : [`link: ${plain(link)}`]),
  ];
}

export const describedFields = (fields: readonly Field[]): readonly string[] =>
  fields.map(({ key, value }) => `${plain(key)}: ${plain(value)}`);

function factsOf(file: FileView, flow: number, { node, process }: FoundNode): readonly string[] {
  const names = (ids: readonly string[]): string =>
    ids.map((id) => plain(ownerLabel(file, flow, id))).join(', ');
  const { owner } = node;
  const [handedUpBy, outcome, requests] = [handedUpByOf(node), outcomeOf(node), requestsOf(node)];
  const stage = isSideEntry(node) ? process.stages.find(({ id }) => id === node.stage) : undefined;
  return [
    ...(stage === undefined ? [] : [`in ${plain(stage.label)}`]),
    ...('timing' in node ? [spelledTiming(node.timing)] : []),
    ...('probability' in node && node.probability !== undefined
      ? [`${spelledShare(node.probability)} of all cases`]
      : []),
    ...(owner === undefined ? [] : [`${node.kind === 'escalate' ? 'to' : 'by'} ${names([owner])}`]),
    ...(handedUpBy === undefined ? [] : [`handed up by ${names([handedUpBy])}`]),
    ...('accountable' in node && node.accountable !== undefined
      ? [`accountable: ${names([node.accountable])}`]
      : []),
    ...(node.with.length === 0 ? [] : [`with ${names(node.with)}`]),
    ...(node.to.length === 0 || node.kind === 'escalate' ? [] : [`to ${names(node.to)}`]),
    ...(node.using.length === 0 ? [] : [`using ${names(node.using)}`]),
    ...('each' in node && node.each !== undefined ? [`once for each ${plain(node.each)}`] : []),
    ...timesOf(node),
    ...runningOf(file, flow, node),
    ...(requests.length === 0
      ? []
      : [
          `for ${requests
            .map((id) => plain(declarationOf(file, 'request', id, flow)?.label ?? id))
            .join(', ')}`,
        ]),
    ...('volume' in node && node.volume !== undefined
      ? [`${node.volume.count} cases per ${spelledParts(node.volume.per).replace(/^1 /, '')}`]
      : []),
    ...(outcome === undefined ? [] : [`as ${outcome}`]),
    ...describedFields(node.fields),
  ];
}

/** `every 30 minutes for p1, else 1 day`. */
const spelledTiming = ({ kind, duration, byLevel }: Timing): string =>
  `${kind} ${spelledByLevel(duration, byLevel, spelledParts)}`;

/** The times of work: its limit, when a wait is over, how long it usually takes, and whether the clock stops. */
function timesOf(node: Node): readonly string[] {
  if (!('takes' in node)) return [];
  const within = spelledByLevel(node.within, node.withinByLevel, spelledParts);
  const takes = spelledByLevel(
    node.takes.length === 0 ? undefined : node.takes,
    node.takesByLevel,
    (durations) => durations.map(spelledParts).join(' to '),
  );
  return [
    ...(within === '' ? [] : [`within ${within}`]),
    ...('until' in node && node.until !== undefined ? [`until ${plain(node.until)}`] : []),
    ...(takes === '' ? [] : [`usually ${takes}`]),
    ...(node.stopsClock === true ? ['the clock stops: this time is not counted against promises'] : []),
  ];
}

/** How long a case can have taken at the end of a node: at each level, where that differs. */
function runningOf(file: FileView, flow: number, node: Node): readonly string[] {
  const limits = runningLimits(file, flow);
  const levels = file.processes()[flow]?.declarations.levels ?? [];
  const spelled = (textOf: (limit: RunningLimit) => string | undefined): string => {
    const at = (level?: string): string | undefined => {
      const limit = limits?.at(node.id, level);
      return limit === undefined || limit.seconds === 0 ? undefined : textOf(limit);
    };
    const usual = at();
    const byLevel = levels.flatMap(({ id }) => {
      const value = at(id);
      return value === undefined || value === usual ? [] : [{ level: id, value }];
    });
    return spelledByLevel(usual, byLevel, (text) => text);
  };
  const isUnknown = [undefined, ...levels.map(({ id }) => id)].some(
    (level) => limits?.at(node.id, level)?.isUnknown === true,
  );
  const most = spelled((limit) => limit.spelled);
  const counted = spelled((limit) => limit.counted);
  return [
    ...(most === '' ? [] : [`${isUnknown ? 'at least' : 'at most'} ${most} since the customer came in`]),
    ...(counted === '' ? [] : [`counted against promises: ${counted}`]),
  ];
}
