import { describe, expect, it } from 'vitest';
import { chooseFlow, stepFrom } from '../../src/preview/choose-flow.ts';
import { excerpt } from '../../src/preview/excerpt.ts';
import { flagsOf } from '../../src/preview/flags.ts';
import type { NodePlace, PreviewedFinding, PreviewedFlow } from '../../src/preview/messages.ts';
import { nearestNode } from '../../src/preview/nearest-node.ts';
import { neighbour } from '../../src/preview/neighbour.ts';
import { actionOf, shortcuts } from '../../src/preview/shortcuts.ts';
import { stateWords } from '../../src/preview/state-words.ts';

const flow = (key: string): PreviewedFlow => ({
  key,
  title: key,
  file: key.slice(0, key.indexOf('#')),
  line: 1,
  state: 'current',
  picture: key,
});

describe('which flow is shown', () => {
  const flows = [flow('a.flow#one'), flow('b.flow#two'), flow('b.flow#three')];
  it('is the wanted one; else one of its file, as it may have got another name; else the first', () => {
    expect(chooseFlow(flows, 'b.flow#three')?.key).toBe('b.flow#three');
    expect(chooseFlow(flows, 'b.flow#thre')?.key).toBe('b.flow#two');
    expect(chooseFlow(flows, 'c.flow#x')?.key).toBe('a.flow#one');
    expect(chooseFlow(flows, undefined)?.key).toBe('a.flow#one');
    expect(chooseFlow([], 'a.flow#one')).toBeUndefined();
  });
  it('goes on and back, round and round', () => {
    const [first, second, third] = flows;
    expect(stepFrom(flows, first, 1)).toBe(second);
    expect(stepFrom(flows, third, 1)).toBe(first);
    expect(stepFrom(flows, first, -1)).toBe(third);
    expect(stepFrom(flows, undefined, 1)).toBe(first);
    expect(stepFrom(flows, undefined, -1)).toBe(third);
    expect(stepFrom([], undefined, 1)).toBeUndefined();
  });
});

const place = (line: number, column: number, endLine: number, endColumn: number): NodePlace => ({
  line,
  column,
  end: { line: endLine, column: endColumn },
});

describe('the node of a place', () => {
  const nodes = {
    phone: place(3, 1, 3, 20),
    stock: place(5, 1, 5, 30),
    inside: place(5, 20, 5, 28),
    wait: place(7, 1, 8, 10),
  };
  it('is the smallest that holds it', () => {
    expect(nearestNode(nodes, { line: 3, column: 20 })).toBe('phone');
    expect(nearestNode(nodes, { line: 5, column: 22 })).toBe('inside');
    expect(nearestNode(nodes, { line: 5, column: 2 })).toBe('stock');
    expect(nearestNode(nodes, { line: 8, column: 1 })).toBe('wait');
  });
  it('is the first of two in one place, such as a question and where its answers come together', () => {
    const together = { ask: place(3, 1, 3, 20), join: place(3, 1, 3, 20), next: place(3, 22, 3, 30) };
    expect(nearestNode(together, { line: 3, column: 4 })).toBe('ask');
    expect(nearestNode(together, { line: 3, column: 21 })).toBe('ask');
    expect(nearestNode(together, { line: 3, column: 25 })).toBe('next');
  });
  it('is the last before it on the line, and further up only where asked', () => {
    expect(nearestNode(nodes, { line: 5, column: 60 })).toBe('inside');
    expect(nearestNode(nodes, { line: 6, column: 1 })).toBeUndefined();
    expect(nearestNode(nodes, { line: 6, column: 1 }, true)).toBe('inside');
    expect(nearestNode(nodes, { line: 1, column: 1 }, true)).toBeUndefined();
    const indented = { ...nodes, reserve: place(6, 3, 6, 20), later: place(6, 22, 6, 30) };
    expect(nearestNode(indented, { line: 6, column: 1 }, true)).toBe('reserve');
    expect(nearestNode(indented, { line: 6, column: 1 })).toBeUndefined();
  });
  it('gets the worst of its findings as a flag', () => {
    const finding = (severity: 'error' | 'warning', at: NodePlace, of = 'f'): PreviewedFinding => ({
      ...at,
      file: 'a.flow',
      flow: of,
      severity,
      code: 'x',
      message: 'm',
    });
    const findings = [
      finding('error', place(3, 5, 3, 6)),
      finding('warning', place(3, 1, 3, 2)),
      finding('warning', place(7, 1, 7, 5)),
      finding('error', place(7, 1, 7, 5), 'other'),
      finding('error', place(1, 1, 1, 2)),
    ];
    expect([...flagsOf(findings, 'f', nodes)]).toEqual([
      ['phone', 'error'],
      ['wait', 'warning'],
    ]);
  });
});

describe('the arrow keys', () => {
  const box = (id: string, x: number, y: number) => ({ id, x, y, width: 10, height: 10 });
  const boxes = [
    box('top', 50, 0),
    box('left', 0, 50),
    box('middle', 50, 50),
    box('right', 100, 52),
    box('low', 55, 200),
  ];
  it('lead to the nearest node that way, straight on before aside', () => {
    const from = box('middle', 50, 50);
    expect(neighbour(boxes, from, 'up')?.id).toBe('top');
    expect(neighbour(boxes, from, 'down')?.id).toBe('low');
    expect(neighbour(boxes, from, 'left')?.id).toBe('left');
    expect(neighbour(boxes, from, 'right')?.id).toBe('right');
    expect(neighbour(boxes, box('top', 50, 0), 'up')).toBeUndefined();
  });
});

describe('keys', () => {
  const plain = { ctrlKey: false, metaKey: false, altKey: false };
  it('do what the help says, each one thing; those with Ctrl are the browser’s', () => {
    for (const { keys, action } of shortcuts)
      for (const key of keys) {
        expect(actionOf({ key, ...plain })).toBe(action);
        expect(actionOf({ key, ...plain, ctrlKey: true })).toBeUndefined();
      }
    const all = shortcuts.flatMap(({ keys }) => keys);
    expect(new Set(all).size).toBe(all.length);
    expect(actionOf({ key: 'x', ...plain })).toBeUndefined();
  });
});

describe('the lines of a finding', () => {
  const text = 'one\r\ntwo\r\n  three\nfour\nfive\nsix\nseven';
  it('stand among their neighbours, with what is meant marked', () => {
    expect(excerpt(text, place(3, 3, 3, 8), 1)).toEqual([
      { number: 2, text: 'two' },
      { number: 3, text: '  three', marked: { start: 2, end: 7 } },
      { number: 4, text: 'four' },
    ]);
  });
  it('over several lines leave indentation unmarked; not too many are shown', () => {
    const lines = excerpt(text, place(2, 2, 4, 3), 0);
    expect(lines.map(({ marked }) => marked)).toEqual([
      { start: 1, end: 3 },
      { start: 2, end: 7 },
      { start: 0, end: 2 },
    ]);
    expect(excerpt(text, place(1, 1, 7, 1), 1, 2).map(({ number }) => number)).toEqual([1, 2, 3]);
  });
});

describe('what is said of a chart that is not its text', () => {
  it('counts the errors and says what the chart is', () => {
    expect(stateWords('current', 0)).toBeUndefined();
    expect(stateWords('outdated', 1)).toBe('There is an error in the text. This is the last good chart.');
    expect(stateWords('outdated', 2)).toContain('2 errors');
    expect(stateWords('incomplete', 3)).toContain('only what could be read');
    expect(stateWords('outdated', 0)).toContain('cannot be read');
  });
});
