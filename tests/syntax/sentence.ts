import fc from 'fast-check';
import { statementWords, words } from '../../src/syntax/words.ts';
import type { Expression } from './ebnf.ts';

/** A token of a random text. An arrow that begins its line is written `\n->`. */
export type Sentence = readonly string[];

const reserved: ReadonlySet<string> = new Set(statementWords);
/** Names, and words of the language that may be names; `as` after `end` is none. */
const names = [...words.filter((word) => !reserved.has(word) && word !== 'as'), 'a', 'b-1', 'בדיקה', '库存'];

/** What stands for each token of the grammar that is no word. */
export const terminals: Readonly<Record<string, readonly string[]>> = {
  id: names,
  tag: ['en', 'pt-BR', 'zh-Hant'],
  string: ['"A"', '"two words"', '"""\n  three\n  """', '"\\u{1F600}"'],
  duration: ['20s', '1h30min', '2wd', '1wd4wh'],
  percent: ['85%', '12.5%', '100%'],
  date: ['2026-11-21'],
  integer: ['3'],
};

/** A random sentence of a production. `depth` bounds how far productions go into each other. */
export function sentenceOf(
  grammar: ReadonlyMap<string, Expression>,
  start: string,
  depth: number,
): fc.Arbitrary<Sentence> {
  const none = fc.constant<Sentence>([]);
  const generate = (expression: Expression, production: string, left: number): fc.Arbitrary<Sentence> => {
    switch (expression.kind) {
      case 'word':
        return fc.constant([expression.text]);
      case 'name': {
        const choices = terminals[expression.name];
        if (choices !== undefined) return fc.constantFrom(...choices).map((text) => [text]);
        const inner = grammar.get(expression.name);
        if (inner === undefined) throw new Error(`no production ${expression.name}`);
        return generate(inner, expression.name, left - 1);
      }
      case 'sequence':
        return fc.tuple(...expression.parts.map((part) => generate(part, production, left))).map((parts) => {
          const tokens = parts.flat();
          // A question mark has no space before it, and the arrow of a statement begins its line.
          const mark = tokens.indexOf('?');
          if (mark > 0) tokens.splice(mark - 1, 2, `${tokens[mark - 1]}?`);
          return production === 'arrow' && tokens[0] === '->' ? ['\n->', ...tokens.slice(1)] : tokens;
        });
      case 'choice': {
        const shallow =
          left > 0 ? expression.parts : expression.parts.filter((part) => isShallow(grammar, part));
        return fc.oneof(
          ...(shallow.length > 0 ? shallow : expression.parts.slice(0, 1)).map((part) =>
            generate(part, production, left),
          ),
        );
      }
      case 'optional':
        return left > 0 ? fc.oneof(none, generate(expression.part, production, left)) : none;
      case 'repeated':
        return left > 0
          ? fc
              .array(generate(expression.part, production, left), { maxLength: 3 })
              .map((parts) => parts.flat())
          : none;
    }
  };
  return generate({ kind: 'name', name: start }, start, depth);
}

/** Whether a part leads into no other production that leads on. */
function isShallow(grammar: ReadonlyMap<string, Expression>, expression: Expression): boolean {
  if (expression.kind === 'word') return true;
  if (expression.kind === 'name')
    return terminals[expression.name] !== undefined || expression.name === 'end';
  if (!('parts' in expression)) return true;
  return expression.parts.every((part) => isShallow(grammar, part));
}

/** Whether a sentence is one of a production: all the places where a part that begins at one place can end. */
export function accepts(
  grammar: ReadonlyMap<string, Expression>,
  start: string,
  sentence: Sentence,
): boolean {
  const known = new Map<string, ReadonlySet<number>>();
  const nameAt = (at: number): boolean => {
    const text = sentence[at] ?? '';
    // Behind `end` it is the word, unless the word follows it.
    return (
      names.includes(text) || (text === 'as' && (sentence[at - 1] !== 'end' || sentence[at + 1] === 'as'))
    );
  };
  const terminalAt = (name: string, at: number): boolean =>
    name === 'id' || name === 'tag'
      ? nameAt(at) || (terminals['tag'] ?? []).includes(sentence[at] ?? '')
      : (terminals[name] ?? []).includes(sentence[at] ?? '');
  const ends = (
    expression: Expression,
    production: string,
    at: number,
    isFirst: boolean,
  ): ReadonlySet<number> => {
    switch (expression.kind) {
      case 'word': {
        const text = sentence[at];
        const isLineArrow = text === '\n->' && isFirst && (production === 'arrow' || production === 'chain');
        const isArrow = text === expression.text && !(production === 'arrow' && isFirst && text === '->');
        return new Set(isArrow || isLineArrow ? [at + 1] : []);
      }
      case 'name': {
        if (terminals[expression.name] !== undefined)
          return new Set(terminalAt(expression.name, at) ? [at + 1] : []);
        const key = `${expression.name} ${at}`;
        const before = known.get(key);
        if (before !== undefined) return before;
        const inner = grammar.get(expression.name);
        if (inner === undefined) throw new Error(`no production ${expression.name}`);
        const found =
          expression.name === 'question' ? questionEnds(inner, at) : ends(inner, expression.name, at, true);
        known.set(key, found);
        return found;
      }
      case 'sequence': {
        let places: ReadonlySet<number> = new Set([at]);
        for (const [index, part] of expression.parts.entries()) {
          const reached = new Set<number>();
          for (const place of places)
            for (const end of ends(part, production, place, isFirst && index === 0)) reached.add(end);
          places = reached;
        }
        return places;
      }
      case 'choice':
        return new Set(expression.parts.flatMap((part) => [...ends(part, production, at, isFirst)]));
      case 'optional':
        return new Set([at, ...ends(expression.part, production, at, isFirst)]);
      case 'repeated': {
        const all = new Set([at]);
        for (const place of all)
          for (const end of ends(expression.part, production, place, false)) all.add(end);
        return all;
      }
    }
  };
  /** A question is one token with its mark. */
  const questionEnds = (inner: Expression, at: number): ReadonlySet<number> => {
    const text = sentence[at] ?? '';
    if (!text.endsWith('?')) return ends(inner, 'question', at, true);
    if (!names.includes(text.slice(0, -1)) && text !== 'as?') return new Set();
    return new Set([
      at + 1,
      ...((terminals['string'] ?? []).includes(sentence[at + 1] ?? '') ? [at + 2] : []),
    ]);
  };
  return ends({ kind: 'name', name: start }, start, 0, true).has(sentence.length);
}
