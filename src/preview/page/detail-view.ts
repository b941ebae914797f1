import { excerpt } from '../excerpt.ts';
import { button, htmlElement } from './html-element.ts';
import { sentence } from './sentence.ts';

export interface Detail {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly end: { readonly line: number; readonly column: number };
  readonly text: string;
  readonly help?: string;
  readonly editor?: string;
  /** The flow that it leads to, by its title. */
  readonly leadsTo?: { readonly title: string; readonly go: () => void };
}

/** The lines of the text that were chosen, in the list or in the chart. */
export function createDetailView() {
  const root = htmlElement('section', { class: 'detail', 'aria-label': 'Source', hidden: true });
  return {
    root,
    show(detail: Detail | undefined): void {
      root.hidden = detail === undefined;
      root.replaceChildren();
      if (detail === undefined) return;
      const { file, line, text, help, editor, leadsTo } = detail;
      root.append(
        htmlElement('header', {}, [
          htmlElement('span', { class: 'place' }, [`${file}:${line}`]),
          ...(editor === undefined
            ? []
            : [htmlElement('a', { href: editor, class: 'editor' }, ['Open in editor'])]),
        ]),
        htmlElement(
          'pre',
          { tabindex: 0, 'aria-label': 'Source lines' },
          excerpt(text, detail).map(({ number, text: content, marked }) =>
            htmlElement('span', { class: marked === undefined ? 'line' : 'line marked' }, [
              htmlElement('span', { class: 'number', 'aria-hidden': 'true' }, [String(number)]),
              htmlElement('code', {}, marked === undefined ? [content] : parts(content, marked)),
            ]),
          ),
        ),
        ...(help === undefined ? [] : [htmlElement('p', { class: 'help' }, sentence(help))]),
        ...(leadsTo === undefined
          ? []
          : [button({ class: 'leads' }, sentence(`Go to “${leadsTo.title}”`), leadsTo.go)]),
      );
    },
  };
}

const parts = (
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): readonly (Node | string)[] => [
  text.slice(0, start),
  htmlElement('mark', {}, [text.slice(start, end)]),
  text.slice(end),
];
