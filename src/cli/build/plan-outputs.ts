import { posix } from 'node:path';
import type { Built } from '../../model/built.ts';
import type { Gaps } from '../../model/gaps.ts';
import type { Process } from '../../model/process.ts';
import {
  outputs as allOutputs,
  type OutputFormat,
  outputFormats,
  outputNamed,
} from '../../output/registry.ts';
import type { FileSystem } from '../../project/file-system.ts';
import { absolutePath, parentFolder, relativePath } from '../../project/path.ts';
import type { AskedFile } from '../open-project.ts';
import { UsageError } from '../usage-error.ts';
import { type OutputFolders, outputFolders } from './output-folders.ts';

/** The place of one picture of one flow. */
export interface PlannedPicture {
  readonly file: AskedFile;
  readonly process: Process;
  readonly gaps: Gaps;
  readonly format: OutputFormat;
  /** None for standard output. */
  readonly place?: OutputPlace;
}

export interface OutputPlace {
  /** Both are absolute; `path` lies in `root`, and no link may lead out of that. */
  readonly path: string;
  readonly root: string;
  /** The way from the picture's folder to the file of its flow; unset where the name was chosen on the command line. */
  readonly source?: string;
}

export interface OutputWishes {
  readonly format?: readonly OutputFormat[];
  /** A folder, a file or `-`. */
  readonly out?: string;
}

/** A file, and what each of its flows was built to. */
export interface FlowFile {
  readonly file: AskedFile;
  readonly built: readonly Built[];
}

export interface OutputPlan {
  readonly outputs: readonly PlannedPicture[];
  /**
   * The folders of pictures whose names no one chose; for standard output and a single file as if there were no `-o`.
   */
  readonly folders: OutputFolders;
  /** What `-o` names, if anything. */
  readonly kind: 'folder' | 'file' | 'standard-output' | 'unset';
}

/**
 * Decides where every picture goes: `name.svg` for the one flow of `name.flow`, `name.flow-id.svg` for each of several.
 * Throws a `UsageError` for a place that can be none.
 */
export function planOutputs(
  { kind }: FileSystem,
  cwd: string,
  flowFiles: readonly FlowFile[],
  { format, out: written }: OutputWishes,
): OutputPlan {
  // As the names of files to draw: a backslash parts folders.
  const out = written?.replaceAll('\\', '/');
  const single = out === undefined || out === '-' ? undefined : singleFile(cwd, out, kind);
  if (single !== undefined && format?.some((other) => other !== single.format) === true)
    throw new UsageError(`${out} is a ${single.format} file, and -f asks for ${format.join(', ')}`);
  const outKind =
    out === undefined ? 'unset' : out === '-' ? 'standard-output' : single === undefined ? 'folder' : 'file';
  const roots = flowFiles.map(({ file }) => file.root);
  const folders = outputFolders(cwd, outKind === 'folder' ? out : undefined, roots);
  const outputs = flowFiles.flatMap(({ file, built }) => {
    const formats = single === undefined ? formatsOf(file, format) : [single.format];
    const toStandardOutput = out === '-' || (out === undefined && file.isStandardInput);
    const folder =
      single === undefined && !toStandardOutput ? folders(file.absolutePath, file.configuration) : undefined;
    return built.flatMap(({ process, gaps }) =>
      formats.map((each): PlannedPicture => {
        if (folder === undefined)
          return { file, process, gaps, format: each, ...(single && { place: single.place }) };
        const path = posix.join(folder.path, pictureName(file, process.id, built.length, each));
        const source = relativePath(folder.path, file.absolutePath);
        return {
          file,
          process,
          gaps,
          format: each,
          place: { root: folder.root, path, ...(file.isStandardInput ? {} : { source }) },
        };
      }),
    );
  });
  return { outputs, folders, kind: outKind };
}

/** What a file is drawn as: as was asked for, else as its configuration says. */
export const formatsOf = (
  { configuration }: Pick<AskedFile, 'configuration'>,
  asked: readonly OutputFormat[] | undefined,
): readonly OutputFormat[] => [...new Set<OutputFormat>(asked ?? configuration.format ?? ['svg'])];

/** The name of the picture of a flow of a file that has so many. */
export function pictureName(
  { absolutePath: path, isStandardInput }: Pick<AskedFile, 'absolutePath' | 'isStandardInput'>,
  id: string,
  flows: number,
  format: OutputFormat,
): string {
  const { extension } = outputNamed(format);
  const stem = posix.basename(path).replace(/\.flow$/, '');
  if (isStandardInput && stem === '<stdin>') return `${id}.${extension}`;
  return flows === 1 ? `${stem}.${extension}` : `${stem}.${id}.${extension}`;
}

/**
 * `-o picture.svg`, unless that is a folder. Throws a `UsageError` for another kind of file, which would else become a
 * folder of that name. What ends in a slash or begins with a dot is meant for a folder.
 */
function singleFile(cwd: string, out: string, kind: FileSystem['kind']) {
  const path = absolutePath(cwd, out);
  if (out.endsWith('/') || kind(path) === 'folder') return undefined;
  const [, ending] = /[^/]\.([a-z][a-z0-9]*)$/i.exec(path) ?? [];
  if (ending === undefined) return undefined;
  const format = allOutputs.find(({ extension }) => extension === ending.toLowerCase())?.name;
  if (format === undefined)
    throw new UsageError(
      `${out} is of a kind that flowc does not draw: it draws ${listOf(outputFormats, 'and')}`,
      `Name a file that ends in ${listOf(
        allOutputs.map(({ extension }) => `.${extension}`),
        'or',
      )}; for a folder of this name write ${out}/`,
    );
  return { format, place: { path, root: parentFolder(path) } };
}

const listOf = (words: readonly string[], conjunction: string): string =>
  words.join(', ').replace(/, ([^,]*)$/, ` ${conjunction} $1`);
