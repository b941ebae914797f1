/** The standard symbols of ISO 5807 that the language names. */
export const shapes = [
  'terminal',
  'process',
  'escalation',
  'delay',
  'predefined-process',
  'off-page-connector',
  'on-page-connector',
  'decision',
  'parallel-bar',
  'document',
  'data',
  'stored-data',
  'manual-input',
  'manual-operation',
  'display',
  'preparation',
] as const;
export type Shape = (typeof shapes)[number];
