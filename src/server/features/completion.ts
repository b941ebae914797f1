import { ruleNames } from '../../diagnostic/rule-names.ts';
import { languageTags } from '../../language/words.ts';
import { ruleNamed } from '../../lint/rule-named.ts';
import { symbols } from '../../shapes/all-shapes.ts';
import { directions, outcomes } from '../../syntax/words.ts';
import { pathFromFile } from '../../text/relative-path.ts';
import type { Span } from '../../text/span.ts';
import { type CompletionContext, completionContext } from '../completion-context.ts';
import { knownNames } from '../known-names.ts';
import { beginningOfLine, restOfLine } from '../line-proposals.ts';
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
    isAsked: context.kind === 'after' || context.kind === 'target' || context.kind === 'text',
    proposals: proposalsFor(snapshot, file, context),
  };
}

function proposalsFor(snapshot: Snapshot, file: FileView, context: CompletionContext): readonly Proposal[] {
  const { start } = context.replace;
  const flow = flowAt(file, start);
  switch (context.kind) {
    case 'nothing':
      return [];
    case 'rule':
      return ruleNames.map(
        (label): Proposal => ({ label, kind: 'rule', detail: ruleNamed(label)?.summary ?? '' }),
      );
    case 'target':
      return [
        ...knownNames(snapshot, file, flow).targets(context.replace),
        ...proposedWords('end', 'call', 'transfer'),
        { label: '"…"', kind: 'snippet', detail: 'a new step', text: `"\${1:What is done}"$0` },
      ];
    case 'duration':
      return durations(file, context.replace);
    case 'after':
      return afterWord(snapshot, file, flow, context);
    case 'rest':
      return restOfLine(file, context);
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
  const { word, statement, replace } = context;
  const names = knownNames(snapshot, file, flow);
  switch (word) {
    case 'by':
    case 'with':
      return names.owners();
    case 'to':
      return names.owners(true);
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
    case 'within':
    case 'takes':
    case 'promise':
    case 'every':
      return durations(file, replace);
    case 'reviewed':
      return [{ label: snapshot.today, kind: 'value', detail: 'today' }];
    case 'max':
      return ['2', '3', '5'].map((label): Proposal => ({ label, kind: 'value' }));
    case 'then':
    case 'otherwise':
    case 'timeout':
      return branchProposals(word !== 'then');
    case 'else':
      return [...proposedWords('if'), ...branchProposals(true)];
    case 'parallel':
    case 'branch':
      return [brace];
    case 'end':
      return [...names.missing(), ...proposedWords('as')];
    case 'step':
    case 'wait':
    case 'escalate':
      return names.missing();
    case 'if':
    case 'choose':
      return names.missing().map((each) => ({ ...each, text: `${each.label}?` }));
    case 'role':
    case 'system':
    case 'request':
      return names.undeclared(word);
    default:
      return [];
  }
}

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
