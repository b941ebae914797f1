import { UsageError } from '../usage-error.ts';

/**
 * Makes the link that opens a place in an editor; undefined where no editor is wanted. `path` is absolute, line and
 * column count from 1.
 */
export type EditorLink = (path: string, line: number, column: number) => string | undefined;

/** The addresses by which editors are reached from a page. */
export const editors: Readonly<Record<string, string>> = {
  vscode: 'vscode://file{path}:{line}:{column}',
  'vscode-insiders': 'vscode-insiders://file{path}:{line}:{column}',
  vscodium: 'vscodium://file{path}:{line}:{column}',
  cursor: 'cursor://file{path}:{line}:{column}',
  windsurf: 'windsurf://file{path}:{line}:{column}',
  zed: 'zed://file{path}:{line}:{column}',
  idea: 'idea://open?file={path}&line={line}&column={column}',
  sublime: 'subl://open?url=file://{path}&line={line}&column={column}',
  textmate: 'txmt://open?url=file://{path}&line={line}&column={column}',
};

/**
 * Reads what `--editor` names: one of the editors, `none`, or an address of one's own with `{path}`, `{line}` and
 * `{column}` in it. Throws a `UsageError` for anything else, and for addresses that would run something in the page.
 */
export function editorLink(name: string): EditorLink {
  if (name === 'none') return () => undefined;
  const template = editors[name] ?? (name.includes('{path}') ? name : undefined);
  if (
    template === undefined ||
    !/^[a-z][a-z0-9+.-]*:/.test(template) ||
    /^(javascript|data|vbscript|blob):/.test(template)
  )
    throw new UsageError(
      `there is no editor “${name}”`,
      `Known are ${Object.keys(editors).join(', ')} and none, or an address such as ${editors['vscode']}`,
    );
  return (path, line, column) => {
    const rooted = path.startsWith('/') ? path : `/${path}`;
    const encoded = rooted.split('/').map(encodeURIComponent).join('/').replaceAll('%3A', ':');
    const values: Readonly<Record<string, string>> = {
      path: encoded,
      line: String(line),
      column: String(column),
    };
    return template.replace(/\{(path|line|column)\}/g, (_, part: string) => values[part] ?? '');
  };
}
