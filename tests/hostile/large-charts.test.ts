import { describe, expect, it } from 'vitest';
import { layoutFlow } from '../../src/layout/layout-flow.ts';
import { processOf } from '../build/process-of.ts';
import { measurer } from '../layout/lay-out.ts';

const times = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('');

/**
 * Flows of up to 20,000 nodes, the most that the language has, in shapes that are hard on one step of the layout each.
 */
const shapes: readonly (readonly [string, () => string])[] = [
  ['answers', () => `choose "Q" {\n${times(9_999, (at) => `when "A ${at}" -> end e${at}\n`)}}`],
  ['branches at once', () => `parallel {\n${times(19_990, () => 'branch { step "S" }\n')}}\nend`],
  [
    'problems of one step',
    () => `step "S"\n${times(9_000, (at) => `problem "P${at}" -> "Fix" -> end\n`)}end`,
  ],
  ['touchpoints', () => `${times(9_000, (at) => `touchpoint t${at}\n`)}step "S"\nend`],
  ['stages', () => `${times(6_000, (at) => `stage g${at} { step a${at} step b${at} }\n`)}end`],
  [
    'loops across all of it',
    () => times(9_000, (at) => `wait w${at} within 1d\ntimeout -> w${(at * 7919 + 1) % 9_000}\n`),
  ],
  [
    'a net in which everything leads to everything',
    () =>
      times(
        120,
        (at) => `step s${at}\n${times(100, (to) => `problem "${to}" -> s${(at * 31 + to * 17) % 120}\n`)}`,
      ),
  ],
];

describe('the largest flows end, when the time is up, in an error that says what to do', () => {
  it.each(shapes)('%s', async (_, text) => {
    const process = processOf(`touchpoint t\n${text()}\n`);
    const end = Date.now() + 2_000;
    const { value, failure } = await layoutFlow(process, { measurer, isTimeUp: () => Date.now() > end });
    if (value !== undefined) return;
    expect(failure).toMatchObject({
      message: expect.stringMatching(/takes too long to draw: it has \d+ nodes/),
      help: expect.stringContaining('make a flow of its own out of a part of it'),
    });
  });
});
