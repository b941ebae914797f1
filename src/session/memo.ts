/** Inputs as they are at one time, to ask queries of. Only given queries can look into it. */
export interface Moment<Inputs> {
  readonly number: number;
  /** Never called: it says of which inputs the moment is. */
  readonly of?: (inputs: Inputs) => void;
}

/**
 * Asks for what can be known of a key. While an answer is worked out, all that is asked is recorded as what it
 * depends on.
 */
export type Query<Inputs, Value, Key = string> = (moment: Moment<Inputs>, key: Key) => Value;

/**
 * Tells whether an answer is as good as the one before. Then that one stays, and nothing that hangs on it is worked
 * out again.
 */
export type IsSame<Value> = (before: Value, now: Value) => boolean;

export interface MemoOptions {
  /** False for whoever asks at one moment only: answers are kept, and nothing is recorded. */
  readonly remembers: boolean;
  /** Hears of every answer that is worked out. */
  readonly onAnswer?: (name: string, key: string) => void;
}

/** Answers that are kept from one moment to the next for as long as all that they depend on is as it was. */
export interface Memo<Inputs> {
  /** Inputs never change; other ones are another moment. Moments may be asked in turn, and each is answered truly. */
  at(inputs: Inputs): Moment<Inputs>;
  /** A query whose answer is given: it is looked at again at every moment. */
  given<Value>(
    name: string,
    read: (inputs: Inputs, key: string) => Value,
    isSame?: IsSame<Value>,
  ): Query<Inputs, Value>;
  /** A query whose answer is worked out, from the answers to other queries and nothing else. */
  derived<Value>(
    name: string,
    answer: (moment: Moment<Inputs>, key: string) => Value,
    isSame?: IsSame<Value>,
  ): Query<Inputs, Value>;
  /** A derived query about keys of several parts; `textOf` tells one key from another. */
  derivedOf<Value, Key>(
    name: string,
    textOf: (key: Key) => string,
    answer: (moment: Moment<Inputs>, key: Key) => Value,
    isSame?: IsSame<Value>,
  ): Query<Inputs, Value, Key>;
}

/** An answer is dropped when it was not asked for in so many moments. */
const longestUnasked = 1000;

/**
 * Makes a memo. An answer is kept with the answers that it was made from, each by the number of its change. At
 * another moment it holds where these hold, in the order in which they were asked for, and have not changed; else it
 * is worked out again. The method is that of salsa, the query engine of rust-analyzer; here moments need not come one
 * after the other.
 */
export function createMemo<Inputs>({ remembers, onAnswer }: MemoOptions): Memo<Inputs> {
  const inputsAt = new WeakMap<Moment<Inputs>, Inputs>();
  const tables: Map<string, Kept<Inputs>>[] = [];
  let moments = 0;
  let running: Recording<Inputs> | undefined;

  function query<Value, Key>(
    name: string,
    isGiven: boolean,
    textOf: (key: Key) => string,
    answer: (moment: Moment<Inputs>, key: Key) => Value,
    isSame: IsSame<Value>,
  ): Query<Inputs, Value, Key> {
    if (!remembers) return once(name, textOf, answer, onAnswer);
    const table = new Map<string, Kept<Inputs, Value>>();
    tables.push(table);
    const keep = (key: Key) => {
      let known: { readonly value: Value } | undefined;
      let dependencies: ReadonlyMap<Kept<Inputs>, number> | undefined;
      let isRunning = false;
      const holds = (moment: Moment<Inputs>): boolean => {
        if (known === undefined || dependencies === undefined) return false;
        for (const [kept, changes] of dependencies) {
          kept.value(moment);
          if (kept.changes !== changes) return false;
        }
        return true;
      };
      const workOut = (moment: Moment<Inputs>): Value => {
        if (isRunning) throw new Error(`“${name}” of “${textOf(key)}” hangs on itself`);
        isRunning = true;
        const outer = running;
        running = !isGiven ? { moment, dependencies: new Map() } : undefined;
        try {
          const value = answer(moment, key);
          dependencies = running?.dependencies;
          return value;
        } finally {
          running = outer;
          isRunning = false;
        }
      };
      const kept = {
        changes: 0,
        lastMoment: 0,
        value(moment: Moment<Inputs>): Value {
          if (known !== undefined && (kept.lastMoment === moment.number || holds(moment))) {
            kept.lastMoment = moment.number;
            return known.value;
          }
          const value = workOut(moment);
          onAnswer?.(name, textOf(key));
          if (known === undefined || !isSame(known.value, value)) {
            known = { value };
            kept.changes += 1;
          }
          kept.lastMoment = moment.number;
          return known.value;
        },
      };
      return kept;
    };
    return (moment, key) => {
      const text = textOf(key);
      let kept = table.get(text);
      if (kept === undefined) {
        kept = keep(key);
        table.set(text, kept);
      }
      const value = kept.value(moment);
      if (running?.moment === moment) running.dependencies.set(kept, kept.changes);
      return value;
    };
  }

  return {
    at(inputs) {
      moments += 1;
      if (moments % longestUnasked === 0)
        for (const table of tables)
          for (const [key, { lastMoment }] of table)
            if (lastMoment < moments - longestUnasked) table.delete(key);
      const moment: Moment<Inputs> = { number: moments };
      inputsAt.set(moment, inputs);
      return moment;
    },
    given: (name, read, isSame = Object.is) =>
      query(
        name,
        true,
        itself,
        (moment, key) => {
          const inputs = inputsAt.get(moment);
          if (inputs === undefined) throw new Error('a moment belongs to the memo that made it');
          return read(inputs, key);
        },
        isSame,
      ),
    derived: (name, answer, isSame = Object.is) => query(name, false, itself, answer, isSame),
    derivedOf: (name, textOf, answer, isSame = Object.is) => query(name, false, textOf, answer, isSame),
  };
}

const itself = (key: string): string => key;

/** A query whose answers are kept for one moment and no longer, with as little as that takes. */
function once<Inputs, Value, Key>(
  name: string,
  textOf: (key: Key) => string,
  answer: (moment: Moment<Inputs>, key: Key) => Value,
  onAnswer: MemoOptions['onAnswer'],
): Query<Inputs, Value, Key> {
  const answers = new Map<string, { readonly value: Value } | undefined>();
  let last: Moment<Inputs> | undefined;
  return (moment, key) => {
    if (moment !== last) answers.clear();
    last = moment;
    const text = textOf(key);
    const known = answers.get(text);
    if (known !== undefined) return known.value;
    // What is there without an answer is being worked out.
    if (answers.has(text)) throw new Error(`“${name}” of “${text}” hangs on itself`);
    answers.set(text, undefined);
    try {
      const value = answer(moment, key);
      onAnswer?.(name, text);
      answers.set(text, { value });
      return value;
    } catch (error) {
      answers.delete(text);
      throw error;
    }
  };
}

/** An answer to one query about one key. */
interface Kept<Inputs, Value = unknown> {
  /** How often it has become another one. */
  readonly changes: number;
  /** The number of the last moment at which it was asked for. */
  readonly lastMoment: number;
  value(moment: Moment<Inputs>): Value;
}

/** What the answer has asked for so far that is being worked out. */
interface Recording<Inputs> {
  readonly moment: Moment<Inputs>;
  readonly dependencies: Map<Kept<Inputs>, number>;
}
