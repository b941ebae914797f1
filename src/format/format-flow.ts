import { displayWidth } from '../diagnostic/display-width.ts';
import type { Document, Flow, Property } from '../syntax/ast.ts';
import type { Source } from '../text/source.ts';
import { type Alignable, alignments } from './alignment.ts';
import { durationText, identifierText, stringText, textOf } from './format-literal.ts';
import { formatStatements } from './format-statement.ts';
import type { LineWriter } from './line-writer.ts';

/** Writes what a file uses and then its flows, with a blank line before each flow. */
export function formatDocument(source: Source, { uses, flows }: Document, writer: LineWriter): void {
  for (const { span, path } of uses) {
    writer.line(span.start, 0);
    writer.put(`use ${stringText(source, path, 2)}`, span);
  }
  for (const flow of flows) {
    writer.line(flow.span.start, 0, { blankBefore: true });
    formatHead(source, flow, writer);
    formatProperties(source, flow.properties, writer);
    formatStatements(source, flow.statements, writer, 0);
  }
}

function formatHead(source: Source, { keyword, id, label, broken }: Flow, writer: LineWriter): void {
  writer.put('flow', keyword);
  if (broken) return;
  writer.put(identifierText(source, id), id.span);
  if (label !== undefined) writer.put(stringText(source, label, 2), label.span);
}

function formatProperties(source: Source, properties: readonly Property[], writer: LineWriter): void {
  const widths = alignments(
    source,
    properties.map((property) => alignable(source, property)),
  );
  for (const [index, property] of properties.entries()) {
    writer.line(property.span.start, 0);
    const padTo = widths[index] ?? 0;
    const { head, rest } = parts(source, property);
    if (rest === '') writer.put(head, property.span);
    else writer.put(`${head}${' '.repeat(Math.max(0, padTo - displayWidth(head)))} ${rest}`, property.span);
  }
}

function alignable(source: Source, property: Property): Alignable {
  const { head, rest } = parts(source, property);
  const declares = 'id' in property || property.kind === 'term';
  return {
    span: property.span,
    group: declares ? property.kind : 'value',
    text: head,
    single: !rest.includes('\n'),
  };
}

/** What is lined up with its fellows, and what stands behind it. */
function parts(source: Source, property: Property): { readonly head: string; readonly rest: string } {
  const { kind } = property;
  switch (kind) {
    case 'department':
    case 'purpose':
    case 'owner':
    case 'version':
      return { head: kind, rest: stringText(source, property.value, 2) };
    case 'reviewed': {
      const every = property.every && ` every ${durationText(source, property.every)}`;
      return { head: kind, rest: `${property.date.value}${every ?? ''}` };
    }
    case 'audience':
      return { head: kind, rest: property.values.map((value) => stringText(source, value, 2)).join(', ') };
    case 'language':
      return { head: kind, rest: textOf(source, property.tag.span) };
    case 'direction':
      return { head: kind, rest: textOf(source, property.value.span) };
    case 'promise':
      return { head: kind, rest: durationText(source, property.duration) };
    case 'role':
    case 'system':
    case 'request': {
      const label = property.label && stringText(source, property.label, 2);
      return { head: `${kind} ${identifierText(source, property.id)}`, rest: label ?? '' };
    }
    case 'term': {
      const term =
        'name' in property.term
          ? identifierText(source, property.term)
          : stringText(source, property.term, 2);
      return { head: `term ${term}`, rest: stringText(source, property.meaning, 2) };
    }
  }
}
