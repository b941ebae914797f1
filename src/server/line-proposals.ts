import { type AttributeOwner, attributeKindsOf, branching } from '../syntax/attribute-owners.ts';
import { repeatable } from '../syntax/repeated.ts';
import { attributeWords, type LanguageWord, propertyWords } from '../syntax/words.ts';
import type { BeginningOfLine, RestOfLine } from './completion-context.ts';
import type { Proposal } from './proposal.ts';
import type { Snapshot } from './snapshot.ts';
import { type SnippetPlace, snippets } from './snippets.ts';
import type { AttributesAbove, ExceptionsAbove } from './statement-above.ts';
import { arrow, brace, branchProposals, events, proposedWords } from './word-proposals.ts';

/** How a line can go on behind what stands on it; `limits` are the times and levels of a list, but those named. */
export function restOfLine(
  { today }: Pick<Snapshot, 'today'>,
  context: RestOfLine,
  limits: (named: ReadonlySet<string>) => readonly Proposal[],
): readonly Proposal[] {
  const { statement, owner, previous, used } = context;
  const further = owner === undefined ? [] : attributeProposals(owner, context);
  switch (statement) {
    case 'step':
    case 'escalate':
    case 'call':
      return [...further, arrow];
    case 'wait':
      return [...further, arrow, events];
    case '->':
    case '→':
      // Behind a text there is a step; behind a name, a jump; behind a number, how often it goes back.
      if (owner !== undefined) return [...further, arrow];
      return previous === 'number' ? proposedWords('then') : proposedWords('max');
    case 'touchpoint':
      return previous === 'brace' ? [] : [...branchProposals(true), ...further];
    case 'if':
      return previous === 'brace' ? proposedWords('else') : [...branchProposals(true), ...further];
    case 'when':
    case 'otherwise':
      return previous === 'brace' ? [] : [...branchProposals(true), ...further];
    case 'problem':
    case 'timeout':
    case 'else':
    case 'anytime':
    case 'late':
      return branchProposals(true);
    case 'meanwhile':
      return used.has('every') || used.has('after') ? branchProposals(true) : proposedWords('every', 'after');
    case 'choose':
    case 'stage':
      return previous === 'brace' ? [] : [brace, ...further];
    case 'parallel':
    case 'branch':
      return [brace];
    case 'end':
      return further;
    case 'approved':
      return previous === 'text' ? [{ label: today, kind: 'value', detail: 'today' }] : [];
    case 'promise':
      return used.has('from') || used.has('to') || previous === 'number'
        ? proposedWords(...(['from', 'to'] as const).filter((word) => !used.has(word) && !used.has('to')))
        : limits(new Set());
    default:
      return proposedWords(...(linksOf.get(statement) ?? []).filter((word) => !used.has(word)));
  }
}

/** What can stand behind the value of a property. */
const linksOf: ReadonlyMap<string, readonly LanguageWord[]> = new Map<string, readonly LanguageWord[]>([
  ['reviewed', ['every']],
  ['role', ['staff']],
  ['reference', ['link']],
  ['measure', ['within']],
]);

/** The attributes that something can still have, those that are said already left out. */
export function attributeProposals(
  owner: AttributeOwner,
  { used, isByCustomer }: Omit<AttributesAbove, 'isDeeper'>,
): readonly Proposal[] {
  const kinds: ReadonlySet<string> = attributeKindsOf[owner];
  const isAllowed = (word: (typeof attributeWords)[number]): boolean => {
    if (used.has(word) && !repeatable.has(word)) return false;
    // The clock of the customer's own steps stands still, and that of nobody else.
    if (word === 'stops') return owner === 'wait' || (owner === 'step' && isByCustomer);
    return kinds.has(word === 'as' && owner === 'end' ? 'outcome' : word);
  };
  const first = owner === 'end' ? 'as' : 'for';
  const ordered = [first, ...attributeWords.filter((word) => word !== first)] as const;
  return proposedWords(...ordered.filter(isAllowed)).map((each) =>
    each.label === 'stops' ? { ...each, label: 'stops clock' } : each,
  );
}

/**
 * With what a line can begin: a statement, or a further part of the one above. Where the line stands further in than
 * that one, its parts come first; else the statements do, the likeliest first.
 */
export function beginningOfLine(context: BeginningOfLine): readonly Proposal[] {
  const { block, inFlow, head, atTop, mayElse, attributes, exceptions } = context;
  if (!inFlow) return [...proposedWords('flow', 'use'), ...snippetsFor('file')];
  const parts = [attributes && partsOf(attributes), exceptions && exceptionProposals(exceptions)];
  const deeper = [attributes, exceptions].flatMap((each, at) =>
    each?.isDeeper === true ? (parts[at] ?? []) : [],
  );
  const others = [attributes, exceptions].flatMap((each, at) =>
    each?.isDeeper === true ? [] : (parts[at] ?? []),
  );
  const inBlock = wordsOfBlock.get(block);
  if (inBlock !== undefined) return distinct([...deeper, ...proposedWords(...inBlock), ...others]);
  return distinct([
    ...(mayElse ? proposedWords('else') : []),
    ...deeper,
    ...(head !== undefined && block === ''
      ? [
          ...proposedWords(...propertyWords.filter((word) => repeatable.has(word) || !head.has(word))),
          ...snippetsFor('head'),
        ]
      : []),
    ...proposedWords(...statementsFor(context)),
    arrow,
    ...others,
    ...snippetsFor('statement', ...(atTop ? (['top'] as const) : [])),
    ...(block === '' ? [...proposedWords('flow'), ...snippetsFor('file')] : []),
  ]);
}

/** What stands in blocks that hold no statements. */
const wordsOfBlock: ReadonlyMap<string, readonly LanguageWord[]> = new Map<string, readonly LanguageWord[]>([
  ['choose', ['when', 'otherwise']],
  ['wait', ['when', 'timeout', 'problem', 'meanwhile']],
  ['parallel', ['branch']],
]);

function statementsFor({ head, atTop, isBeside }: BeginningOfLine): readonly LanguageWord[] {
  const touchpoint = atTop ? (['touchpoint'] as const) : [];
  return [
    ...(head === undefined ? [] : touchpoint),
    'step',
    'if',
    ...(isBeside ? [] : (['end'] as const)),
    'wait',
    'escalate',
    'choose',
    'call',
    ...(isBeside ? [] : (['transfer'] as const)),
    'parallel',
    'stage',
    ...(head === undefined ? touchpoint : []),
    ...(atTop ? (['anytime', 'late', 'meanwhile'] as const) : []),
  ];
}

function snippetsFor(...places: readonly SnippetPlace[]): readonly Proposal[] {
  return snippets
    .filter(({ place }) => places.includes(place))
    .map(({ label, says, text }): Proposal => ({ label, kind: 'snippet', detail: says, text }));
}

/** What can go on with a statement on lines of its own. */
function partsOf({
  owner,
  ...said
}: AttributesAbove & { readonly owner: AttributeOwner }): readonly Proposal[] {
  const further = attributeProposals(owner, said);
  if (!branching.has(owner)) return owner === 'wait' ? [...further, events] : further;
  return [...branchProposals(true).slice(0, owner === 'stage' || owner === 'choose' ? 1 : 2), ...further];
}

/** A deadline whose length nobody knows needs a name. */
const exceptionProposals = ({ hasLimit }: ExceptionsAbove): readonly Proposal[] => [
  ...proposedWords('problem', ...(hasLimit ? (['timeout'] as const) : [])),
  ...(hasLimit
    ? []
    : [
        {
          label: 'timeout "…"',
          kind: 'snippet',
          detail: 'a deadline that no time limit says',
          text: `timeout "\${1:Deadline}" -> $0`,
        } as const,
      ]),
  ...proposedWords('meanwhile'),
];

function distinct(proposals: readonly Proposal[]): readonly Proposal[] {
  const known = new Set<string>();
  return proposals.filter(({ label }) => !known.has(label) && known.add(label));
}
