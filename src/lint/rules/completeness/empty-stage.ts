import type { Fix } from '../../../diagnostic/diagnostic.ts';
import { labelOfName } from '../../../syntax/label.ts';
import { removal } from '../../../text/insertion.ts';
import type { Span } from '../../../text/span.ts';
import { flowRule } from '../../rule.ts';
import { shortQuote } from '../../wording.ts';

export const emptyStage = flowRule({
  name: 'empty-stage',
  chapter: 'completeness',
  place: 50,
  summary: 'a `stage` with nothing in it',
  severity: 'warning',
  sets: ['recommended', 'service'],
  fixKind: 'unsafe',
  explanation: {
    why: 'A phase that is named and never described looks finished to whoever wrote it and is a blank to whoever works by it. It is not drawn either, so nobody misses it.',
    repair: 'Write its steps, or delete it until they are known.',
    failing: `flow order "Order"
touchpoint phone "Customer orders"
step take "Take the order"
stage delivery "Delivery" {
}
end done "Done"
`,
    passing: `flow order "Order"
touchpoint phone "Customer orders"
step take "Take the order"
stage delivery "Delivery" {
  step ship "Ship the goods"
}
end done "Done"
`,
  },
  check: (flow) =>
    flow.checked.parts.flatMap(({ item, broken }) => {
      if (item.kind !== 'stage' || broken || item.block.statements.length > 0) return [];
      const { text } = flow.file;
      return [
        {
          span: item.name.span,
          message: `Nothing stands in the stage ${shortQuote(labelOfName(item.name))}`,
          help: 'Write its steps, or delete it',
          ...deletion(text, item.span),
        },
      ];
    }),
});

/** Nothing where a comment stands in it, which may be worth keeping. */
const deletion = (text: string, span: Span): { readonly fix?: Fix } =>
  text.slice(span.start, span.end).includes('#')
    ? {}
    : { fix: { kind: 'unsafe', title: 'Delete it', edits: [removal(text, span)] } };
