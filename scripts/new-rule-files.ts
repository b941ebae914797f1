import type { ChapterName } from '../src/lint/chapters.ts';

/**
 * The files with which a rule begins, by path: it finds a step with a certain label, so that all of its tests pass from
 * the first.
 */
export function newRuleFiles(name: string, chapter: ChapterName): Readonly<Record<string, string>> {
  const exported = name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return {
    [`src/lint/rules/${chapter}/${name}.ts`]: ruleText(name, chapter, exported),
    [`tests/fixtures/rules/${name}/valid.flow`]: exampleText('Tell the customer'),
    [`tests/fixtures/rules/${name}/invalid.flow`]: exampleText('Do something', [
      `#    ^^^^^^^^^^^^^^^^^^ ${name}: “Do something” does not say what is done`,
      '#~ help: Say it in two or three words',
    ]),
  };
}

const exampleText = (label: string, annotations: readonly string[] = []): string =>
  [
    'flow order "Order"',
    'touchpoint phone "Customer orders"',
    `step act "${label}" to customer`,
    ...annotations,
    'end done "Customer knows"',
    '',
  ].join('\n');

const ruleText = (
  name: string,
  chapter: ChapterName,
  exported: string,
): string => `import type { Node } from '../../../model/process.ts';
import { flowRule } from '../../rule.ts';
import { shortQuote } from '../../wording.ts';

export const ${exported} = flowRule({
  name: '${name}',
  chapter: '${chapter}',
  summary: 'a step that does not say what is done',
  severity: 'warning',
  sets: ['service'],
  fixKind: 'none',
  explanation: {
    why: 'What a customer, or whoever serves him, suffers from it, in two or three plain sentences.',
    repair: 'What to write instead, in one or two sentences.',
    failing: \`${exampleText('Do something')}\`,
    passing: \`${exampleText('Tell the customer')}\`,
  },
  check: (flow) =>
    flow.process.nodes
      .filter((node) => !flow.hasErrors(node) && saysNothing(node))
      .map((node) => ({
        span: flow.nameSpan(node),
        message: \`\${shortQuote(node.label)} does not say what is done\`,
        help: 'Say it in two or three words',
      })),
});

const saysNothing = ({ kind, label }: Node): boolean => kind === 'step' && label === 'Do something';
`;
