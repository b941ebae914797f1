import type { PreviewedFinding, PreviewedFlow, PreviewState } from '../messages.ts';
import { stateWords } from '../state-words.ts';
import { button, htmlElement } from './html-element.ts';

/** The line above the chart that says when it is not what the text says. */
export function createNoticeView(choose: (finding: PreviewedFinding) => void) {
  const root = htmlElement('div', { class: 'notice', role: 'status' });
  return {
    root,
    showWaiting(): void {
      root.hidden = false;
      root.replaceChildren('Drawing the new chart …');
    },
    show({ findings, problem }: PreviewState, flow: PreviewedFlow | undefined, isConnected: boolean): void {
      const errors = findings.filter(({ severity, file }) => severity === 'error' && file === flow?.file);
      const words = !isConnected
        ? 'flowc does not answer: it was ended, or is starting again. This is what it showed last.'
        : problem !== undefined && flow !== undefined
          ? `${problem}. This is the last good chart.`
          : flow && stateWords(flow.state, errors.length);
      root.hidden = words === undefined;
      const [first] = errors;
      root.replaceChildren(
        words ?? '',
        ...(first === undefined || !isConnected || words === undefined
          ? []
          : [button({}, [`Line ${first.line}`], () => choose(first))]),
      );
    },
  };
}
