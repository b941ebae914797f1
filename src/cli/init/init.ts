import { configurationName } from '../../project/configuration.ts';
import { absolutePath } from '../../project/path.ts';
import { parse } from '../../syntax/parse.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import type { Shell } from '../shell.ts';
import { UsageError } from '../usage-error.ts';
import { firstConfiguration, firstFlow } from './first-flow.ts';

/** Writes a first flow and a configuration into the current folder. Nothing that is there already is touched. */
export async function init(shell: Shell, options: { readonly yes?: boolean }): Promise<ExitCode> {
  const asks = options.yes !== true && shell.stdin.isTerminal && shell.stderr.isTerminal;
  const title = asks
    ? await shell.ask('What is the process called?', 'Customer request')
    : 'Customer request';
  const proposed = nameFrom(title);
  const name = asks ? await shell.ask('And its file, without .flow?', proposed) : proposed;
  if (!isName(name))
    throw new UsageError(
      `“${name}” cannot be a name`,
      'A name is of letters, digits and single - between them: angry-customer',
    );

  for (const [file, text] of [
    [`${name}.flow`, firstFlow({ name, title })],
    [configurationName, firstConfiguration],
  ] as const) {
    const path = absolutePath(shell.cwd, file);
    if (shell.files.kind(path) !== undefined)
      shell.stderr.write(`${file} is there already, and stays as it is\n`);
    else {
      shell.files.write(path, new TextEncoder().encode(text), shell.cwd);
      shell.stdout.write(`${file}\n`);
    }
  }
  shell.stderr.write(`\nNow change ${name}.flow, and draw it:\n  flowc build\n`);
  return exitCodes.clean;
}

/** A name for a title: its words in small letters, joined by hyphens; where that is none, a plain one. */
function nameFrom(title: string): string {
  const name = title
    .toLowerCase()
    .split(/[\s!-,./:-@[-`{-~]+/)
    .filter((word) => word !== '')
    .join('-');
  return isName(name) ? name : 'process';
}

/** True for what the language reads as one name. */
const isName = (name: string): boolean => {
  const { document, diagnostics } = parse({ path: '', text: `flow ${name}\n` });
  return diagnostics.length === 0 && document.flows[0]?.id.name === name.normalize('NFC');
};
