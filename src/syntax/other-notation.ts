import { type Diagnostic, languageError } from '../diagnostic/diagnostic.ts';
import type { Span } from '../text/span.ts';
import { freeStatementWords, propertyWords, statementWords } from './words.ts';

/** A stretch of lines in another notation, from its first line to where a flow goes on or the text ends. */
export interface OtherNotation {
  readonly span: Span;
  readonly finding: Diagnostic;
}

interface Notation {
  /** “This is …”. */
  readonly name: string;
  /** What its first line looks like. */
  readonly begins: RegExp;
  /** What must stand somewhere behind that, where the first line alone could be something else. */
  readonly holds?: RegExp;
}

/** In the order in which they are tried; the first line that is not empty and no comment decides. */
const notations: readonly Notation[] = [
  { name: 'a PDF document', begins: /^%PDF-/ },
  { name: 'a file of a word processor or a packed folder', begins: /^PK\W/ },
  { name: 'a document in Rich Text Format', begins: /^\{\\rtf/ },
  {
    name: 'a Mermaid chart',
    begins:
      /^(?:```+[ \t]*mermaid\b|~~~+[ \t]*mermaid\b|%%\{|(?:flowchart(?:-elk)?|graph)(?:[ \t]+(?:TB|TD|BT|RL|LR)\b.*)?;?$|(?:sequenceDiagram|stateDiagram(?:-v2)?|classDiagram(?:-v2)?|erDiagram|journey|gantt|mindmap|timeline|swimlane(?:-beta)?)[ \t]*$)/,
  },
  {
    name: 'a Mermaid chart',
    begins: /^---[ \t]*$/,
    holds: /^[ \t]*(?:flowchart|graph)[ \t]+(?:TB|TD|BT|RL|LR)\b/m,
  },
  {
    name: 'a Mermaid chart',
    begins:
      /^[\w-]+[ \t]*(?:\[[^\]\n]+\]|\(\[?[^)\n]+\]?\)|\{[^}\n]+\}|>[^\]\n]+\])(?:[ \t]*(?:-->|---|-\.->|==>)|[ \t]*$)/,
    holds: /-->|---|-\.->|==>/,
  },
  { name: 'a PlantUML diagram', begins: /^@start\w+/ },
  { name: 'a PlantUML diagram', begins: /^start[ \t]*$/, holds: /^[ \t]*:[^\n]+;[ \t]*$/m },
  { name: 'a Graphviz graph (DOT)', begins: /^(?:strict[ \t]+)?(?:di)?graph\b[^\n]*\{/ },
  {
    name: 'a flowchart.js chart',
    begins: /^\w+=>(?:start|operation|condition|end|subroutine|inputoutput|parallel)\b/,
  },
  { name: 'a draw.io file', begins: /^<(?:\?xml|mxfile|mxGraphModel)/, holds: /<mx(?:file|GraphModel)/ },
  { name: 'a BPMN model', begins: /^<(?:\?xml|(?:\w+:)?definitions)/, holds: /bpmn|omg\.org/i },
  { name: 'an SVG picture', begins: /^<(?:\?xml|svg)/, holds: /<svg/ },
  { name: 'a web page', begins: /^<(?:!doctype[ \t]+html|html|head|body|div|table|p|ul|ol)\b/i },
  { name: 'an XML file', begins: /^<(?:\?xml\b|[\w:]+(?:[ \t]+[\w:]+=|>))/ },
  { name: 'a JSON file', begins: /^[{[][ \t]*(?:$|["{[\]}])/, holds: /[}\]][ \t\r\n]*$/ },
];

const howTo =
  'A flow begins with “flow” and its name, and has a statement on each line: step check "Check the stock"';

/** How far into a text it is looked for what a notation holds, and how many lines of a table are counted. */
const farthest = 100_000;
const mostLines = 2000;

/** Finds what was pasted from another program: the whole text, or what stands in it from some line on. */
export function otherNotation(text: string): OtherNotation | undefined {
  const start = firstLineOf(text, 0);
  const whole = start === undefined ? undefined : notationAt(text, start);
  if (whole !== undefined) return whole;
  // Behind the head of a flow, which someone wrote before pasting.
  const head = /^[ \t]*flow[ \t]+[^\n]*\n/m.exec(text.slice(0, farthest));
  const below = head === null ? undefined : firstLineOf(text, head.index + head[0].length);
  return below === undefined ? undefined : notationAt(text, below);
}

/** The offset of the first line from another on that is not empty and no comment, without its indentation. */
function firstLineOf(text: string, from: number): number | undefined {
  const line = /^[ \t]*(?=[^\s#])/m;
  const found = line.exec(text.slice(from, from + farthest));
  return found === null ? undefined : from + found.index + found[0].length;
}

function notationAt(text: string, start: number): OtherNotation | undefined {
  const nextFlow = /^[ \t]*flow[ \t]+[\w-]+[ \t]*(?:"|\r?$)/m.exec(text.slice(start));
  const end = nextFlow === null || nextFlow.index === 0 ? text.length : start + nextFlow.index;
  const rest = text.slice(start, Math.min(end, start + farthest));
  const [line = ''] = rest.split(/\r?\n/, 1);
  const notation = notations.find(
    ({ begins, holds }) => begins.test(line) && (holds === undefined || holds.test(rest)),
  );
  const name = notation?.name ?? tableName(rest);
  if (name === undefined) return undefined;
  return {
    span: { start, end },
    finding: languageError(
      'other-notation',
      { start, end: start + line.trimEnd().length },
      `This is ${name}, not a flow`,
      { help: howTo },
    ),
  };
}

const separators: readonly (readonly [sign: string, name: string])[] = [
  [',', 'a table with commas (CSV)'],
  [';', 'a table with semicolons (CSV)'],
  ['\t', 'a table from a spreadsheet'],
  ['|', 'a table'],
];

/** A line that begins as one of this language, whatever commas it has. */
const statementOnLine = new RegExp(
  `^(?:${[...statementWords, ...freeStatementWords, ...propertyWords].join('|')})\\s+[^\\s,;|]`,
);

/** Whether lines are rows of a table: each with as many cells, three or more, and none begins as a statement does. */
function tableName(text: string): string | undefined {
  const lines = text
    .split(/\r?\n/, mostLines)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const [head = '', ...rows] = lines;
  if (rows.length === 0) return undefined;
  for (const [sign, name] of separators) {
    const cells = cellsOf(head, sign);
    if (cells < 3) continue;
    // A cell that was left out at the end of a row takes its separator with it.
    const alike = rows.filter((row) => Math.abs(cellsOf(row, sign) - cells) <= 1).length;
    const asStatements = lines.filter((row) => statementOnLine.test(row)).length;
    if (alike >= rows.length * 0.8 && asStatements < lines.length * 0.2) return name;
  }
  return undefined;
}

/** How many cells a line has, separators inside of quotes left out. */
const cellsOf = (line: string, sign: string): number => line.replaceAll(/"[^"]*"/g, '""').split(sign).length;
