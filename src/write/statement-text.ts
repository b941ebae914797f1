import { displayWidth } from '../diagnostic/display-width.ts';
import type { Node, Stage } from '../model/process.ts';
import { arrowText, chainText, isChainOf, linksOf, textLines } from './chain-text.ts';
import { exceptionText, percentOf } from './exit-text.ts';
import { headText, nameText } from './node-text.ts';
import { paragraphs } from './paragraphs.ts';
import type { Continuation, Item, ParallelItem, StageItem, StatementItem, TouchpointItem } from './plan.ts';
import { quotedText } from './vocabulary.ts';
import type { Writing } from './writing.ts';

/** More links than this, or more columns, and a branch is a block. */
const longestChain = { links: 4, columns: 100 };

/** The lines of the statements of a flow. Calls itself for blocks, which the arrangement does not nest deep. */
export function statementLines(writing: Writing, items: readonly Item[]): readonly string[] {
  const lines: string[] = [];
  const out: Out = { writing, lines };
  writeItems(out, items, 0);
  return lines;
}

interface Out {
  readonly writing: Writing;
  readonly lines: string[];
}

const put = ({ lines }: Out, depth: number, text: string): void => {
  lines.push('  '.repeat(depth) + text);
};

/** Blank lines part what does not belong together at the top of a flow, and stages wherever they stand. */
function writeItems(out: Out, items: readonly Item[], depth: number): void {
  const { nodes } = out.writing.shape;
  const paragraph = paragraphs(nodes);
  for (const item of items) {
    const mayPart = depth === 0 || item.kind === 'stage';
    if (paragraph.begins(item, out.lines.length) && mayPart) out.lines.push('');
    paragraph.add(item, out.lines.length);
    writeItem(out, item, depth);
  }
}

function writeItem(out: Out, item: Item, depth: number): void {
  switch (item.kind) {
    case 'arrow':
      put(out, depth, arrowText(out.writing, item.to));
      return;
    case 'touchpoint':
      writeTouchpoint(out, item, depth);
      return;
    case 'stage':
      writeStage(out, item, depth);
      return;
    case 'parallel':
      writeParallel(out, item, depth);
      return;
    case 'statement':
      writeStatement(out, item, depth);
      return;
  }
}

function writeTouchpoint(out: Out, { at, branch }: TouchpointItem, depth: number): void {
  const { writing } = out;
  const node = writing.shape.nodes[at];
  if (node?.kind !== 'touchpoint') return;
  const requests = node.requests.map((id) => writing.vocabulary.request(id));
  const head = `touchpoint ${nameText(writing, at, node)}`;
  const text = requests.length === 0 ? head : `${head} for ${requests.join(', ')}`;
  // A block and no chain: before version 1.1 of the language, a chain takes all that is open.
  if (branch.kind === 'falls') put(out, depth, text);
  else if (branch.kind === 'jumps') put(out, depth, `${text} { ${arrowText(writing, branch.to)} }`);
  else writeBlock(out, text, branch.items, depth);
}

function writeStage(out: Out, { stage: id, items }: StageItem, depth: number): void {
  const { writing } = out;
  const stage = writing.shape.stages.find((each) => each.id === id);
  if (stage === undefined) return;
  put(out, depth, `${stageHead(writing, stage)} {`);
  writeItems(out, items, depth + 1);
  for (const line of emptyStages(writing, stage.id)) put(out, depth + 1, line);
  put(out, depth, '}');
}

/** The stages right inside of one, or of none, in which nothing is done, each with those in it. */
export function emptyStages(writing: Writing, around: string | undefined): readonly string[] {
  const lines: string[] = [];
  const stack: (Stage | 'close')[] = [...(writing.emptyStages.get(around) ?? [])].reverse();
  for (let next = stack.pop(); next !== undefined; next = stack.pop())
    if (next === 'close') lines.push('}');
    else {
      lines.push(`${stageHead(writing, next)} {`);
      stack.push('close', ...(writing.emptyStages.get(next.id) ?? []).toReversed());
    }
  return lines;
}

function stageHead(writing: Writing, stage: Stage): string {
  const name = writing.stageName(stage);
  return `stage ${name === undefined ? '' : `${name} `}${quotedText(stage.label, undefined, writing.losses)}`;
}

function writeParallel(out: Out, { at, branches, arrow }: ParallelItem, depth: number): void {
  const { writing } = out;
  const node = writing.shape.nodes[at];
  if (node === undefined) return;
  const isBare = writing.nameOf(at) === undefined && node.label === '';
  put(out, depth, `parallel ${isBare ? '' : `${nameText(writing, at, node)} `}{`);
  for (const { exit, items } of branches) {
    const { label = '' } = exit;
    writeBlock(
      out,
      label === '' ? 'branch' : `branch ${quotedText(label, node, writing.losses)}`,
      items,
      depth + 1,
    );
  }
  put(out, depth, '}');
  if (arrow !== undefined) put(out, depth, arrowText(writing, arrow));
}

function writeBlock(out: Out, head: string, items: readonly Item[], depth: number): void {
  if (items.length === 0) {
    put(out, depth, `${head} {}`);
    return;
  }
  put(out, depth, `${head} {`);
  writeItems(out, items, depth + 1);
  put(out, depth, '}');
}

function writeStatement(out: Out, item: StatementItem, depth: number): void {
  const { writing } = out;
  const node = writing.shape.nodes[item.at];
  if (node === undefined) return;
  if (node.kind === 'decision') {
    switch (node.decision.kind) {
      case 'retry':
        put(out, depth, chainText(writing, [item]));
        return;
      case 'if':
        writeIf(out, item, depth);
        return;
      case 'choose':
        writeChoose(out, item, node, depth);
        return;
    }
  }
  put(out, depth, headText(writing, item.at, node));
  for (const line of textLines(writing, node)) put(out, depth + 1, line);
  for (const branch of item.branches)
    writeBranch(out, exceptionText(writing, node, branch.exit), branch, depth + 1);
  if (item.arrow !== undefined) put(out, depth, arrowText(writing, item.arrow));
}

/** An `if` with all its `else if`, which can be many. */
function writeIf(out: Out, first: StatementItem, depth: number): void {
  const { writing } = out;
  let word = 'if';
  for (let item: StatementItem | undefined = first; item !== undefined; ) {
    const node = writing.shape.nodes[item.at];
    const yes = item.branches.find(({ exit }) => exit.kind === 'yes');
    const no: Continuation | undefined = item.branches.find(({ exit }) => exit.kind === 'no');
    if (node === undefined || yes === undefined) return;
    const question = nameText(writing, item.at, node, '?');
    writeBranch(out, `${word} ${question}${percentOf(writing, node, yes.exit)}`, yes, depth);
    word = 'else if';
    item = no === undefined ? undefined : questionAlone(writing, no);
    if (item === undefined && no !== undefined && no.kind !== 'falls') writeBranch(out, 'else', no, depth);
  }
}

/** The `if` that is all that a branch does. */
function questionAlone({ shape }: Writing, branch: Continuation): StatementItem | undefined {
  if (branch.kind !== 'block' || branch.items.length !== 1) return undefined;
  const [only] = branch.items;
  if (only?.kind !== 'statement') return undefined;
  const node = shape.nodes[only.at];
  return node?.kind === 'decision' && node.decision.kind === 'if' ? only : undefined;
}

function writeChoose(out: Out, item: StatementItem, node: Node, depth: number): void {
  const { writing } = out;
  put(out, depth, `choose ${nameText(writing, item.at, node, '?')} {`);
  for (const branch of item.branches) {
    const { exit } = branch;
    const head =
      exit.kind === 'otherwise'
        ? 'otherwise'
        : `when ${quotedText(exit.label ?? '', node, writing.losses)}${percentOf(writing, node, exit)}`;
    writeBranch(out, head, branch, depth + 1);
  }
  put(out, depth, '}');
}

/** A branch behind its head: a chain of arrows on the same line where it is short, else a block. */
function writeBranch(out: Out, head: string, branch: Continuation, depth: number): void {
  const { writing } = out;
  if (branch.kind === 'falls') put(out, depth, `${head} {}`);
  else if (branch.kind === 'jumps') put(out, depth, `${head} ${arrowText(writing, branch.to)}`);
  else {
    const isChain = branch.items.length > 0 && isChainOf(writing, branch.items);
    const line = isChain ? `${'  '.repeat(depth)}${head} ${chainText(writing, branch.items)}` : '';
    if (
      isChain &&
      linksOf(writing, branch.items) <= longestChain.links &&
      displayWidth(line) <= longestChain.columns
    )
      out.lines.push(line);
    else writeBlock(out, head, branch.items, depth);
  }
}
