import type { Fix } from '../diagnostic/diagnostic.ts';
import { insertBelow } from '../text/insertion.ts';
import type { FlowContext } from './context.ts';

/** Shows an end below the last statement of a flow, where all paths that are still open come together. */
export function endHint(flow: FlowContext): { readonly fix?: Fix } {
  const last = flow.checked.flow.statements.at(-1);
  if (last === undefined) return {};
  const edits = [insertBelow(flow.file.text, last.span, `end ${freeName(flow)} "What this path comes to"`)];
  return { fix: { kind: 'hint', title: 'Write the end that is missing', edits } };
}

/** A name for the end that nothing in the flow has: `done`, or with a number. */
function freeName({ checked: { names } }: FlowContext): string {
  let name = 'done';
  for (let number = 2; names.all.some(({ identifier }) => identifier.name === name); number += 1)
    name = `done-${number}`;
  return name;
}
