import type { Point } from '../../shapes/geometry.ts';

/** What fingers, mouse and wheel ask for. Points are px from the corner of the element. */
export interface Gestures {
  pan(by: Point): void;
  zoom(factor: number, at: Point): void;
  tap(target: Element | undefined): void;
  twice(target: Element | undefined): void;
}

/** Further than this, in px, a press is a pull. */
const slack = 4;

/** Listens to the pointers over an element: drag to move, wheel to move, Ctrl and wheel or two fingers to zoom. */
export function onGestures(host: HTMLElement, gestures: Gestures): void {
  const pointers = new Map<number, Point>();
  let start: { readonly at: Point; readonly target: Element | undefined } | undefined;
  let isPull = false;
  const pointOf = (event: MouseEvent): Point => {
    const { left, top } = host.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const targetOf = (event: Event): Element | undefined =>
    event.composedPath().find((each) => each instanceof Element);

  host.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 && event.button !== 1) return;
    pointers.set(event.pointerId, pointOf(event));
    if (pointers.size > 1) return;
    start = { at: pointOf(event), target: targetOf(event) };
    isPull = false;
  });
  host.addEventListener('pointermove', (event) => {
    const from = pointers.get(event.pointerId);
    if (from === undefined || start === undefined) return;
    const to = pointOf(event);
    if (!isPull && Math.hypot(to.x - start.at.x, to.y - start.at.y) <= slack) return;
    if (!isPull) {
      isPull = true;
      host.setPointerCapture(event.pointerId);
      host.classList.add('dragging');
    }
    const [other] = [...pointers].flatMap(([id, point]) => (id === event.pointerId ? [] : [point]));
    pointers.set(event.pointerId, to);
    if (other === undefined) return gestures.pan({ x: to.x - from.x, y: to.y - from.y });
    const centre = { x: (to.x + other.x) / 2, y: (to.y + other.y) / 2 };
    gestures.pan({ x: (to.x - from.x) / 2, y: (to.y - from.y) / 2 });
    const before = Math.hypot(from.x - other.x, from.y - other.y);
    if (before > 0) gestures.zoom(Math.hypot(to.x - other.x, to.y - other.y) / before, centre);
  });
  const release = (event: PointerEvent): void => {
    if (!pointers.delete(event.pointerId) || pointers.size > 0) return;
    host.classList.remove('dragging');
    if (event.type === 'pointerup' && event.button === 0 && !isPull) gestures.tap(start?.target);
    start = undefined;
  };
  host.addEventListener('pointerup', release);
  host.addEventListener('pointercancel', release);
  // No link in a chart that was pulled was meant.
  host.addEventListener(
    'click',
    (event) => {
      const link = targetOf(event)?.closest('a');
      if (
        isPull ||
        (link !== null && link !== undefined && !/^(https?:|mailto:)/.test(link.getAttribute('href') ?? ''))
      )
        event.preventDefault();
    },
    true,
  );
  host.addEventListener('dblclick', (event) => gestures.twice(targetOf(event)));
  host.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      // Firefox counts lines where others count px.
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 20 : 1;
      if (event.ctrlKey || event.metaKey)
        gestures.zoom(Math.exp((-event.deltaY * unit) / 250), pointOf(event));
      else if (event.shiftKey && event.deltaX === 0) gestures.pan({ x: -event.deltaY * unit, y: 0 });
      else gestures.pan({ x: -event.deltaX * unit, y: -event.deltaY * unit });
    },
    { passive: false },
  );
}
