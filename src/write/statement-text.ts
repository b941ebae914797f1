import { displayWidth } from '../diagnostic/display-width.ts';
import type { Node, Stage } from '../model/process.ts';
import { peopleTexts, remarkTexts, stageTexts } from './attribute-text.ts';
import { arrowText, chainText, isChainOf, linksOf, textLines } from './chain-text.ts';
import { answerText, exceptionText, meanwhileText, percentOf } from './exit-text.ts';
import { headText, nameText } from './node-text.ts';
import { paragraphs } from './paragraphs.ts';
import type {
  BranchItem,
  Continuation,
  EntryItem,
  Item,
  ParallelItem,
  StageItem,
  StatementItem,
} from './plan.ts';
import { durationsText, quotedText } from './vocabulary.ts';
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
    case 'entry':
      writeEntry(out, item, depth);
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

function writeEntry(out: Out, { at, branch }: EntryItem, depth: number): void {
  const node = out.writing.shape.nodes[at];
  const head = node && entryText(out.writing, at, node);
  if (head === undefined) return;
  if (branch.kind === 'falls' && node?.kind === 'touchpoint') put(out, depth, head);
  else if (branch.kind === 'block' && endsInCall(out.writing, branch.items))
    // What is beside the work may stand behind it, and would be read as beside the call.
    writeBlock(out, head, branch.items, depth);
  else writeBranch(out, head, branch, depth);
}

function endsInCall({ shape }: Writing, items: readonly Item[]): boolean {
  const last = items.at(-1);
  return last?.kind === 'statement' && shape.nodes[last.at]?.kind === 'call';
}

/** The head of where cases come in, or of what begins beside the work. */
function entryText(writing: Writing, at: number, node: Node): string | undefined {
  switch (node.kind) {
    case 'touchpoint': {
      const { volume } = node;
      const per = volume && durationsText([volume.per], node, writing.losses)[0];
      return [
        `touchpoint ${nameText(writing, at, node)}`,
        ...(node.requests.length === 0
          ? []
          : [`for ${node.requests.map((id) => writing.vocabulary.request(id)).join(', ')}`]),
        ...peopleTexts(writing, { with: node.with, using: node.using }, node.owner),
        ...(volume === undefined || per === undefined ? [] : [`volume ${volume.count} per ${per}`]),
        ...remarkTexts(writing, node, node),
      ].join(' ');
    }
    case 'anytime':
      return `anytime ${nameText(writing, at, node)}${percentOf(writing, node, node)}`;
    case 'late':
      return `late ${nameText(writing, at, node)}`;
    case 'meanwhile': {
      const { name = '' } = node;
      const own = writing.nameOf(at);
      const label = name === '' ? '' : quotedText(name, node, writing.losses);
      return meanwhileText(
        writing,
        node,
        [own ?? '', label].filter((text) => text !== '').join(' '),
        node.timing,
      );
    }
    default:
      return undefined;
  }
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
  return [
    'stage',
    ...(name === undefined ? [] : [name]),
    quotedText(stage.label, undefined, writing.losses),
    ...stageTexts(writing, stage),
  ].join(' ');
}

function writeParallel(out: Out, { at, branches, arrow }: ParallelItem, depth: number): void {
  const { writing } = out;
  const node = writing.shape.nodes[at];
  if (node === undefined) return;
  if (node.kind === 'decision') {
    put(out, depth, `choose all ${questionText(writing, at, node)} {`);
    for (const { exit, items } of branches)
      writeBranch(out, answerText(writing, node, exit), asContinuation(exit, items), depth + 1);
  } else {
    const isBare = writing.nameOf(at) === undefined && node.label === '';
    const first = node.kind === 'fork' && node.first === true ? 'first ' : '';
    put(out, depth, `parallel ${first}${isBare ? '' : `${nameText(writing, at, node)} `}{`);
    for (const { exit, items } of branches) {
      const { label = '' } = exit;
      const head = label === '' ? 'branch' : `branch ${quotedText(label, node, writing.losses)}`;
      writeBlock(out, head, items, depth + 1);
    }
  }
  put(out, depth, '}');
  if (arrow !== undefined) put(out, depth, arrowText(writing, arrow));
}

/** A closed branch, of which one in which nothing is done goes on with what follows. */
const asContinuation = (exit: BranchItem['exit'], items: readonly Item[]): Continuation =>
  items.length === 0 ? { kind: 'falls', exit } : { kind: 'block', exit, items };

/** A question with who asks it, and what else is said of it. */
const questionText = (writing: Writing, at: number, node: Node): string =>
  [
    nameText(writing, at, node, '?'),
    ...peopleTexts(writing, { with: node.with, using: node.using }, node.owner),
    ...remarkTexts(writing, node, node),
  ].join(' ');

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
  const hasEvents = item.branches.some(({ exit }) => exit.kind === 'when');
  const head = headText(writing, item.at, node);
  const texts = textLines(writing, node);
  if (hasEvents) put(out, depth, `${[head, ...texts].join(' ')} {`);
  else {
    put(out, depth, head);
    for (const line of texts) put(out, depth + 1, line);
  }
  const all = [
    ...item.branches,
    ...item.beside.map(({ exit, items }): Continuation => ({ kind: 'block', exit, items })),
  ].sort((a, b) => a.exit.index - b.exit.index);
  for (const branch of all) {
    const { exit } = branch;
    const isEvent = exit.kind === 'when';
    const line = isEvent ? answerText(writing, node, exit) : exceptionText(writing, node, exit);
    writeBranch(out, line, branch, depth + 1);
  }
  if (hasEvents) put(out, depth, '}');
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
    const question = questionText(writing, item.at, node);
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
  put(out, depth, `choose ${questionText(writing, item.at, node)} {`);
  for (const branch of item.branches)
    writeBranch(out, answerText(writing, node, branch.exit), branch, depth + 1);
  put(out, depth, '}');
}

/** A branch behind its head: a chain of arrows on the same line where it is short, else a block. */
function writeBranch(out: Out, head: string, branch: Continuation, depth: number): void {
  const { writing } = out;
  const isAnswer = branch.exit.kind === 'when' || branch.exit.kind === 'otherwise';
  if (branch.kind === 'falls') put(out, depth, isAnswer ? head : `${head} {}`);
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
