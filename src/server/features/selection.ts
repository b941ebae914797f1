import { endOf } from '../../syntax/token.ts';
import type { Span } from '../../text/span.ts';
import type { FileView } from '../snapshot.ts';
import { tokenAt } from '../symbol-at.ts';

const mostSteps = 100;

/**
 * What an offset lies in, from the inside out: the word, the text in the quotes, the statement, the block … the file.
 */
export function selections(file: FileView, offset: number): readonly Span[] {
  const found: Span[] = [];
  const token = tokenAt(file, offset);
  if (token !== undefined) {
    const quotes = /^(?:"""|"|)/.exec(token.image)?.[0].length ?? 0;
    const span = { start: token.startOffset, end: endOf(token) };
    if (quotes > 0 && span.end - span.start >= 2 * quotes)
      found.push({ start: span.start + quotes, end: span.end - quotes });
    found.push(span);
  }
  found.push(...spansAround(file.parsed.document, offset), { start: 0, end: file.text.length });
  const inside = found
    .filter(({ start, end }) => start <= offset && offset <= end && start < end)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  const nested: Span[] = [];
  for (const span of inside) {
    const inner = nested.at(-1);
    if (inner === undefined) nested.push(span);
    else if (
      span.start <= inner.start &&
      inner.end <= span.end &&
      span.end - span.start > inner.end - inner.start
    )
      nested.push(span);
  }
  // No one selects one more each time of a chain of a thousand arrows.
  const whole = nested.pop();
  return [...nested.slice(0, mostSteps), ...(whole === undefined ? [] : [whole])];
}

/** The spans of all nodes of a tree that hold an offset. Goes down only where that is. */
function spansAround(tree: object, offset: number): readonly Span[] {
  const found: Span[] = [];
  const waiting: unknown[] = [tree];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (Array.isArray(next)) {
      for (const item of next) if (item !== undefined) waiting.push(item);
      continue;
    }
    if (typeof next !== 'object' || next === null) continue;
    const span = 'span' in next ? next.span : undefined;
    if (!isSpan(span) || offset < span.start || span.end < offset) continue;
    found.push(span);
    for (const value of Object.values(next)) if (value !== span && value !== undefined) waiting.push(value);
  }
  return found;
}

const isSpan = (value: unknown): value is Span =>
  typeof value === 'object' &&
  value !== null &&
  'start' in value &&
  'end' in value &&
  typeof value.start === 'number' &&
  typeof value.end === 'number';
