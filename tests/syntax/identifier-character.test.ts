import { describe, expect, it } from 'vitest';
import { isIdentifierPart, isIdentifierStart } from '../../src/syntax/identifier-character.ts';
import { unicodeVersion } from '../../src/syntax/identifier-data.ts';

/** The property of the Node that runs the tests; of a newer or older Unicode where it is not the one of the data. */
const isStart = (point: number): boolean => /^\p{XID_Start}$/u.test(String.fromCodePoint(point));
const isPart = (point: number): boolean => /^\p{XID_Continue}$/u.test(String.fromCodePoint(point));
const isAssigned = (point: number): boolean => !/^\p{Cn}$/u.test(String.fromCodePoint(point));

const { unicode } = process.versions;

describe('the characters of names', () => {
  it('are those of the Unicode version that is pinned', () => {
    const isSame = unicode === unicodeVersion;
    const isNewer = Number(unicode) > Number(unicodeVersion);
    for (let point = 0; point <= 0x10ffff; point++) {
      // Characters are added, never taken away: with another version only what both know can be compared.
      if (!isSame && !isAssigned(point)) continue;
      const start = isIdentifierStart(point);
      const part = isIdentifierPart(point);
      if (isSame ? start !== isStart(point) : isNewer ? start && !isStart(point) : isStart(point) && !start)
        throw new Error(`U+${point.toString(16)} at the start`);
      if (isSame ? part !== isPart(point) : isNewer ? part && !isPart(point) : isPart(point) && !part)
        throw new Error(`U+${point.toString(16)} in the middle`);
    }
    expect(isIdentifierStart(0x5d0)).toBe(true);
  });

  it('may go on with whatever they may begin with', () => {
    for (let point = 0; point <= 0x10ffff; point++)
      if (isIdentifierStart(point) && !isIdentifierPart(point)) throw new Error(`U+${point.toString(16)}`);
    expect([isIdentifierStart(0x5f), isIdentifierPart(0x5f), isIdentifierPart(0x2d)]).toEqual([
      false,
      true,
      false,
    ]);
  });
});
