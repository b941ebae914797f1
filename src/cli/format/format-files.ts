import { counted } from '../../diagnostic/counted.ts';
import { pathOnItsLine } from '../../diagnostic/runner-commands.ts';
import { format } from '../../format/format.ts';
import { decodeSource } from '../../project/decode-source.ts';
import { isUnreadable } from '../../project/file-system.ts';
import { relativePath } from '../../project/path.ts';
import type { Source } from '../../text/source.ts';
import type { CommonOptions } from '../commands/command-context.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { askedFiles } from '../open-project.ts';
import { saveText } from '../save-text.ts';
import type { Shell } from '../shell.ts';
import { sourceReader } from '../start/read-source.ts';
import { unifiedDiff } from '../unified-diff.ts';
import { UsageError } from '../usage-error.ts';

export interface FormatOptions extends CommonOptions {
  readonly check?: boolean;
  readonly diff?: boolean;
}

/**
 * Formats files in place, standard input to standard output; with `--check` or `--diff` only tells what would change.
 */
export async function formatFiles(
  shell: Shell,
  names: readonly string[],
  { check = false, diff = false }: FormatOptions,
): Promise<ExitCode> {
  const { files, standardInput } = await askedFiles(shell, names);
  const onlyTells = check || diff;
  const sources = [...(standardInput === undefined ? [] : [standardInput.source]), ...read(shell, files)];
  const unread = sources.find(({ invalidBytes }) => invalidBytes !== undefined);
  if (unread !== undefined)
    throw new UsageError(
      `${relativePath(shell.cwd, unread.path)} ${unread.isUtf16 === true ? 'is saved as UTF-16, and flowc reads UTF-8' : 'is not UTF-8 throughout'}, so nothing is formatted`,
      'Save it as UTF-8',
    );
  const parse = sourceReader(shell.environment);
  let changed = 0;
  for (const source of sources) {
    const path = relativePath(shell.cwd, source.path);
    const text = format(parse(source), parse);
    const isInput = source === standardInput?.source;
    if (isInput && !onlyTells) shell.stdout.write(standardInput.mark + text);
    if (text === source.text) continue;
    changed++;
    if (diff) shell.stdout.write(unifiedDiff(path, { before: source.text, after: text }));
    else if (check) shell.stdout.write(`${pathOnItsLine(path)}\n`);
    else if (!isInput) saveText(shell, source.path, text);
  }
  if (!onlyTells && standardInput === undefined)
    shell.stderr.write(
      `${counted(changed, 'file')} formatted, ${sources.length - changed} as they should be\n`,
    );
  return onlyTells && changed > 0 ? exitCodes.findings : exitCodes.clean;
}

const read = (shell: Shell, files: readonly { readonly path: string }[]): readonly Source[] =>
  files.map(({ path }) => {
    const bytes = shell.files.read(path);
    if (isUnreadable(bytes))
      throw new UsageError(`${relativePath(shell.cwd, path)} cannot be read: ${bytes.message}`);
    return decodeSource(path, bytes);
  });
