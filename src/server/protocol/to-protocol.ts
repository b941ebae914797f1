import {
  type CompletionItem,
  CompletionItemKind,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentSymbol,
  type FoldingRange,
  InsertTextFormat,
  type MarkupContent,
  type CodeAction as ProtocolAction,
  type Diagnostic as ProtocolDiagnostic,
  type DocumentLink as ProtocolLink,
  type SelectionRange,
  type SemanticTokens,
  SemanticTokensBuilder,
  SymbolKind,
} from 'vscode-languageserver/node';
import type { Diagnostic, Severity } from '../../diagnostic/diagnostic.ts';
import type { Span } from '../../text/span.ts';
import type { CodeAction } from '../features/code-actions.ts';
import type { Completion } from '../features/completion.ts';
import type { DocumentLink } from '../features/document-links.ts';
import type { Fold } from '../features/folding.ts';
import { type SemanticToken, semanticModifiers, semanticTypes } from '../features/semantic-tokens.ts';
import type { OutlineEntry, OutlineKind } from '../features/symbols.ts';
import { withoutMarkdown } from '../markdown.ts';
import type { ProposalKind } from '../proposal.ts';
import type { ClientAbilities } from './capabilities.ts';
import type { Translator } from './translator.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** What editors show faded. */
const unnecessary: ReadonlySet<string> = new Set([
  'unreachable-node',
  'unused-declaration',
  'unused-suppression',
  'redundant-jump',
]);

export const toDiagnostic = (to: Translator, path: string, diagnostic: Diagnostic): ProtocolDiagnostic => {
  const { code, severity, span, message, help, related } = diagnostic;
  return {
    range: to.range(path, span),
    severity: severities[severity],
    code,
    source: 'flowc',
    message: help === undefined ? message : `${message}\n${help}`,
    ...(unnecessary.has(code) ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    relatedInformation: related.map((place) => ({
      location: to.location({ path: place.path ?? path, span: place.span }),
      message: place.message,
    })),
  };
};

export const toMarkup = ({ markdown }: Pick<ClientAbilities, 'markdown'>, text: string): MarkupContent =>
  markdown ? { kind: 'markdown', value: text } : { kind: 'plaintext', value: withoutMarkdown(text) };

const itemKinds: Readonly<Record<ProposalKind, CompletionItemKind>> = {
  word: CompletionItemKind.Keyword,
  target: CompletionItemKind.Function,
  role: CompletionItemKind.Class,
  party: CompletionItemKind.Class,
  system: CompletionItemKind.Interface,
  level: CompletionItemKind.EnumMember,
  request: CompletionItemKind.Event,
  flow: CompletionItemKind.Module,
  term: CompletionItemKind.Text,
  file: CompletionItemKind.File,
  rule: CompletionItemKind.Constant,
  value: CompletionItemKind.Value,
  snippet: CompletionItemKind.Snippet,
};

/** Their details are what people call them, and may stand beside all of a list; those of the others are sentences. */
const isShort: ReadonlySet<ProposalKind> = new Set([
  ...(['target', 'role', 'party', 'system', 'level', 'request', 'flow', 'value'] as const),
]);

export function toCompletionItems(
  to: Translator,
  path: string,
  { replace, proposals }: Completion,
  abilities: ClientAbilities,
): CompletionItem[] {
  const range = to.range(path, replace);
  return proposals
    .filter(({ kind }) => kind !== 'snippet' || abilities.snippets)
    .map(({ label, kind, detail, help, text = label, also }, at) => ({
      label,
      kind: itemKinds[kind],
      sortText: String(at).padStart(5, '0'),
      textEdit: { range, newText: text },
      ...(kind === 'snippet' ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
      ...(detail === undefined
        ? {}
        : abilities.labelDetails && isShort.has(kind)
          ? { labelDetails: { description: detail } }
          : { detail }),
      ...(help === undefined ? {} : { documentation: toMarkup(abilities, help) }),
      ...(also === undefined ? {} : { additionalTextEdits: to.edits(path, also) }),
    }));
}

export const toAction = (to: Translator, path: string, action: CodeAction): ProtocolAction => ({
  title: action.title,
  kind: action.kind,
  edit: { changes: { [to.uri(path)]: to.edits(path, action.edits) } },
  ...(action.isPreferred ? { isPreferred: true } : {}),
  ...(action.diagnostic === undefined ? {} : { diagnostics: [toDiagnostic(to, path, action.diagnostic)] }),
});

export const symbolKinds: Readonly<Record<OutlineKind, SymbolKind>> = {
  flow: SymbolKind.Module,
  declaration: SymbolKind.Class,
  touchpoint: SymbolKind.Event,
  anytime: SymbolKind.Event,
  late: SymbolKind.Event,
  meanwhile: SymbolKind.Event,
  stage: SymbolKind.Namespace,
  step: SymbolKind.Function,
  question: SymbolKind.Boolean,
  answer: SymbolKind.EnumMember,
  call: SymbolKind.Interface,
  parallel: SymbolKind.Array,
  end: SymbolKind.Constant,
};

export const toDocumentSymbol = (to: Translator, path: string, entry: OutlineEntry): DocumentSymbol => ({
  name: entry.name,
  detail: entry.detail,
  kind: symbolKinds[entry.kind],
  range: to.range(path, entry.span),
  selectionRange: to.range(path, entry.nameSpan),
  children: entry.children.map((child) => toDocumentSymbol(to, path, child)),
});

export const toFold = ({ startLine, endLine, kind }: Fold): FoldingRange => ({ startLine, endLine, kind });

export const toLink = (
  to: Translator,
  path: string,
  { span, target, tooltip }: DocumentLink,
): ProtocolLink => ({
  range: to.range(path, span),
  target:
    'address' in target
      ? target.address
      : `${to.uri(target.path)}${target.line === undefined ? '' : `#L${target.line}`}`,
  tooltip,
});

/** From the inside out; a file that holds nothing is its own selection. */
export function toSelectionRange(to: Translator, path: string, spans: readonly Span[]): SelectionRange {
  const [whole = { start: 0, end: 0 }, ...inner] = [...spans].reverse();
  return inner.reduce<SelectionRange>((parent, span) => ({ range: to.range(path, span), parent }), {
    range: to.range(path, whole),
  });
}

/** A token lies on one line in the protocol, so that a text of several lines is several. */
export function toSemanticTokens(
  to: Translator,
  path: string,
  text: string,
  tokens: readonly SemanticToken[],
): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const { span, type, modifiers } of tokens) {
    const bits = modifiers.reduce((sum, modifier) => sum | (1 << semanticModifiers.indexOf(modifier)), 0);
    let start = span.start;
    for (const line of text.slice(span.start, span.end).split('\n')) {
      const length = line.endsWith('\r') ? line.length - 1 : line.length;
      const position = to.position(path, start);
      if (length > 0)
        builder.push(position.line, position.character, length, semanticTypes.indexOf(type), bits);
      start += line.length + 1;
    }
  }
  return builder.build();
}
