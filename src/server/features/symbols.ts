import type { Branch, Chain, Flow, IfArm, Name, Property, Question, Statement } from '../../syntax/ast.ts';
import { labelOfName } from '../../syntax/label.ts';
import { cover, type Span } from '../../text/span.ts';
import type { FileView, Snapshot } from '../snapshot.ts';

export type OutlineKind =
  | 'flow'
  | 'declaration'
  | 'touchpoint'
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
    case 'role':
    case 'system':
    case 'request':
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
        entry('touchpoint', keyword, statement.name ?? { span: keyword }, span, ofBranch(statement.branch)),
      ];
    case 'stage':
      return [entry('stage', keyword, statement.name, span, ofStatements(statement.block.statements))];
    case 'step':
    case 'wait':
    case 'escalate':
      return [
        entry('step', keyword, statement.name, span, [
          ...ofChain(statement.chain),
          ...statement.exceptions.flatMap(({ branch }) => ofBranch(branch)),
        ]),
      ];
    case 'call':
    case 'transfer': {
      const name = {
        id: statement.flow,
        span: statement.flow.span,
        ...(statement.label && { label: statement.label }),
      };
      return [entry('call', keyword, name, span, [])];
    }
    case 'if':
      return [
        ...statement.arms.map(ofArm),
        ...(statement.otherwise === undefined ? [] : ofBranch(statement.otherwise.branch)),
      ];
    case 'choose':
      return [
        entry('question', keyword, statement.question, span, [
          ...statement.cases.map((each) =>
            entry('answer', each.keyword, each.name, each.span, ofBranch(each.branch)),
          ),
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
