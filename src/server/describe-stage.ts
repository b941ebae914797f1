import { spelledParts } from '../lint/wording.ts';
import { ownerLabel } from './declarations-of.ts';
import { describedFields, describedRemarks } from './describe-node.ts';
import { code, plain } from './markdown.ts';
import type { FoundStage } from './node-at.ts';
import type { FileView } from './snapshot.ts';
import { spelledByLevel } from './spelled-limits.ts';

/** A stage in Markdown: its label, who answers for it, how long all of its steps may last together. */
export function describeStage(file: FileView, { stage, flow }: FoundStage): string {
  const names = (ids: readonly string[]): string =>
    ids.map((id) => plain(ownerLabel(file, flow, id))).join(', ');
  const { owner, accountable, each } = stage;
  const within = spelledByLevel(stage.within, stage.withinByLevel, spelledParts);
  const facts = [
    ...(owner === undefined ? [] : [`by ${names([owner])}`]),
    ...(accountable === undefined ? [] : [`accountable: ${names([accountable])}`]),
    ...(stage.with.length === 0 ? [] : [`with ${names(stage.with)}`]),
    ...(stage.using.length === 0 ? [] : [`using ${names(stage.using)}`]),
    ...(each === undefined ? [] : [`once for each ${plain(each)}`]),
    ...(within === '' ? [] : [`all of it within ${within}`]),
    ...describedFields(stage.fields),
  ];
  const kind = `stage${stage.named ? ` ${code(stage.id)}` : ''}`;
  return [
    stage.label === '' ? kind : `**${plain(stage.label)}** · ${kind}`,
    facts.join('  \n'),
    ...describedRemarks(stage),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
