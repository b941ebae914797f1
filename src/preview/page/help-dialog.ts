import { shortcuts } from '../shortcuts.ts';
import { htmlElement } from './html-element.ts';

/** The list of keys. */
export function createHelpDialog(): HTMLDialogElement {
  const close = htmlElement('button', { autofocus: true }, ['Close']);
  return htmlElement('dialog', { 'aria-label': 'Keys' }, [
    htmlElement('h2', {}, ['Keys']),
    htmlElement('dl', {}, [
      ...shortcuts.flatMap(({ keys: [key = ''], help }) => row(key === 'Escape' ? 'Esc' : key, help)),
      ...row('↑ ↓ ← →', 'Move the chart; from a node, to the next one'),
      ...row('Enter', 'Choose a node; again, go where it leads'),
    ]),
    htmlElement('form', { method: 'dialog' }, [close]),
  ]);
}

const row = (key: string, help: string): readonly Node[] => [
  htmlElement('dt', {}, [htmlElement('kbd', {}, [key])]),
  htmlElement('dd', {}, [help]),
];
