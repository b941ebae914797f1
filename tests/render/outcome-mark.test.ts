import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { outcomeMark } from '../../src/render/outcome-mark.ts';
import { compiled } from '../build/process-of.ts';
import { layOut } from '../layout/lay-out.ts';

const folder = join(import.meta.dirname, '../../examples');
const examples = readdirSync(folder).filter((name) => name.endsWith('.flow'));

describe('the disc of an end', () => {
  it.each(examples)('leaves room for the words of %s', async (name) => {
    const { processes } = compiled(readFileSync(join(folder, name), 'utf8'));
    for (const drawing of await Promise.all(processes.map((process) => layOut(process))))
      for (const node of drawing.nodes) {
        if (node.outcome === undefined) continue;
        const { cx, cy, r } = outcomeMark(node, node.outcome, drawing.rightToLeft)[0]?.attributes ?? {};
        for (const { text, x, y, width, size } of node.lines) {
          const aside = Math.abs(Number(cx) - x) - width / 2;
          const above = y - 0.74 * size - Number(cy);
          expect(Math.hypot(Math.max(0, aside), Math.max(0, above)), text).toBeGreaterThan(Number(r) + 2);
        }
      }
  });
});
