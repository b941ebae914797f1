/** Sets of rules to begin with: `recommended` needs no configuration, `service` is that and more, `none` is empty. */
export const presets = ['recommended', 'service', 'none'] as const;
export type Preset = (typeof presets)[number];
