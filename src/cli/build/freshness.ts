import { posix } from 'node:path';
import { exportJson } from '../../export/json.ts';
import { isUnreadable } from '../../project/file-system.ts';
import { closureOf } from '../../project/load-files.ts';
import { fingerprint, isFresh } from '../../render/metadata.ts';
import type { Project } from '../open-project.ts';
import type { Shell } from '../shell.ts';
import type { DrawSettings } from './draw-settings.ts';
import { freshPages, pagePath, pictureIn } from './page-files.ts';
import type { Output } from './plan-outputs.ts';

/**
 * The fingerprint of everything that a picture is made from: the flow, its file and all that this uses, the options, the
 * version. The same wherever the project lies, so that a fresh clone can tell what is stale.
 */
export function inputsOf(project: Project, output: Output, settings: DrawSettings, version: string): string {
  const { file, graph, format } = output;
  const sources = closureOf(project.loaded.files, file.path).flatMap(({ source }) => [
    posix.relative(posix.dirname(`/${file.path}`), `/${source.path}`),
    source.text,
  ]);
  return fingerprint(version, format, graph.id, JSON.stringify(settings), ...sources);
}

/** `fresh` is what these inputs gave, and what no one has changed since. */
export type Freshness = 'fresh' | 'stale' | 'missing';

/** Compares a picture on the disk, or all its pages, with what it would be made from. */
export function freshnessOf(shell: Shell, output: Output, settings: DrawSettings, inputs: string): Freshness {
  const { graph, format, place } = output;
  if (place === undefined) return 'missing';
  if (isFolded(output, settings)) {
    if (freshPages(shell, output, inputs) !== undefined) return 'fresh';
    const found = [place.path, pagePath(place.path, 1, 2)].some((path) => shell.files.kind(path) === 'file');
    return found ? 'stale' : 'missing';
  }
  const bytes = shell.files.read(place.path);
  if (isUnreadable(bytes)) return 'missing';
  if (format === 'json') return new TextDecoder().decode(bytes) === exportJson(graph) ? 'fresh' : 'stale';
  return isFresh(pictureIn(format, bytes), inputs) ? 'fresh' : 'stale';
}

/** Whether a picture is made as pages. */
export const isFolded = ({ format }: Output, { fit }: DrawSettings): boolean =>
  fit !== undefined && format !== 'json';
