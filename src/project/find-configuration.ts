import type { RuleName } from '../diagnostic/code.ts';
import type { Preset } from '../lint/presets.ts';
import {
  type ColourMap,
  type ConfigurationFile,
  type ConfiguredRule,
  configurationName,
  type Settings,
} from './configuration.ts';
import { decodeSource } from './decode-source.ts';
import type { DecodingProblem } from './decoder.ts';
import { type FileSystem, isUnreadable } from './file-system.ts';
import { globOf } from './glob.ts';
import { absolutePath, parentFolder, relativePath } from './path.ts';
import { readConfiguration } from './read-configuration.ts';

/** A rule's setting, and the file that it stands in. */
export interface PlacedRuleSetting extends ConfiguredRule {
  readonly path: string;
}

/**
 * What holds for one file: everything that its configuration files say, the later over the earlier. `out` is absolute.
 */
export interface Configuration extends Omit<Settings, 'preset' | 'rules' | 'colours'> {
  /** The nearest configuration file; undefined where there is none. */
  readonly path?: string;
  readonly preset: Preset;
  readonly rules: ReadonlyMap<RuleName, PlacedRuleSetting>;
  readonly colours: { readonly light: ColourMap; readonly dark: ColourMap };
}

export const defaultConfiguration: Configuration = {
  preset: 'recommended',
  rules: new Map(),
  colours: { light: {}, dark: {} },
};

/** Something wrong in a configuration file. `text` is that file's, for the frame. */
export interface ConfigurationProblem extends DecodingProblem {
  readonly path: string;
  readonly text: string;
}

/** Finds what holds for a file. Reads each configuration file once, however many files ask. */
export interface ConfigurationFinder {
  /** The nearest configuration file of a folder: its own or an ancestor's. */
  nearest(folder: string): string | undefined;
  /** `path` is absolute. Files for which the same holds get the same object. */
  configurationFor(path: string): Configuration;
  /** All that was wrong in what was read so far. */
  problems(): readonly ConfigurationProblem[];
}

/** Settings with the files that they are for, in the order in which they come into force. */
interface Layer {
  readonly path: string;
  readonly matches: (path: string) => boolean;
  readonly settings: Settings;
}

/** Paths in problems are relative to `cwd`. */
export function configurationFinder(fileSystem: FileSystem, cwd: string): ConfigurationFinder {
  const problems: ConfigurationProblem[] = [];
  const nearestOf = new Map<string, string | undefined>();
  const layersOf = new Map<string, readonly Layer[]>();
  const merged = new Map<string, Configuration>();

  const nearest = (folder: string): string | undefined => {
    if (nearestOf.has(folder)) return nearestOf.get(folder);
    const up = parentFolder(folder);
    const path = absolutePath(folder, configurationName);
    const found = fileSystem.kind(path) === 'file' ? path : up === folder ? undefined : nearest(up);
    nearestOf.set(folder, found);
    return found;
  };

  /** `refuse` says that a file which another one extends is no configuration, there and without a line of it. */
  const layers = (path: string, via: readonly string[], refuse?: () => void): readonly Layer[] => {
    const known = layersOf.get(path);
    if (known !== undefined) return known;
    const bytes = fileSystem.read(path);
    const shown = relativePath(cwd, path);
    if (isUnreadable(bytes)) {
      problems.push({
        path: shown,
        text: '',
        span: { start: 0, end: 0 },
        message: `This file cannot be read: ${bytes.message}`,
      });
      return [];
    }
    const { text } = decodeSource(path, bytes);
    const { value, problems: found, isConfiguration } = readConfiguration(text);
    if (refuse !== undefined && !isConfiguration) {
      refuse();
      return [];
    }
    const say = (problem: DecodingProblem): number => problems.push({ ...problem, path: shown, text });
    found.forEach(say);
    const bases = (value.extends ?? []).flatMap((base) => {
      const at = absolutePath(parentFolder(path), base);
      const start = Math.max(0, text.indexOf(JSON.stringify(base)));
      const span = { start, end: start + base.length + 2 };
      if (at === path || via.includes(at))
        say({ span, message: `“${base}” extends this file again, in a circle` });
      else if (fileSystem.kind(at) !== 'file') say({ span, message: `There is no file “${base}”` });
      else
        return layers(at, [...via, path], () =>
          say({ span, message: `“${base}” is no configuration of flowc` }),
        );
      return [];
    });
    const result = [...bases, ...ownLayers(path, value)];
    layersOf.set(path, result);
    return result;
  };

  return {
    nearest,
    problems: () => problems,
    configurationFor(path) {
      const file = nearest(parentFolder(path));
      if (file === undefined) return defaultConfiguration;
      const all = layers(file, []);
      const matching = all.filter((layer) => layer.matches(path));
      const key = JSON.stringify([file, matching.map((layer) => all.indexOf(layer))]);
      const configuration =
        merged.get(key) ?? matching.reduce(merge, { ...defaultConfiguration, path: file });
      merged.set(key, configuration);
      return configuration;
    },
  };
}

function ownLayers(path: string, file: Partial<ConfigurationFile>): readonly Layer[] {
  const folder = parentFolder(path);
  const { overrides = [], extends: _bases, $schema: _schema, ...settings } = file;
  return [
    { path, settings, matches: () => true },
    ...overrides.map(({ files = [], ...override }) => {
      const globs = files.flatMap((pattern) => globOf(pattern) ?? []);
      return {
        path,
        settings: override,
        matches: (asked: string) => globs.some((glob) => glob.matches(relativePath(folder, asked))),
      };
    }),
  ];
}

function merge(before: Configuration, { path, settings }: Layer): Configuration {
  const { rules = new Map<RuleName, ConfiguredRule>(), colours, out, ...plain } = settings;
  return {
    ...before,
    ...plain,
    ...(out === undefined ? {} : { out: absolutePath(parentFolder(path), out) }),
    rules: new Map([
      ...before.rules,
      // A severity alone leaves the options as they were set before.
      ...[...rules].map(([name, rule]) => [name, { ...before.rules.get(name), ...rule, path }] as const),
    ]),
    colours: {
      light: { ...before.colours.light, ...colours?.light },
      dark: { ...before.colours.dark, ...colours?.dark },
    },
  };
}
