import fc from 'fast-check';
import { freeStatementWords, statementWords, words } from '../../src/syntax/words.ts';
import type { Expression } from './ebnf.ts';

/** A token of a random text. An arrow that begins its line is written `\n->`. */
export type Sentence = readonly string[];

const reserved: ReadonlySet<string> = new Set(statementWords);
/** Words that begin a statement where they are the first of a line, which is written `\nlate`, or behind a brace. */
const free: ReadonlySet<string> = new Set(freeStatementWords);
/** Names, and words of the language that may be names; `as` after `end` is none. */
const names = [...words.filter((word) => !reserved.has(word) && word !== 'as'), 'a', 'b-1', 'בדיקה', '库存'];
/** Words that mean themselves in some places where a name could stand. */
const ambiguous = ['to', 'field', 'first', 'all', 'every', 'after'];

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
        if (choices !== undefined)
          return fc
            .constantFrom(...choices.filter((text) => production !== 'name' || !ambiguous.includes(text)))
            .map((text) => [text]);
        const inner = grammar.get(expression.name);
        if (inner === undefined) throw new Error(`no production ${expression.name}`);
        const sentence = generate(inner, expression.name, left - 1);
        return production === 'statement' && free.has(expression.name)
          ? sentence.map(([first = '', ...rest]) => [`\n${first}`, ...rest])
          : sentence;
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
  return generate({ kind: 'name', name: start }, start, depth).filter(
    (sentence) => !hasArrowBehindBlock(sentence),
  );
}

/** Whether an arrow follows a block on its line, as one behind a call in a chain could that has an exception. */
const hasArrowBehindBlock = (sentence: Sentence): boolean =>
  sentence.some((token, at) => token === '}' && sentence[at + 1] === '->');

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
  const isString = (at: number): boolean => (terminals['string'] ?? []).includes(sentence[at] ?? '');
  const isId = (text: string | undefined): boolean => text !== undefined && names.includes(text);
  /** Whether a word means itself behind the word before it, and is no name. */
  const isWordAt = (at: number): boolean => {
    const after = sentence[at + 1];
    switch (`${sentence[at - 1]} ${sentence[at]}`) {
      case 'end as':
        return after !== 'as';
      case 'end to':
        return isId(after);
      case 'end field':
        return (isId(after) || after === 'as' || isString(at + 1)) && isString(at + 2);
      case 'parallel first':
      case 'choose all':
        return true;
      default:
        return false;
    }
  };
  const isNameToken = (text = ''): boolean => /^\p{L}[^?]*$/u.test(text) && !reserved.has(text);
  /** Whether an arrow leads to a word on a line of its own that begins a statement only with a name behind it. */
  const isLoneTarget = (at: number): boolean => {
    const [before, text = '', after = ''] = [sentence[at - 1], sentence[at], sentence[at + 1]];
    if ((before !== '->' && before !== '\n->') || !text.startsWith('\n') || !free.has(text.slice(1)))
      return false;
    if (after === 'max' && (terminals['integer'] ?? []).includes(sentence[at + 2] ?? '')) return true;
    return !isString(at + 1) && !isNameToken(after);
  };
  const nameAt = (at: number): boolean => {
    const text = sentence[at] ?? '';
    if (sentence[at - 1] === 'touchpoint' && reserved.has(text)) return true;
    if (isLoneTarget(at)) return true;
    return (isId(text) || text === 'as') && !isWordAt(at);
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
        const isOnLine = isFirst && free.has(production) && text === `\n${expression.text}`;
        return new Set(isArrow || isLineArrow || isOnLine ? [at + 1] : []);
      }
      case 'name': {
        if (terminals[expression.name] !== undefined)
          return new Set(terminalAt(expression.name, at) ? [at + 1] : []);
        if (production === 'statement' && free.has(expression.name) && !beginsStatement(at)) return new Set();
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
  const beginsStatement = (at: number): boolean =>
    (sentence[at] ?? '').startsWith('\n') || ['{', '}'].includes(sentence[at - 1] ?? '');
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
  return (
    !hasArrowBehindBlock(sentence) && ends({ kind: 'name', name: start }, start, 0, true).has(sentence.length)
  );
}
