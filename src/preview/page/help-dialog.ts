import { shortcuts } from '../shortcuts.ts';
import { element } from './element.ts';

/** The list of keys. */
export function createHelpDialog(): HTMLDialogElement {
  const close = element('button', { autofocus: true }, ['Close']);
  return element('dialog', { 'aria-label': 'Keys' }, [
    element('h2', {}, ['Keys']),
    element('dl', {}, [
      ...shortcuts.flatMap(({ keys: [key = ''], help }) => row(key === 'Escape' ? 'Esc' : key, help)),
      ...row('↑ ↓ ← →', 'Move the chart; from a node, to the next one'),
      ...row('Enter', 'Choose a node; again, go where it leads'),
    ]),
    element('form', { method: 'dialog' }, [close]),
  ]);
}

const row = (key: string, help: string): readonly Node[] => [
  element('dt', {}, [element('kbd', {}, [key])]),
  element('dd', {}, [help]),
];
