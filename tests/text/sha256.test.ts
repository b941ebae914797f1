import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/text/sha256.ts';

describe('the hash of a picture', () => {
  it('is that of the standard', () => {
    expect(sha256(['abc'])).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('is the same as Node’s, whatever the text and the length', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.uint8Array({ maxLength: 300 }),
      fc.constant('\ud800'),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 4 }), (parts) => {
        const hash = createHash('sha256');
        for (const each of parts) hash.update(each);
        expect(sha256(parts)).toBe(hash.digest('hex'));
      }),
      { numRuns: 1000 },
    );
  });
});
