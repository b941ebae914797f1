/** Flows for the benchmarks: graphs, and how each tool wants them written. Nothing here is left to chance. */
export interface BenchGraph {
  readonly nodes: readonly BenchNode[];
  readonly edges: readonly BenchEdge[];
}
export interface BenchNode {
  readonly id: string;
  readonly kind: 'start' | 'step' | 'decision' | 'end';
  readonly label: string;
  /** The owner, in a flow with swimlanes. */
  readonly owner?: string;
}
export interface BenchEdge {
  readonly from: string;
  readonly to: string;
  readonly label?: string;
}

const work = [
  'Check order',
  'Reserve stock',
  'Call supplier',
  'Send invoice',
  'Pack parcel',
  'Confirm date',
  'Verify identity',
  'Update record',
];
const lanes = ['agent', 'store', 'finance', 'lead'];

/**
 * A flow of `size` nodes as service processes are: step, decision, two branches that join, two steps; every third time
 * something goes wrong and the block is done again. `owners` share the work; none for a flow without lanes.
 */
export function blockFlow(size: number, owners = 0): BenchGraph {
  const nodes: BenchNode[] = [];
  const edges: BenchEdge[] = [];
  const add = (kind: BenchNode['kind'], label: string): string => {
    const id = `n${nodes.length}`;
    const owner =
      owners > 0 && kind === 'step' ? lanes[(nodes.length >> 1) % Math.min(owners, lanes.length)] : undefined;
    nodes.push({ id, kind, label, ...(owner === undefined ? {} : { owner }) });
    return id;
  };
  const step = (): string => add('step', `${work[nodes.length % work.length]} ${nodes.length}`);
  const link = (from: string, to: string, label?: string): void => {
    edges.push({ from, to, ...(label === undefined ? {} : { label }) });
  };
  let last = add('start', 'Customer calls');
  for (let block = 0; nodes.length + 6 <= size - 1; block++) {
    const first = step();
    const question = add('decision', `In stock ${block}?`);
    const yes = step();
    const no = step();
    const joined = step();
    const done = step();
    link(last, first);
    link(first, question);
    link(question, yes, 'Yes');
    link(question, no, 'No');
    link(yes, joined);
    link(no, joined);
    link(joined, done);
    if (block % 3 === 2) link(done, first, 'retry');
    last = done;
  }
  while (nodes.length < size - 1) {
    const next = step();
    link(last, next);
    last = next;
  }
  link(last, add('end', 'Closed'));
  return { nodes, edges };
}

export type Syntax = 'flow' | 'dot' | 'mermaid' | 'plantuml' | 'nomnoml' | 'smcat' | 'd2';

/** A graph in the syntax of a tool. Of the `flow` syntax only `blockFlow`s can be written: it has blocks, not edges. */
export function write(process: BenchGraph, syntax: Exclude<Syntax, 'flow'>): string {
  const { nodes, edges } = process;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const shape = <Value>({ kind }: BenchNode, decision: Value, terminal: Value, step: Value): Value =>
    kind === 'decision' ? decision : kind === 'step' ? step : terminal;
  const plain = (text: string): string => text.replaceAll(/["[\]{}()|<>;:#\\\n]/g, ' ');
  switch (syntax) {
    case 'dot':
      return lines(
        'digraph flow {',
        'node [shape=box, fontname="sans-serif", fontsize=12]; edge [fontsize=10];',
        ...nodes.map(
          (node) =>
            `${node.id} [label="${plain(node.label)}"${shape(node, ', shape=diamond', ', shape=oval', '')}];`,
        ),
        ...edges.map(
          ({ from, to, label }) =>
            `${from} -> ${to}${label === undefined ? '' : ` [label="${plain(label)}"]`};`,
        ),
        '}',
      );
    case 'mermaid':
      return lines(
        'flowchart TD',
        ...nodes.map((node) => {
          const [open, close] = shape(node, ['{"', '"}'], ['(["', '"])'], ['["', '"]']);
          return `${node.id}${open}${plain(node.label)}${close}`;
        }),
        ...edges.map(
          ({ from, to, label }) => `${from} -->${label === undefined ? '' : `|"${plain(label)}"|`} ${to}`,
        ),
      );
    case 'plantuml':
      return lines(
        '@startuml',
        ...nodes.map(
          (node) => `${shape(node, 'usecase', 'storage', 'rectangle')} "${plain(node.label)}" as ${node.id}`,
        ),
        ...edges.map(
          ({ from, to, label }) => `${from} --> ${to}${label === undefined ? '' : ` : ${plain(label)}`}`,
        ),
        '@enduml',
      );
    case 'd2':
      return lines(
        ...nodes.map(
          (node) =>
            `${node.id}: "${plain(node.label)}"${shape(node, ' { shape: diamond }', ' { shape: oval }', '')}`,
        ),
        ...edges.map(
          ({ from, to, label }) => `${from} -> ${to}${label === undefined ? '' : `: "${plain(label)}"`}`,
        ),
      );
    case 'smcat': {
      const name = (id: string): string =>
        byId.get(id)?.kind === 'start' ? 'initial' : byId.get(id)?.kind === 'end' ? `final.${id}` : id;
      return lines(
        `${nodes.map((node) => (node.kind === 'start' ? 'initial' : node.kind === 'end' ? `"final.${node.id}"` : `${node.id} [label="${plain(node.label)}"]`)).join(',\n')};`,
        ...edges.map(
          ({ from, to, label }) =>
            `"${name(from)}" => "${name(to)}"${label === undefined ? '' : `: ${plain(label)}`};`,
        ),
      );
    }
    case 'nomnoml': {
      const box = (id: string): string => {
        const node = byId.get(id);
        return node === undefined
          ? '[]'
          : `[${shape(node, '<choice>', `<${node.kind}>`, '')}${plain(node.label)}]`;
      };
      return lines(
        ...edges.map(
          ({ from, to, label }) =>
            `${box(from)} ->${label === undefined ? '' : ` ${plain(label)}`} ${box(to)}`,
        ),
      );
    }
  }
}

const lines = (...texts: readonly string[]): string => `${texts.join('\n')}\n`;

/** A `blockFlow` as a `.flow` file: the same nodes and edges. */
export function writeFlow({ nodes, edges }: BenchGraph, id = 'bench'): string {
  const out = new Map<string, BenchEdge[]>();
  for (const edge of edges) out.set(edge.from, [...(out.get(edge.from) ?? []), edge]);
  const text = [`flow ${id} "Benchmark"`];
  for (const owner of new Set(nodes.flatMap((node) => node.owner ?? []))) text.push(`role ${owner}`);
  const stepOf = ({ id, label, owner }: BenchNode): string =>
    `step ${id} "${label}"${owner === undefined ? '' : ` by ${owner}`}`;
  const inBranch = new Set<string>();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  for (const node of nodes) {
    if (inBranch.has(node.id)) continue;
    if (node.kind === 'start') text.push(`touchpoint ${node.id} "${node.label}"`);
    else if (node.kind === 'end') text.push(`end ${node.id} "${node.label}"`);
    else if (node.kind === 'decision') {
      const [yes, no] = (out.get(node.id) ?? []).map(({ to }) => byId.get(to));
      if (yes === undefined || no === undefined) throw new Error(`${node.id} has no two answers`);
      inBranch.add(yes.id).add(no.id);
      text.push(`if ${node.id}? "${node.label}" { ${stepOf(yes)} } else { ${stepOf(no)} }`);
    } else {
      text.push(stepOf(node));
      const retry = (out.get(node.id) ?? []).find(({ label }) => label === 'retry');
      if (retry !== undefined) text.push(`  problem "retry" -> ${retry.to}`);
    }
  }
  return lines(...text);
}
