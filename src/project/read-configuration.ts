import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { closest } from '../diagnostic/suggest.ts';
import { type ConfigurationFile, configurationDecoder, configurationKeys } from './configuration.ts';
import type { DecodingProblem } from './decoder.ts';

export interface ReadConfiguration {
  readonly value: Partial<ConfigurationFile>;
  readonly problems: readonly DecodingProblem[];
  /**
   * False for a file of another kind, of which nothing is to be shown: most of its keys, if any, are none of flowc's.
   */
  readonly isConfiguration: boolean;
}

/**
 * Reads the text of a `flowc.config.json`: JSON, in which comments and trailing commas are fine. Every mistake is
 * found, with its place.
 */
export function readConfiguration(text: string): ReadConfiguration {
  const tooDeep = bracketTooDeep(text);
  if (tooDeep !== undefined) {
    const span = { start: tooDeep, end: tooDeep + 1 };
    const message = `Brackets nest more than ${deepestBrackets} deep here, and no setting does`;
    return { value: {}, problems: [{ span, message }], isConfiguration: false };
  }
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const problems: DecodingProblem[] = errors.slice(0, 1).map(({ error, offset, length }) => ({
    span: { start: offset, end: offset + length },
    message: `This is not JSON: ${inWords(printParseErrorCode(error))}`,
  }));
  if (tree === undefined) return { value: {}, problems, isConfiguration: false };
  const value = configurationDecoder.decode(tree, (problem) => problems.push(problem));
  return { value: value ?? {}, problems, isConfiguration: hasOurKeys(tree, errors.length === 0) };
}

/** The most brackets within each other: reading them recurses, and settings need six. */
const deepestBrackets = 100;

/** A text, a comment or a bracket. What nobody closed goes on to its end, so that no text is gone through twice. */
const textOrBracket = /"(?:[^"\\\n]|\\.)*"?|\/\/.*|\/\*[\s\S]*?(?:\*\/|$)|[[{\]}]/g;

/** The offset of a bracket that is too deep; undefined where none is. Those in texts and comments are none. */
function bracketTooDeep(text: string): number | undefined {
  let depth = 0;
  for (const { 0: sign, index } of text.matchAll(textOrBracket))
    if (sign === '[' || sign === '{') {
      depth++;
      if (depth > deepestBrackets) return index;
    } else if (sign === ']' || sign === '}') depth--;
  return undefined;
}

function hasOurKeys(tree: Node, isJson: boolean): boolean {
  if (tree.type !== 'object') return false;
  const keys = (tree.children ?? []).flatMap(({ children: [key] = [] }) =>
    key === undefined ? [] : [String(key.value)],
  );
  const ours = keys.filter(
    (key) => configurationKeys.includes(key) || closest(key, configurationKeys) !== undefined,
  );
  return keys.length === 0 ? isJson : 2 * ours.length > keys.length;
}

/** `CommaExpected` reads “comma expected”. */
const inWords = (name: string): string =>
  name.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();
