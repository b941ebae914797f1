import type { Branch, Call, Chain, ChainLink, Parallel, Stage, Statement, Step } from '../syntax/ast.ts';
import { cover } from '../text/span.ts';
import { type AnswerExit, caseExits, chooseExits, ifArmExits } from './decisions.ts';
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
import { stageAttributes } from './node-attributes.ts';
import { buildRetry } from './retry.ts';
import {
  addCall,
  addEnd,
  addEntry,
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
      return buildEntry(draft, addTouchpoint(draft, statement, place), statement.branch, open, place);
    case 'anytime':
    case 'late':
      return buildEntry(draft, addEntry(draft, statement, place), statement.branch, open, place);
    case 'meanwhile':
      // What is done beside the work is over by itself: its exits lead nowhere.
      buildBranch(draft, statement.branch, [nextExit(draft, addEntry(draft, statement, place))], place);
      return open;
    case 'stage':
      return buildStage(draft, statement, open, place);
    case 'step':
    case 'wait':
    case 'escalate': {
      // A wait for no event and nothing else is not finished yet: nobody knows where it will lead.
      const isUnfinished =
        statement.events?.cases.length === 0 &&
        statement.exceptions.every(({ kind }) => kind === 'meanwhile');
      const hasErrors = place.hasErrors || isUnfinished;
      return buildAfter(draft, statement, addStep(draft, statement, open, { ...place, hasErrors }), place);
    }
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
      append(after, otherwise?.branch === undefined ? no : buildBranch(draft, otherwise.branch, no, place));
      return after;
    }
    case 'choose': {
      const { from, answers } = chooseExits(draft, statement, open, place);
      const after = buildAnswers(draft, answers, place);
      if (statement.all === undefined || after.length === 0) return after;
      const join = addNode(
        draft,
        place,
        after,
        { ...noAttributes, kind: 'join', label: '' },
        draft.nodes[from]?.written ?? { head: statement.keyword, name: statement.keyword },
        { fork: from },
      );
      return [nextExit(draft, join)];
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
          push(target.retry.chain?.links ?? []);
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

/** What the answers of a question, or the events of a wait, lead to; one without a branch goes on with what follows. */
function buildAnswers(draft: ProcessDraft, answers: readonly AnswerExit[], place: DraftPlace): DraftExit[] {
  const after: DraftExit[] = [];
  for (const { exit, branch } of answers)
    append(after, branch === undefined ? [exit] : buildBranch(draft, branch, [exit], place));
  return after;
}

/**
 * What comes in from outside, or from beside, takes no exits: those before it pass over it. Its branch is a path of its
 * own, whose open exits join what follows, as those before it do.
 */
function buildEntry(
  draft: ProcessDraft,
  node: number,
  branch: Branch | undefined,
  open: DraftExit[],
  place: DraftPlace,
): DraftExit[] {
  const own = [nextExit(draft, node)];
  append(open, branch === undefined ? own : buildBranch(draft, branch, own, place));
  return open;
}

function buildStage(draft: ProcessDraft, stage: Stage, open: DraftExit[], place: DraftPlace): DraftExit[] {
  const index = draft.stages.length;
  const identifier = stage.name.id;
  draft.stages.push({
    content: { label: nodeLabel(draft, stage.name), ...stageAttributes(stage.attributes) },
    span: cover(stage.keyword, stage.name.span),
    ...(identifier === undefined ? {} : { identifier }),
    ...(place.stage === undefined ? {} : { parent: place.stage }),
  });
  return buildStatements(draft, stage.block.statements, open, index);
}

/**
 * What comes after a step: its chain, then the branches of its problems and time limit, which join what follows. A wait
 * for events has no other exit than those. What is done meanwhile is over by itself.
 */
function buildAfter(
  draft: ProcessDraft,
  statement: Step | Call,
  node: number,
  place: DraftPlace,
): DraftExit[] {
  const { chain, exceptions } = statement;
  const cases = statement.kind === 'call' ? undefined : statement.events?.cases;
  const usual =
    cases === undefined
      ? [nextExit(draft, node)]
      : buildAnswers(draft, caseExits(draft, node, cases, 0), place);
  const after = chain === undefined ? usual : buildChain(draft, chain, usual, place);
  for (const [at, exception] of exceptions.entries()) {
    const exit = exceptionExit(draft, node, at + Math.max(1, cases?.length ?? 1), exception);
    const open = buildBranch(draft, exception.branch, [exit], place);
    if (exception.kind !== 'meanwhile') append(after, open);
  }
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
  const first = parallel.first === undefined ? {} : { first: true as const };
  const span = name === undefined ? keyword : cover(keyword, name.span);
  const written = { head: span, name: name?.span ?? keyword };
  const fork = addNode(
    draft,
    place,
    incoming,
    { ...noAttributes, kind: 'fork', label: nodeLabel(draft, name), ...first },
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
  // Nothing comes together where every branch has ended, and no path leads to what follows.
  if (joining.length === 0) return [];
  const join = addNode(
    draft,
    place,
    joining,
    { ...noAttributes, kind: 'join', label: '', ...first },
    written,
    {
      fork,
    },
  );
  return [nextExit(draft, join)];
}

function append(list: DraftExit[], more: readonly DraftExit[]): void {
  for (const exit of more) list.push(exit);
}
