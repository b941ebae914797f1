import { indentationAt, insertBelow } from '../text/insertion.ts';
import type { TextEdit } from '../text/text-edit.ts';
import type { FlowContext } from './context.ts';

/** Shows a `timeout` below the head of a statement; nothing where the statement can have none, as its chain goes on. */
export function timeoutEdits(flow: FlowContext, at: number): readonly TextEdit[] {
  const item = flow.item(at);
  const span = flow.headSpan(flow.node(at));
  if (item === undefined || !('exceptions' in item) || item.chain !== undefined) return [];
  const { text } = flow.file;
  return [
    insertBelow(
      text,
      span,
      'timeout -> "Tell the customer, and ask again"',
      `${indentationAt(text, span.start)}  `,
    ),
  ];
}
