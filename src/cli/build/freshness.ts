import { posix } from 'node:path';
import { exportJson } from '../../export/json.ts';
import { isUnreadable } from '../../project/file-system.ts';
import { closureOf } from '../../project/load-files.ts';
import { fingerprint, isFresh, readMetadata } from '../../render/metadata.ts';
import { readPngMetadata } from '../../render/png-metadata.ts';
import type { Project } from '../open-project.ts';
import type { Shell } from '../shell.ts';
import type { DrawSettings } from './draw-settings.ts';
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

/** Compares a picture on the disk with what it would be made from. */
export function freshnessOf({ files }: Shell, { graph, format, place }: Output, inputs: string): Freshness {
  if (place === undefined) return 'missing';
  const bytes = files.read(place.path);
  if (isUnreadable(bytes)) return 'missing';
  if (format === 'json') return new TextDecoder().decode(bytes) === exportJson(graph) ? 'fresh' : 'stale';
  const metadata = format === 'png' ? readPngMetadata(bytes) : readMetadata(new TextDecoder().decode(bytes));
  return isFresh(metadata, inputs) ? 'fresh' : 'stale';
}
