import type { Staged } from '../diagnostic/diagnostic.ts';
import { closest } from '../diagnostic/suggest.ts';
import { format } from '../format/format.ts';
import { wordsFor } from '../language/words.ts';
import { type Collection, collectionOf } from '../model/collection.ts';
import type { Node, Process, Stage } from '../model/process.ts';
import { parse } from '../syntax/parse.ts';
import { pathFromFile } from '../text/relative-path.ts';
import { declarationLines, type Surroundings } from './declarations-text.ts';
import { type DeclaredInFile, declaredInFile, declaredThings } from './declared-in-file.ts';
import { type FileNames, fileNames } from './file-names.ts';
import type { WriteOptions } from './flow-text.ts';
import { type HeadWriting, headLines, promiseLines } from './head-text.ts';
import { collectLosses, type Losses } from './losses.ts';
import { namesOf } from './names.ts';
import { allItems } from './plan.ts';
import { type Planned, planOf } from './plan-process.ts';
import { quote } from './quote.ts';
import { isPossibleName, shortNames, takeName } from './short-names.ts';
import { emptyStages, statementLines } from './statement-text.ts';
import { restOf } from './unsayable.ts';
import { asPeopleDo, fewestArrows } from './weights.ts';
import type { Writing } from './writing.ts';

/**
 * Writes processes as the text of one file with a flow each, formatted; see `writeFlow`. What several of them name is
 * declared by the first that does. Flows of other files that they call are `use`d.
 */
export function writeCollection(processes: readonly Process[], options: WriteOptions = {}): Staged<string> {
  const losses = collectLosses();
  const path = processes[0]?.path ?? '';
  const names = fileNames(processes, losses);
  const known = collectionOf([...processes, ...(options.among?.processes ?? [])]);
  const declared = declaredInFile(processes, names, known, options);
  const flows = processes.map((process, at) => {
    const own = names[at];
    if (own === undefined) return '';
    return flowText(
      process,
      own,
      known,
      (inOrderOfUse) => declared.around(at, inOrderOfUse),
      options,
      losses,
    );
  });
  const uses = usedPaths(processes, declared).map((used) => `use ${quote(pathFromFile(path, used))}\n`);
  const text = [...(uses.length === 0 ? [] : [uses.join('')]), ...flows].join('\n');
  return { value: format(parse({ path, text })), diagnostics: losses.found };
}

function flowText(
  process: Process,
  names: FileNames,
  known: Collection,
  around: (inOrderOfUse: readonly string[]) => Surroundings,
  options: WriteOptions,
  losses: Losses,
): string {
  const naming = options.names ?? 'needed';
  const { language } = process;
  const words = wordsFor(language);
  const times = { words, language };
  const taste = options.emptyBlocks === true ? fewestArrows : asPeopleDo;
  const planned = planOf(process, options.gaps?.(process), naming, taste, times, losses);
  const { task, items } = planned;
  const calleeOf = new Map(
    task.shape.nodes.flatMap((node) =>
      node.kind === 'call' || node.kind === 'transfer'
        ? [[node.flow.id, names.callee(node.flow)] as const]
        : [],
    ),
  );
  const flowName = (id: string): string => calleeOf.get(id) ?? id;
  const { promises } = process.properties;
  const promised = new Set(promises.flatMap(({ from, to }) => [from ?? '', to ?? '']));
  const nodeNames = namesOf(task, items, flowName, promised);
  const ids = new Map(task.shape.nodes.map(({ id }, at) => [id, at]));
  const levels = levelNames(known, names);
  const writing: Writing = {
    shape: task.shape,
    losses,
    nameOf: (at) => nodeNames.get(at),
    restFor: ({ from }) => {
      const node = task.shape.nodes[from];
      return node && restOf(node, task.shape.exits[from] ?? []);
    },
    emptyStages: emptyStagesOf(planned),
    stageName: stageNames(task.shape.stages, naming),
    vocabulary: {
      words,
      participant: names.participant,
      request: names.request,
      level: names.level,
      flow: flowName,
      titleOf: (id, path) => known.callee({ id, ...(path === undefined ? {} : { path }) })?.title,
    },
  };
  const statements = statementLines(writing, items);
  const head: HeadWriting = {
    vocabulary: writing.vocabulary,
    losses,
    nodeName: (id) => nodeNames.get(ids.get(id) ?? -1),
    isLevelName: (name) => levels.has(name) || closest(name, levels) !== undefined,
  };
  return [
    ...headLines(process, names.flow, head),
    ...declarationLines(process, names, around(ownersInOrder(planned)), losses),
    ...promiseLines(process, head),
    '',
    ...statements,
    ...emptyStages(writing, undefined),
    '',
  ].join('\n');
}

/** The names of all levels that the flows of a file, and those of others, declare. */
const levelNames = ({ processes }: Collection, { level }: FileNames): ReadonlySet<string> =>
  new Set(
    processes.flatMap(({ declarations }) =>
      declarations.levels.flatMap(({ id, declared }) => (declared === 'nowhere' ? [] : [level(id)])),
    ),
  );

/** The owners of the nodes in the order of the text. */
function ownersInOrder({ task, items }: Planned): readonly string[] {
  const owners = new Set<string>();
  for (const item of allItems(items)) {
    if (item.kind === 'stage' || item.kind === 'arrow') continue;
    const owner = task.shape.nodes[item.at]?.owner;
    if (owner !== undefined) owners.add(owner);
  }
  return [...owners];
}

function stageNames(stages: readonly Stage[], naming: WriteOptions['names']): Writing['stageName'] {
  const taken = new Set(stages.flatMap(({ named, id }) => (named ? [id] : [])));
  const names = new Map<string, string>();
  for (const { id, label, named } of stages)
    if (label === '') continue;
    else if (naming !== 'needed' && named && isPossibleName(id)) names.set(id, id);
    else if (naming === 'all') names.set(id, takeName(shortNames(label), 'stage-1', taken));
  return ({ id }) => names.get(id);
}

/** Stages in which nothing is done, by the one around them. */
function emptyStagesOf({ task, items }: Planned): Writing['emptyStages'] {
  const written = new Set<string>();
  for (const item of allItems(items)) if (item.kind === 'stage') written.add(item.stage);
  return Map.groupBy(
    task.shape.stages.filter(({ id }) => !written.has(id)),
    ({ parent }) => parent,
  );
}

/**
 * The other files that a file has to `use`: those of flows that it goes on to, and those that declare what it names.
 */
function usedPaths(processes: readonly Process[], declared: DeclaredInFile): readonly string[] {
  const path = processes[0]?.path;
  const used = new Set<string>();
  const isCalled = (node: Node): string | undefined =>
    node.kind === 'call' || node.kind === 'transfer' ? node.flow.path : undefined;
  for (const { declarations, nodes } of processes) {
    for (const [kind, things] of declaredThings(declarations))
      for (const thing of things)
        if (thing.declared === 'elsewhere') used.add(declared.elsewhere(kind, thing) ?? '');
    for (const node of nodes) used.add(isCalled(node) ?? '');
  }
  used.delete('');
  if (path !== undefined) used.delete(path);
  return [...used];
}
