import { posix } from 'node:path';
import { flowOf } from '../../model/node-parts.ts';
import { type OutputFormat, outputFormats, outputNamed } from '../../output/registry.ts';
import { absolutePath, parentFolder } from '../../project/path.ts';
import { addressOf, rebaseAddress } from '../../project/relative-address.ts';
import type { Project } from '../open-project.ts';
import { type DrawWishes, drawSettings } from './draw-settings.ts';
import { configuredFolder } from './output-folders.ts';
import {
  formatsOf,
  type OutputPlan,
  type OutputWishes,
  type PlannedPicture,
  pictureName,
} from './plan-outputs.ts';

/** The addresses that nodes of a chart lead to, by their ids, as they are right in the folder of the chart. */
export type ChartLinks = Readonly<Record<string, string>>;

/**
 * The links of a chart that are not as they were written. A `link` leads from the folder of its flow, and a chart may
 * lie elsewhere; a `call` or `transfer` without one leads to the chart of the other flow, where the same run draws it
 * or, if it was not asked to, would. A picture on standard output is taken to lie beside its flow.
 */
export function chartLinks(
  project: Project,
  plan: OutputPlan,
  { file, process, format, place }: PlannedPicture,
  wishes: OutputWishes & DrawWishes,
): ChartLinks {
  // No reader of a PNG or a JSON file follows a link in it.
  if (!isLinked(format)) return {};
  const sourceFolder = parentFolder(file.absolutePath);
  const folder = place === undefined ? sourceFolder : parentFolder(place.path);
  const links = process.nodes.flatMap((node): readonly (readonly [string, string])[] => {
    const { id, link } = node;
    const flow = flowOf(node);
    if (link !== undefined) {
      const rebased = rebaseAddress(link, sourceFolder, folder);
      return rebased === undefined || rebased === link ? [] : [[id, rebased]];
    }
    const chart = flow && chartOf(project, plan, { id: flow.id, path: flow.path ?? file.path }, wishes);
    const address = chart === undefined ? undefined : addressOf(folder, chart);
    return address === undefined ? [] : [[id, address]];
  });
  return Object.fromEntries(links);
}

/** The absolute path of the chart of a flow; undefined where none is drawn, or none whose name is known before that. */
function chartOf(
  project: Project,
  { outputs, folders }: OutputPlan,
  flow: { readonly id: string; readonly path: string },
  wishes: OutputWishes & DrawWishes,
): string | undefined {
  const processes = project.session.built(flow.path).map(({ process }) => process);
  const process = processes.find(({ id }) => id === flow.id);
  if (process === undefined) return undefined;
  const path = absolutePath(project.loaded.base, flow.path);
  const configuration = project.configurations.configurationFor(path);
  // How many pages there are, and so what the first is called, shows only when they are drawn.
  if (drawSettings(wishes, configuration, []).fit !== undefined) return undefined;
  const own = outputs.find((output) => output.process === process && isLinked(output.format))?.place;
  if (own !== undefined) return own.path;
  const format = pictureFormat(formatsOf({ configuration }, wishes.format));
  if (format === undefined) return undefined;
  const folder = folders(path, configuration) ?? configuredFolder(parentFolder(path), configuration);
  const name = pictureName({ absolutePath: path, isStandardInput: false }, flow.id, processes.length, format);
  return posix.join(folder.path, name);
}

const pictureFormat = (formats: readonly OutputFormat[]): OutputFormat | undefined =>
  outputFormats.find((name) => outputNamed(name).of === 'drawing' && formats.includes(name));

/** Whether a reader follows links in files of a format. */
const isLinked = (format: OutputFormat): boolean => {
  const output = outputNamed(format);
  return output.of === 'drawing' && output.linked;
};
