import { excerpt } from '../excerpt.ts';
import { button, element } from './element.ts';
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
  const root = element('section', { class: 'detail', 'aria-label': 'Source', hidden: true });
  return {
    root,
    show(detail: Detail | undefined): void {
      root.hidden = detail === undefined;
      root.replaceChildren();
      if (detail === undefined) return;
      const { file, line, text, help, editor, leadsTo } = detail;
      root.append(
        element('header', {}, [
          element('span', { class: 'place' }, [`${file}:${line}`]),
          ...(editor === undefined
            ? []
            : [element('a', { href: editor, class: 'editor' }, ['Open in editor'])]),
        ]),
        element(
          'pre',
          { tabindex: 0, 'aria-label': 'Source lines' },
          excerpt(text, detail).map(({ number, text: content, marked }) =>
            element('span', { class: marked === undefined ? 'line' : 'line marked' }, [
              element('span', { class: 'number', 'aria-hidden': 'true' }, [String(number)]),
              element('code', {}, marked === undefined ? [content] : parts(content, marked)),
            ]),
          ),
        ),
        ...(help === undefined ? [] : [element('p', { class: 'help' }, sentence(help))]),
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
  element('mark', {}, [text.slice(start, end)]),
  text.slice(end),
];
