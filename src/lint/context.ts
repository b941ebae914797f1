import type { AnalysedCollection, AnalysedFlow } from '../analysis/analysed-flow.ts';
import type { CheckedFile, CheckedFlow } from '../check/checked-file.ts';
import type { FileDeclaration } from '../check/declarations.ts';
import type { FlowPart } from '../check/parts-of-flow.ts';
import type { Built } from '../model/built.ts';
import type { OpenExit } from '../model/gaps.ts';
import type { Edge, FlowRef, Node, Process } from '../model/process.ts';
import type { Identifier } from '../syntax/ast.ts';
import type { Span } from '../text/span.ts';

/** All files that are judged together: the analyses of their flows, joined with where these were written. */
export interface ProjectContext extends AnalysedCollection {
  /** `2026-11-21`. */
  readonly today: string;
  files(): readonly FileContext[];
  flows(): readonly FlowContext[];
  flowAt(flow: FlowRef | undefined): FlowContext | undefined;
  /** What rules see of one of these very processes. */
  contextOf(process: Process): FlowContext | undefined;
  usedDeclarations(): UsedDeclarations;
}

/** What file rules see. */
export interface FileContext {
  readonly path: string;
  readonly text: string;
  readonly checked: CheckedFile;
  readonly project: ProjectContext;
  flows(): readonly FlowContext[];
  nameUses(): readonly NameUse[];
  uses(): UsesOfFile;
}

/** What flow rules see: one flow, what is known of it and of the others, and where each part of it was written. */
export interface FlowContext extends AnalysedFlow, Built {
  readonly checked: CheckedFlow;
  readonly file: FileContext;
  readonly project: ProjectContext;
  /** The head of the statement that made a node: from its word to its last attribute. */
  headSpan(node: Pick<Node, 'id'>): Span;
  /** The name or label of a node: where findings point. */
  nameSpan(node: Pick<Node, 'id'>): Span;
  /** The jump, branch or statement that made an edge or an open exit. */
  exitSpan(exit: Pick<Edge | OpenExit, 'id' | 'from'>): Span;
  /** What was written for a node. */
  item(index: number): FlowPart['item'] | undefined;
  /** How an owner is called; the name itself where nobody declared it. */
  ownerLabel(id: string): string;
}

/** What a name may stand for where it is used. */
export type UsedKind = 'role' | 'system' | 'request' | 'level';

/** A place where a name is used. `by`, `with` and `to` may name a role or a system; that counts as a role here. */
export interface NameUse {
  readonly kind: UsedKind;
  readonly id: Identifier;
  readonly flow: FlowContext;
}

/** Tells whether something in the project uses what is declared. */
export type UsedDeclarations = (declaration: Omit<FileDeclaration, 'flow'>) => boolean;

/**
 * What a file uses of all that is declared, its own and that of the files that it `use`s. It says no place in its own
 * text, so that an edit which only moves things leaves it as it was.
 */
export interface UsesOfFile {
  /** The file itself and those that it uses: each declares a flow at least. */
  readonly inSight: ReadonlySet<string>;
  /** True where something could not be read: then all that is in sight counts as used. */
  readonly isBroken: boolean;
  readonly names: Readonly<Record<UsedKind, ReadonlySet<string>>>;
  /** The texts that stand in its charts. */
  readonly shownTexts: readonly string[];
  /** What the properties of its flows say. */
  readonly declaredTexts: readonly string[];
  /** The declarations that names are meant for which are misspelt. */
  readonly meant: readonly { readonly path: string; readonly span: Span }[];
}
