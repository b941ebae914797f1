import type { CheckedFlow } from '../check/checked-file.ts';
import { type Diagnostic, languageError, type Staged } from '../diagnostic/diagnostic.ts';
import { labelFromName } from '../language/label-from-name.ts';
import { wordsFor } from '../language/words.ts';
import type { Built } from '../model/built.ts';
import type { Gaps } from '../model/gaps.ts';
import type { Origin } from '../model/origin.ts';
import type { Node, Process, Stage } from '../model/process.ts';
import type { Flow } from '../syntax/ast.ts';
import { assignIds, stageIds } from './assign-ids.ts';
import { buildStatements } from './build-statements.ts';
import { declarationsOf } from './declarations.ts';
import { isFull, type ProcessDraft } from './draft.ts';
import { finishEdges, type IndexedEdge, nameExits } from './finish-edges.ts';
import { flowLanguage, flowProperties } from './flow-properties.ts';
import { assignLanes } from './lanes.ts';
import { ownersOf } from './owners.ts';
import { unknownLanguage } from './unknown-language.ts';

/**
 * Makes the process of a flow (section 4 of the language). Total on whatever was read: a jump to nowhere is
 * a lost exit. Gives `limit-exceeded` for a flow of too many nodes, of which the process then is a part whose last node
 * counts as one with errors, so that nothing cascades from what is left out; and the notice `unknown-language`.
 */
export function buildProcess(checked: CheckedFlow): Staged<Built> {
  const { path, flow, scope, names } = checked;
  const language = flowLanguage(flow);
  const draft: ProcessDraft = {
    scope,
    language,
    words: wordsFor(language),
    nodes: [],
    edges: [],
    jumps: [],
    stages: [],
  };
  const open = buildStatements(draft, flow.statements, [], undefined);
  const full = isFull(draft);
  const ids = assignIds(draft.nodes, names);
  const frames = stageIds(draft.stages);
  const { edges, lost, unreachedJumps } = finishEdges(draft, ids, names);
  const openExits = full ? [] : nameExits(open, ids);
  const process: Process = {
    // A flow whose head could not be read may lack its name.
    id: flow.id.name || 'flow',
    path,
    title: flow.label?.value || labelFromName(flow.id.name, language),
    language,
    direction: flow.properties.find((property) => property.kind === 'direction')?.value.value ?? 'down',
    properties: flowProperties(checked, (name) => idOfName(names, draft, ids, name)),
    ...peopleAndNodes(checked, draft, ids, frames, edges),
    edges: edges.map(({ edge }) => edge),
    stages: draft.stages.map(({ content, parent, identifier }, index): Stage => {
      const frame = parent === undefined ? undefined : frames[parent];
      const id = frames[index] ?? '';
      return {
        ...content,
        id,
        named: identifier?.name === id,
        ...(frame === undefined ? {} : { parent: frame }),
      };
    }),
  };
  const gaps: Gaps = {
    openExits: openExits.map(({ exit }) => exit),
    lostExits: nameExits(lost, ids).map(({ exit }) => exit),
    nodesWithErrors: new Set(
      draft.nodes.flatMap(({ hasErrors }, index) =>
        hasErrors || (full && index === draft.nodes.length - 1) ? [ids[index] ?? ''] : [],
      ),
    ),
  };
  const origin: Origin = {
    flow: flow.id.span,
    nodes: new Map(draft.nodes.map(({ written }, index) => [ids[index] ?? '', written])),
    edges: new Map([
      ...edges.map(({ edge, span }) => [edge.id, span] as const),
      ...openExits.map(({ exit, span }) => [exit.id, span] as const),
    ]),
    stages: new Map(draft.stages.map(({ span }, index) => [frames[index] ?? '', span])),
    unreachedJumps,
  };
  return {
    value: { process, origin, gaps },
    diagnostics: [...unknownLanguage(flow), ...(full ? [tooManyNodes(flow)] : [])],
  };
}

/** The id of the node that has a name, where one has. */
function idOfName(
  { byName }: CheckedFlow['names'],
  { nodes }: ProcessDraft,
  ids: readonly string[],
  name: string,
): string | undefined {
  const node = byName.get(name);
  if (node === undefined) return undefined;
  return ids[nodes.findIndex(({ identifier }) => identifier === node.identifier)];
}

function peopleAndNodes(
  checked: CheckedFlow,
  draft: ProcessDraft,
  ids: readonly string[],
  frames: readonly string[],
  edges: readonly IndexedEdge[],
): Pick<Process, 'declarations' | 'owners' | 'nodes'> {
  const { byName } = checked.names;
  const declarations = declarationsOf(checked, draft);
  const owners = ownersOf(draft, checked.flow, declarations);
  const lanes = assignLanes(draft, edges, owners);
  const partners = new Map(
    draft.nodes.flatMap(({ fork }, join) => (fork === undefined ? [] : [[fork, join] as const])),
  );
  const nodes = draft.nodes.map(({ content, identifier, stage, fork }, index): Node => {
    const lane = lanes[index];
    const frame = stage === undefined ? undefined : frames[stage];
    const place: Pick<Node, 'id' | 'named' | 'lane' | 'stage'> = {
      id: ids[index] ?? '',
      named: identifier !== undefined && byName.get(identifier.name)?.identifier === identifier,
      ...(lane === undefined ? {} : { lane }),
      ...(frame === undefined ? {} : { stage: frame }),
    };
    if (content.kind === 'join') return { ...content, ...place, partner: ids[fork ?? -1] ?? '' };
    const partner = ids[partners.get(index) ?? -1];
    return (content.kind === 'fork' || content.kind === 'decision') && partner !== undefined
      ? { ...content, ...place, partner }
      : { ...content, ...place };
  });
  return { declarations, owners, nodes };
}

const tooManyNodes = (flow: Flow): Diagnostic =>
  languageError('limit-exceeded', flow.id.span, `The flow “${flow.id.name}” has more than 20,000 steps`, {
    help: 'Make flows of its parts, and call them',
  });
