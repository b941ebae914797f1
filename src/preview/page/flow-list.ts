import type { PreviewState } from '../messages.ts';
import { button, htmlElement } from './html-element.ts';

/** Enough flows that one wants to search for one. */
const many = 12;

/** The list of flows by file, with what was found in each; hidden where there is one flow only. */
export function createFlowList(choose: (key: string) => void) {
  const search = htmlElement('input', {
    type: 'search',
    placeholder: 'Find a flow',
    'aria-label': 'Find a flow',
  });
  const list = htmlElement('div', { class: 'list' });
  const root = htmlElement('nav', { class: 'flows', 'aria-label': 'Flows' }, [search, list]);
  const filter = (): void => {
    const wanted = search.value.trim().toLowerCase();
    for (const item of list.querySelectorAll('li'))
      item.hidden = !(item.textContent ?? '').toLowerCase().includes(wanted);
    for (const section of list.querySelectorAll('section'))
      section.hidden = [...section.querySelectorAll('li')].every(({ hidden }) => hidden);
  };
  search.addEventListener('input', filter);
  let shown = '';
  let chosen: string | undefined;
  return {
    root,
    show({ flows, findings }: PreviewState, current: string | undefined): void {
      const counts = flows.map(({ key }) => ({
        error: findings.filter(({ flow, severity }) => flow === key && severity === 'error').length,
        warning: findings.filter(({ flow, severity }) => flow === key && severity === 'warning').length,
      }));
      const now = JSON.stringify([flows, counts, current]);
      if (now === shown) return;
      shown = now;
      root.hidden = flows.length < 2;
      search.hidden = flows.length < many;
      const hadFocus = list.contains(document.activeElement);
      const byFile = Map.groupBy(
        flows.map((flow, at) => ({ flow, count: counts[at] })),
        ({ flow }) => flow.file,
      );
      list.replaceChildren(
        ...[...byFile].map(([file, entries]) =>
          htmlElement('section', {}, [
            htmlElement('h2', {}, [file]),
            htmlElement(
              'ul',
              {},
              entries.map(({ flow, count }) =>
                htmlElement('li', {}, [
                  button(
                    { 'aria-current': flow.key === current ? 'true' : undefined },
                    [
                      htmlElement('span', { class: 'title', dir: 'auto' }, [flow.title]),
                      ...(['error', 'warning'] as const).flatMap((severity) => {
                        const number = count?.[severity] ?? 0;
                        return number === 0
                          ? []
                          : [
                              htmlElement(
                                'span',
                                { class: `count ${severity}`, title: `${number} ${severity}s` },
                                [String(number)],
                              ),
                            ];
                      }),
                    ],
                    () => choose(flow.key),
                  ),
                ]),
              ),
            ),
          ]),
        ),
      );
      filter();
      const item = list.querySelector<HTMLElement>('[aria-current]');
      if (hadFocus) item?.focus();
      if (chosen !== current) item?.scrollIntoView({ block: 'nearest' });
      chosen = current;
    },
  };
}
