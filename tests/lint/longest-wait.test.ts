import { describe, expect, it } from 'vitest';
import { lintText, rulesWith } from './lint-texts.ts';

/** What is reported of a promise that steps with these limits, one after the other, cannot keep. */
function reported(limits: readonly string[]): readonly string[] {
  const steps = limits.map((limit, at) => `step s${at} "Step ${at}" by agent within ${limit}\n`).join('');
  const found = lintText(
    `flow a "A"\npromise 1min\nrole agent "Agent"\ntouchpoint t "T"\n${steps}end e "E"\n`,
    rulesWith('none', 'promise-exceeded'),
  );
  expect(found.map(({ code }) => code)).toEqual(['promise-exceeded']);
  return (
    found[0]?.related.map(({ message }) => message).filter((message) => message.startsWith('up to')) ?? []
  );
}

describe('what takes longest on a way', () => {
  it('is reported with five places, in their order on the way', () => {
    expect(reported(['1h', '7h', '2h', '6h', '5h', '3h', '4h'])).toEqual([
      'up to 7 hours',
      'up to 6 hours',
      'up to 5 hours',
      'up to 3 hours',
      'up to 4 hours',
    ]);
  });

  it('is reported with five places where all take the same, and with all where they are fewer', () => {
    expect(reported(['1h', '1h', '1h', '1h', '1h', '1h', '1h'])).toHaveLength(5);
    expect(reported(['1h', '3h', '2h'])).toEqual(['up to 1 hour', 'up to 3 hours', 'up to 2 hours']);
  });
});
