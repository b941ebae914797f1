import type { Code } from '../../diagnostic/code.ts';
import { describeCode } from '../../report/describe-code.ts';
import { wordHelp } from '../../syntax/word-help.ts';
import type { Span } from '../../text/span.ts';
import { describeDeclared, describePromise } from '../describe-declared.ts';
import { describeNode } from '../describe-node.ts';
import { describeStage } from '../describe-stage.ts';
import { code, example, plain } from '../markdown.ts';
import { nodeAt, nodeNamed, promiseAt, stageAt } from '../node-at.ts';
import type { FileView, Snapshot } from '../snapshot.ts';
import { type SymbolAt, symbolAt } from '../symbol-at.ts';

/** What is shown of a stretch of text, as Markdown. */
export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

/** The most findings in one hover: nobody reads more at once. */
const mostFindings = 2;

/**
 * What stands under the cursor: who does it, how long it may last, where it leads; what a word says. Below that, why
 * what is found there matters, and what to do about it.
 */
export function hover(snapshot: Snapshot, path: string, offset: number): Hover | undefined {
  const file = snapshot.file(path);
  if (file === undefined) return undefined;
  const about = aboutPlace(snapshot, file, offset);
  const found = file.diagnostics().filter(({ span }) => span.start <= offset && offset <= span.end);
  const codes = [...new Set(found.map(({ code: name }) => name))].slice(0, mostFindings);
  const parts = [about?.markdown ?? '', ...codes.map((name) => aboutCode(name) ?? '')].filter(Boolean);
  const span = about?.span ?? found[0]?.span;
  return span === undefined || parts.length === 0 ? undefined : { span, markdown: parts.join('\n\n---\n') };
}

function aboutPlace(snapshot: Snapshot, file: FileView, offset: number): Hover | undefined {
  const symbol = symbolAt(file, offset);
  const about = symbol === undefined ? undefined : aboutSymbol(snapshot, file, symbol);
  if (symbol !== undefined && about !== undefined) return { span: symbol.span, markdown: about };
  const promised = promiseAt(file, offset);
  if (promised !== undefined)
    return { span: promised.span, markdown: describePromise(promised.process, promised.promise) };
  const stage = stageAt(file, offset);
  if (stage !== undefined) return { span: stage.head, markdown: describeStage(file, stage) };
  const found = nodeAt(file, offset);
  return found && { span: found.head, markdown: describeNode(file, found) };
}

function aboutSymbol(snapshot: Snapshot, file: FileView, symbol: SymbolAt): string | undefined {
  switch (symbol.kind) {
    case 'name': {
      const { kind, name, flow } = symbol.occurrence;
      if (kind === 'node') {
        const found = nodeNamed(file, flow, name);
        return found && describeNode(file, found);
      }
      // Those of a stage and of a promise are described below, as all of their line is.
      if (kind === 'stage' || kind === 'part') return undefined;
      return describeDeclared(snapshot, file, kind, name, flow);
    }
    case 'term-use': {
      const { name, label } = symbol.use.declaration;
      return `**${plain(name)}** · term\n\n${plain(label)}`;
    }
    case 'file': {
      const used = snapshot.file(symbol.path);
      if (used === undefined) return 'There is no such file';
      const flows = used.parsed.document.flows.map(
        ({ id, label }) => `- ${code(id.name)}${label === undefined ? '' : ` ${plain(label.value)}`}`,
      );
      return [`**${plain(symbol.path.slice(symbol.path.lastIndexOf('/') + 1))}**`, ...flows].join('\n');
    }
    case 'rule':
      return aboutCode(symbol.code);
    case 'word': {
      const help = wordHelp.get(symbol.word);
      // On the word of a statement, that statement comes first.
      return [
        ...aboutStatement(file, symbol.span.start),
        ...(help === undefined ? [] : [`${code(symbol.word)} ${help.says}\n\n${example(help.example)}`]),
      ].join('\n\n---\n');
    }
  }
}

/** The statement or promise whose first word begins at an offset. */
function aboutStatement(file: FileView, offset: number): readonly string[] {
  const promised = promiseAt(file, offset);
  if (promised?.span.start === offset) return [describePromise(promised.process, promised.promise)];
  const stage = stageAt(file, offset);
  if (stage?.head.start === offset) return [describeStage(file, stage)];
  const found = nodeAt(file, offset);
  return found?.head.start === offset ? [describeNode(file, found)] : [];
}

function aboutCode(name: Code): string | undefined {
  const description = describeCode(name);
  return description && `**${name}**: ${description.summary}\n\n${description.explanation}`;
}
