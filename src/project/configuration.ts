import type { Node } from 'jsonc-parser';
import type { RuleName } from '../diagnostic/code.ts';
import { ruleNames } from '../diagnostic/rule-names.ts';
import { type Orientation, orientations, type PaperName, paperNames } from '../layout/fold/paper.ts';
import { type ShowPart, showParts } from '../layout/show.ts';
import { type Preset, presets } from '../lint/presets.ts';
import { type OutputFormat, outputFormats } from '../output/registry.ts';
import { type Direction, directions } from '../syntax/words.ts';
import type { Span } from '../text/span.ts';
import {
  type Decoder,
  described,
  flag,
  listOf,
  mapOf,
  numberWithin,
  objectOf,
  spanOfNode,
  text,
  wordOf,
} from './decoder.ts';
import { globOf } from './glob.ts';

export const configurationName = 'flowc.config.json';

export const ruleSeverities = ['off', 'info', 'warning', 'error'] as const;
export type RuleSeverity = (typeof ruleSeverities)[number];

/** What a rule is set to, and where; the options are checked by the rule itself. */
export interface ConfiguredRule {
  readonly severity: RuleSeverity;
  readonly options?: { readonly [name: string]: unknown };
  /** The place of the severity or of the options in the file, for what the rule has to say about them. */
  readonly span: Span;
  /** The spans of each option and of its value. */
  readonly places?: ReadonlyMap<string, { readonly name: Span; readonly value: Span }>;
}

export const textModeNames = ['system', 'embed', 'outlines'] as const;
export type TextModeName = (typeof textModeNames)[number];
export const themeNames = ['standard', 'mono', 'contrast'] as const;
export type ThemeName = (typeof themeNames)[number];

export const layouts = ['flowc', 'elk'] as const;
/** Who places a chart: flowc's own layout, or ELK. */
export type Layout = (typeof layouts)[number];

/** Pixels of a PNG for one of the chart: below, no label can be read; above, a sheet of A4 takes more than 350 MB. */
export const scales = { least: 0.1, most: 10 } as const;

/** Colours by name, as `#rrggbb`. */
export type ColourMap = Readonly<Record<string, string>>;
export interface Colours {
  readonly light: ColourMap;
  readonly dark: ColourMap;
}

/** What can be set for a file: how it is judged and how it is drawn. What is not set is left to what comes before. */
export interface Settings {
  readonly preset?: Preset;
  readonly rules?: ReadonlyMap<RuleName, ConfiguredRule>;
  readonly format?: readonly OutputFormat[];
  /** A folder, relative to that of the configuration file. */
  readonly out?: string;
  readonly theme?: ThemeName;
  readonly colours?: Partial<Colours>;
  readonly direction?: Direction;
  readonly lanes?: boolean;
  /** As written: with repetitions, in any order. */
  readonly show?: readonly ShowPart[];
  readonly layout?: Layout;
  readonly text?: TextModeName;
  readonly scale?: number;
  readonly fit?: PaperName;
  readonly orientation?: Orientation;
}

/** Settings for the files that one of the patterns matches, relative to the folder of the configuration file. */
export interface Override extends Settings {
  readonly files?: readonly string[];
}

/** One `flowc.config.json` as it is written. */
export interface ConfigurationFile extends Settings {
  readonly $schema?: string;
  /** Paths of other such files, relative to this one, whose settings come before its own. */
  readonly extends?: readonly string[];
  readonly overrides?: readonly Override[];
}

const pathPattern: Decoder<string> = {
  schema: text().schema,
  decode(node, report) {
    const pattern = text().decode(node, report);
    if (pattern === undefined) return undefined;
    if (pattern !== '' && globOf(pattern) !== undefined) return pattern;
    const message =
      pattern === '' ? 'A pattern cannot be empty' : 'This pattern is too long, or stands for too many';
    report({
      span: spanOfNode(node),
      message,
      ...(pattern === '' ? {} : { help: 'Write several shorter ones' }),
    });
    return undefined;
  },
};

const ruleSetting: Decoder<ConfiguredRule> = {
  schema: {
    anyOf: [
      { enum: ruleSeverities },
      {
        type: 'array',
        items: [{ enum: ruleSeverities }, { type: 'object' }],
        additionalItems: false,
        minItems: 1,
        maxItems: 2,
      },
    ],
  },
  decode(node, report) {
    const [first, second, ...more] = node.type === 'array' ? (node.children ?? []) : [node];
    if (first === undefined || more.length > 0 || (second !== undefined && second.type !== 'object')) {
      report({
        span: spanOfNode(node),
        message: 'This must be a severity, or a list of a severity and an object of options',
      });
      return undefined;
    }
    const severity = wordOf(ruleSeverities).decode(first, report);
    if (severity === undefined) return undefined;
    return {
      severity,
      span: spanOfNode(second ?? first),
      ...(second === undefined ? {} : { options: plainObject(second), places: placesIn(second) }),
    };
  },
};

const placesIn = (node: Node): NonNullable<ConfiguredRule['places']> =>
  new Map(
    (node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
      key === undefined || value === undefined
        ? []
        : [[String(key.value), { name: spanOfNode(key), value: spanOfNode(value) }]],
    ),
  );

/** The plain value of an object node. */
const plainObject = (node: Node): { readonly [name: string]: unknown } =>
  Object.fromEntries(
    (node.children ?? []).map(({ children: [key, value] = [] }) => [
      String(key?.value),
      value === undefined ? undefined : plainValue(value),
    ]),
  );
const plainValue = (node: Node): unknown =>
  node.type === 'object'
    ? plainObject(node)
    : node.type === 'array'
      ? (node.children ?? []).map(plainValue)
      : node.value;

const colourMap: Decoder<ColourMap> = {
  schema: { type: 'object', additionalProperties: { type: 'string', pattern: '^#[0-9a-fA-F]{6}$' } },
  decode(node, report) {
    const colour = text(/^#[0-9a-fA-F]{6}$/, 'a colour such as "#2c7a4b"');
    const entries = (node.children ?? []).map(
      ({ children: [key, value] = [] }) =>
        [String(key?.value), value === undefined ? undefined : colour.decode(value, report)] as const,
    );
    return Object.fromEntries(
      entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    );
  },
};

const settings = {
  preset: described('The set of rules to begin with.', wordOf(presets)),
  rules: described(
    'A severity for each rule, or a list of a severity and the options of the rule.',
    mapOf('rule', ruleNames, ruleSetting),
  ),
  format: described('What `flowc build` writes.', listOf(wordOf(outputFormats))),
  out: described(
    'The folder for pictures, relative to this file; unset, they stand beside their flows.',
    text(),
  ),
  theme: described('The colours of pictures.', wordOf(themeNames)),
  colours: described(
    'Colours of your own, by name, in place of those of the theme.',
    objectOf<Colours>({ light: colourMap, dark: colourMap }),
  ),
  direction: described('Which way the work runs, where a flow does not say it.', wordOf(directions)),
  lanes: described('Whether each owner gets a lane.', flag),
  show: described('What charts say beside the work; an empty list for nothing.', listOf(wordOf(showParts))),
  layout: described('Who places a chart: flowc itself, or ELK, which draws no lanes.', wordOf(layouts)),
  text: described(
    'Text as the reader’s own fonts show it, with the font inside, or as shapes.',
    wordOf(textModeNames),
  ),
  scale: described('Pixels of a PNG for one of the chart.', numberWithin(scales.least, scales.most)),
  fit: described('The paper that charts are folded onto, for printing.', wordOf(paperNames)),
  orientation: described(
    'How that paper is held; unset, the way that shows a chart better.',
    wordOf(orientations),
  ),
};

const members = {
  $schema: described('The JSON Schema of this file, for editors.', text()),
  extends: described(
    'Other configuration files that come before this one.',
    listOf(text(/^\.\.?\//, 'a path that begins with ./ or ../')),
  ),
  ...settings,
  overrides: described(
    'Settings for some files only.',
    listOf(
      objectOf<Override>({
        files: described('Patterns, relative to the folder of this file.', listOf(pathPattern)),
        ...settings,
      }),
    ),
  ),
};

export const configurationDecoder: Decoder<Partial<ConfigurationFile>> = objectOf<ConfigurationFile>(members);

/** The names that settings have in a configuration file. */
export const configurationKeys: readonly string[] = Object.keys(members);
