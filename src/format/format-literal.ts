import type { Identifier, StringLiteral } from '../syntax/ast.ts';
import { type Duration, type DurationPart, type DurationUnit, durationUnits } from '../syntax/duration.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';

export const textOf = (source: Source, span: Span): string => source.text.slice(span.start, span.end);

/** A name as it is written: no form of Unicode is put upon it. */
export const identifierText = (source: Source, { span }: Identifier): string => textOf(source, span);

/**
 * A label in straight quotes. One in `"""` keeps them only where it needs them, and then has its lines at `indentation`.
 */
export function stringText(source: Source, literal: StringLiteral, indentation: number): string {
  const written = textOf(source, literal.span);
  if (written.startsWith('"""') && written.length >= 6) {
    if (!written.includes('\n')) return quoted(literal.value);
    return indented(written.slice(3, -3).replaceAll('\r\n', '\n'), indentation) ?? written;
  }
  const curly = !written.startsWith('"') && /.[“”‟«»‹›＂]$/.test(written);
  return curly ? quoted(literal.value) : written;
}

const quoted = (value: string): string =>
  `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n').replaceAll('\t', '\\t')}"`;

/** Undefined where text stands beside the quotes, so that moving lines would change it. */
function indented(inner: string, indentation: number): string | undefined {
  const lines = inner.split('\n');
  const [first = '', ...rest] = lines;
  const last = rest.pop() ?? '';
  if (first.trim() !== '' || last.trim() !== '' || rest.some((line) => /^[^\S ]/.test(line)))
    return undefined;
  const depths = rest
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length);
  const shared = depths.length === 0 ? 0 : Math.min(...depths);
  const margin = ' '.repeat(indentation);
  const body = rest.map((line) => (line.trim() === '' ? line.slice(shared) : margin + line.slice(shared)));
  return ['"""', ...body, `${margin}"""`].join('\n');
}

/** A duration in one word. Seconds and minutes that make up a whole larger unit are written in it: `60min` is `1h`. */
export function durationText(source: Source, { span, parts }: Duration): string {
  if (parts.length === 0) return textOf(source, span);
  return [...carried(parts)]
    .sort((a, b) => durationUnits.indexOf(a.unit) - durationUnits.indexOf(b.unit))
    .map(({ value, unit }) => `${value}${unit}`)
    .join('');
}

const larger: Partial<Record<DurationUnit, DurationUnit>> = { s: 'min', min: 'h' };

function carried(parts: readonly DurationPart[]): readonly DurationPart[] {
  const [only, ...others] = parts;
  const unit = only === undefined ? undefined : larger[only.unit];
  if (only === undefined || others.length > 0 || unit === undefined || only.value % 60 !== 0) return parts;
  return only.value === 0 ? parts : carried([{ value: only.value / 60, unit }]);
}
