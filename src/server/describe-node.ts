import { spelledParts } from '../lint/wording.ts';
import { handedUpByOf, outcomeOf, requestsOf, takesOf, withinOf } from '../model/node-parts.ts';
import type { Node, NodeKind } from '../model/process.ts';
import { declarationOf, ownerLabel } from './declarations-of.ts';
import { code, plain } from './markdown.ts';
import { type FoundNode, waysOut } from './node-at.ts';
import { runningLimits } from './running-limits.ts';
import type { FileView } from './snapshot.ts';

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

/** A node in Markdown: its label, who does it, how long it may last, where it leads. */
export function describeNode(file: FileView, found: FoundNode): string {
  const { node, flow } = found;
  const kind = `${kindNames[node.kind]}${node.named ? ` ${code(node.id)}` : ''}`;
  const title = node.label === '' ? kind : `**${plain(node.label)}** · ${kind}`;
  const ways = waysOut(found);
  return [
    title,
    facts(file, flow, node).join('  \n'),
    ...node.notes.map((note) => plain(note)),
    ways
      .slice(0, mostWays)
      .map(
        ({ label, to }) =>
          `→ ${label === undefined ? '' : `*${plain(label)}*: `}${plain(to.label || kindNames[to.kind])}`,
      )
      .join('  \n') + (ways.length > mostWays ? `  \n→ ${ways.length - mostWays} more` : ''),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function facts(file: FileView, flow: number, node: Node): readonly string[] {
  const names = (ids: readonly string[]): string =>
    ids.map((id) => plain(ownerLabel(file, flow, id))).join(', ');
  const running = runningLimits(file, flow)?.at(node.id);
  const { owner } = node;
  const [handedUpBy, outcome] = [handedUpByOf(node), outcomeOf(node)];
  const [within, takes, requests] = [withinOf(node), takesOf(node), requestsOf(node)];
  return [
    ...(owner === undefined ? [] : [`${node.kind === 'escalate' ? 'to' : 'by'} ${names([owner])}`]),
    ...(handedUpBy === undefined ? [] : [`handed up by ${names([handedUpBy])}`]),
    ...(node.with.length === 0 ? [] : [`with ${names(node.with)}`]),
    ...(node.to.length === 0 || node.kind === 'escalate' ? [] : [`to ${names(node.to)}`]),
    ...(node.using.length === 0 ? [] : [`using ${names(node.using)}`]),
    ...(within === undefined ? [] : [`within ${spelledParts(within)}`]),
    ...(takes.length === 0 ? [] : [`usually ${takes.map(spelledParts).join(' to ')}`]),
    ...(running === undefined || running.seconds === 0
      ? []
      : [`at most ${running.spelled} since the customer came in`]),
    ...(requests.length === 0
      ? []
      : [
          `for ${requests
            .map((id) => plain(declarationOf(file, 'request', id, flow)?.label ?? id))
            .join(', ')}`,
        ]),
    ...(outcome === undefined ? [] : [`as ${outcome}`]),
  ];
}
