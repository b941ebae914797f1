import { chooseFlow, stepFrom } from '../choose-flow.ts';
import { flagsOf } from '../flags.ts';
import type { Picture, PreviewedFinding, PreviewedFlow, PreviewState } from '../messages.ts';
import { nearestNode } from '../nearest-node.ts';
import { type Action, actionOf } from '../shortcuts.ts';
import { createChartView } from './chart-view.ts';
import { createDetailView } from './detail-view.ts';
import { createFindingList } from './finding-list.ts';
import { flowInAddress, setAddress, visit } from './flow-address.ts';
import { createFlowList } from './flow-list.ts';
import { createHelpDialog } from './help-dialog.ts';
import { button, htmlElement } from './html-element.ts';
import { createNoticeView } from './notice-view.ts';
import { connect } from './server-link.ts';

/** After so many ms without a chart it is said that there will be one. */
const patience = 400;

/** What the person has chosen: a finding, or a node of the chart. */
type Selection =
  | { readonly finding: PreviewedFinding; readonly node?: undefined }
  | { readonly node: string; readonly finding?: undefined };

/** Builds the page into the body and keeps it up to date. */
function openPage(): void {
  let state: PreviewState = { flows: [], findings: [] };
  let wanted = flowInAddress();
  let selection: Selection | undefined;
  let isConnected = true;
  /** The picture on the sheet, and the flow that it is of. */
  let shown: { readonly flow: PreviewedFlow; readonly picture: Picture } | undefined;

  const title = htmlElement('h1', { dir: 'auto' });
  const place = htmlElement('a', { class: 'place', hidden: true });
  const sheet = htmlElement('div', {
    class: 'sheet',
    role: 'group',
    'aria-label': 'Chart: the arrow keys move it',
  });
  const empty = htmlElement('p', { class: 'empty', hidden: true });
  const help = createHelpDialog();
  const flowList = createFlowList(goTo);
  const findingList = createFindingList((finding) => choose({ finding }));
  const notice = createNoticeView((finding) => choose({ finding }));
  const detail = createDetailView();
  const zoom = button({ class: 'zoom', title: 'As large as printed (1)' }, [], () => run('actual-size'));
  const tool = (label: string, keys: string, text: string, action: Action): HTMLButtonElement =>
    button({ 'aria-label': label, title: `${label} (${keys})` }, [text], () => run(action));
  document.body.append(
    htmlElement('div', { class: 'page' }, [
      flowList.root,
      htmlElement('main', {}, [
        htmlElement('header', {}, [title, place]),
        htmlElement('div', { class: 'desk' }, [
          notice.root,
          sheet,
          empty,
          htmlElement('div', { class: 'tools', role: 'toolbar', 'aria-label': 'Zoom' }, [
            tool('Smaller', '-', '−', 'zoom-out'),
            zoom,
            tool('Larger', '+', '+', 'zoom-in'),
            tool('The whole chart', '0', '⤢', 'fit'),
            tool('Keys', '?', '?', 'help'),
          ]),
        ]),
      ]),
      htmlElement('aside', {}, [findingList.root, detail.root]),
    ]),
    help,
  );
  const chart = createChartView(sheet, {
    select: (node) => choose(node === undefined ? undefined : { node }),
    follow(node) {
      const key = shown?.picture.nodes[node]?.flow;
      if (key !== undefined) goTo(key);
    },
    zoomed(factor) {
      zoom.textContent = `${Math.round(factor * 100)} %`;
    },
  });
  /** How the paper is held that the chart is printed on. */
  const paper = new CSSStyleSheet();
  document.adoptedStyleSheets = [paper];
  const server = connect({
    state(next) {
      state = next;
      sources.clear();
      void update();
    },
    connected(connected) {
      isConnected = connected;
      notice.show(state, shown?.flow, isConnected);
    },
  });
  const sources = new Map<string, Promise<string | undefined>>();
  const sourceOf = (file: string): Promise<string | undefined> => {
    const source = sources.get(file) ?? server.source(file);
    sources.set(file, source);
    return source;
  };

  document.addEventListener('keydown', (event) => {
    if (event.target instanceof HTMLInputElement || help.open) return;
    const action = actionOf(event);
    if (action === undefined) return;
    event.preventDefault();
    run(action);
  });
  // Back and Forward of the browser, and an address that was typed: where they lead is in the history already.
  addEventListener('hashchange', () => {
    const key = flowInAddress();
    if (key !== undefined && key !== wanted) show(key);
  });

  function run(action: Action): void {
    const step = action.startsWith('next') ? 1 : -1;
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
      case 'next-finding':
      case 'previous-finding': {
        const finding = stepFrom(state.findings, selection?.finding, step);
        choose(finding && { finding });
        break;
      }
      case 'next-flow':
      case 'previous-flow': {
        const flow = stepFrom(state.flows, chooseFlow(state.flows, wanted), step);
        if (flow !== undefined) goTo(flow.key);
        break;
      }
      case 'open-editor': {
        const link = detail.root.querySelector<HTMLAnchorElement>('a.editor') ?? place;
        if (link.href !== '') link.click();
        break;
      }
      case 'help':
        help.showModal();
        break;
      case 'close':
        choose(undefined);
    }
  }

  function goTo(key: string): void {
    visit(key);
    show(key);
  }

  function show(key: string): void {
    wanted = key;
    selection = undefined;
    void update();
  }

  function choose(next: Selection | undefined): void {
    selection = next;
    const flow = next?.finding?.flow;
    if (flow !== undefined) {
      visit(flow);
      wanted = flow;
    }
    void update(next?.finding !== undefined);
  }

  /** Shows the state. The chart may come later than the lists; what came in between wins. */
  async function update(bringIntoSight = false): Promise<void> {
    const { flows, findings, problem } = state;
    const flow = chooseFlow(flows, wanted);
    selection = stillThere(selection, findings);
    flowList.show(state, flow?.key);
    findingList.show(findings, selection?.finding);
    showHeading(flow);
    if (flow === undefined) {
      shown = undefined;
      chart.clear();
      showEmpty(problem ?? 'There is no flow in these files yet.');
    } else if (shown?.flow.picture === flow.picture && shown.flow.key === flow.key)
      shown = { flow, picture: shown.picture };
    else {
      const isAsked = (): boolean => {
        const asked = chooseFlow(state.flows, wanted);
        return asked?.picture === flow.picture && asked.key === flow.key;
      };
      const waiting = setTimeout(() => {
        if (isAsked()) showWaiting(flow);
      }, patience);
      const picture = await server.picture(flow.picture);
      clearTimeout(waiting);
      if (picture === undefined || !isAsked()) return;
      shown = { flow, picture };
      if (picture.svg === undefined) chart.clear();
      else chart.show(flow.key, picture.svg);
      paper.replaceSync(`@page { size: ${chart.isWide() ? 'landscape' : 'portrait'} }`);
      showEmpty(picture.problem);
    }
    chart.setOutdated(flow?.state === 'outdated');
    chart.flag(shown === undefined ? new Map() : flagsOf(findings, shown.flow.key, shown.picture.nodes));
    chart.select(selectedNode(), bringIntoSight);
    notice.show(state, shown?.flow, isConnected);
    await showDetail();
  }

  /** A large chart takes its time: that of its flow stays meanwhile, that of another would mislead. */
  function showWaiting(flow: PreviewedFlow): void {
    if (shown?.flow.key === flow.key) notice.showWaiting();
    else {
      shown = undefined;
      chart.clear();
      showEmpty('Drawing …');
    }
  }

  function showHeading(flow: PreviewedFlow | undefined): void {
    title.textContent = flow?.title ?? 'No flow';
    document.title = `${flow?.title ?? 'No flow'} · flowc`;
    place.hidden = flow === undefined;
    place.textContent = flow === undefined ? '' : `${flow.file}:${flow.line}`;
    if (flow?.editor === undefined) place.removeAttribute('href');
    else place.href = flow.editor;
    if (flow !== undefined && flowInAddress() !== flow.key) setAddress(flow.key);
  }

  function selectedNode(): string | undefined {
    if (shown === undefined || selection === undefined) return undefined;
    if (selection.node !== undefined)
      return selection.node in shown.picture.nodes ? selection.node : undefined;
    return selection.finding.flow === shown.flow.key
      ? nearestNode(shown.picture.nodes, selection.finding)
      : undefined;
  }

  async function showDetail(): Promise<void> {
    const chosen = selection;
    const node = chosen?.node === undefined ? undefined : shown?.picture.nodes[chosen.node];
    const spot = chosen?.finding ?? node;
    const file = chosen?.finding?.file ?? shown?.flow.file;
    const text = spot === undefined || file === undefined ? undefined : await sourceOf(file);
    if (chosen !== selection) return;
    if (spot === undefined || file === undefined || text === undefined) {
      detail.show(undefined);
      return;
    }
    const target = state.flows.find(({ key }) => key === node?.flow);
    detail.show({
      file,
      text,
      line: spot.line,
      column: spot.column,
      end: spot.end,
      ...(chosen?.finding?.help === undefined ? {} : { help: chosen.finding.help }),
      ...(spot.editor === undefined ? {} : { editor: spot.editor }),
      ...(target === undefined ? {} : { leadsTo: { title: target.title, go: () => goTo(target.key) } }),
    });
  }

  function showEmpty(text: string | undefined): void {
    empty.hidden = text === undefined;
    empty.textContent = text ?? '';
  }
}

/** A finding that was chosen is chosen still where there is one like it. */
function stillThere(
  selection: Selection | undefined,
  findings: readonly PreviewedFinding[],
): Selection | undefined {
  const before = selection?.finding;
  if (before === undefined) return selection;
  if (findings.includes(before)) return selection;
  const same = findings.find(
    ({ code, file, message }) => code === before.code && file === before.file && message === before.message,
  );
  return same && { finding: same };
}

openPage();
