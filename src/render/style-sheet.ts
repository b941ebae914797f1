import type { Drawing } from '../layout/drawing.ts';
import { familyName } from './font-family.ts';
import type { FontFace } from './glyph-outliner.ts';
import { lineStyleOf } from './line-style.ts';
import { tintOf } from './render-node.ts';
import { type LineStyle, lineStyles, type ThemeColours, type Tint, tints } from './theme/theme.ts';

/**
 * The style sheet of a picture: fonts that it brings along, links under a pointer, and its dark colours. The light
 * colours are attributes, for viewers that read no sheets. Only class, descendant and attribute selectors: viewers drop
 * or misread sheets with custom properties, `@supports` and the like. Rules begin with the class `scope`, which the
 * picture's root has: a sheet holds for the whole page that a picture is set into.
 */
export const styleSheet = (
  drawing: Drawing,
  scope: string,
  dark: ThemeColours | undefined,
  faces: readonly FontFace[],
): string | undefined => {
  const rules = [
    ...faces.map(fontRule),
    ...(drawing.nodes.some(({ link }) => link !== undefined)
      ? scoped(scope, ['a:hover .outline{stroke-width:3}', 'a:focus .outline{stroke-width:3}'])
      : []),
    ...(dark === undefined
      ? []
      : ['@media (prefers-color-scheme:dark){', ...scoped(scope, darkRules(drawing, dark)), '}']),
  ];
  return rules.length === 0 ? undefined : `\n${rules.join('\n')}\n`;
};

/** Each rule has one selector. */
const scoped = (scope: string, rules: readonly string[]): readonly string[] =>
  rules.map((rule) => `.${scope} ${rule}`);

const fontRule = ({ family, format, bytes }: FontFace): string => {
  const data = Buffer.from(bytes).toString('base64');
  return `@font-face{font-family:${familyName(family)};src:url(data:font/${format};base64,${data})}`;
};

/** A rule for each colour that the drawing shows. */
const darkRules = (drawing: Drawing, dark: ThemeColours): readonly string[] => {
  const usedTints = new Set(drawing.nodes.map(tintOf));
  const usedStyles = new Set(drawing.edges.map(lineStyleOf));
  return [
    `.background{fill:${dark.background}}`,
    `.title{fill:${dark['title.text']}}`,
    `.subtitle{fill:${dark['subtitle.text']}}`,
    ...(drawing.lanes.length > 0 ? laneRules(dark) : []),
    ...(drawing.stages.length > 0
      ? [
          `.stage{fill:${dark['stage.text']}}`,
          `.frame{${drawing.lanes.length > 0 ? '' : `fill:${dark['stage.fill']};`}stroke:${dark['stage.line']}}`,
        ]
      : []),
    ...(drawing.annotations.length > 0 || drawing.brackets.length > 0 || drawing.list !== undefined
      ? [`.annotations{fill:${dark['stage.text']}}`, `.bracket{stroke:${dark['stage.line']}}`]
      : []),
    `.edges{stroke:${dark['next.line']}}`,
    `.arrow{fill:${dark['next.line']}}`,
    `.label{fill:${dark['next.text']}}`,
    ...lineStyles.filter((style) => usedStyles.has(style)).flatMap((style) => lineRules(style, dark)),
    '.arrow.open{fill:none}',
    `.chip{fill:${dark['label.fill']}}`,
    ...tints.filter((tint) => usedTints.has(tint)).flatMap((tint) => tintRules(tint, dark)),
  ];
};

const laneRules = (dark: ThemeColours): readonly string[] => [
  `.lane{fill:${dark['lane.text']}}`,
  `.band{fill:${dark['lane.fill']};stroke:${dark['lane.line']}}`,
  `.band.alternate{fill:${dark['lane.alternate']}}`,
  `.header{fill:${dark['lane.header']};stroke:${dark['lane.line']}}`,
];

const lineRules = (style: LineStyle, dark: ThemeColours): readonly string[] =>
  style === 'next'
    ? []
    : [
        `[data-style=${style}]{stroke:${dark[`${style}.line`]}}`,
        `[data-style=${style}] .arrow{fill:${dark[`${style}.line`]}}`,
        `[data-style=${style}] .label{fill:${dark[`${style}.text`]}}`,
      ];

const tintRules = (tint: Tint, dark: ThemeColours): readonly string[] => [
  `.tint-${tint}{fill:${dark[`${tint}.text`]}}`,
  `.tint-${tint} .detail{fill:${dark[`${tint}.detail`]}}`,
  `.tint-${tint} .outline{fill:${dark[`${tint}.fill`]};stroke:${dark[`${tint}.line`]}}`,
  ...(tint === 'escalate' || tint === 'call' || tint === 'step'
    ? [`.tint-${tint} .marks{stroke:${dark[`${tint}.line`]}}`]
    : []),
  ...(tint === 'success' || tint === 'failure'
    ? [`.disc.${tint}{fill:${dark[`${tint}.line`]}}`, `.sign.${tint}{stroke:${dark[`${tint}.fill`]}}`]
    : []),
];
