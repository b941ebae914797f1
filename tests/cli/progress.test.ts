import { describe, expect, it } from 'vitest';
import { progressOn } from '../../src/cli/progress.ts';

const written = (total: number, { isTerminal = true, columns = 80 } = {}): string => {
  let text = '';
  const progress = progressOn(
    {
      isTerminal,
      columns,
      write: (content) => {
        text += String(content);
      },
    },
    'drawing',
    total,
  );
  for (let step = 0; step < total; step++) progress.step();
  progress.end();
  return text;
};

describe('progress', () => {
  it('is a bar with a count on a terminal, and wipes its line at the end', () => {
    const lines = written(1000).split('\r');
    expect(lines[1]).toBe(`drawing [${'-'.repeat(30)}] 1/1000`);
    expect(lines[501]).toBe(`drawing [${'-'.repeat(15).padStart(30, '#')}] 501/1000`);
    expect(lines[1000]).toBe(`drawing [${'#'.repeat(30)}] 1000/1000`);
    expect(lines[1001]).toBe('\u001b[K');
  });

  it('is as narrow as the terminal, where there is no room for a bar a count alone', () => {
    expect(written(12, { columns: 30 })).toContain('\rdrawing [#######------] 7/12\r');
    for (const line of written(12, { columns: 30 }).split('\r')) expect(line.length).toBeLessThan(30);
    expect(written(12, { columns: 20 })).toContain('\rdrawing 7/12\r');
  });

  it('says nothing elsewhere, or where the work is short', () => {
    expect([written(100, { isTerminal: false }), written(9)]).toEqual(['', '']);
  });
});
