import type { Process } from '../model/process.ts';
import { processText } from '../model/process-text.ts';
import type { ShowPart } from './show.ts';

/**
 * What a chart that shows these parts is made from, as one text, the same for two flows that are drawn alike: the
 * process, and what else of it is shown. Undefined stands for the usual parts, of which all are in the process's text.
 */
export function drawnText(process: Process, show: readonly ShowPart[] | undefined = []): string {
  const { declarations, nodes, edges, stages, properties } = process;
  const { roles, parties, systems, terms } = declarations;
  const names = (all: readonly { readonly id: string; readonly label: string }[]) =>
    all.map(({ id, label }) => [id, label]);
  const shown = {
    ...(show.includes('systems') ? { systems: names(systems) } : {}),
    ...(show.includes('informs') ? { people: names([...roles, ...parties, ...systems]) } : {}),
    ...(show.includes('terms') ? { terms: terms.map(({ word, meaning }) => [word, meaning]) } : {}),
    ...(show.includes('fields')
      ? {
          fields: [
            properties.fields,
            ...nodes.map(({ fields }) => fields),
            ...stages.map(({ fields }) => fields),
            ...edges.map(({ remarks }) => remarks?.fields ?? []),
          ],
        }
      : {}),
  };
  const more = Object.keys(shown).length === 0 ? '' : JSON.stringify(shown);
  return processText(process) + more;
}
