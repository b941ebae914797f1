import { outcomeOf } from '../model/node-parts.ts';
import type { Process } from '../model/process.ts';
import type { Box, Point } from '../shapes/geometry.ts';
import { textWithin } from './bracket.ts';
import type { LabelText } from './chart.ts';
import { drawHeader, drawHeading, type HeadingOptions, narrowestHeading } from './draw-headings.ts';
import { drawList, listAt, listGap } from './draw-list.ts';
import { drawPromises } from './draw-promises.ts';
import type { Drawing, TextLine, TextRole } from './drawing.ts';
import { fittingHeader } from './lane-header.ts';
import type { LabelledChart, PlacedChart } from './placed-chart.ts';
import type { ShowPart } from './show.ts';
import { nodeSpeaker, spokenDescription } from './spoken.ts';
import { textSizes } from './text-sizes.ts';

/** White space in px around the picture. */
const margin = 24;

/** Puts the heading above a placed chart, and says everything in the picture's own coordinates. */
export function drawChart(
  process: Process,
  { chart, placed, labels }: LabelledChart,
  options: HeadingOptions & { readonly show: ReadonlySet<ShowPart> },
): Drawing {
  const { rightToLeft, show } = options;
  const speak = nodeSpeaker(process, show);
  const body = extentOf(placed, labels);
  const brackets = show.has('promises')
    ? drawPromises(process, placed.nodes, body, { ...options, direction: chart.direction })
    : [];
  const extent = hullOf([body, ...brackets, ...brackets.map(({ label }) => label)]);
  const heading = drawHeading(process, Math.max(extent.width, narrowestHeading), options);
  const list = drawList(process, show, Math.max(extent.width, narrowestHeading), options);
  const width = Math.max(extent.width, heading.width, list?.width ?? 0) + 2 * margin;
  const dx = Math.round((width - extent.width) / 2 - extent.x);
  const dy = margin + heading.height - extent.y;
  const move = (box: Box): Box => ({
    x: box.x + dx,
    y: box.y + dy,
    width: box.width,
    height: box.height,
  });
  const moveLine = (line: TextLine): TextLine => ({ ...line, x: line.x + dx, y: line.y + dy });
  const movePoint = ({ x, y }: Point): Point => ({ x: x + dx, y: y + dy });
  const set = (text: LabelText, box: Box, role: TextRole): readonly TextLine[] =>
    text.lines.map((line) => ({
      text: line.text,
      role,
      x: box.x + line.x,
      y: box.y + line.y,
      width: line.width,
      size: line.size ?? textSizes[role],
      rightToLeft: line.rightToLeft,
      ...(line.mark === undefined ? {} : { mark: line.mark }),
    }));
  return {
    flow: process.id,
    title: process.title,
    description: spokenDescription(process, show),
    language: process.language,
    rightToLeft,
    direction: chart.direction,
    width,
    height: extent.height + heading.height + (list === undefined ? 0 : list.height + listGap) + 2 * margin,
    heading: heading.lines.map((line) => ({
      ...line,
      x: rightToLeft ? width - margin - line.x : margin + line.x,
      y: margin + line.y,
    })),
    ...(list === undefined
      ? {}
      : {
          list: listAt(
            list,
            rightToLeft ? width - margin : margin,
            extent.y + extent.height + dy + listGap,
            rightToLeft,
          ),
        }),
    brackets: brackets.map((bracket) => ({
      ...bracket,
      ...move(bracket),
      label: move(bracket.label),
      lines: bracket.lines.map(moveLine),
    })),
    lanes: chart.lanes.flatMap((lane, index) => {
      const place = placed.lanes[index];
      if (place === undefined) return [];
      const header = move(place.header);
      return [
        {
          id: lane.source.id,
          ...(lane.source.kind === 'party' ? { party: true as const } : {}),
          ...move(place.box),
          header,
          lines: drawHeader(
            fittingHeader(lane, chart.direction === 'down' ? header.width : header.height),
            header,
          ),
        },
      ];
    }),
    stages: chart.stages.flatMap((stage, index) => {
      const place = placed.stages[index];
      if (place === undefined) return [];
      const box = move(place.box);
      return [
        {
          id: stage.source.id,
          ...box,
          depth: stage.depth,
          lines: set(stage.title, move(place.title), 'stage'),
        },
      ];
    }),
    nodes: chart.nodes.flatMap(({ source, shape, text, index }) => {
      const place = placed.nodes[index];
      if (place === undefined) return [];
      const box = move(place);
      const outcome = outcomeOf(source);
      // The text of a bar that stands upright reads upwards.
      const turned = shape === 'parallel-bar' && box.height > box.width;
      const left = box.x + (box.width - text.width) / 2;
      const top = box.y + (box.height - text.height) / 2;
      return [
        {
          id: source.id,
          kind: source.kind,
          shape,
          ...(outcome === undefined ? {} : { outcome }),
          ...(chart.lanes.length === 0 || source.lane === undefined ? {} : { lane: source.lane }),
          ...(source.stage === undefined ? {} : { stage: source.stage }),
          ...(source.link === undefined ? {} : { link: source.link }),
          ...box,
          lines: text.lines.map((line) => ({
            text: line.text,
            role: line.block === 0 ? ('label' as const) : ('detail' as const),
            ...(turned
              ? {
                  x: box.x + line.y + (box.width - text.height) / 2,
                  y: box.y + box.height / 2,
                  rotation: -90 as const,
                }
              : { x: left + line.x, y: top + line.y }),
            width: line.width,
            size: line.block === 0 ? textSizes.label : textSizes.detail,
            rightToLeft: line.rightToLeft,
            ...(line.mark === undefined ? {} : { mark: line.mark }),
          })),
          spoken: speak(source),
        },
      ];
    }),
    annotations: chart.nodes.flatMap(({ source, annotation, index }) => {
      const place = placed.annotations[index];
      if (annotation === undefined || place === undefined) return [];
      const box = move(place);
      const [from, to] = place.line;
      return [
        {
          node: source.id,
          side: place.side,
          ...box,
          line: [movePoint(from), movePoint(to)] as const,
          lines: set(annotation, textWithin(place.side, box), 'annotation'),
        },
      ];
    }),
    edges: chart.edges.map(({ source, also, back, label, index }) => {
      const box = labels[index];
      return {
        id: source.id,
        ...(also.length === 0 ? {} : { also }),
        from: source.from,
        to: source.to,
        kind: source.kind,
        back,
        points: (placed.routes[index] ?? []).map(movePoint),
        ...(label === undefined || box === undefined
          ? {}
          : { label: { ...move(box), lines: set(label, move(box), 'edge-label') } }),
      };
    }),
  };
}

/** The smallest box around others, on whole pixels. */
const hullOf = (boxes: readonly Box[]): Box => {
  const left = Math.floor(boxes.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY));
  const top = Math.floor(boxes.reduce((least, { y }) => Math.min(least, y), Number.POSITIVE_INFINITY));
  const right = boxes.reduce((most, { x, width }) => Math.max(most, x + width), left);
  const bottom = boxes.reduce((most, { y, height }) => Math.max(most, y + height), top);
  return { x: left, y: top, width: Math.ceil(right) - left, height: Math.ceil(bottom) - top };
};

const extentOf = (placed: PlacedChart, labels: readonly (Box | undefined)[]): Box => {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  const take = (box: Box): void => {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  };
  placed.nodes.forEach(take);
  for (const annotation of placed.annotations) if (annotation !== undefined) take(annotation);
  for (const route of placed.routes) for (const { x, y } of route) take({ x, y, width: 0, height: 0 });
  for (const { box } of placed.lanes) take(box);
  for (const stage of placed.stages) if (stage !== undefined) take(stage.box);
  for (const label of labels) if (label !== undefined) take(label);
  if (left > right) return { x: 0, y: 0, width: 0, height: 0 };
  left = Math.floor(left);
  top = Math.floor(top);
  return { x: left, y: top, width: Math.ceil(right) - left, height: Math.ceil(bottom) - top };
};
