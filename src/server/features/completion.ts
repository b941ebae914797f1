import { ruleNames } from '../../diagnostic/rule-names.ts';
import { languageTags } from '../../language/words.ts';
import { ruleNamed } from '../../lint/rule-named.ts';
import { symbols } from '../../shapes/all-shapes.ts';
import { directions, outcomes } from '../../syntax/words.ts';
import { pathFromFile } from '../../text/relative-path.ts';
import type { Span } from '../../text/span.ts';
import { type CompletionContext, completionContext } from '../completion-context.ts';
import { knownNames } from '../known-names.ts';
import { attributeProposals, beginningOfLine, restOfLine } from '../line-proposals.ts';
import { flowAt } from '../node-at.ts';
import type { Proposal } from '../proposal.ts';
import type { FileView, Snapshot } from '../snapshot.ts';
import { brace, branchProposals, durations, proposedWords } from '../word-proposals.ts';

export interface Completion {
  /** What is replaced: the word that has been begun. */
  readonly replace: Span;
  /** True where a word or an arrow asks for something, so that it may be proposed without being called for. */
  readonly isAsked: boolean;
  /** The likeliest first. */
  readonly proposals: readonly Proposal[];
}

/** What may stand at an offset: words where they are allowed, names that are known there. Nothing in a comment. */
export function completion(snapshot: Snapshot, path: string, offset: number): Completion {
  const file = snapshot.file(path);
  if (file === undefined) return { replace: { start: offset, end: offset }, isAsked: false, proposals: [] };
  const context = completionContext(file, offset);
  return {
    replace: context.replace,
    isAsked: asks.has(context.kind),
    proposals: proposalsFor(snapshot, file, context),
  };
}

/** The contexts in which something has to follow. */
const asks: ReadonlySet<CompletionContext['kind']> = new Set([
  ...(['after', 'target', 'text', 'duration', 'per'] as const),
]);

function proposalsFor(snapshot: Snapshot, file: FileView, context: CompletionContext): readonly Proposal[] {
  const { start } = context.replace;
  const flow = flowAt(file, start);
  const names = () => knownNames(snapshot, file, flow);
  switch (context.kind) {
    case 'nothing':
      return [];
    case 'rule':
      return ruleNames.map(
        (label): Proposal => ({ label, kind: 'rule', detail: ruleNamed(label)?.summary ?? '' }),
      );
    case 'target':
      return [
        ...names().targets(context.replace),
        ...(context.isBeside ? proposedWords('call') : proposedWords('end', 'call', 'transfer')),
        { label: '"…"', kind: 'snippet', detail: 'a new step', text: `"\${1:What is done}"$0` },
      ];
    case 'duration':
      return durations(file, context.replace);
    case 'after':
      return afterWord(snapshot, file, flow, context);
    case 'per':
      return proposedWords('per');
    case 'rest':
      return restOfLine(snapshot, context, (named) => limits(file, names(), context.replace, named));
    case 'line':
      return beginningOfLine(context);
    case 'text':
      return inText(snapshot, file, flow, context);
  }
}

function afterWord(
  snapshot: Snapshot,
  file: FileView,
  flow: number,
  context: Extract<CompletionContext, { kind: 'after' }>,
): readonly Proposal[] {
  const { word, statement, listed, replace } = context;
  const names = knownNames(snapshot, file, flow);
  switch (word) {
    case 'by':
    case 'with':
      return names.owners();
    case 'to':
      return statement === 'promise' ? names.endings() : names.owners(true);
    case 'from':
      return names.beginnings();
    case 'accountable':
      return names.people();
    case 'using':
      return names.systems();
    case 'for':
      return names.requests();
    case 'call':
    case 'transfer':
      return names.flows();
    case 'as':
      return proposedWords(...(statement === 'end' ? outcomes : symbols));
    case 'language':
      return languageTags.map((label): Proposal => ({ label, kind: 'value' }));
    case 'direction':
      return proposedWords(...directions);
    case 'use':
      return names.files().map((each) => ({ ...each, text: `"${each.label}"` }));
    case 'every':
      return statement === 'reviewed' ? durations(file, replace) : limits(file, names, replace, listed);
    case 'within':
    case 'takes':
    case 'promise':
    case 'after':
      return limits(file, names, replace, listed);
    case 'per':
      return ['1h', '1d', '1w', '1mo'].map((label): Proposal => ({ label, kind: 'value' }));
    case 'hours':
      return usualHours.map((label): Proposal => ({ label, kind: 'value' }));
    case 'field':
      return names.fields();
    case 'stops':
      return proposedWords('clock');
    case 'meanwhile':
      return proposedWords('every', 'after');
    case 'reviewed':
    case 'revised':
      return [{ label: snapshot.today, kind: 'value', detail: 'today' }];
    case 'max':
      return ['2', '3', '5'].map((label): Proposal => ({ label, kind: 'value' }));
    case 'then':
    case 'timeout':
      return branchProposals(word !== 'then');
    case 'otherwise':
      return [...branchProposals(true), ...attributeProposals('otherwise', nothingSaid)];
    case 'else':
      return [...proposedWords('if'), ...branchProposals(true)];
    case 'parallel':
      return [brace, ...proposedWords('first')];
    case 'first':
    case 'branch':
      return [brace];
    case 'end':
      return [...names.missing(), ...attributeProposals('end', nothingSaid)];
    case 'step':
    case 'wait':
    case 'escalate':
      return names.missing();
    case 'if':
    case 'all':
      return questions(names.missing());
    case 'choose':
      return [...questions(names.missing()), ...proposedWords('all')];
    case 'role':
    case 'party':
    case 'system':
    case 'request':
    case 'level':
      return names.undeclared(word);
    default:
      return [];
  }
}

const nothingSaid = { used: new Set<string>(), isByCustomer: false };

const usualHours = ['"Mon-Fri 09:00-17:00"', '"Mon-Fri 08:00-18:00"', '"Mon-Sun 00:00-24:00"'];

/** Names, as those of questions. */
const questions = (missing: readonly Proposal[]): readonly Proposal[] =>
  missing.map((each) => ({ ...each, text: `${each.label}?` }));

/** The times of a list, and the levels that have none there yet: those last, since most limits hold for all. */
const limits = (
  file: FileView,
  names: ReturnType<typeof knownNames>,
  replace: Span,
  named: ReadonlySet<string>,
): readonly Proposal[] => [...durations(file, replace), ...names.levels(named)];

function inText(
  snapshot: Snapshot,
  file: FileView,
  flow: number,
  { word, content, replace }: Extract<CompletionContext, { kind: 'text' }>,
): readonly Proposal[] {
  if (word === 'use') return knownNames(snapshot, file, flow).files();
  if (word === 'link')
    return snapshot.paths
      .filter((path) => path !== file.path)
      .map((path): Proposal => ({ label: pathFromFile(file.path, path), kind: 'file' }));
  // Whoever writes a label wants no list before the first letter.
  return replace.start === replace.end || content === '' ? [] : knownNames(snapshot, file, flow).terms();
}
