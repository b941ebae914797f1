import { describe, expect, it } from 'vitest';
import { createMemo } from '../../src/session/memo.ts';

type Inputs = Readonly<Record<string, string>>;

/** Counts what is worked out, by the names of queries with their keys. */
function counted(remembers = true) {
  const answered: string[] = [];
  const memo = createMemo<Inputs>({ remembers, onAnswer: (name, key) => answered.push(`${name} ${key}`) });
  const text = memo.given('text', (inputs, key) => inputs[key] ?? '');
  const words = memo.derived('words', (moment, key) => text(moment, key).trim().split(/\s+/));
  const first = memo.derived('first', (moment, key) => words(moment, key)[0] ?? '');
  const greeting = memo.derived('greeting', (moment, key) => `Hello ${first(moment, key)}`);
  const taken = (): readonly string[] => answered.splice(0).filter((each) => !each.startsWith('text '));
  return { memo, text, words, first, greeting, taken };
}

describe('a memo', () => {
  it('answers a second time without working anything out', () => {
    const { memo, greeting, taken } = counted();
    const moment = memo.at({ a: 'Ada Byron' });
    expect(greeting(moment, 'a')).toBe('Hello Ada');
    expect(taken()).toEqual(['words a', 'first a', 'greeting a']);
    expect(greeting(moment, 'a')).toBe('Hello Ada');
    expect(greeting(memo.at({ a: 'Ada Byron' }), 'a')).toBe('Hello Ada');
    expect(taken()).toEqual([]);
  });

  it('works out again what hangs on a change, and stops where an answer comes out as it was', () => {
    const { memo, greeting, taken } = counted();
    greeting(memo.at({ a: 'Ada Byron', b: 'Bob' }), 'a');
    taken();
    expect(greeting(memo.at({ a: 'Ada Lovelace', b: 'Bob' }), 'a')).toBe('Hello Ada');
    expect(taken()).toEqual(['words a', 'first a']);
    expect(greeting(memo.at({ a: 'Ada Lovelace', b: 'Barbara' }), 'a')).toBe('Hello Ada');
    expect(taken()).toEqual([]);
    expect(greeting(memo.at({ a: 'Grace Hopper', b: 'Barbara' }), 'a')).toBe('Hello Grace');
    expect(taken()).toEqual(['words a', 'first a', 'greeting a']);
  });

  it('records what an answer asks for, even where it asks for something else the next time', () => {
    const { memo, text } = counted();
    const chosen = memo.derived('chosen', (moment) => text(moment, text(moment, 'which')));
    expect(chosen(memo.at({ which: 'a', a: 'one', b: 'two' }), '')).toBe('one');
    expect(chosen(memo.at({ which: 'b', a: 'one', b: 'two' }), '')).toBe('two');
    expect(chosen(memo.at({ which: 'b', a: 'one', b: 'three' }), '')).toBe('three');
  });

  it('records what was asked for before, too, where the answer was known already', () => {
    const { memo, words, greeting } = counted();
    const both = memo.derived(
      'both',
      (moment, key) => `${words(moment, key).length} ${greeting(moment, key)}`,
    );
    const before = memo.at({ a: 'Ada' });
    words(before, 'a');
    greeting(before, 'a');
    expect(both(before, 'a')).toBe('1 Hello Ada');
    expect(both(memo.at({ a: 'Ada Byron' }), 'a')).toBe('2 Hello Ada');
  });

  it('tells every moment the truth, in whatever order they are asked', () => {
    const { memo, greeting } = counted();
    const [now, fork] = [memo.at({ a: 'Ada' }), memo.at({ a: 'Grace' })];
    for (let round = 0; round < 3; round += 1) {
      expect(greeting(now, 'a')).toBe('Hello Ada');
      expect(greeting(fork, 'a')).toBe('Hello Grace');
    }
  });

  it('keeps an answer that is as good as the one before', () => {
    const memo = createMemo<Inputs>({ remembers: true });
    const text = memo.given('text', (inputs, key) => inputs[key] ?? '');
    const lengths = memo.derived(
      'lengths',
      (moment, key) => ({ length: text(moment, key).length }),
      (before, now) => before.length === now.length,
    );
    const before = lengths(memo.at({ a: 'Ada' }), 'a');
    expect(lengths(memo.at({ a: 'Bob' }), 'a')).toBe(before);
    expect(lengths(memo.at({ a: 'Grace' }), 'a')).toEqual({ length: 5 });
  });

  it('says which answer hangs on itself, and goes on answering', () => {
    const memo = createMemo<Inputs>({ remembers: true });
    const text = memo.given('text', (inputs, key) => inputs[key] ?? '');
    const followed: (moment: ReturnType<typeof memo.at>, key: string) => string = memo.derived(
      'followed',
      (moment, key): string => (text(moment, key) === '' ? key : followed(moment, text(moment, key))),
    );
    expect(() => followed(memo.at({ a: 'b', b: 'a' }), 'a')).toThrow('“followed” of “a” hangs on itself');
    expect(followed(memo.at({ a: 'b' }), 'a')).toBe('b');
  });

  it('works out again what threw, and what hangs on it', () => {
    const memo = createMemo<Inputs>({ remembers: true });
    const text = memo.given('text', (inputs, key) => inputs[key] ?? '');
    const strict = memo.derived('strict', (moment, key) => {
      if (text(moment, key) === '') throw new Error('empty');
      return text(moment, key);
    });
    const shout = memo.derived('shout', (moment, key) => strict(moment, key).toUpperCase());
    expect(shout(memo.at({ a: 'ada' }), 'a')).toBe('ADA');
    expect(() => shout(memo.at({}), 'a')).toThrow('empty');
    expect(shout(memo.at({ a: 'bob' }), 'a')).toBe('BOB');
  });

  it('drops what nobody asked for in a thousand moments, and keeps the rest', () => {
    const { memo, first, taken } = counted();
    first(memo.at({ a: 'Ada', b: 'Bob' }), 'b');
    let moment = memo.at({});
    for (let count = 0; count < 2000; count += 1) {
      moment = memo.at({ a: 'Ada', b: 'Bob' });
      first(moment, 'a');
    }
    taken();
    first(moment, 'a');
    first(moment, 'b');
    expect(taken()).toEqual(['words b', 'first b']);
  });

  it('works out everything once where it remembers nothing', () => {
    const { memo, greeting, taken } = counted(false);
    const moment = memo.at({ a: 'Ada' });
    greeting(moment, 'a');
    greeting(moment, 'a');
    expect(taken()).toEqual(['words a', 'first a', 'greeting a']);
    expect(greeting(memo.at({ a: 'Grace' }), 'a')).toBe('Hello Grace');
  });
});
