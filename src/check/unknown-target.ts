import { type Diagnostic, type Fix, languageError, type RelatedPlace } from '../diagnostic/diagnostic.ts';
import { labelFromName } from '../language/label-from-name.ts';
import type { Identifier, Stage, StringLiteral } from '../syntax/ast.ts';
import { isReserved } from '../syntax/token-sets.ts';
import { typeOfWord } from '../syntax/token-types.ts';
import { insertBelow, lineBreakNear } from '../text/insertion.ts';
import type { Span } from '../text/span.ts';
import type { FlowCheck, FlowSubject } from './flow-subject.ts';
import { goesOn, isInParallel } from './goes-on.ts';
import { inQuotes } from './in-quotes.ts';
import { isEntry, type NamedNode } from './node-names.ts';
import type { FlowPart } from './parts-of-flow.ts';

/** An arrow to a name that no step of this flow has, or to something that no path can lead to. */
export const unknownTarget: FlowCheck = (subject) => {
  const { names, flow } = subject;
  const targets = new Set<string>();
  for (const [name, node] of names.byName) if (!isEntry(node)) targets.add(name);
  const isUnknown = ({ name }: Identifier): boolean => name !== '' && !targets.has(name);
  const jumps = subject.parts.flatMap(({ item }) =>
    item.kind === 'jump' && isUnknown(item.id) ? [item.id] : [],
  );
  // A promise begins and ends at nodes; it can begin where customers come in.
  const promised = flow.properties.flatMap((property) =>
    property.kind !== 'promise'
      ? []
      : [property.from, property.to].filter((id) => id !== undefined).filter(isUnknown),
  );
  const ends = promised.filter(({ name }) => !names.byName.has(name));
  const backwards = promisedBackwards(subject);
  if (jumps.length === 0 && ends.length === 0) return backwards;
  const knowledge = knowledgeOf(subject, targets);
  return [
    ...backwards,
    ...jumps.flatMap((id) => explained(knowledge, id)),
    ...ends.flatMap((id) => promisedNowhere(knowledge, id)),
  ];
};

/** A promise that begins where a case is over, or ends where one only comes in. */
function promisedBackwards({ flow, names }: FlowSubject): readonly Diagnostic[] {
  return flow.properties.flatMap((property) => {
    if (property.kind !== 'promise') return [];
    const { from, to } = property;
    const start = from && names.byName.get(from.name);
    const end = to && names.byName.get(to.name);
    return [
      ...(from !== undefined && start?.kind === 'end'
        ? [wrongPlace(from, start, 'A promise cannot begin at an end', 'Write the step with which it begins')]
        : []),
      ...(to !== undefined && end !== undefined && isEntry(end)
        ? [wrongPlace(to, end, 'A promise cannot end where a case comes in', 'Write the step that keeps it')]
        : []),
    ];
  });
}

const wrongPlace = (
  { span, name }: Identifier,
  { identifier }: NamedNode,
  message: string,
  help: string,
): Diagnostic =>
  languageError('unknown-target', span, message, {
    related: [{ span: identifier.span, message: `${inQuotes(name)} is here` }],
    help,
  });

/** A promise that begins or ends at a name that nothing has. */
function promisedNowhere({ subject, lost }: Knowledge, { name, span }: Identifier): readonly Diagnostic[] {
  const known = new Set(subject.names.byName.keys());
  const meant = subject.suggest(name, known);
  if (meant === undefined && lost) return [];
  const message = `The promise needs a step of this flow, and none is named ${inQuotes(name)}`;
  return [
    languageError('unknown-target', span, message, {
      help:
        meant === undefined
          ? 'Write the name of the step at which it begins or ends: promise 3wd from log to answer'
          : `Did you mean ${inQuotes(meant)}?`,
      ...(meant === undefined ? {} : { fix: goTo(span, meant) }),
    }),
  ];
}

/** What a flow has besides targets: all that someone may have meant by a name that is none. */
interface Knowledge {
  readonly subject: FlowSubject;
  readonly targets: ReadonlySet<string>;
  readonly stages: ReadonlyMap<string, { readonly stage: Stage; readonly id: Identifier }>;
  /** How often each flow is called. */
  readonly calls: ReadonlyMap<string, number>;
  /** Labels of steps that have nothing else, by the label in small letters. */
  readonly labels: ReadonlyMap<string, readonly Span[]>;
  /** True where something has a name that could not be read. */
  readonly lost: boolean;
}

function knowledgeOf(subject: FlowSubject, targets: ReadonlySet<string>): Knowledge {
  const stages = new Map<string, { readonly stage: Stage; readonly id: Identifier }>();
  const calls = new Map<string, number>();
  const labels = new Map<string, Span[]>();
  for (const { item } of subject.parts) {
    if (item.kind === 'stage' && item.name.id !== undefined)
      stages.set(item.name.id.name, { stage: item, id: item.name.id });
    if (item.kind === 'call') calls.set(item.flow.name, (calls.get(item.flow.name) ?? 0) + 1);
    const label = labelOnly(item);
    if (label === undefined) continue;
    const spans = labels.get(label.value.toLowerCase()) ?? [];
    spans.push(label.span);
    labels.set(label.value.toLowerCase(), spans);
  }
  const lost = subject.flow.broken || subject.parts.some(mayHaveLostItsName);
  return { subject, targets, stages, calls, labels, lost };
}

function explained(knowledge: Knowledge, { name, span }: Identifier): readonly Diagnostic[] {
  const { names, scope, suggest } = knowledge.subject;
  const error = (
    message: string,
    help: string,
    more: { readonly related?: readonly RelatedPlace[]; readonly fix?: Fix } = {},
  ): readonly Diagnostic[] => [languageError('unknown-target', span, message, { help, ...more })];
  const here = (id: Identifier): readonly RelatedPlace[] => [
    { span: id.span, message: `${inQuotes(id.name)} is here` },
  ];

  const entry = names.byName.get(name);
  if (entry !== undefined)
    return error(
      entry.kind === 'touchpoint'
        ? `No path can lead to the touchpoint ${inQuotes(name)}: it is where customers come in`
        : `No path can lead to ${inQuotes(name)}: “${entry.kind}” begins a path of its own`,
      'Go to the step after it',
      { related: here(entry.identifier) },
    );
  const stage = knowledge.stages.get(name);
  if (stage !== undefined) {
    const first = firstName(stage.stage);
    return error(
      `${inQuotes(name)} is a stage, and a path leads to a step`,
      first === undefined ? 'Give its first step a name, and go there' : `Go to its first step: -> ${first}`,
      { related: here(stage.id), ...(first === undefined ? {} : { fix: goTo(span, first) }) },
    );
  }
  if (scope.flows.has(name)) {
    const calls = knowledge.calls.get(name) ?? 0;
    return calls > 1
      ? error(
          `The flow ${inQuotes(name)} is called ${calls} times here, so that its name does not say where to go`,
          'Go to a step before the call that you mean',
        )
      : error(
          `${inQuotes(name)} is a flow, not a step of this one`,
          `Write -> call ${name} to run it and come back, or -> transfer ${name} to go on there`,
        );
  }
  const message = `There is no step named ${inQuotes(name)} in this flow`;
  const meant = suggest(name, knowledge.targets);
  if (meant !== undefined) {
    const identifier = names.byName.get(meant)?.identifier;
    return error(message, `Did you mean ${inQuotes(meant)}?`, {
      related: identifier === undefined ? [] : here(identifier),
      fix: goTo(span, meant),
    });
  }
  // It may be the name of something that could not be read, which is an error already.
  if (knowledge.lost) return [];
  const [only, another] = knowledge.labels.get(labelFromName(name, 'en').toLowerCase()) ?? [];
  if (only !== undefined && another === undefined)
    return error(message, `A label is no name. Give that step one: write ${name} before its label`, {
      related: [{ span: only, message: 'this step has only a label' }],
      fix: {
        kind: 'unsafe',
        title: `Name the step ${inQuotes(name)}`,
        edits: [{ span: { start: only.start, end: only.start }, text: `${name} ` }],
      },
    });
  return error(message, 'An arrow leads to a name; a new step is written as a text: -> "Call back"', {
    fix: newStep(knowledge.subject, { name, span }),
  });
}

/**
 * Shows the step that is missing, at the end of the flow, where no path comes by but the arrow's, and an end behind it;
 * among branches that come together, which no arrow leaves, in the place of the name, as for one that no step can have.
 */
function newStep({ flow, text }: FlowSubject, { name, span }: Identifier): Fix {
  const label = `"${labelFromName(name, 'en')}"`;
  const last = flow.statements.at(-1);
  const isTogether = isInParallel(flow, span.start);
  if (last === undefined || isTogether || isReserved(typeOfWord(name))) {
    const end = isTogether || goesOn(flow, span.start) ? '' : ' -> end "What this path comes to"';
    return { kind: 'hint', title: 'Write it as a new step', edits: [{ span, text: label + end }] };
  }
  const lines = `step ${name} ${label}${lineBreakNear(text, last.span.end)}end "What this path comes to"`;
  return {
    kind: 'hint',
    title: `Write the step ${inQuotes(name)}`,
    edits: [insertBelow(text, last.span, lines)],
  };
}

const goTo = (span: Span, name: string): Fix => ({
  kind: 'unsafe',
  title: `Go to ${inQuotes(name)}`,
  edits: [{ span, text: name }],
});

function firstName(stage: Stage): string | undefined {
  const [first] = stage.block.statements;
  if (first === undefined) return undefined;
  if (first.kind === 'if') return first.arms[0]?.question.id?.name;
  if (first.kind === 'stage') return firstName(first);
  return !isEntry(first) && 'name' in first ? first.name?.id?.name : undefined;
}

function mayHaveLostItsName({ item, broken }: FlowPart): boolean {
  if (!broken) return false;
  if (item.kind === 'if-arm') return item.arm.question.id === undefined;
  return 'name' in item ? item.name?.id === undefined : item.kind === 'unreadable' || item.kind === 'end';
}

/** The label of a step that has no name. */
function labelOnly(item: FlowPart['item']): StringLiteral | undefined {
  if (item.kind !== 'step' && item.kind !== 'wait' && item.kind !== 'escalate' && item.kind !== 'end')
    return undefined;
  return item.name?.id === undefined ? item.name?.label : undefined;
}
