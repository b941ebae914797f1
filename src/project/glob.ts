/** A pattern for paths. */
export interface Glob {
  matches(path: string): boolean;
}

/** More characters than these, or more than `mostAlternatives`, are no pattern that someone has written for himself. */
const longestPattern = 1000;
const mostAlternatives = 100;

type Name = readonly string[];
/**
 * Reads a pattern as `overrides` and arguments have it: `*` is any part of a name, `**` any folders, `?` a character,
 * `[a-z]` and `[!a-z]` one of some, `{a,b}` and `{1..9}` either, `\` takes the next character itself, `!` in front
 * turns it round. Wildcards leave out names that begin with a dot, as in a shell. Undefined for one that is too long,
 * or stands for too many.
 *
 * Time grows with the lengths of path and pattern only: patterns come with other people's projects, and compiled to a
 * regular expression `*a*a*a*a*b` takes hours to find that it does not match.
 */
export function globOf(pattern: string): Glob | undefined {
  if (pattern.length > longestPattern) return undefined;
  const [marks = ''] = /^!*/.exec(pattern) ?? [];
  const isNegated = marks.length % 2 === 1;
  const written = expandBraces(pattern.slice(marks.length));
  if (written === undefined) return undefined;
  const alternatives = written.map(readAlternative);
  return {
    matches(path) {
      const names = path.split('/').map((name) => [...name]);
      return alternatives.some((each) => covers(each, names)) !== isNegated;
    },
  };
}

/**
 * Parts `flows/2026/order-*.flow` into the folder below which it can match anything, and what is matched there; empty
 * where there is no wildcard.
 */
export function splitPattern(path: string): { readonly base: string; readonly pattern: string } {
  const names = path.split('/');
  const wild = names.findIndex((name) => /[*?[{]/.test(name));
  if (wild === -1) return { base: path, pattern: '' };
  const base = names.slice(0, wild).join('/');
  return { base: wild === 0 ? '.' : base === '' ? '/' : base, pattern: names.slice(wild).join('/') };
}

/** All texts that a pattern with braces stands for; the innermost go first. */
function expandBraces(pattern: string): readonly string[] | undefined {
  const done: string[] = [];
  const open = [pattern];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const found = /(?<!\\)\{((?:[^{}\\]|\\.)*)\}/.exec(next);
    const choices = found === null ? undefined : choicesOf(found[1] ?? '');
    if (found === null || choices === undefined) done.push(next);
    else {
      const [before, after] = [next.slice(0, found.index), next.slice(found.index + found[0].length)];
      open.push(...choices.map((choice) => before + choice + after));
    }
    if (open.length + done.length > mostAlternatives) return undefined;
  }
  return done;
}

/** `a,b` or `1..9`; undefined for what is neither, so that its braces stand for themselves. */
function choicesOf(inner: string): readonly string[] | undefined {
  const [, from, to] = /^(\d{1,6})\.\.(\d{1,6})$/.exec(inner) ?? [];
  if (from === undefined || to === undefined) return inner.includes(',') ? inner.split(',') : undefined;
  const [least, most] = [Math.min(Number(from), Number(to)), Math.max(Number(from), Number(to))];
  // One more than may be is enough to be too many.
  return Array.from({ length: Math.min(most - least, mostAlternatives) + 1 }, (_, at) => String(least + at));
}

const readAlternative = (pattern: string): readonly Taker<Name>[] =>
  pattern
    .replace(/^\.\//, '')
    .split('/')
    .flatMap((name): readonly Taker<Name>[] => {
      if (name === '**') return [anyFolders];
      // `**.flow` is short for `**/*.flow`.
      return name.startsWith('**') ? [anyFolders, readName(name)] : [readName(name)];
    });

const isPlain = (name: Name): boolean => name[0] !== '.';
const anyFolders: Taker<Name> = { isWild: true, takes: isPlain };
const anyPart: Taker<string> = { isWild: true, takes: () => true };
const anyOne: Taker<string> = { isWild: false, takes: () => true };

function readName(name: string): Taker<Name> {
  const pieces: Taker<string>[] = [];
  for (let at = 0; at < name.length; ) {
    const rest = name.slice(at);
    const [set] = /^\[[!^]?(?:\][^\]]*|[^\]]+)\]/.exec(rest) ?? [];
    const [stars] = /^\*+/.exec(rest) ?? [];
    const [written = ''] = /^\\?./su.exec(rest) ?? [];
    if (set !== undefined) pieces.push(readSet(set));
    else if (stars !== undefined) pieces.push(anyPart);
    else if (written === '?') pieces.push(anyOne);
    else {
      const character = written.length > 1 && written.startsWith('\\') ? written.slice(1) : written;
      pieces.push({ isWild: false, takes: (other) => other === character });
    }
    at += (set ?? stars ?? written).length;
  }
  const [first] = pieces;
  const hidesDots = first === anyPart || first === anyOne;
  return {
    isWild: false,
    // `*` alone is the name of something, too.
    takes: (other) => other.length > 0 && (isPlain(other) || !hidesDots) && covers(pieces, other),
  };
}

/** `[a-z]`, `[!a-z]` or `[^a-z]`. */
function readSet(set: string): Taker<string> {
  const isNegated = /^\[[!^]/.test(set);
  const ranges = [...set.slice(isNegated ? 2 : 1, -1).matchAll(/(.)(?:-(.))?/gsu)];
  return {
    isWild: false,
    takes: (character) =>
      ranges.some(([, first = '', last = first]) => first <= character && character <= last) !== isNegated,
  };
}

/** A part of a pattern that takes any number of items, or one that takes a single item. */
interface Taker<Item> {
  readonly isWild: boolean;
  takes(item: Item): boolean;
}

/**
 * True where a pattern stands for all of a list. Goes over the items once and keeps which beginnings of the pattern
 * stand for the items so far, so that it takes as many steps as items times parts.
 */
function covers<Item>(pattern: readonly Taker<Item>[], items: readonly Item[]): boolean {
  const reached = [true];
  for (const [at, { isWild }] of pattern.entries()) reached.push(isWild && reached[at] === true);
  for (const item of items) {
    let before = reached[0] === true;
    reached[0] = false;
    for (const [at, { isWild, takes }] of pattern.entries()) {
      const here = reached[at + 1] === true;
      reached[at + 1] = isWild ? reached[at] === true || (here && takes(item)) : before && takes(item);
      before = here;
    }
  }
  return reached[pattern.length] === true;
}
