import { posix } from 'node:path';
import type { FlowGraph } from '../../graph/flow-graph.ts';
import { type OutputFormat, outputFormats } from '../../project/configuration.ts';
import type { FileSystem } from '../../project/file-system.ts';
import { absolutePath, parentFolder } from '../../project/path.ts';
import type { AskedFile } from '../open-project.ts';
import { UsageError } from '../usage-error.ts';

/** Where one picture of one flow goes. */
export interface Output {
  readonly file: AskedFile;
  readonly graph: FlowGraph;
  readonly format: OutputFormat;
  /** None for standard output. Both are absolute; `path` lies in `root`, and no link may lead out of that. */
  readonly place?: { readonly path: string; readonly root: string };
}

export interface OutputWishes {
  readonly format?: readonly OutputFormat[];
  /** A folder, a file or `-`. */
  readonly out?: string;
}

/** A file, and the graphs of its flows. */
export interface FlowFile {
  readonly file: AskedFile;
  readonly graphs: readonly FlowGraph[];
}

/**
 * Decides where every picture goes: `name.svg` for the one flow of `name.flow`, `name.flow-id.svg` for each of several.
 * Throws a `UsageError` where two would go to one place.
 */
export function planOutputs(
  { kind }: FileSystem,
  cwd: string,
  flowFiles: readonly FlowFile[],
  { format, out }: OutputWishes,
): readonly Output[] {
  const single = out === undefined ? undefined : singleFile(absolutePath(cwd, out), kind);
  if (single !== undefined && format?.some((other) => other !== single.format) === true)
    throw new UsageError(`${out} is a ${single.format} file, and -f asks for ${format.join(', ')}`);
  const outputs = flowFiles.flatMap(({ file, graphs }) => {
    const formats = single === undefined ? (format ?? file.configuration.format ?? ['svg']) : [single.format];
    const toStandardOutput = out === '-' || (out === undefined && file.isStandardInput);
    const folder = single === undefined && !toStandardOutput ? folderOf(file, cwd, out) : undefined;
    return graphs.flatMap((graph) =>
      [...new Set(formats)].map((each): Output => {
        const place =
          folder === undefined
            ? single?.place
            : { root: folder.root, path: posix.join(folder.path, nameOf(file, graph, graphs.length, each)) };
        return { file, graph, format: each, ...(place === undefined ? {} : { place }) };
      }),
    );
  });
  refuseCollisions(outputs, out);
  return outputs;
}

/** `-o picture.svg`, unless that is a folder. */
function singleFile(path: string, kind: FileSystem['kind']) {
  const format = outputFormats.find((name) => path.endsWith(`.${name}`));
  if (format === undefined || kind(path) === 'folder') return undefined;
  return { format, place: { path, root: parentFolder(path) } };
}

/** The folder for the pictures of a file, and the one that it must not lead out of. */
function folderOf(
  { absolutePath: path, root, configuration }: AskedFile,
  cwd: string,
  out: string | undefined,
) {
  const beside = parentFolder(path);
  if (out !== undefined) {
    const target = absolutePath(cwd, out);
    return { root: target, path: posix.join(target, posix.relative(root, beside)) };
  }
  if (configuration.out === undefined || configuration.path === undefined)
    return { root: beside, path: beside };
  const within = posix.relative(parentFolder(configuration.path), beside);
  return { root: configuration.out, path: posix.join(configuration.out, within) };
}

function nameOf(
  { absolutePath: path, isStandardInput }: AskedFile,
  { id }: FlowGraph,
  flows: number,
  format: string,
): string {
  const stem = posix.basename(path).replace(/\.flow$/, '');
  if (isStandardInput && stem === '<stdin>') return `${id}.${format}`;
  return flows === 1 ? `${stem}.${format}` : `${stem}.${id}.${format}`;
}

function refuseCollisions(outputs: readonly Output[], out: string | undefined): void {
  const toStandardOutput = outputs.filter(({ place }) => place === undefined);
  if (toStandardOutput.length > 1)
    throw new UsageError(
      `standard output takes one picture, and these would be ${toStandardOutput.length}`,
      'Write them into a folder: -o pictures',
    );
  // Names that differ by case only are one file on some systems.
  const byPlace = Map.groupBy(outputs, ({ place }) => place?.path.toLowerCase());
  for (const [first, second] of byPlace.values())
    if (first?.place !== undefined && second !== undefined)
      throw new UsageError(
        `the flows “${first.graph.id}” of ${first.file.path} and “${second.graph.id}” of ${second.file.path} would both be drawn into ${first.place.path}`,
        out === undefined ? 'Rename one of the files or flows' : 'Write them into a folder: -o pictures',
      );
}
