import { closest } from '../../diagnostic/suggest.ts';
import { type Preset, presets } from '../../lint/presets.ts';
import { configurationName } from '../../project/configuration.ts';
import { isUnreadable } from '../../project/file-system.ts';
import { absolutePath, ancestors } from '../../project/path.ts';
import type { ParsedFile } from '../../syntax/parsed-file.ts';
import type { Source } from '../../text/source.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import type { Shell } from '../shell.ts';
import { sourceReader } from '../start/read-source.ts';
import { type TypedCommand, typedCommand } from '../typed-command.ts';
import { UsageError } from '../usage-error.ts';
import { firstAttributes, firstConfiguration, firstFlow } from './first-flow.ts';

export interface InitOptions {
  /** Ask nothing. */
  readonly yes?: boolean;
  readonly preset?: Preset;
}

/** The path of the schema of a configuration in a project that has flowc among its packages. */
const schemaPath = './node_modules/flowc/dist/schema/config.schema.json';

/** Writes a first flow and a configuration into the current folder. Nothing that is there already is touched. */
export async function init(shell: Shell, options: InitOptions): Promise<ExitCode> {
  const asks = options.yes !== true && shell.stdin.isTerminal && shell.stderr.isTerminal;
  const title = asks
    ? await shell.ask('What is the process called?', 'Customer request')
    : 'Customer request';
  const read = sourceReader(shell.environment);
  const proposed = nameFrom(title, read);
  const name = asks ? await shell.ask('And its file, without .flow?', proposed) : proposed;
  if (!isName(name, read))
    throw new UsageError(
      `“${name}” cannot be a name`,
      'A name is of letters, digits and single - between them: angry-customer',
    );
  const preset =
    options.preset ??
    (asks
      ? presetFrom(
          await shell.ask(
            'Which rules: “recommended”, which any process must keep, or “service”, which asks for owners and time limits, too?',
            'recommended',
          ),
        )
      : 'recommended');

  const attributes = attributesWanted(shell);
  const takesAttributes =
    attributes === 'new' &&
    (!asks || (await shell.ask(attributesQuestion, 'yes')).toLowerCase().startsWith('y'));

  const hasSchema = shell.files.kind(absolutePath(shell.cwd, schemaPath)) === 'file';
  for (const [file, text] of [
    [`${name}.flow`, firstFlow({ name, title }, read)],
    [configurationName, firstConfiguration(preset, hasSchema ? schemaPath : undefined)],
    ...(takesAttributes ? [[attributesName, firstAttributes] as const] : []),
  ] as const) {
    const path = absolutePath(shell.cwd, file);
    if (shell.files.kind(path) !== undefined)
      shell.stderr.write(`${file} is there already, and stays as it is\n`);
    else {
      shell.files.write(path, new TextEncoder().encode(text), shell.cwd);
      shell.stdout.write(`${file}\n`);
    }
  }
  if (attributes === 'line')
    shell.stderr.write(
      `${attributesName} is there already; with the line “*.flow text eol=lf” in it, flows are the same on every system\n`,
    );
  shell.stderr.write(nextCommands(typedCommand(shell), name, preset));
  return exitCodes.clean;
}

const attributesName = '.gitattributes';
const attributesQuestion =
  'Shall git keep flows and pictures the same on Windows, macOS and Linux? That takes a file .gitattributes';

/**
 * What a repository of git lacks that is to have the same line ends in every checkout: the whole file, or a line in the
 * one that is here. Undefined outside of a repository, and where a file here or above it speaks of flows.
 */
function attributesWanted({ cwd, files }: Shell): 'new' | 'line' | undefined {
  const above = ancestors(cwd);
  const root = above.findIndex((folder) => files.kind(absolutePath(folder, '.git')) !== undefined);
  if (root < 0) return undefined;
  const texts = above.slice(0, root + 1).map((folder) => files.read(absolutePath(folder, attributesName)));
  const decoder = new TextDecoder();
  if (texts.some((bytes) => !isUnreadable(bytes) && /^[^#\n]*\.flow\b/m.test(decoder.decode(bytes))))
    return undefined;
  return files.kind(absolutePath(cwd, attributesName)) === undefined ? 'new' : 'line';
}

/** What to do with the new flow, each with the command that does it, as it is to be typed. */
const nextCommands = (flowc: TypedCommand, name: string, preset: Preset): string => `
Now change ${name}.flow.
  ${flowc} preview   shows its chart in the browser, and follows every save
  ${flowc} lint      says what is wrong or missing in it
  ${flowc} build     draws it into ${name}.svg
${preset === 'service' ? '' : `"preset": "service" in ${configurationName} asks for owners and time limits, too.\n`}`;

/** Throws a `UsageError` for a set of rules that there is not. */
function presetFrom(answer: string): Preset {
  const found = presets.find((preset) => preset === answer.toLowerCase());
  if (found !== undefined) return found;
  const near = closest(answer, presets);
  throw new UsageError(
    `there is no set of rules “${answer}”`,
    near === undefined ? `Known are: ${presets.join(', ')}` : `Did you mean “${near}”?`,
  );
}

/** A name for a title: its words in small letters, joined by hyphens; where that is none, a plain one. */
function nameFrom(title: string, read: (source: Source) => ParsedFile): string {
  const name = title
    .toLowerCase()
    .split(/[\s!-,./:-@[-`{-~]+/)
    .filter((word) => word !== '')
    .join('-');
  return isName(name, read) ? name : 'process';
}

/** True for what the language reads as one name. */
const isName = (name: string, read: (source: Source) => ParsedFile): boolean => {
  const { document, diagnostics } = read({ path: '', text: `flow ${name}\n` });
  return diagnostics.length === 0 && document.flows[0]?.id.name === name.normalize('NFC');
};
