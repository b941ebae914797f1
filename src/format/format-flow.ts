import { displayWidth } from '../diagnostic/display-width.ts';
import type { Flow, Promised, Property } from '../syntax/ast.ts';
import type { ParsedFile } from '../syntax/parsed-file.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { type Alignable, alignments } from './alignment.ts';
import { fieldText, limitsText } from './format-attributes.ts';
import {
  firstWord,
  formattedDuration,
  identifierText,
  rowText,
  stringText,
  textOf,
} from './format-literal.ts';
import { formatStatements } from './format-statement.ts';
import { indentStep, type LineWriter } from './line-writer.ts';

/** Writes what a file uses and then its flows, with a blank line before each flow. */
export function formatDocument({ source, document, diagnostics }: ParsedFile, writer: LineWriter): void {
  const { uses, flows } = document;
  const isBroken = (span: Span): boolean =>
    diagnostics.some((found) => found.span.start < span.end && found.span.end > span.start);
  for (const part of [...uses, ...flows].sort((a, b) => a.span.start - b.span.start)) {
    // A `use` in the middle of a broken flow was copied with it.
    if (writer.hasWritten(part.span.start)) continue;
    if (part.kind === 'use') {
      writer.line(part.span.start, 0);
      if (isBroken(part.span)) writer.put(textOf(source, part.span), part.span, { verbatim: true });
      else
        writer.put(
          `${textOf(source, firstWord(source, part.span))} ${stringText(source, part.path, indentStep)}`,
          part.span,
        );
    } else {
      formatHead(source, part, writer);
      // A property that stands among the statements is an error: it is copied as it is, where it is.
      const first = part.statements[0]?.span.start ?? source.text.length;
      formatProperties(
        source,
        part.properties.filter(({ span }) => span.start < first),
        isBroken,
        writer,
      );
      formatStatements(source, part.statements, writer, 0);
    }
  }
}

function formatHead(source: Source, { keyword, id, label, broken }: Flow, writer: LineWriter): void {
  // A file without its first line still has statements: they stand in a flow that nobody wrote.
  if (keyword.start === keyword.end) return;
  writer.line(keyword.start, 0, { blankBefore: true });
  writer.put(textOf(source, keyword), keyword);
  if (broken) return;
  writer.put(identifierText(source, id), id.span);
  if (label !== undefined) writer.put(stringText(source, label, indentStep), label.span);
}

function formatProperties(
  source: Source,
  properties: readonly Property[],
  isBroken: (span: Span) => boolean,
  writer: LineWriter,
): void {
  const widths = alignments(
    source,
    properties.map((property) => alignable(source, property)),
    writer.isDivided,
  );
  for (const [index, property] of properties.entries()) {
    writer.line(property.span.start, 0);
    if (isBroken(property.span)) {
      writer.put(textOf(source, property.span), property.span, { verbatim: true });
      continue;
    }
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

function promiseText(source: Source, { name, limits, from, to }: Promised): string {
  return [
    name?.id && identifierText(source, name.id),
    name?.label && stringText(source, name.label, indentStep),
    limitsText(source, limits),
    from && `from ${identifierText(source, from)}`,
    to && `to ${identifierText(source, to)}`,
  ]
    .filter((text) => text !== undefined)
    .join(' ');
}

/** What is lined up with its fellows, and what stands behind it. */
function parts(source: Source, property: Property): { readonly head: string; readonly rest: string } {
  const { kind } = property;
  const word = textOf(source, property.keyword);
  switch (kind) {
    case 'department':
    case 'purpose':
    case 'owner':
    case 'version':
    case 'scope':
      return { head: word, rest: stringText(source, property.value, indentStep) };
    case 'reviewed': {
      const every = property.every && ` every ${formattedDuration(source, property.every)}`;
      return { head: word, rest: `${textOf(source, property.date.span)}${every ?? ''}` };
    }
    case 'audience':
      return {
        head: word,
        rest: rowText(source, property.values, (value) => stringText(source, value, indentStep), ', '),
      };
    case 'language':
      return { head: word, rest: textOf(source, property.tag.span) };
    case 'direction':
      return { head: word, rest: textOf(source, property.value.span) };
    case 'promise':
      return { head: word, rest: promiseText(source, property) };
    case 'role':
    case 'system':
    case 'request':
    case 'party':
    case 'level': {
      const label = property.label && stringText(source, property.label, indentStep);
      const staff = property.staff && `staff ${textOf(source, property.staff.span)}`;
      return {
        head: `${word} ${identifierText(source, property.id)}`,
        rest: [label, staff].filter((text) => text !== undefined).join(' '),
      };
    }
    case 'accountable':
      return { head: word, rest: identifierText(source, property.id) };
    case 'reference': {
      const link = property.link && ` link ${stringText(source, property.link, indentStep)}`;
      return { head: word, rest: `${stringText(source, property.title, indentStep)}${link ?? ''}` };
    }
    case 'approved':
      return {
        head: word,
        rest: `${stringText(source, property.who, indentStep)} ${textOf(source, property.date.span)}`,
      };
    case 'revised':
      return {
        head: word,
        rest: `${textOf(source, property.date.span)} ${stringText(source, property.what, indentStep)}`,
      };
    case 'measure': {
      const percent = property.percent && textOf(source, property.percent.span);
      const limit = property.within && `within ${limitsText(source, property.within.limits)}`;
      const what = stringText(source, property.what, indentStep);
      return { head: word, rest: [what, percent, limit].filter((text) => text !== undefined).join(' ') };
    }
    case 'hours':
      return {
        head: word,
        rest: rowText(source, property.values, (value) => stringText(source, value, indentStep), ', '),
      };
    case 'field': {
      const text = fieldText(source, property, indentStep);
      return { head: word, rest: text.slice(word.length + 1) };
    }
    case 'term': {
      const term =
        'name' in property.term
          ? identifierText(source, property.term)
          : stringText(source, property.term, indentStep);
      return { head: `${word} ${term}`, rest: stringText(source, property.meaning, indentStep) };
    }
  }
}
