import { labelFromName } from '../../../language/label-from-name.ts';
import { at } from '../../../text/insertion.ts';
import { fileRule } from '../../rule.ts';
import { shortQuote } from '../../wording.ts';

export const requestWithoutTouchpoint = fileRule({
  name: 'request-without-touchpoint',
  chapter: 'completeness',
  place: 180,
  summary: 'a declared request that comes in nowhere',
  severity: 'warning',
  sets: ['recommended', 'service'],
  fixKind: 'hint',
  explanation: {
    why: 'Customers come with it all the same. They choose the wrong entry in the menu, write to the wrong address, and are sent on from there.',
    repair:
      'Say at which touchpoint it comes in, with `for`, and check that the steps behind it serve this request too.',
    failing: `flow hotline "Hotline"
request order "Place an order"
request refund "Money back"
touchpoint phone "Customer calls" for order
step serve "Serve the customer"
end served "Served"
`,
    passing: `flow hotline "Hotline"
request order "Place an order"
request refund "Money back"
touchpoint phone "Customer calls" for order, refund
step serve "Serve the customer"
end served "Served"
`,
  },
  check(file) {
    const isUsed = file.project.usedDeclarations();
    return file.flows().flatMap(({ checked: { flow }, process }) => {
      const touchpoint = flow.statements.find((statement) => statement.kind === 'touchpoint');
      if (touchpoint === undefined) return [];
      return flow.properties.flatMap((property) => {
        if (property.kind !== 'request' || property.id.name === '') return [];
        const { id, label } = property;
        const { name, span } = id;
        if (isUsed({ kind: 'request', name, label: '', labelled: false, path: file.path, span })) return [];
        const last = touchpoint.attributes
          .flatMap((attribute) => (attribute.kind === 'for' ? attribute.ids : []))
          .at(-1);
        const edit =
          last === undefined
            ? { span: at(touchpoint.name.span.end), text: ` for ${id.name}` }
            : { span: at(last.span.end), text: `, ${id.name}` };
        return [
          {
            span: id.span,
            message: `The request ${shortQuote(label?.value ?? labelFromName(id.name, process.language))} comes in nowhere`,
            help: 'Say at which touchpoint it comes in, with “for”',
            fix: { kind: 'hint', title: 'Let it come in here', edits: [edit] },
          },
        ];
      });
    });
  },
});
