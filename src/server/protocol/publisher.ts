import { type Connection, DiagnosticSeverity } from 'vscode-languageserver/node';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { DecodingProblem } from '../../project/decoder.ts';
import { configurationProblems } from '../configuration-problems.ts';
import type { Workspace } from '../workspace.ts';
import type { ClientAbilities } from './capabilities.ts';
import { toDiagnostic } from './to-protocol.ts';
import type { Translator } from './translator.ts';

/**
 * Findings are sent this many ms after the last change: what comes together, such as a rename in several files, is
 * reported together.
 */
const pause = 5;

/** Tells the client what is wrong: sends it, or says that it is time to ask again. */
export interface Publisher {
  /** Something has changed, in `path` or elsewhere. Every file that is open may be affected. */
  changed(path?: string): void;
  closed(path: string): void;
  /** The client was given these for a file; the number stands for them. */
  given(path: string, diagnostics: readonly Diagnostic[]): string;
}

export function createPublisher(
  connection: Connection,
  workspace: Workspace,
  to: Translator,
  client: ClientAbilities,
  open: ReadonlyMap<string, { readonly version: number }>,
): Publisher {
  const known = new Map<string, { readonly diagnostics: readonly Diagnostic[]; readonly number: number }>();
  const configurations = new Set<string>();
  /** Since the client was last given something for them. */
  const edited = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let count = 0;

  const given = (path: string, diagnostics: readonly Diagnostic[]): string => {
    edited.delete(path);
    const before = known.get(path);
    if (before?.diagnostics === diagnostics) return String(before.number);
    count += 1;
    known.set(path, { diagnostics, number: count });
    return String(count);
  };

  const publish = (): void => {
    const snapshot = workspace.snapshot();
    const stale = [...open].flatMap(([path, { version }]) => {
      const diagnostics = snapshot.file(path)?.diagnostics() ?? [];
      return known.get(path)?.diagnostics === diagnostics ? [] : [{ path, version, diagnostics }];
    });
    if (!client.pullsDiagnostics)
      for (const { path, version, diagnostics } of stale) {
        given(path, diagnostics);
        void connection.sendDiagnostics({
          uri: to.uri(path),
          version,
          diagnostics: diagnostics.map((diagnostic) => toDiagnostic(to, path, diagnostic)),
        });
      }
    // The client asks of its own accord about the file that is edited itself.
    else if (client.refreshesDiagnostics && stale.some(({ path }) => !edited.has(path)))
      void connection.languages.diagnostics.refresh();
    if (stale.length > 0 && client.refreshesHints) void connection.languages.inlayHint.refresh();
    if (stale.length > 0 && client.refreshesLenses) void connection.sendRequest('workspace/codeLens/refresh');
    publishConfigurations();
  };

  /** What is wrong in configuration files is always sent: nobody asks about them here. */
  const publishConfigurations = (): void => {
    const problems = configurationProblems(workspace.snapshot(), [...open.keys()]);
    for (const path of configurations) if (!problems.has(path)) send(path, []);
    for (const [path, found] of problems) send(path, found);
  };
  const send = (path: string, problems: readonly DecodingProblem[]): void => {
    if (problems.length === 0) configurations.delete(path);
    else configurations.add(path);
    const diagnostics = problems.map(({ span, message, help }) => ({
      range: to.range(path, span),
      severity: DiagnosticSeverity.Error,
      source: 'flowc',
      message: help === undefined ? message : `${message}\n${help}`,
    }));
    void connection.sendDiagnostics({ uri: to.uri(path), diagnostics });
  };

  return {
    given,
    changed(path) {
      if (path !== undefined) edited.add(path);
      clearTimeout(timer);
      timer = setTimeout(publish, pause);
    },
    closed(path) {
      known.delete(path);
      if (!client.pullsDiagnostics) void connection.sendDiagnostics({ uri: to.uri(path), diagnostics: [] });
    },
  };
}
