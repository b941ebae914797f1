import { attributeWords, type LanguageWord, propertyWords } from '../syntax/words.ts';
import type { CompletionContext, StatementAbove } from './completion-context.ts';
import type { Proposal } from './proposal.ts';
import type { FileView } from './snapshot.ts';
import { snippets } from './snippets.ts';
import { arrow, brace, branchProposals, durations, proposedWords } from './word-proposals.ts';

/** How a line can go on behind what stands on it. */
export function restOfLine(
  file: FileView,
  { statement, previous, used, replace }: Extract<CompletionContext, { kind: 'rest' }>,
): readonly Proposal[] {
  const further = proposedWords(...attributeWords.filter((word) => isRepeatable(word) || !used.has(word)));
  switch (statement) {
    case 'step':
    case 'wait':
    case 'escalate':
    case 'call':
      return [...further, arrow];
    case '->':
    case '→':
      // Behind a text there is a step; behind a name, a jump; behind a number, how often it goes back.
      return previous === 'text' || used.size > 0
        ? [...further, arrow]
        : previous === 'number'
          ? proposedWords('then')
          : proposedWords('max');
    case 'touchpoint':
      return [...(used.has('for') ? [] : proposedWords('for')), ...branchProposals(true)];
    case 'if':
      return previous === 'brace' ? proposedWords('else') : branchProposals(true);
    case 'when':
    case 'problem':
    case 'timeout':
    case 'else':
    case 'otherwise':
      return branchProposals(true);
    case 'choose':
    case 'stage':
    case 'parallel':
    case 'branch':
      return [brace];
    case 'end':
      return used.has('as') ? [] : proposedWords('as');
    case 'reviewed':
      return proposedWords('every');
    case 'takes':
      return durations(file, replace);
    default:
      return [];
  }
}

/**
 * With what a line can begin: a statement, or a further part of the one above. Where the line stands further in than
 * that one, its parts come first; else the statements do, the likeliest first.
 */
export function beginningOfLine(context: Extract<CompletionContext, { kind: 'line' }>): readonly Proposal[] {
  const { block, inFlow, inHead, atTop, mayElse, above } = context;
  const snippetsFor = (...places: readonly string[]): readonly Proposal[] =>
    snippets
      .filter(({ place }) => places.includes(place))
      .map(({ label, says, text }): Proposal => ({ label, kind: 'snippet', detail: says, text }));
  if (!inFlow) return [...proposedWords('flow', 'use'), ...snippetsFor('file')];
  const elses = mayElse ? proposedWords('else') : [];
  if (block === 'choose') return [...proposedWords('when', 'otherwise')];
  if (block === 'parallel') return proposedWords('branch');
  const touchpoint = atTop ? (['touchpoint'] as const) : [];
  const statements: readonly LanguageWord[] = [
    ...(inHead ? touchpoint : []),
    'step',
    'if',
    'end',
    'wait',
    'escalate',
    'choose',
    'call',
    'transfer',
    'parallel',
    'stage',
    ...(inHead ? [] : touchpoint),
  ];
  const parts = above === undefined ? [] : partsOf(above);
  const isPart = above?.isDeeper === true;
  return [
    ...elses,
    ...(isPart ? parts : []),
    ...(inHead && block === '' ? proposedWords(...propertyWords) : []),
    ...proposedWords(...statements),
    arrow,
    ...(isPart ? [] : parts),
    ...snippetsFor('statement', ...(atTop ? ['top'] : [])),
    ...(block === '' ? [...proposedWords('flow'), ...snippetsFor('file')] : []),
  ];
}

/** What a statement can still have on lines of its own. */
const partsOf = ({ used }: StatementAbove): readonly Proposal[] => [
  ...proposedWords(
    ...attributeWords.filter(
      (word) => !used.has(word) || (isRepeatable(word) && used.size < attributeWords.length),
    ),
  ),
  ...proposedWords('problem', ...(used.has('within') ? (['timeout'] as const) : [])),
];

const isRepeatable = (word: string): boolean => word === 'say' || word === 'note';
