import { describe, expect, it } from 'vitest';
import { progressOn } from '../../src/cli/progress.ts';

const written = (isTerminal: boolean, total: number): string => {
  let text = '';
  const progress = progressOn(
    {
      isTerminal,
      columns: 80,
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
  it('counts on a terminal, and wipes its line at the end', () => {
    const steps = Array.from({ length: 12 }, (_, done) => `\rdrawing ${done + 1}/12`);
    expect(written(true, 12)).toBe(`${steps.join('')}\r\u001b[K`);
  });

  it('says nothing elsewhere, or where the work is short', () => {
    expect([written(false, 100), written(true, 9)]).toEqual(['', '']);
  });
});
