import type { Attribute } from './ast.ts';

/** Kinds of statement, and parts of one, of which attributes say something. */
export type AttributeOwner =
  | 'step'
  | 'wait'
  | 'escalate'
  | 'call'
  | 'touchpoint'
  | 'stage'
  | 'if'
  | 'choose'
  | 'when'
  | 'otherwise'
  | 'end'
  /** What could not be read, so that nobody knows what it can have. */
  | 'unknown';

type Kind = Attribute['kind'];

const remark = ['note', 'link', 'say', 'field'] as const;
const info = ['with', 'using', ...remark] as const;
const work = ['by', 'to', ...info, 'within', 'takes', 'as', 'accountable', 'each', 'stops'] as const;

/** What can be said of each. */
export const attributeKindsOf: Readonly<Record<AttributeOwner, ReadonlySet<Kind>>> = {
  step: new Set<Kind>(work),
  wait: new Set<Kind>([...work, 'until']),
  escalate: new Set<Kind>(work),
  call: new Set<Kind>(work),
  touchpoint: new Set<Kind>(['for', 'by', ...info, 'volume']),
  stage: new Set<Kind>(['by', 'accountable', 'within', 'each', ...info]),
  if: new Set<Kind>(['by', ...info]),
  choose: new Set<Kind>(['by', ...info]),
  when: new Set<Kind>(remark),
  otherwise: new Set<Kind>(remark),
  end: new Set<Kind>(['outcome', 'to', 'note', 'link', 'field']),
  unknown: new Set<Kind>([...work, 'for', 'until', 'volume']),
};

/** Those that may have a percentage among their attributes. */
export const percentOwners: ReadonlySet<AttributeOwner> = new Set(['if', 'when', 'otherwise', 'unknown']);

/** Those whose block or branch follows their attributes. */
export const branching: ReadonlySet<AttributeOwner> = new Set([
  'touchpoint',
  'stage',
  'if',
  'choose',
  'when',
  'otherwise',
]);

/** Each in the words of a message. */
export const ownerNames: Readonly<Record<AttributeOwner, string>> = {
  step: 'a step',
  wait: 'a wait',
  escalate: 'an escalation',
  call: 'a call',
  touchpoint: 'a touchpoint',
  stage: 'a stage',
  if: 'a question',
  choose: 'a choice',
  when: 'an answer',
  otherwise: 'an answer',
  end: 'an end',
  unknown: 'this',
};

/** All that an attribute can say something of, in the words of a message. */
export function ownersOfAttribute(kind: Kind): string {
  return ownersOfWord(kind === 'outcome' ? 'as' : kind);
}

/** All that the attribute with a word can say something of. */
export function ownersOfWord(word: string): string {
  const names = new Set(
    Object.entries(attributeKindsOf).flatMap(([owner, kinds]) =>
      [...kinds].some((kind) => kind === word) && isOwner(owner) && owner !== 'unknown'
        ? [ownerNames[owner]]
        : [],
    ),
  );
  const all = [...names];
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}

const isOwner = (name: string): name is AttributeOwner => Object.hasOwn(attributeKindsOf, name);
