import { type Diagnostic, type Fix, languageError } from '../diagnostic/diagnostic.ts';
import { closest } from '../diagnostic/suggest.ts';
import type { Use } from '../syntax/ast.ts';
import { pathFromFile, resolvePath } from '../text/relative-path.ts';
import { inQuotes } from './in-quotes.ts';

/** The `use`s of a file: the files they lead to, each once, and an error for each that leads to none. */
export interface UsedFiles {
  readonly found: readonly { readonly use: Use; readonly path: string }[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The paths of files, some of which may be asked for without all of them being looked for. */
export type KnownPaths = Pick<ReadonlySet<string>, 'has'> & Iterable<string>;

/** `known` are the paths of all files of the project; `beside` those of files that are there and were not read. */
export function usedFiles(
  from: string,
  uses: readonly Use[],
  known: KnownPaths,
  beside: ReadonlySet<string> = new Set(),
): UsedFiles {
  const found = new Map<string, Use>();
  const diagnostics: Diagnostic[] = [];
  for (const use of uses) {
    const resolved = resolvePath(from, use.path.value);
    const path = 'path' in resolved ? resolved.path : undefined;
    if (path !== undefined && path !== from && known.has(path)) {
      if (!found.has(path)) found.set(path, use);
    } else
      diagnostics.push(unknownFile(from, use, beside.size === 0 ? known : new Set([...known, ...beside])));
  }
  return { found: [...found].map(([path, use]) => ({ use, path })), diagnostics };
}

function unknownFile(from: string, { path: written }: Use, known: KnownPaths): Diagnostic {
  const resolved = resolvePath(from, written.value);
  const error = (message: string, help: string, fix?: Fix): Diagnostic =>
    languageError('unknown-file', written.span, message, { help, ...(fix === undefined ? {} : { fix }) });
  if ('problem' in resolved) {
    switch (resolved.problem) {
      case 'empty':
        return error('No file is named here', 'Write the way from this file to the other: use "shared.flow"');
      case 'backslash':
        return error(
          'A path is written with “/”, so that it is the same on every system',
          'Write “/” for “\\”',
          replace(written.span, written.value.replaceAll('\\', '/')),
        );
      case 'absolute':
        return error(
          `${inQuotes(written.value)} is not a relative path`,
          'Write the way from this file to the other: use "../shared.flow"',
        );
      case 'control-character':
        return error('This path has a control character in it', 'Write the path again');
    }
  }
  if (resolved.path === from)
    return error('A file cannot use itself', 'Its flows know each other: leave this out');
  const near = nearestFile(from, resolved.path, known);
  if (near !== undefined)
    return error(
      `There is no file ${inQuotes(written.value)}`,
      `Did you mean ${inQuotes(near)}?`,
      replace(written.span, near),
    );
  return error(
    `There is no file ${inQuotes(written.value)}`,
    'Paths are relative to the file that uses them',
  );
}

/** The known file that is spelt almost like that, or has its name in another folder; as the way that leads to it. */
function nearestFile(from: string, path: string, known: KnownPaths): string | undefined {
  const others = [...known].filter((other) => other !== from).sort();
  const name = path.slice(path.lastIndexOf('/') + 1);
  const near = closest(path, others) ?? others.find((other) => other === name || other.endsWith(`/${name}`));
  return near === undefined ? undefined : pathFromFile(from, near);
}

const replace = (span: Fix['edits'][number]['span'], path: string): Fix => ({
  kind: 'unsafe',
  title: `Use ${inQuotes(path)}`,
  edits: [{ span, text: `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"` }],
});
