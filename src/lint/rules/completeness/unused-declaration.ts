import { declarationsOfFile } from '../../../check/declarations.ts';
import type { Property } from '../../../syntax/ast.ts';
import { removal } from '../../../text/insertion.ts';
import { fileRule } from '../../rule.ts';
import { shortQuote } from '../../wording.ts';

export const unusedDeclaration = fileRule({
  name: 'unused-declaration',
  chapter: 'completeness',
  place: 120,
  summary: 'a role, system, request or term that nothing uses',
  severity: 'warning',
  sets: ['recommended', 'service'],
  fixKind: 'unsafe',
  explanation: {
    why: 'Somebody was meant to do something in this process, and now nobody knows what. Or the step was dropped and the name stayed: readers look for a supervisor who never comes.',
    repair:
      'Delete it, or write the step it was meant for. Of a file that others `use`, a name counts as used when one of them uses it; a term where a text has it in it, and a system also where a text names it as it is called.',
    failing: `flow hotline "Hotline"
role agent "Agent"
role expert "Expert"
touchpoint phone "Customer calls"
step help "Help the customer" by agent
end helped "Helped"
`,
    passing: `flow hotline "Hotline"
role agent "Agent"
role expert "Expert"
touchpoint phone "Customer calls"
step help "Help the customer" by agent with expert
end helped "Helped"
`,
  },
  check(file) {
    const isUsed = file.project.usedDeclarations();
    const properties = new Map<number, Property>();
    const takesRequests = new Set<number>();
    for (const [number, flow] of file.checked.parsed.document.flows.entries()) {
      for (const property of flow.properties)
        if ('id' in property) properties.set(property.id.span.start, property);
        else if (property.kind === 'term') properties.set(property.term.span.start, property);
      if (flow.statements.some(({ kind }) => kind === 'touchpoint')) takesRequests.add(number);
    }
    return declarationsOfFile(file.checked.parsed).flatMap((declaration) => {
      const { kind, name, span, flow } = declaration;
      const property = properties.get(span.start);
      if (property === undefined || name === 'customer' || isUsed(declaration)) return [];
      // A request without a way in is what `request-without-touchpoint` reports in flows that have some.
      if (kind === 'request' && takesRequests.has(flow)) return [];
      return [
        {
          span,
          message: `Nothing uses the ${kind} ${shortQuote(name)}`,
          help: 'Write where it comes in, or delete it',
          fix: { kind: 'unsafe', title: 'Delete it', edits: [removal(file.text, property.span)] },
        },
      ];
    });
  },
});
