import type { Declaration, DeclarationKind } from '../check/checked-file.ts';
import { counted } from '../diagnostic/counted.ts';
import type { Duration } from '../language/duration.ts';
import { spelledParts } from '../lint/wording.ts';
import type { Process } from '../model/process.ts';
import type { ServicePromise } from '../model/process-properties.ts';
import { declarationOf, ownerLabel } from './declarations-of.ts';
import { describedFields } from './describe-node.ts';
import { code, plain } from './markdown.ts';
import type { FileView, Snapshot } from './snapshot.ts';
import { spelledByLevel } from './spelled-limits.ts';

/** A name that flows declare, in Markdown: what people call it, and what else is said of it. */
export function describeDeclared(
  snapshot: Snapshot,
  file: FileView,
  kind: DeclarationKind,
  name: string,
  flow: number,
): string {
  const declaration = declarationOf(file, kind, name, flow);
  if (kind === 'role' && name === 'customer' && declaration === undefined)
    return '**Customer** · a role that always exists';
  if (declaration === undefined) return `${code(name)} is a ${kind} that nobody declared`;
  const head = `**${plain(declaration.label)}** · ${kind} ${code(name)}`;
  const process = file.processes()[flow];
  switch (kind) {
    case 'term':
      return `**${plain(name)}** · term\n\n${plain(declaration.label)}`;
    case 'flow':
      return describeFlow(snapshot, declaration, head);
    case 'role': {
      const staff = process?.declarations.roles.find(({ id }) => id === name)?.staff;
      return staff === undefined ? head : `${head}\n\nstaff: ${staff}`;
    }
    case 'party':
      return `${head}\n\noutside of the house`;
    case 'level':
      return [head, ...(process === undefined ? [] : promisesAt(process, name))].join('\n\n');
    default:
      return head;
  }
}

/** What was promised to cases of a level, each on a line. */
function promisesAt(process: Process, level: string): readonly string[] {
  const lines = process.properties.promises.flatMap((promise) => {
    const within = promise.withinByLevel.find((each) => each.level === level)?.value ?? promise.within;
    return within === undefined ? [] : [spelledPromise(process, promise, spelledParts(within))];
  });
  return lines.length === 0 ? [] : [lines.map((line) => `Promised: ${line}`).join('  \n')];
}

/** The times of a promise, its name, and where it begins and ends: `8 weeks (Final response), from Log it`. */
function spelledPromise(process: Process, { id, label, from, to }: ServicePromise, within: string): string {
  const labelOf = (node: string | undefined, word: string): string => {
    const found = process.nodes.find((each) => each.id === node);
    return found === undefined ? '' : ` ${word} ${plain(found.label || found.id)}`;
  };
  const name = label ?? id;
  const ends = `${labelOf(from, 'from')}${labelOf(to, 'to')}`;
  return `${within}${name === undefined ? '' : ` (${plain(name)})`}${ends === '' ? '' : `,${ends}`}`;
}

/** A promise in Markdown: its limits by level, where it begins and ends. */
export function describePromise(process: Process, promise: ServicePromise): string {
  const { id, label, within, withinByLevel } = promise;
  const kind = `promise${id === undefined ? '' : ` ${code(id)}`}`;
  const named = label === undefined ? kind : `**${plain(label)}** · ${kind}`;
  const unnamed = { ...(promise.from && { from: promise.from }), ...(promise.to && { to: promise.to }) };
  const times = spelledByLevel<Duration>(within, withinByLevel, spelledParts);
  return `${named}\n\n${spelledPromise(process, { withinByLevel, ...unnamed }, times)}`;
}

function describeFlow(snapshot: Snapshot, { path, name }: Declaration, head: string): string {
  const declaring = snapshot.file(path);
  const index = declaring?.parsed.document.flows.findIndex(({ id }) => id.name === name) ?? -1;
  const process = declaring?.processes()[index];
  if (declaring === undefined || process === undefined) return head;
  const { purpose, scope, owner, accountable, promises, hours, measures, fields } = process.properties;
  return [
    head,
    ...(purpose === undefined ? [] : [plain(purpose)]),
    ...(scope === undefined ? [] : [`Scope: ${plain(scope)}`]),
    ...(owner === undefined ? [] : [`Owner: ${plain(owner)}`]),
    ...(accountable === undefined
      ? []
      : [`Accountable: ${plain(ownerLabel(declaring, index, accountable))}`]),
    ...promises.map((promise) => {
      const times = spelledByLevel<Duration>(promise.within, promise.withinByLevel, spelledParts);
      return `Promised: ${spelledPromise(process, promise, times)}`;
    }),
    ...(hours.length === 0 ? [] : [`Hours: ${hours.map(plain).join(', ')}`]),
    ...(measures.length === 0 ? [] : [`Measured: ${measures.map(({ what }) => plain(what)).join(', ')}`]),
    ...describedFields(fields),
    `${counted(process.nodes.length, 'step, question or end', 'steps, questions and ends')}`,
  ].join('\n\n');
}
