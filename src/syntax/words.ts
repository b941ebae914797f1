import { symbols } from '../shapes/all-shapes.ts';

/** Words that no identifier may be: they begin a statement, or a part of one. */
export const statementWords = [
  'flow',
  'use',
  'touchpoint',
  'stage',
  'step',
  'wait',
  'escalate',
  'call',
  'transfer',
  'if',
  'else',
  'choose',
  'when',
  'otherwise',
  'parallel',
  'branch',
  'end',
  'problem',
  'timeout',
] as const;

/** Words that begin a statement, or a part of one, and are good names elsewhere. */
export const freeStatementWords = ['anytime', 'late', 'meanwhile'] as const;

/** Words that say something about a whole flow, between its head and its first statement. */
export const propertyWords = [
  'department',
  'purpose',
  'owner',
  'version',
  'reviewed',
  'audience',
  'language',
  'direction',
  'promise',
  'role',
  'system',
  'request',
  'term',
  'party',
  'level',
  'accountable',
  'scope',
  'reference',
  'approved',
  'revised',
  'measure',
  'hours',
  'field',
] as const;

/** Words that say something about one statement. */
export const attributeWords = [
  'by',
  'with',
  'to',
  'using',
  'within',
  'takes',
  'as',
  'say',
  'note',
  'link',
  'accountable',
  'field',
  'each',
  'stops',
  'until',
  'for',
  'volume',
] as const;

/** Words that stand inside a property, an attribute or a jump. */
export const linkingWords = [
  'every',
  'after',
  'max',
  'then',
  'from',
  'first',
  'all',
  'clock',
  'per',
  'staff',
] as const;

/** Words that are the value of an attribute or a property. */
export const outcomes = ['success', 'failure'] as const;
export const timings = ['every', 'after'] as const;
export const directions = ['down', 'right'] as const;
export type Direction = (typeof directions)[number];

/** Every word of the language. All but the statement words are good identifiers too, out of their place. */
export const words = [
  ...new Set([
    ...statementWords,
    ...freeStatementWords,
    ...propertyWords,
    ...attributeWords,
    ...linkingWords,
    ...outcomes,
    ...directions,
    ...symbols,
  ]),
] as const;

export type LanguageWord = (typeof words)[number];

/** Words of other languages and tools that people write for ours. Each can take its place as it stands. */
export const habits: ReadonlyMap<string, LanguageWord> = new Map<string, LanguageWord>([
  ['process', 'flow'],
  ['workflow', 'flow'],
  ['import', 'use'],
  ['include', 'use'],
  ['start', 'touchpoint'],
  ['begin', 'touchpoint'],
  ['trigger', 'touchpoint'],
  ['channel', 'touchpoint'],
  ['phase', 'stage'],
  ['section', 'stage'],
  ['task', 'step'],
  ['action', 'step'],
  ['activity', 'step'],
  ['do', 'step'],
  ['delay', 'wait'],
  ['escalation', 'escalate'],
  ['subprocess', 'call'],
  ['subflow', 'call'],
  ['run', 'call'],
  ['decision', 'if'],
  ['switch', 'choose'],
  ['choice', 'choose'],
  ['case', 'when'],
  ['default', 'otherwise'],
  ['fork', 'parallel'],
  ['stop', 'end'],
  ['finish', 'end'],
  ['done', 'end'],
  ['error', 'problem'],
  ['actor', 'role'],
  ['lane', 'role'],
  ['tool', 'system'],
  ['lang', 'language'],
  ['goal', 'purpose'],
  ['whenever', 'anytime'],
  ['event', 'when'],
  ['overdue', 'late'],
  ['remind', 'meanwhile'],
  ['reminder', 'meanwhile'],
  ['repeat', 'meanwhile'],
  ['loop', 'meanwhile'],
  ['timer', 'meanwhile'],
  ['deadline', 'timeout'],
  ['sla', 'promise'],
  ['priority', 'level'],
  ['prio', 'level'],
  ['severity', 'level'],
  ['tier', 'level'],
  ['organisation', 'party'],
  ['organization', 'party'],
  ['company', 'party'],
  ['partner', 'party'],
  ['supplier', 'party'],
  ['vendor', 'party'],
  ['external', 'party'],
  ['informed', 'to'],
  ['consulted', 'with'],
  ['foreach', 'each'],
  ['kpi', 'measure'],
  ['metric', 'measure'],
  ['standard', 'reference'],
  ['approval', 'approved'],
  ['changed', 'revised'],
  ['revision', 'revised'],
  ['attribute', 'field'],
]);
