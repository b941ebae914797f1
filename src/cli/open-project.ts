import type { RuleName } from '../diagnostic/code.ts';
import type { Preset } from '../lint/presets.ts';
import type { RuleSettings } from '../lint/settings.ts';
import type { RuleSeverity } from '../project/configuration.ts';
import { decodeSource, hasByteOrderMark } from '../project/decode-source.ts';
import {
  type Configuration,
  type ConfigurationFinder,
  type ConfigurationProblem,
  configurationFinder,
} from '../project/find-configuration.ts';
import { findFiles } from '../project/find-files.ts';
import { findUsers } from '../project/find-users.ts';
import { type LoadedFiles, loadFiles } from '../project/load-files.ts';
import { absolutePath, parentFolder, relativePath } from '../project/path.ts';
import { settingsOf } from '../project/rule-settings.ts';
import type { Session } from '../session/session.ts';
import type { Source } from '../text/source.ts';
import { problemAt } from './problem-at.ts';
import { createProjectMemory, type ProjectMemory } from './project-memory.ts';
import type { Shell } from './shell.ts';
import { sourceReader } from './start/read-source.ts';
import { typedCommand } from './typed-command.ts';
import { UsageError } from './usage-error.ts';

/** A file that a command was asked to work on. */
export interface AskedFile {
  /** Its path, as in `Source.path`. */
  readonly path: string;
  readonly absolutePath: string;
  /** The folder that was searched for it. */
  readonly root: string;
  readonly isStandardInput: boolean;
  readonly configuration: Configuration;
}

/** What a command works on: the files it was asked for, all that they use, and what uses them. */
export interface Project {
  readonly asked: readonly AskedFile[];
  readonly loaded: LoadedFiles;
  /** What is made of them. */
  readonly session: Session;
  /** Mistakes in the configurations. */
  readonly mistakes: readonly ConfigurationProblem[];
  readonly configurations: ConfigurationFinder;
  /** The way from the current folder to a file, as people and reports name it. */
  shownPath(path: string): string;
}

/** How files are judged, besides what their configurations say. */
export interface JudgeOptions {
  /** `2026-11-21`. */
  readonly today: string;
  /** Severities that were given on the command line. */
  readonly severities?: ReadonlyMap<RuleName, RuleSeverity>;
  /** In place of the preset of every configuration; what these say of single rules holds over it. */
  readonly preset?: Preset;
}

/**
 * A text from standard input. `mark` is the byte-order mark that it began with, or empty: what is put out begins with
 * it too.
 */
export interface StandardInput {
  readonly source: Source;
  readonly root: string;
  readonly mark: '' | '\ufeff';
}

/** The files of a command, before they are read. Standard input has been read already, as it can be only once. */
export interface AskedFiles {
  readonly files: readonly { readonly path: string; readonly root: string }[];
  /** In which they were looked for. */
  readonly folders: readonly string[];
  readonly standardInput?: StandardInput;
}

/**
 * Finds what the arguments of a command name: with none, the project of the nearest configuration, else the current
 * folder. Throws a `UsageError` where an argument matches nothing.
 */
export async function askedFiles(
  shell: Shell,
  names: readonly string[],
  standardInputName = '<stdin>',
): Promise<AskedFiles> {
  const { cwd, files } = shell;
  const nearest = configurationFinder(files, cwd).nearest(cwd);
  const root = nearest === undefined ? cwd : parentFolder(nearest);
  const paths = names.filter((name) => name !== '-').map((name) => name.replaceAll('\\', '/'));
  const found = findFiles(files, cwd, names.length === 0 ? [root] : paths);
  if (found.unmatched.length > 0)
    throw new UsageError(
      names.length === 0
        ? `there is no .flow file in ${root === cwd ? 'this folder' : relativePath(cwd, root)}`
        : `nothing matches ${found.unmatched.map((name) => `“${name}”`).join(', ')}`,
      names.length === 0 ? `\`${typedCommand(shell)} init\` writes a first one` : undefined,
    );
  const { folders } = found;
  if (!names.includes('-')) return { files: found.files, folders };
  const path = absolutePath(cwd, standardInputName.replaceAll('\\', '/'));
  const bytes = await shell.stdin.read();
  const source = decodeSource(path, bytes);
  const mark = hasByteOrderMark(bytes) ? '\ufeff' : '';
  return {
    files: found.files.filter((file) => file.path !== path),
    folders,
    standardInput: { source, root: parentFolder(path), mark },
  };
}

/** What goes into the opening of a project besides what is on the disk. */
export interface Opening {
  /** Texts that stand in the place of files on the disk, by absolute path. */
  readonly texts?: ReadonlyMap<string, string>;
  /** For whoever opens projects one after the other. */
  readonly memory?: ProjectMemory;
}

/**
 * Reads the files, all that they use, what uses them, and their configurations. Throws a `UsageError` where a file
 * cannot be read.
 */
export function openProject(
  shell: Shell,
  { files, standardInput }: AskedFiles,
  options: JudgeOptions,
  { texts = new Map(), memory = createProjectMemory(sourceReader(shell.environment), false) }: Opening = {},
): Project {
  const { cwd } = shell;
  const sources = [...(standardInput === undefined ? [] : [standardInput.source])].map((source) => ({
    ...source,
    text: texts.get(source.path) ?? source.text,
  }));
  const loaded = loadFiles(
    shell.files,
    cwd,
    [
      ...sources,
      ...files.map(({ path }) => {
        const text = texts.get(path);
        return text === undefined ? path : { path, text };
      }),
    ],
    memory.parse,
    findUsers(
      shell.files,
      [...sources, ...files].map(({ path }) => path),
    ),
  );
  const [problem] = loaded.unreadable;
  if (problem !== undefined)
    throw new UsageError(`${relativePath(cwd, problem.path)} cannot be read: ${problem.message}`);
  const configurations = configurationFinder(shell.files, cwd);
  const asked = [
    ...(standardInput === undefined
      ? []
      : [{ path: standardInput.source.path, root: standardInput.root, isStandardInput: true }]),
    ...files.map((file) => ({ ...file, isStandardInput: false })),
  ].map(({ path, root, isStandardInput }) => ({
    path: relativePath(loaded.base, path),
    absolutePath: path,
    root,
    isStandardInput,
    configuration: configurations.configurationFor(path),
  }));
  const problems: ConfigurationProblem[] = [];
  const settings = settingsOfFiles(asked, options, (setting, problem) =>
    problems.push(problemAt(shell, setting, problem)),
  );
  const session = memory.session(
    {
      paths: [...loaded.files.keys()],
      source: (path) => loaded.files.get(path)?.source,
      beside: loaded.beside,
      // Files that are only used are there to be looked things up in: nobody asked what is wrong with them.
      rulesFor: (path) => settings.get(path) ?? noRules,
      today: options.today,
    },
    loaded.files,
  );
  return {
    asked: asked.sort((a, b) => (a.path < b.path ? -1 : 1)),
    loaded,
    session,
    configurations,
    mistakes: [...configurations.problems(), ...problems],
    shownPath: (path) => relativePath(cwd, absolutePath(loaded.base, path)),
  };
}

const noRules: RuleSettings = new Map();

/** How each of the files is judged, by its path. */
function settingsOfFiles(
  asked: readonly AskedFile[],
  { severities = new Map(), preset }: JudgeOptions,
  report: Parameters<typeof settingsOf>[2],
): ReadonlyMap<string, RuleSettings> {
  const known = new Map<Configuration, RuleSettings>();
  return new Map(
    asked.map(({ path, configuration }) => {
      const wished = preset === undefined ? configuration : { ...configuration, preset };
      const settings = known.get(configuration) ?? settingsOf(wished, severities, report);
      known.set(configuration, settings);
      return [path, settings];
    }),
  );
}
