import type { PreviewedFinding } from '../messages.ts';
import { button, htmlElement } from './html-element.ts';
import { sentence } from './sentence.ts';

/** The list of findings; one can be chosen. */
export function createFindingList(choose: (finding: PreviewedFinding) => void) {
  const heading = htmlElement('h2');
  const list = htmlElement('ol');
  const root = htmlElement('section', { class: 'findings', 'aria-label': 'Findings' }, [heading, list]);
  return {
    root,
    show(findings: readonly PreviewedFinding[], selected: PreviewedFinding | undefined): void {
      heading.textContent = findings.length === 0 ? 'No findings' : `Findings · ${findings.length}`;
      const focused = [...list.children].findIndex((item) => item.contains(document.activeElement));
      list.replaceChildren(
        ...findings.map((finding) =>
          htmlElement('li', {}, [
            button(
              { class: finding.severity, 'aria-pressed': finding === selected ? 'true' : 'false' },
              [
                htmlElement('span', { class: 'mark', role: 'img', 'aria-label': finding.severity }, [
                  marks[finding.severity],
                ]),
                htmlElement('span', { class: 'message' }, sentence(finding.message)),
                htmlElement('span', { class: 'place' }, [
                  htmlElement('span', {}, [`${finding.file}:${finding.line}`]),
                  htmlElement('span', {}, [finding.code]),
                ]),
              ],
              () => choose(finding),
            ),
          ]),
        ),
      );
      if (focused >= 0)
        list.children[Math.min(focused, findings.length - 1)]?.querySelector('button')?.focus();
      list.querySelector('[aria-pressed=true]')?.scrollIntoView({ block: 'nearest' });
    },
  };
}

const marks = { error: '✕', warning: '!', info: 'i' } as const;
