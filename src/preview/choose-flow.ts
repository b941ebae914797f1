import type { PreviewedFlow } from './messages.ts';

/** The flow to show: the wanted one, else one of the same file, as a flow may have got another name, else the first. */
export function chooseFlow(
  flows: readonly PreviewedFlow[],
  wanted: string | undefined,
): PreviewedFlow | undefined {
  const file = wanted?.slice(0, wanted.lastIndexOf('#'));
  return (
    flows.find(({ key }) => key === wanted) ??
    flows.find(({ key }) => key.slice(0, key.lastIndexOf('#')) === file) ??
    flows[0]
  );
}

/** The one before or after, round and round. */
export function stepFrom<Item>(
  items: readonly Item[],
  current: Item | undefined,
  step: 1 | -1,
): Item | undefined {
  const at = current === undefined ? -1 : items.indexOf(current);
  if (at < 0) return step > 0 ? items[0] : items.at(-1);
  return items[(at + step + items.length) % items.length];
}
