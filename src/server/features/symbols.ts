import type {
  Branch,
  Call,
  Chain,
  Exception,
  Flow,
  IfArm,
  Name,
  Property,
  Question,
  Statement,
  When,
} from '../../syntax/ast.ts';
import { labelOfName } from '../../syntax/label.ts';
import { cover, type Span } from '../../text/span.ts';
import type { FileView, Snapshot } from '../snapshot.ts';

export type OutlineKind =
  | 'flow'
  | 'declaration'
  | 'touchpoint'
  | 'anytime'
  | 'late'
  | 'meanwhile'
  | 'stage'
  | 'step'
  | 'question'
  | 'answer'
  | 'call'
  | 'parallel'
  | 'end';

/** An entry of the outline. `span` is all of it, `nameSpan` what is selected when one goes there. */
export interface OutlineEntry {
  readonly kind: OutlineKind;
  readonly name: string;
  /** The name by which others refer to it, where that is not what is shown. */
  readonly detail: string;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly children: readonly OutlineEntry[];
}

/** The outline of a file: its flows, what they declare, their statements as they stand in each other. */
export const outline = (file: FileView): readonly OutlineEntry[] =>
  file.parsed.document.flows.map((flow) => ofFlow(flow));

function ofFlow(flow: Flow): OutlineEntry {
  const children = [...flow.properties.flatMap(ofProperty), ...ofStatements(flow.statements)];
  return entry('flow', flow.keyword, { ...flow, span: spanOfName(flow) }, flow.span, children);
}

const spanOfName = ({ id, label }: Pick<Flow, 'id' | 'label'>): Span =>
  label === undefined ? id.span : cover(id.span, label.span);

function ofProperty(property: Property): readonly OutlineEntry[] {
  switch (property.kind) {
    case 'promise':
      return property.name === undefined
        ? []
        : [entry('declaration', property.keyword, property.name, property.span, [], property.kind)];
    case 'role':
    case 'party':
    case 'system':
    case 'request':
    case 'level':
      return [
        entry(
          'declaration',
          property.keyword,
          { ...property, span: spanOfName(property) },
          property.span,
          [],
          property.kind,
        ),
      ];
    default:
      return [];
  }
}

/** Calls itself for blocks only, and the reader limits how deep they nest. */
const ofStatements = (statements: readonly Statement[]): readonly OutlineEntry[] =>
  statements.flatMap(ofStatement);

function ofStatement(statement: Statement): readonly OutlineEntry[] {
  const { keyword, span } = statement;
  switch (statement.kind) {
    case 'touchpoint': {
      return [entry('touchpoint', keyword, statement.name, span, ofBranch(statement.branch))];
    }
    case 'anytime':
    case 'late':
    case 'meanwhile':
      return [
        entry(statement.kind, keyword, statement.name ?? { span: keyword }, span, ofBranch(statement.branch)),
      ];
    case 'stage':
      return [entry('stage', keyword, statement.name, span, ofStatements(statement.block.statements))];
    case 'step':
    case 'wait':
    case 'escalate':
      return [
        entry('step', keyword, statement.name, span, [
          ...ofChain(statement.chain),
          ...(statement.events?.cases ?? []).map(ofAnswer),
          ...statement.exceptions.flatMap(ofException),
        ]),
      ];
    case 'call':
      return [
        entry('call', keyword, nameOfCall(statement), span, [
          ...ofChain(statement.chain),
          ...statement.exceptions.flatMap(ofException),
        ]),
      ];
    case 'transfer':
      return [entry('call', keyword, nameOfCall(statement), span, [])];
    case 'if':
      return [
        ...statement.arms.map(ofArm),
        ...(statement.otherwise === undefined ? [] : ofBranch(statement.otherwise.branch)),
      ];
    case 'choose':
      return [
        entry('question', keyword, statement.question, span, [
          ...statement.cases.map(ofAnswer),
          ...(statement.otherwise === undefined ? [] : ofBranch(statement.otherwise.branch)),
        ]),
      ];
    case 'parallel':
      return [
        entry(
          'parallel',
          keyword,
          statement.name ?? { span: keyword },
          span,
          statement.branches.flatMap(({ block }) => ofStatements(block.statements)),
        ),
      ];
    case 'arrow':
      return ofChain(statement.chain);
    case 'end':
      return [entry('end', keyword, statement.name ?? { span: keyword }, span, [])];
    case 'unreadable':
      return statement.name === undefined ? [] : [entry('step', keyword, statement.name, span, [])];
  }
}

const nameOfCall = ({ flow, label }: Pick<Call, 'flow' | 'label'>): Name => ({
  id: flow,
  span: flow.span,
  ...(label && { label }),
});

/** An answer or an event, with or without a branch. */
const ofAnswer = ({ keyword, name, span, branch }: When): OutlineEntry =>
  entry('answer', keyword, name, span, ofBranch(branch));

/** What is done beside a step stands for itself; what is done in place of its usual way, in the step. */
const ofException = (exception: Exception): readonly OutlineEntry[] =>
  exception.kind === 'meanwhile'
    ? [
        entry(
          'meanwhile',
          exception.keyword,
          exception.name ?? { span: exception.keyword },
          exception.span,
          ofBranch(exception.branch),
        ),
      ]
    : ofBranch(exception.branch);

const ofArm = (arm: IfArm): OutlineEntry =>
  entry('question', arm.keyword, arm.question, arm.span, ofBranch(arm.branch));

const ofBranch = (branch: Branch | undefined): readonly OutlineEntry[] =>
  branch === undefined ? [] : branch.kind === 'block' ? ofStatements(branch.statements) : ofChain(branch);

/** The steps and ends that are written in place; of a jump nothing is shown. */
function ofChain(chain: Chain | undefined): readonly OutlineEntry[] {
  const found: OutlineEntry[] = [];
  const waiting = [...(chain?.links ?? [])].reverse();
  for (let link = waiting.pop(); link !== undefined; link = waiting.pop()) {
    const { target } = link;
    if (target.kind === 'inline-step')
      found.push(
        entry('step', target.label.span, { label: target.label, span: target.label.span }, target.span, []),
      );
    else if (target.kind !== 'jump') found.push(...ofStatement(target));
    else if (target.retry !== undefined) waiting.push(...[...(target.retry.chain?.links ?? [])].reverse());
  }
  return found;
}

function entry(
  kind: OutlineKind,
  keyword: Span,
  name: Name | Question | { readonly span: Span },
  span: Span,
  children: readonly OutlineEntry[],
  detail = '',
): OutlineEntry {
  const label = labelOfName(name);
  const id = 'id' in name ? (name.id?.name ?? '') : '';
  return {
    kind,
    // What has no name is shown by the word that it begins with.
    name: label === '' ? kind : label,
    detail: detail === '' ? id : `${detail} ${id}`,
    span: cover(span, name.span),
    nameSpan: name.span.start === name.span.end ? keyword : name.span,
    children,
  };
}

/** An entry of the outline of any file. */
export interface FoundSymbol {
  readonly path: string;
  readonly entry: OutlineEntry;
  /** The title of the flow that it stands in; empty for a flow. */
  readonly container: string;
}

/** No editor shows more. */
const mostSymbols = 500;

/** What in the whole project has the letters of a query in its label or name, in their order, case aside. */
export function workspaceSymbols(snapshot: Snapshot, query: string): readonly FoundSymbol[] {
  const found: FoundSymbol[] = [];
  for (const path of snapshot.paths) {
    const file = snapshot.file(path);
    if (file === undefined) continue;
    for (const flow of outline(file)) {
      const waiting: { readonly entry: OutlineEntry; readonly container: string }[] = [
        { entry: flow, container: '' },
      ];
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        if (hasLetters(`${next.entry.name} ${next.entry.detail}`, query)) found.push({ path, ...next });
        if (found.length >= mostSymbols) return found;
        for (const child of [...next.entry.children].reverse())
          waiting.push({ entry: child, container: flow.name });
      }
    }
  }
  return found;
}

function hasLetters(text: string, query: string): boolean {
  const letters = [...text.toLowerCase()];
  let at = 0;
  for (const letter of query.toLowerCase().replaceAll(/\s/g, '')) {
    at = letters.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
