import type { TextRole } from './drawing.ts';

/**
 * How large text is in px, by the role that it plays. Settled by looking at charts
 * on paper: at the smallest scale of a sheet (`fold/`) details can still be read.
 */
export const textSizes = {
  title: 20,
  subtitle: 13,
  label: 14,
  detail: 11,
  'edge-label': 12,
  lane: 13,
  stage: 12,
  annotation: 11,
} as const satisfies Readonly<Record<TextRole, number>>;
