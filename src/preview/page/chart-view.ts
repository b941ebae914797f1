import type { Severity } from '../../diagnostic/diagnostic.ts';
import type { Box, Point } from '../../shapes/geometry.ts';
import { neighbour, type Way } from '../neighbour.ts';
import {
  firstLook,
  keepAnchor,
  keepInSight,
  reveal,
  type Size,
  type Viewport,
  wholeChart,
  zoomAt,
  zoomStep,
} from '../viewport.ts';
import { chartStyle } from './chart-style.ts';
import { onGestures } from './gestures.ts';
import { type Appearance, nodeBoxes, nodesOf, type PageChart, readSvg, setAppearance } from './read-svg.ts';

export interface ChartEvents {
  /** A node was clicked or chosen with Enter; undefined for the empty sheet. */
  select(id: string | undefined): void;
  /** A node was double-clicked: go where it leads. */
  follow(id: string): void;
  zoomed(zoom: number): void;
}

/** A chart in a window of the page, to be moved, zoomed and chosen from. */
export interface ChartView {
  /** Shows a picture; of the same `flow` as before, it keeps zoom and place. */
  show(flow: string, svg: string): void;
  clear(): void;
  /** Whether the chart that is shown is wider than high. */
  isWide(): boolean;
  select(id: string | undefined, bringIntoSight?: boolean): void;
  /** Puts marks on nodes. */
  flag(flags: ReadonlyMap<string, Severity>): void;
  zoomBy(direction: 1 | -1): void;
  seeAll(): void;
  actualSize(): void;
  setAppearance(appearance: Appearance): void;
  setOutdated(outdated: boolean): void;
}

const ways: Readonly<Record<string, Way>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

export function createChartView(host: HTMLElement, events: ChartEvents): ChartView {
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(chartStyle);
  host.tabIndex = 0;
  let chart: PageChart | undefined;
  let shown = { flow: '', svg: '' };
  let boxes: ReadonlyMap<string, Box> = new Map();
  let view: Viewport = { zoom: 1, scroll: { x: 0, y: 0 } };
  /** Whether the person has chosen what to see; until then the chart fits itself. */
  let isMoved = false;
  let selected: string | undefined;
  let flags: ReadonlyMap<string, Severity> = new Map();
  let appearance: Appearance = 'system';

  const frame = (): Size => ({ width: host.clientWidth, height: host.clientHeight });
  const apply = (next: Viewport): void => {
    if (chart === undefined) return;
    view = keepInSight(next, chart, frame());
    const { zoom, scroll } = view;
    chart.svg.style.width = `${chart.width * zoom}px`;
    chart.svg.style.height = `${chart.height * zoom}px`;
    chart.svg.style.transform = `translate(${Math.round(-scroll.x)}px, ${Math.round(-scroll.y)}px)`;
    events.zoomed(zoom);
  };
  const move = (next: Viewport): void => {
    isMoved = true;
    apply(next);
  };
  const lookFirst = (): void => {
    const [beginning = { x: 0, y: 0, width: 0, height: 0 }] = boxes.values();
    if (chart !== undefined) apply(firstLook(chart, frame(), beginning));
  };
  const middle = (): Point => ({ x: host.clientWidth / 2, y: host.clientHeight / 2 });
  const focusable = (id: string): SVGElement | null | undefined =>
    nodesOf(chart?.svg ?? document.createElementNS('http://www.w3.org/2000/svg', 'svg'))
      .find((node) => node.id === id)
      ?.group.querySelector<SVGElement>('[tabindex]');
  const mark = (): void => {
    if (chart === undefined) return;
    const nodes = nodesOf(chart.svg);
    const first = nodes.some(({ id }) => id === selected) ? selected : nodes[0]?.id;
    for (const { id, group } of nodes) {
      group.classList.toggle('selected', id === selected);
      group.querySelector('[tabindex]')?.setAttribute('tabindex', id === first ? '0' : '-1');
      group.querySelector('.flag')?.remove();
      const severity = flags.get(id);
      const box = boxes.get(id);
      if (severity !== undefined && box !== undefined)
        group.append(flagAt(box, group.dataset['kind'] === 'decision', severity));
    }
  };

  onGestures(host, {
    pan: (by) => move({ ...view, scroll: { x: view.scroll.x - by.x, y: view.scroll.y - by.y } }),
    zoom: (factor, at) => move(zoomAt(view, view.zoom * factor, at)),
    tap(target) {
      const id = target?.closest<SVGGElement>('g.node')?.dataset['id'];
      events.select(id);
      if (id !== undefined) focusable(id)?.focus({ preventScroll: true });
    },
    twice(target) {
      const id = target?.closest<SVGGElement>('g.node')?.dataset['id'];
      if (id !== undefined) events.follow(id);
    },
  });
  host.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const focused = root.activeElement?.closest<SVGGElement>('g.node')?.dataset['id'];
    const way = ways[event.key];
    if (way !== undefined) {
      event.preventDefault();
      const from = focused === undefined ? undefined : boxes.get(focused);
      if (from === undefined) {
        const step = 60;
        const { x, y } = view.scroll;
        const by = {
          up: { x, y: y - step },
          down: { x, y: y + step },
          left: { x: x - step, y },
          right: { x: x + step, y },
        };
        return move({ ...view, scroll: by[way] });
      }
      const items = [...boxes].map(([id, box]) => ({ id, ...box }));
      const next = neighbour(items, from, way);
      if (next === undefined) return;
      focusable(next.id)?.focus({ preventScroll: true });
      move(reveal(view, next, frame()));
    } else if ((event.key === 'Enter' || event.key === ' ') && focused !== undefined) {
      event.preventDefault();
      if (event.shiftKey || focused === selected) events.follow(focused);
      events.select(focused);
    }
  });
  new ResizeObserver(() => (isMoved ? apply(view) : lookFirst())).observe(host);

  return {
    show(flow, svg) {
      const isSame = shown.flow === flow;
      if (isSame && shown.svg === svg) return;
      shown = { flow, svg };
      const focused = root.activeElement?.closest<SVGGElement>('g.node')?.dataset['id'];
      const before = boxes;
      chart = readSvg(svg);
      setAppearance(chart, appearance);
      for (const inside of chart.svg.querySelectorAll('.node > [role=img], .node > a'))
        inside.setAttribute('tabindex', '-1');
      // Its own size, which it has on paper.
      chart.svg.style.setProperty('--width', `${chart.width}px`);
      chart.svg.style.setProperty('--height', `${chart.height}px`);
      root.replaceChildren(chart.svg);
      root.adoptedStyleSheets = [chart.style, sheet];
      boxes = nodeBoxes(chart.svg);
      isMoved &&= isSame;
      if (isMoved) apply(keepAnchor(view, before, boxes, frame()));
      else lookFirst();
      mark();
      if (focused !== undefined && isSame) focusable(focused)?.focus({ preventScroll: true });
    },
    clear() {
      shown = { flow: '', svg: '' };
      chart = undefined;
      boxes = new Map();
      root.replaceChildren();
    },
    isWide: () => chart !== undefined && chart.width > chart.height,
    select(id, bringIntoSight = false) {
      selected = id;
      mark();
      const box = id === undefined ? undefined : boxes.get(id);
      if (box === undefined || !bringIntoSight) return;
      const next = reveal(view, box, frame());
      // A chart that is in sight as it is goes on fitting itself.
      if (next.scroll.x !== view.scroll.x || next.scroll.y !== view.scroll.y) move(next);
    },
    flag(next) {
      flags = next;
      mark();
    },
    zoomBy: (direction) => move(zoomAt(view, zoomStep(view.zoom, direction), middle())),
    seeAll() {
      if (chart !== undefined) move(wholeChart(chart, frame()));
    },
    actualSize: () => move(zoomAt(view, 1, middle())),
    setAppearance(next) {
      appearance = next;
      if (chart !== undefined) setAppearance(chart, appearance);
    },
    setOutdated: (outdated) => void host.classList.toggle('outdated', outdated),
  };
}

/** A dot on the upper right of the outline; that of a diamond is the middle of a side. */
function flagAt(box: Box, isDiamond: boolean, severity: Severity): SVGElement {
  const aside = isDiamond ? { x: box.width / 4, y: box.height / 4 } : { x: 3, y: 3 };
  const flag = document.createElementNS('http://www.w3.org/2000/svg', 'circle');
  for (const [name, value] of Object.entries({ cx: box.x + box.width - aside.x, cy: box.y + aside.y, r: 6 }))
    flag.setAttribute(name, String(value));
  flag.classList.add('flag', severity);
  return flag;
}
