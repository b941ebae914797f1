import type { Box } from '../shapes/geometry.ts';

export type Way = 'up' | 'down' | 'left' | 'right';

/**
 * The box to which an arrow key leads: the nearest of those that lie that way, where straight on counts for more than
 * aside. Undefined where there is none.
 */
export function neighbour<Item extends Box>(items: readonly Item[], from: Box, way: Way): Item | undefined {
  let best: { readonly item: Item; readonly cost: number } | undefined;
  for (const item of items) {
    const across = item.x + item.width / 2 - (from.x + from.width / 2);
    const down = item.y + item.height / 2 - (from.y + from.height / 2);
    const ahead = { up: -down, down, left: -across, right: across }[way];
    const aside = Math.abs(way === 'up' || way === 'down' ? across : down);
    // What lies more aside than that way is the business of another key.
    if (ahead <= 1 || ahead < aside / 3) continue;
    const cost = ahead + 2 * aside;
    if (best === undefined || cost < best.cost) best = { item, cost };
  }
  return best?.item;
}
