import { createChartView } from '../../../../src/preview/page/chart-view.ts';
import { button, htmlElement } from '../../../../src/preview/page/html-element.ts';
import type { Appearance } from '../../../../src/preview/page/read-svg.ts';
import { type Action, actionOf } from '../../../../src/preview/shortcuts.ts';
import type { FromPanel, PanelState, ToPanel } from '../panel-messages.ts';
import { pngOf } from './png-of.ts';

declare function acquireVsCodeApi(): { postMessage(message: FromPanel): void };

const words: Readonly<Record<PanelState, string>> = {
  current: '',
  outdated: 'There are errors in the text. This is the last good chart.',
  incomplete: 'There are errors in the text. This chart shows only what could be read.',
};

/** Builds the panel and does what the editor says. */
function openPanel(): void {
  const editor = acquireVsCodeApi();
  const notice = htmlElement('p', { class: 'notice', role: 'status', hidden: true });
  const sheet = htmlElement('div', {
    class: 'sheet',
    role: 'group',
    'aria-label': 'Chart: the arrow keys move it',
  });
  const empty = htmlElement('p', { class: 'empty' });
  const zoom = button({ class: 'zoom', title: 'As large as printed (1)' }, [], () => run('actual-size'));
  const tool = (label: string, key: string, text: string, action: Action): HTMLButtonElement =>
    button({ 'aria-label': label, title: `${label} (${key})` }, [text], () => run(action));
  document.body.append(
    notice,
    sheet,
    empty,
    htmlElement('div', { class: 'tools', role: 'toolbar', 'aria-label': 'Zoom' }, [
      tool('Smaller', '-', '−', 'zoom-out'),
      zoom,
      tool('Larger', '+', '+', 'zoom-in'),
      tool('The whole chart', '0', '⤢', 'fit'),
    ]),
  );
  let svg = '';
  const chart = createChartView(sheet, {
    select(node) {
      if (node !== undefined) editor.postMessage({ kind: 'select', node });
    },
    follow: (node) => editor.postMessage({ kind: 'follow', node }),
    zoomed(factor) {
      zoom.textContent = `${Math.round(factor * 100)} %`;
    },
  });
  const showState = (state: PanelState): void => {
    notice.textContent = words[state];
    notice.hidden = state === 'current';
    chart.setOutdated(state === 'outdated');
  };
  const showEmpty = (text: string): void => {
    empty.textContent = text;
    empty.hidden = text === '';
  };
  const receive = (message: ToPanel): void => {
    switch (message.kind) {
      case 'show':
        svg = message.svg;
        chart.show(message.flow, svg);
        chart.select(message.selected);
        showState(message.state);
        showEmpty('');
        break;
      case 'state':
        showState(message.state);
        break;
      case 'select':
        chart.select(message.selected, message.selected !== undefined);
        break;
      case 'nothing':
        svg = '';
        chart.clear();
        showState('current');
        showEmpty(message.reason);
        break;
      case 'export-png':
        void pngOf(svg, message.scale).then((data) => editor.postMessage({ kind: 'png', data }));
    }
  };
  addEventListener('message', ({ data }: MessageEvent<ToPanel>) => receive(data));
  document.addEventListener('keydown', (event) => {
    const action = actionOf(event);
    if (action !== undefined) run(action);
  });
  const follow = (): void => chart.setAppearance(appearance());
  new MutationObserver(follow).observe(document.body, { attributes: true, attributeFilter: ['class'] });
  follow();
  showEmpty('Drawing …');
  editor.postMessage({ kind: 'ready' });

  function run(action: Action): void {
    switch (action) {
      case 'zoom-in':
      case 'zoom-out':
        chart.zoomBy(action === 'zoom-in' ? 1 : -1);
        break;
      case 'fit':
        chart.seeAll();
        break;
      case 'actual-size':
        chart.actualSize();
        break;
      default:
      // The other keys are the business of the editor.
    }
  }
}

/** The editor's colours, which need not be those of the system. */
function appearance(): Appearance {
  const { classList } = document.body;
  const isDark = classList.contains('vscode-dark') || classList.contains('vscode-high-contrast');
  return isDark && !classList.contains('vscode-high-contrast-light') ? 'dark' : 'light';
}

openPanel();
