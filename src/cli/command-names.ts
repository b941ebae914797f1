/** What can stand first on the command line. */
export const commandNames = [
  'build',
  'lint',
  'fmt',
  'preview',
  'explain',
  'init',
  'lsp',
  'completion',
] as const;

export type CommandName = (typeof commandNames)[number];
