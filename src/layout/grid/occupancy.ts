import type { Lattice } from './lattice.ts';

/** The corners of an edge's way through the lattice, as points, from the middle of its source to that of its target. */
export type Route = readonly number[];

/**
 * Which edges run along each step of a lattice. A level step is known by its left point, an upright one by its upper.
 */
export class Occupancy {
  readonly #lattice: Lattice;
  readonly #level: (number[] | undefined)[];
  readonly #upright: (number[] | undefined)[];

  constructor(lattice: Lattice) {
    this.#lattice = lattice;
    this.#level = new Array(lattice.width * lattice.height);
    this.#upright = new Array(lattice.width * lattice.height);
  }

  add(edge: number, route: Route): void {
    forEachStep(this.#lattice.width, route, (point, upright) => {
      const steps = upright ? this.#upright : this.#level;
      const users = steps[point];
      if (users === undefined) steps[point] = [edge];
      else users.push(edge);
    });
  }

  remove(edge: number, route: Route): void {
    forEachStep(this.#lattice.width, route, (point, upright) => {
      const users = (upright ? this.#upright : this.#level)[point];
      const at = users?.indexOf(edge) ?? -1;
      if (at >= 0) users?.splice(at, 1);
    });
  }

  level(point: number): readonly number[] {
    return this.#level[point] ?? nobody;
  }

  upright(point: number): readonly number[] {
    return this.#upright[point] ?? nobody;
  }
}

const nobody: readonly number[] = [];

/** Calls `visit` with each step of a route, from its start to its end: the step's name, and the point it leads to. */
export function forEachStep(
  width: number,
  route: Route,
  visit: (step: number, upright: boolean, to: number) => void,
): void {
  for (let index = 1; index < route.length; index++) {
    const from = route[index - 1] ?? 0;
    const to = route[index] ?? 0;
    const upright = from % width === to % width;
    const unit = (upright ? width : 1) * (to > from ? 1 : -1);
    for (let point = from; point !== to; point += unit)
      visit(unit > 0 ? point : point + unit, upright, point + unit);
  }
}
