/** What a key does on the page. */
export type Action =
  | 'zoom-in'
  | 'zoom-out'
  | 'fit'
  | 'actual-size'
  | 'next-finding'
  | 'previous-finding'
  | 'next-flow'
  | 'previous-flow'
  | 'open-editor'
  | 'help'
  | 'close';

export interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** All keys, in the order in which the page's help lists them. */
export const shortcuts: readonly {
  readonly keys: readonly string[];
  readonly action: Action;
  readonly help: string;
}[] = [
  { keys: ['+', '='], action: 'zoom-in', help: 'Larger' },
  { keys: ['-', '_'], action: 'zoom-out', help: 'Smaller' },
  { keys: ['0'], action: 'fit', help: 'The whole chart' },
  { keys: ['1'], action: 'actual-size', help: 'As large as printed' },
  { keys: ['n'], action: 'next-finding', help: 'Next finding' },
  { keys: ['p'], action: 'previous-finding', help: 'Previous finding' },
  { keys: [']'], action: 'next-flow', help: 'Next flow' },
  { keys: ['['], action: 'previous-flow', help: 'Previous flow' },
  { keys: ['e'], action: 'open-editor', help: 'Open in the editor' },
  { keys: ['?'], action: 'help', help: 'This list' },
  { keys: ['Escape'], action: 'close', help: 'Select nothing' },
];

/** The action of a key; keys with Ctrl, Alt or Command are the browser's. */
export function actionOf({ key, ctrlKey, metaKey, altKey }: Key): Action | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  return shortcuts.find(({ keys }) => keys.includes(key))?.action;
}
