import type {
  Branch,
  Call,
  Chain,
  ChainLink,
  Parallel,
  Stage,
  Statement,
  Step,
  Touchpoint,
} from '../syntax/ast.ts';
import { cover } from '../text/span.ts';
import { chooseExits, ifArmExits } from './decisions.ts';
import {
  addNode,
  type DraftExit,
  type DraftPlace,
  isFull,
  nextExit,
  noAttributes,
  type ProcessDraft,
} from './draft.ts';
import { exceptionExit } from './exception-exit.ts';
import { buildRetry } from './retry.ts';
import {
  addCall,
  addEnd,
  addInlineStep,
  addStep,
  addTouchpoint,
  addTransfer,
  addUnreadable,
  nodeLabel,
} from './simple-nodes.ts';

/**
 * Builds statements that follow each other. `incoming` are the open exits before the first of them; what comes back are
 * those after the last. Here and below, a list of exits that is handed in is given away: it may be added to and come
 * back, so that exits that pass many touchpoints are not copied again and again. Calls itself for blocks and exceptions
 * only, and the reader limits how deep they nest.
 */
export function buildStatements(
  draft: ProcessDraft,
  statements: readonly Statement[],
  incoming: DraftExit[],
  stage: number | undefined,
): DraftExit[] {
  let open = incoming;
  for (const statement of statements) {
    if (isFull(draft)) break;
    open = buildStatement(draft, statement, open, {
      hasErrors: statement.broken,
      ...(stage === undefined ? {} : { stage }),
    });
  }
  return open;
}

function buildStatement(
  draft: ProcessDraft,
  statement: Statement,
  open: DraftExit[],
  place: DraftPlace,
): DraftExit[] {
  switch (statement.kind) {
    case 'touchpoint':
      return buildTouchpoint(draft, statement, open, place);
    case 'stage':
      return buildStage(draft, statement, open, place);
    case 'step':
    case 'wait':
    case 'escalate':
      return buildAfter(draft, statement, addStep(draft, statement, open, place), place);
    case 'call':
      return buildAfter(draft, statement, addCall(draft, statement, open, place), place);
    case 'if': {
      const after: DraftExit[] = [];
      let no = open;
      for (const arm of statement.arms) {
        if (isFull(draft)) break;
        const exits = ifArmExits(draft, arm, no, place);
        append(after, buildBranch(draft, arm.branch, [exits.yes], place));
        no = [exits.no];
      }
      const { otherwise } = statement;
      append(after, otherwise === undefined ? no : buildBranch(draft, otherwise.branch, no, place));
      return after;
    }
    case 'choose': {
      const after: DraftExit[] = [];
      for (const { exit, branch } of chooseExits(draft, statement, open, place))
        append(after, buildBranch(draft, branch, [exit], place));
      return after;
    }
    case 'parallel':
      return buildParallel(draft, statement, open, place);
    case 'arrow':
      return buildChain(draft, statement.chain, open, place);
    case 'end':
      addEnd(draft, statement, open, place);
      return [];
    case 'transfer':
      addTransfer(draft, statement, open, place);
      return [];
    case 'unreadable':
      return [nextExit(draft, addUnreadable(draft, statement, open, place))];
  }
}

function buildBranch(
  draft: ProcessDraft,
  branch: Branch,
  incoming: DraftExit[],
  place: DraftPlace,
): DraftExit[] {
  return branch.kind === 'chain'
    ? buildChain(draft, branch, incoming, place)
    : buildStatements(draft, branch.statements, incoming, place.stage);
}

/**
 * Builds what arrows lead to, one after the other; a chain may be as long as the file. Gives the open exits after it.
 */
function buildChain(
  draft: ProcessDraft,
  chain: Chain,
  incoming: DraftExit[],
  place: DraftPlace,
): DraftExit[] {
  // An arrow that leads to nothing is one whose target could not be read.
  if (chain.links.length === 0)
    return [nextExit(draft, addUnreadable(draft, chain, incoming, { ...place, hasErrors: true }))];
  let open = incoming;
  const waiting: ChainLink[] = [];
  const push = (links: readonly ChainLink[]) => {
    for (let at = links.length - 1; at >= 0; at -= 1) {
      const link = links[at];
      if (link !== undefined) waiting.push(link);
    }
  };
  push(chain.links);
  for (let link = waiting.pop(); link !== undefined && !isFull(draft); link = waiting.pop()) {
    const { target } = link;
    switch (target.kind) {
      case 'jump':
        if (target.retry === undefined) {
          draft.jumps.push({ jump: target, exits: open });
          open = [];
        } else {
          open = buildRetry(draft, target, target.retry, open, place);
          push(target.retry.chain.links);
        }
        break;
      case 'inline-step':
        open = [nextExit(draft, addInlineStep(draft, target, open, place))];
        break;
      case 'call':
        open = buildAfter(draft, target, addCall(draft, target, open, place), place);
        break;
      case 'end':
        addEnd(draft, target, open, place);
        open = [];
        break;
      case 'transfer':
        addTransfer(draft, target, open, place);
        open = [];
        break;
    }
  }
  return open;
}

/**
 * A touchpoint takes no exits: those before it pass over it. Its block is a path of its own; its chain is what the same
 * chain would be on the next line, and so takes all that is open.
 */
function buildTouchpoint(
  draft: ProcessDraft,
  touchpoint: Touchpoint,
  open: DraftExit[],
  place: DraftPlace,
): DraftExit[] {
  const node = addTouchpoint(draft, touchpoint, place);
  const own = nextExit(draft, node);
  const { branch } = touchpoint;
  if (branch?.kind === 'block') append(open, buildStatements(draft, branch.statements, [own], place.stage));
  else open.push(own);
  return branch?.kind === 'chain' ? buildChain(draft, branch, open, place) : open;
}

function buildStage(draft: ProcessDraft, stage: Stage, open: DraftExit[], place: DraftPlace): DraftExit[] {
  const index = draft.stages.length;
  const identifier = stage.name.id;
  draft.stages.push({
    label: nodeLabel(draft, stage.name),
    span: cover(stage.keyword, stage.name.span),
    ...(identifier === undefined ? {} : { identifier }),
    ...(place.stage === undefined ? {} : { parent: place.stage }),
  });
  return buildStatements(draft, stage.block.statements, open, index);
}

/** What comes after a step: its chain, then the branches of its problems and time limit, which join what follows. */
function buildAfter(
  draft: ProcessDraft,
  { chain, exceptions }: Step | Call,
  node: number,
  place: DraftPlace,
): DraftExit[] {
  const next = nextExit(draft, node);
  const after = chain === undefined ? [next] : buildChain(draft, chain, [next], place);
  for (const [at, exception] of exceptions.entries())
    append(
      after,
      buildBranch(draft, exception.branch, [exceptionExit(draft, node, at + 1, exception)], place),
    );
  return after;
}

/** Two bars: the fork starts all branches, the join waits for them. */
function buildParallel(
  draft: ProcessDraft,
  parallel: Parallel,
  incoming: DraftExit[],
  place: DraftPlace,
): DraftExit[] {
  const { name, keyword, branches } = parallel;
  const span = name === undefined ? keyword : cover(keyword, name.span);
  const written = { head: span, name: name?.span ?? keyword };
  const fork = addNode(
    draft,
    place,
    incoming,
    { ...noAttributes, kind: 'fork', label: nodeLabel(draft, name) },
    written,
    { identifier: name?.id },
  );
  const joining: DraftExit[] = branches.length === 0 ? [nextExit(draft, fork)] : [];
  for (const [rank, branch] of branches.entries()) {
    const label = nodeLabel(draft, branch.name);
    const head = branch.name === undefined ? branch.keyword : cover(branch.keyword, branch.name.span);
    const exit = nextExit(draft, fork, { rank, span: head, ...(label === '' ? {} : { label }) });
    append(joining, buildStatements(draft, branch.block.statements, [exit], place.stage));
  }
  const join = addNode(draft, place, joining, { ...noAttributes, kind: 'join', label: '' }, written, {
    fork,
  });
  return [nextExit(draft, join)];
}

function append(list: DraftExit[], more: readonly DraftExit[]): void {
  for (const exit of more) list.push(exit);
}
