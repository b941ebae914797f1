import type { CheckedFlow } from '../check/checked-file.ts';
import { labelFromName } from '../check/label-from-name.ts';
import { type Diagnostic, languageError, type Staged } from '../diagnostic/diagnostic.ts';
import type { Flow } from '../syntax/ast.ts';
import { assignIds, stageIds } from './assign-ids.ts';
import { buildStatements } from './build-statements.ts';
import { type Draft, type Exit, isFull } from './draft.ts';
import { finishEdges } from './finish-edges.ts';
import type { FlowGraph, FlowNode, OpenExit, StageFrame } from '../model/flow-graph.ts';
import { flowLanguage, flowProperties } from './flow-properties.ts';
import { assignLanes } from './lanes.ts';
import { ownersOf } from './owners.ts';
import { unknownLanguage } from './unknown-language.ts';
import { wordsFor } from '../language/words.ts';

/**
 * Makes the graph of a flow (section 4 of the language). Total on whatever was read: a jump to nowhere is
 * a lost exit. Gives `limit-exceeded` for a flow of too many nodes, of which the graph then is a part whose last node
 * counts as recovered, so that nothing cascades from what is left out; and the notice `unknown-language`.
 */
export function buildGraph({ path, flow, scope, names }: CheckedFlow): Staged<FlowGraph> {
  const language = flowLanguage(flow);
  const draft: Draft = {
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
  const partners = new Map(
    draft.nodes.flatMap(({ fork }, join) => (fork === undefined ? [] : [[fork, join] as const])),
  );
  const owners = ownersOf(draft, flow);
  const lanes = assignLanes(draft, edges, owners);

  const nodes = draft.nodes.map((node, index): FlowNode => {
    const { content, identifier, stage, fork } = node;
    const partner = fork ?? partners.get(index);
    const lane = lanes[index];
    const frame = stage === undefined ? undefined : frames[stage];
    return {
      ...content,
      id: ids[index] ?? '',
      named: identifier !== undefined && names.byName.get(identifier.name)?.identifier === identifier,
      recovered: content.recovered || (full && index === draft.nodes.length - 1),
      ...(lane === undefined ? {} : { lane }),
      ...(frame === undefined ? {} : { stage: frame }),
      ...(partner === undefined ? {} : { partner: ids[partner] ?? '' }),
    };
  });
  const value: FlowGraph = {
    // A flow whose head could not be read may lack its name.
    id: flow.id.name || 'flow',
    path,
    title: flow.label?.value || labelFromName(flow.id.name, language),
    span: flow.id.span,
    language,
    direction: flow.properties.find((property) => property.kind === 'direction')?.value.value ?? 'down',
    properties: flowProperties(flow),
    owners,
    nodes,
    edges: edges.map(({ edge }) => edge),
    stages: draft.stages.map((stage, index): StageFrame => {
      const parent = stage.parent === undefined ? undefined : frames[stage.parent];
      const { label, span } = stage;
      return { id: frames[index] ?? '', label, span, ...(parent === undefined ? {} : { parent }) };
    }),
    openExits: full ? [] : open.map((exit) => openExit(exit, ids)),
    lostExits: lost.map((exit) => openExit(exit, ids)),
    unreachedJumps,
  };
  return { value, diagnostics: [...unknownLanguage(flow), ...(full ? [tooManyNodes(flow)] : [])] };
}

function openExit({ from, rank: _, ...exit }: Exit, ids: readonly string[]): OpenExit {
  return { from: ids[from] ?? '', ...exit };
}

const tooManyNodes = (flow: Flow): Diagnostic =>
  languageError('limit-exceeded', flow.id.span, `The flow “${flow.id.name}” has more than 20,000 steps`, {
    help: 'Make flows of its parts, and call them',
  });
