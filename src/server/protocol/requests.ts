import {
  CodeActionKind,
  type CodeActionParams,
  type Connection,
  type DocumentDiagnosticReport,
  DocumentHighlightKind,
  InlayHintKind,
  LSPErrorCodes,
  type Position,
  ResponseError,
  type TextDocumentIdentifier,
} from 'vscode-languageserver/node';
import { fixAll, quickFixes } from '../features/code-actions.ts';
import { codeLenses } from '../features/code-lens.ts';
import { completion } from '../features/completion.ts';
import { definition } from '../features/definition.ts';
import { documentLinks } from '../features/document-links.ts';
import { folds } from '../features/folding.ts';
import { formatting, onTypeFormatting, rangeFormatting } from '../features/formatting.ts';
import { hover } from '../features/hover.ts';
import { inlayHints } from '../features/inlay-hints.ts';
import { highlights, references } from '../features/references.ts';
import { prepareRename, type RenameRefusal, rename } from '../features/rename.ts';
import { selections } from '../features/selection.ts';
import { semanticTokens } from '../features/semantic-tokens.ts';
import { outline, workspaceSymbols } from '../features/symbols.ts';
import type { FileView, Snapshot } from '../snapshot.ts';
import type { Workspace } from '../workspace.ts';
import type { ClientAbilities } from './capabilities.ts';
import type { Publisher } from './publisher.ts';
import {
  symbolKinds,
  toAction,
  toCompletionItems,
  toDiagnostic,
  toDocumentSymbol,
  toFold,
  toLink,
  toMarkup,
  toSelectionRange,
  toSemanticTokens,
} from './to-protocol.ts';
import type { Translator } from './translator.ts';
import { pathOfUri } from './uri.ts';

/**
 * Answers every request that a client may make of a document: one line for each, from the protocol to a feature and
 * back.
 */
export function answerRequests(
  connection: Connection,
  workspace: Workspace,
  to: Translator,
  client: () => ClientAbilities,
  publisher: () => Publisher,
): void {
  const fileOf = ({ uri }: TextDocumentIdentifier): FileView | undefined =>
    workspace.snapshot().file(pathOfUri(uri));
  /** What a feature says of a place. */
  const at =
    <Answer>(feature: (snapshot: Snapshot, path: string, offset: number) => Answer) =>
    (params: { readonly textDocument: TextDocumentIdentifier; readonly position: Position }): Answer => {
      const path = pathOfUri(params.textDocument.uri);
      return feature(workspace.snapshot(), path, to.offset(path, params.position));
    };

  connection.onCompletion((params) => {
    const found = at(completion)(params);
    // After any other space nothing was asked for.
    if (params.context?.triggerCharacter === ' ' && !found.isAsked) return null;
    return {
      isIncomplete: false,
      items: toCompletionItems(to, pathOfUri(params.textDocument.uri), found, client()),
    };
  });
  connection.onHover((params) => {
    const found = at(hover)(params);
    return found === undefined
      ? null
      : {
          contents: toMarkup(client(), found.markdown),
          range: to.range(pathOfUri(params.textDocument.uri), found.span),
        };
  });
  connection.onDefinition((params) => at(definition)(params).map(to.location));
  connection.onReferences((params) =>
    at(references)(params)
      .filter(({ isDeclaration }) => params.context.includeDeclaration || !isDeclaration)
      .map(to.location),
  );
  connection.onDocumentHighlight((params) =>
    at(highlights)(params).map(({ path, span, isDeclaration }) => ({
      range: to.range(path, span),
      kind: isDeclaration ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    })),
  );

  connection.onPrepareRename((params) => {
    const found = at(prepareRename)(params);
    if ('refusal' in found) return refused(found);
    return { range: to.range(pathOfUri(params.textDocument.uri), found.span), placeholder: found.name };
  });
  connection.onRenameRequest((params) => {
    const found = at((snapshot, path, offset) => rename(snapshot, path, offset, params.newName))(params);
    if ('refusal' in found) return refused(found);
    return {
      changes: Object.fromEntries(
        [...found.edits].map(([path, edits]) => [to.uri(path), to.edits(path, edits)]),
      ),
    };
  });

  connection.onDocumentSymbol(({ textDocument }) => {
    const file = fileOf(textDocument);
    return file && outline(file).map((entry) => toDocumentSymbol(to, file.path, entry));
  });
  connection.onWorkspaceSymbol(({ query }) =>
    workspaceSymbols(workspace.snapshot(), query).map(({ path, entry, container }) => ({
      name: entry.name,
      kind: symbolKinds[entry.kind],
      location: to.location({ path, span: entry.nameSpan }),
      containerName: container,
    })),
  );
  connection.onFoldingRanges(({ textDocument }) => {
    const file = fileOf(textDocument);
    return file && folds(file).map(toFold);
  });
  connection.onSelectionRanges(({ textDocument, positions }) => {
    const file = fileOf(textDocument);
    return (
      file &&
      positions.map((position) =>
        toSelectionRange(to, file.path, selections(file, to.offset(file.path, position))),
      )
    );
  });
  connection.languages.semanticTokens.on(({ textDocument }) => {
    const file = fileOf(textDocument);
    return file === undefined
      ? { data: [] }
      : toSemanticTokens(to, file.path, file.text, semanticTokens(file));
  });
  connection.languages.semanticTokens.onRange(({ textDocument, range }) => {
    const file = fileOf(textDocument);
    if (file === undefined) return { data: [] };
    const { start, end } = to.span(file.path, range);
    const tokens = semanticTokens(file).filter(({ span }) => span.start < end && start < span.end);
    return toSemanticTokens(to, file.path, file.text, tokens);
  });

  connection.onDocumentFormatting(({ textDocument }) => {
    const file = fileOf(textDocument);
    return file && to.edits(file.path, formatting(file));
  });
  connection.onDocumentRangeFormatting(({ textDocument, range }) => {
    const file = fileOf(textDocument);
    return file && to.edits(file.path, rangeFormatting(file, to.span(file.path, range)));
  });
  connection.onDocumentOnTypeFormatting(({ textDocument, position, ch }) => {
    const file = fileOf(textDocument);
    return file && to.edits(file.path, onTypeFormatting(file, to.offset(file.path, position), ch));
  });

  connection.onCodeAction((params) => {
    const file = fileOf(params.textDocument);
    if (file === undefined) return null;
    const all = wants(params, CodeActionKind.SourceFixAll)
      ? fixAll(workspace.snapshot(), file.path)
      : undefined;
    return [
      ...(wants(params, CodeActionKind.QuickFix) ? quickFixes(file, to.span(file.path, params.range)) : []),
      ...(all === undefined ? [] : [all]),
    ].map((action) => toAction(to, file.path, action));
  });
  connection.onDocumentLinks(({ textDocument }) => {
    const file = fileOf(textDocument);
    return file && documentLinks(workspace.snapshot(), file).map((link) => toLink(to, file.path, link));
  });
  connection.languages.inlayHint.on(({ textDocument, range }) => {
    const file = fileOf(textDocument);
    return (
      file &&
      inlayHints(file, to.span(file.path, range)).map(({ offset, label, tooltip }) => ({
        position: to.position(file.path, offset),
        label,
        tooltip,
        kind: InlayHintKind.Type,
        paddingLeft: true,
      }))
    );
  });
  connection.onCodeLens(({ textDocument }) => {
    const file = fileOf(textDocument);
    return (
      file &&
      codeLenses(file).map(({ span, title }) => ({
        range: to.range(file.path, span),
        // A command without a name is a text that can't be clicked.
        command: { title, command: '' },
      }))
    );
  });

  connection.languages.diagnostics.on(({ textDocument, previousResultId }): DocumentDiagnosticReport => {
    const file = fileOf(textDocument);
    if (file === undefined) return { kind: 'full', items: [] };
    const diagnostics = file.diagnostics();
    const resultId = publisher().given(file.path, diagnostics);
    return resultId === previousResultId
      ? { kind: 'unchanged', resultId }
      : { kind: 'full', resultId, items: diagnostics.map((each) => toDiagnostic(to, file.path, each)) };
  });
}

/** Editors show the message to the person who tried. */
const refused = ({ refusal }: RenameRefusal): ResponseError<void> =>
  new ResponseError(LSPErrorCodes.RequestFailed, refusal);

/** A client may ask for some kinds of action only, by their beginnings; “fix all” comes only where it is asked for. */
const wants = ({ context: { only } }: CodeActionParams, kind: string): boolean =>
  only === undefined
    ? kind === CodeActionKind.QuickFix
    : only.some((asked) => kind === asked || kind.startsWith(`${asked}.`) || asked.startsWith(`${kind}.`));
