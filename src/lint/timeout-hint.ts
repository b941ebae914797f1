import { indentationAt, insertBelow, lineBreakNear, at as place } from '../text/insertion.ts';
import type { TextEdit } from '../text/text-edit.ts';
import type { FlowContext } from './context.ts';

const timeout = 'timeout -> "Tell the customer, and ask again"';

/**
 * Shows a `timeout` below the head of a statement, or last in its block of events; nothing where the statement can have
 * none, as its chain goes on.
 */
export function timeoutEdits(flow: FlowContext, at: number): readonly TextEdit[] {
  const item = flow.item(at);
  const span = flow.headSpan(flow.node(at));
  if (item === undefined || !('exceptions' in item) || item.chain !== undefined) return [];
  const { text } = flow.file;
  if ('events' in item && item.events !== undefined) {
    const brace = item.events.span.end - 1;
    const lineStart = text.lastIndexOf('\n', brace - 1) + 1;
    const isAlone = text.slice(lineStart, brace).trim() === '';
    const indentation = indentationAt(text, span.start);
    const lineBreak = lineBreakNear(text, brace);
    const line = `${indentation}  ${timeout}${lineBreak}`;
    return [
      isAlone
        ? { span: place(lineStart), text: line }
        : { span: place(brace), text: `${lineBreak}${line}${indentation}` },
    ];
  }
  return [insertBelow(text, span, timeout, `${indentationAt(text, span.start)}  `)];
}
