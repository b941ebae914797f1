import { declarationsOfFile } from '../../../check/declarations.ts';
import type { Span } from '../../../text/span.ts';
import { folded } from '../../folded-text.ts';
import { nearPairs } from '../../near-pairs.ts';
import { fileRule, type RuleFinding } from '../../rule.ts';
import { shortQuote } from '../../wording.ts';

interface Name {
  readonly name: string;
  readonly span: Span;
  /** For a step; two of one label are meant to be alike, or are what `duplicate-label` reports. */
  readonly label?: string;
}

export const similarNames = fileRule({
  name: 'similar-names',
  chapter: 'clarity',
  place: 50,
  summary: 'two names of a kind that differ by case, or by two letters at most in long names',
  severity: 'warning',
  sets: ['recommended', 'service'],
  fixKind: 'none',
  explanation: {
    why: 'Nobody sees the difference between `supervisor` and `supervisors`. A step goes to one, a report counts the other, and both are right by the chart.',
    repair:
      'If they mean the same thing, keep one of them. If not, give one a name that is told apart at a glance. Names of a series, such as `offer-1` and `offer-2` or `minor-fault` and `major-fault`, are left out.',
    failing: `flow dispute "Dispute"
role supervisor "Supervisor"
role supervisors "Supervisors’ meeting"
touchpoint phone "Customer disputes a bill"
step listen "Listen" by supervisor
step decide "Decide" by supervisors
end decided "Decided"
`,
    passing: `flow dispute "Dispute"
role supervisor "Supervisor"
role board "Supervisors’ meeting"
touchpoint phone "Customer disputes a bill"
step listen "Listen" by supervisor
step decide "Decide" by board
end decided "Decided"
`,
  },
  check(file) {
    const declarations = Map.groupBy(declarationsOfFile(file.checked.parsed), ({ kind }) => kind);
    const declared = [...declarations].flatMap(([kind, all]) =>
      similar(
        kind,
        all.map(({ name, span }) => ({ name, span })),
      ),
    );
    // A step and the end that it leads to (`pay`, `paid`) are distinguished by what they are.
    const nodes = file.flows().flatMap((flow) =>
      [...Map.groupBy(flow.process.nodes, ({ kind }) => kind)].flatMap(([kind, all]) =>
        similar(
          kind,
          all.flatMap((node) =>
            node.named && kind !== 'call'
              ? [{ name: node.id, span: flow.nameSpan(node), label: folded(node.label) }]
              : [],
          ),
        ),
      ),
    );
    return [...declared, ...nodes];
  },
});

/** What a message calls things of a kind. */
function severalOf(kind: string): string {
  switch (kind) {
    case 'party':
      return 'parties';
    case 'anytime':
    case 'late':
    case 'meanwhile':
      return `“${kind}” statements`;
    default:
      return `${kind}s`;
  }
}

function similar(kind: string, names: readonly Name[]): readonly RuleFinding[] {
  const unique = [...new Map(names.map((each) => [each.name, each])).values()];
  return nearPairs(unique.map(({ name }) => name)).flatMap(([one, other]) => {
    const [first, second] = [unique[one], unique[other]];
    if (first === undefined || second === undefined) return [];
    if (kind === 'step' && first.label !== undefined && first.label === second.label) return [];
    return [
      {
        span: second.span,
        message: `The ${severalOf(kind)} ${shortQuote(first.name)} and ${shortQuote(second.name)} are easily taken for one another`,
        related: [{ span: first.span, message: 'the other one' }],
        help: 'If they mean the same, keep one of them; if not, tell them apart at a glance',
      },
    ];
  });
}
