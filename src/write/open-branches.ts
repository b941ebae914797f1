import { isForking } from '../model/node-parts.ts';
import type { Node } from '../model/process.ts';
import type { RefusedBranches } from './closed-branches.ts';
import type { UnnumberedExit } from './exit.ts';
import { landing, landingLabel, withoutIndex } from './landings.ts';
import type { Losses } from './losses.ts';
import { numbered, type ProcessShape } from './shape.ts';

/**
 * The shape with these branches as open ones: a parallel is a question all of whose answers apply, and a step where
 * they meet; so too a bar that belongs to none. What is done beside a step is a problem of it, and what is beside the
 * work may come at any time.
 */
export function withOpenBranches(
  shape: ProcessShape,
  refused: readonly RefusedBranches[],
  losses: Losses,
): ProcessShape {
  const nodes = [...shape.nodes];
  const ways: UnnumberedExit[][] = shape.exits.map((list) => list.map(withoutIndex));
  const toStep = (at: number): void => {
    const { label, id, stage } = nodes[at] ?? { label: '', id: '' };
    nodes[at] = { ...landing(id, stage), label: label === '' ? landingLabel : label };
  };
  for (const { opening, join, reason } of refused) {
    const node = nodes[opening];
    if (node === undefined) continue;
    nodes[opening] = opened(node, reason, losses);
    ways[opening] = (ways[opening] ?? []).map((way, at) => openedWay(node, way, at));
    if (join !== undefined) toStep(join);
  }
  const byId = new Map(nodes.map((node) => [node.id, node]));
  for (const [at, node] of nodes.entries()) {
    if (node.kind !== 'join') continue;
    const partner = byId.get(node.partner);
    if (partner !== undefined && isForking(partner) && 'partner' in partner && partner.partner === node.id)
      continue;
    losses.add(partner, 'has a bar where paths meet that belongs to no parallel: it is written as a step');
    toStep(at);
  }
  return { ...shape, nodes, exits: numbered(ways) };
}

function opened(node: Node, reason: string, losses: Losses): Node {
  switch (node.kind) {
    case 'fork': {
      const { partner: _, first: _first, ...bar } = node;
      losses.add(
        node,
        `is a parallel that ${reason}: it is written as a question all of whose answers apply`,
      );
      return { ...bar, kind: 'decision', decision: { kind: 'choose' } };
    }
    case 'decision': {
      const { partner: _, several: _several, ...question } = node;
      losses.add(
        node,
        `is a choice of several answers that ${reason}: it is written as one of a single answer`,
      );
      return question;
    }
    case 'meanwhile': {
      const { timing: _, name: _name, ...entry } = node;
      losses.add(node, `is beside the work and ${reason}: it is written as what may come at any time`);
      return { ...entry, kind: 'anytime' };
    }
    default:
      losses.add(node, `has something done beside it that ${reason}: it is written as a problem`);
      return node;
  }
}

function openedWay({ kind }: Node, way: UnnumberedExit, at: number): UnnumberedExit {
  if (kind === 'fork')
    return {
      ...way,
      kind: 'when',
      label: way.label === undefined || way.label === '' ? `${at + 1}` : way.label,
    };
  if (way.kind !== 'meanwhile') return way;
  const { timing: _, name: _name, ...problem } = way;
  return { ...problem, kind: 'problem' };
}
