import type { DrawnEdge } from '../layout/drawing.ts';
import type { LineStyle } from './theme/theme.ts';

/** An exception looks like one even where it loops back. */
export const lineStyleOf = ({ kind, back }: DrawnEdge): LineStyle => {
  if (kind === 'problem' || kind === 'timeout' || kind === 'meanwhile') return kind;
  return back ? 'back' : 'next';
};
