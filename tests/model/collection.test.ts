import { describe, expect, it } from 'vitest';
import { collectionOf } from '../../src/model/collection.ts';
import { processOf } from '../build/process-of.ts';

describe('a collection', () => {
  const refund = processOf('flow refund "Refund"\ntouchpoint t\nend e');

  it('finds what a call leads to by name and file', () => {
    const elsewhere = { ...refund, path: 'other.flow', title: 'Another refund' };
    const { callee } = collectionOf([refund, elsewhere]);
    expect(callee({ id: 'refund', path: 'main.flow' })).toBe(refund);
    expect(callee({ id: 'refund', path: 'other.flow' })).toBe(elsewhere);
    expect(callee({ id: 'refund' })).toBeUndefined();
    expect(callee({ id: 'lost', path: 'main.flow' })).toBeUndefined();
  });

  it('finds the first of two with one name in one file, which is an error of the language', () => {
    const { callee } = collectionOf([refund, { ...refund, title: 'Again' }]);
    expect(callee(refund)?.title).toBe('Refund');
  });
});
