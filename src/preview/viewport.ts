import type { Box, Point } from '../shapes/geometry.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * What is seen of a chart: `zoom` screen pixels for one of the chart, `scroll` screen px from the chart's corner to the
 * window's.
 */
export interface Viewport {
  readonly zoom: number;
  readonly scroll: Point;
}

const leastZoom = 0.05;
const mostZoom = 8;
/** Left free around what is fitted or brought into sight, in screen px. */
const margin = 24;

const clampZoom = (zoom: number): number => Math.min(mostZoom, Math.max(leastZoom, zoom));

/** Zooms about a point of the window, in screen px: what is under it stays under it. */
export function zoomAt({ zoom, scroll }: Viewport, wanted: number, at: Point): Viewport {
  const next = clampZoom(wanted);
  const factor = next / zoom;
  return {
    zoom: next,
    scroll: { x: (scroll.x + at.x) * factor - at.x, y: (scroll.y + at.y) * factor - at.y },
  };
}

/** The next zoom in or out: steps of a quarter that meet 100 % exactly. */
export function zoomStep(zoom: number, direction: 1 | -1): number {
  const exact = Math.log(zoom) / Math.log(1.25);
  const step = direction > 0 ? Math.floor(exact + 1e-6) + 1 : Math.ceil(exact - 1e-6) - 1;
  return clampZoom(1.25 ** step);
}

/** The whole chart in the middle of the window; never larger than life. */
export function wholeChart(chart: Size, frame: Size): Viewport {
  const across = (frame.width - 2 * margin) / chart.width;
  const down = (frame.height - 2 * margin) / chart.height;
  return centred(chart, frame, clampZoom(Math.min(1, across, down)));
}

/**
 * A chart as it is first seen: whole where it can be read that way, else as wide or as high as the window, from the
 * edge at which reading begins, or as far from it as brings the box into sight in which the chart begins.
 */
export function firstLook(
  chart: Size & { readonly isRightToLeft: boolean },
  frame: Size,
  beginning: Box,
): Viewport {
  const whole = wholeChart(chart, frame);
  if (whole.zoom >= readable) return whole;
  const across = Math.min(1, (frame.width - 2 * margin) / chart.width);
  const down = Math.min(1, (frame.height - 2 * margin) / chart.height);
  const zoom = clampZoom(Math.max(across, down, whole.zoom));
  // To be cut off must be worth it.
  if (zoom < whole.zoom * 1.25) return whole;
  const { scroll } = centred(chart, frame, zoom);
  const isWide = chart.width * zoom > frame.width;
  const edge = chart.isRightToLeft ? chart.width * zoom + margin - frame.width : -margin;
  const atEdge = {
    zoom,
    scroll: { x: isWide ? edge : scroll.x, y: chart.height * zoom > frame.height ? -margin : scroll.y },
  };
  return reveal(atEdge, beginning, frame);
}

/** Below this, letters of the usual size are hard to read. */
const readable = 0.65;

const centred = (chart: Size, frame: Size, zoom: number): Viewport => ({
  zoom,
  scroll: {
    x: (chart.width * zoom - frame.width) / 2,
    y: (chart.height * zoom - frame.height) / 2,
  },
});

/**
 * Scrolls as little as brings a box of the chart, in px of the chart, wholly into the window with some room around it.
 */
export function reveal(view: Viewport, box: Box, frame: Size): Viewport {
  const along = (scroll: number, start: number, length: number, room: number): number => {
    const from = start * view.zoom - margin;
    const to = (start + length) * view.zoom + margin;
    return to - from > room ? from : Math.min(from, Math.max(scroll, to - room));
  };
  return {
    zoom: view.zoom,
    scroll: {
      x: along(view.scroll.x, box.x, box.width, frame.width),
      y: along(view.scroll.y, box.y, box.height, frame.height),
    },
  };
}

/** Scrolls back so far that a chart can't be lost: some of it stays in the window. */
export function keepInSight({ zoom, scroll }: Viewport, chart: Size, frame: Size): Viewport {
  const along = (at: number, length: number, room: number): number =>
    Math.min(length * zoom - 2 * margin, Math.max(2 * margin - room, at));
  return {
    zoom,
    scroll: { x: along(scroll.x, chart.width, frame.width), y: along(scroll.y, chart.height, frame.height) },
  };
}

/**
 * Scrolls so that a chart that was drawn again does not jump: of the boxes that both have, the one nearest to the
 * middle of the window stays where it is on the screen.
 */
export function keepAnchor(
  view: Viewport,
  before: ReadonlyMap<string, Box>,
  after: ReadonlyMap<string, Box>,
  frame: Size,
): Viewport {
  const middle = {
    x: (view.scroll.x + frame.width / 2) / view.zoom,
    y: (view.scroll.y + frame.height / 2) / view.zoom,
  };
  let nearest: { readonly from: Box; readonly to: Box; readonly distance: number } | undefined;
  for (const [id, from] of before) {
    const to = after.get(id);
    if (to === undefined) continue;
    const distance = Math.hypot(from.x + from.width / 2 - middle.x, from.y + from.height / 2 - middle.y);
    if (nearest === undefined || distance < nearest.distance) nearest = { from, to, distance };
  }
  if (nearest === undefined) return view;
  const { from, to } = nearest;
  return {
    zoom: view.zoom,
    scroll: {
      x: view.scroll.x + (to.x + to.width / 2 - from.x - from.width / 2) * view.zoom,
      y: view.scroll.y + (to.y + to.height / 2 - from.y - from.height / 2) * view.zoom,
    },
  };
}
