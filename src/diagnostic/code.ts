import type { ruleNames } from './rule-names.ts';

/** The errors of the language: always errors, cannot be switched off. */
export const languageErrors = [
  'unexpected-token',
  'unclosed-string',
  'unclosed-block',
  'curly-quotes',
  'invalid-character',
  'invalid-encoding',
  'other-notation',
  'invalid-duration',
  'invalid-date',
  'invalid-percent',
  'invalid-hours',
  'misspelt-word',
  'reserved-word',
  'limit-exceeded',
  'duplicate-name',
  'duplicate-attribute',
  'unknown-target',
  'unknown-flow',
  'unknown-file',
  'near-name',
  'misplaced-property',
  'misplaced-touchpoint',
  'misplaced-statement',
  'timeout-without-within',
  'escalate-without-to',
  'jump-across-parallel',
  'leaves-meanwhile',
  'misplaced-clock-stop',
  'unsafe-link',
] as const;

/**
 * What is only said, never an error of a flow: a language that has no built-in words, a file without a flow, signs of a
 * web page in a label, and what is lost between a process and a text or a file of another kind: `not-written`, what the
 * text that a program writes of a process cannot say; `not-read`, what of such a file is no process.
 */
export const notices = ['unknown-language', 'no-flow', 'markup-in-label', 'not-written', 'not-read'] as const;

/**
 * A `# flowc-ignore` that names no rule that there is, gives no reason, or stands where it says nothing: always an
 * error.
 */
export const suppressionErrors = ['unknown-suppression', 'incomplete-suppression'] as const;

export type LanguageErrorCode = (typeof languageErrors)[number];

/** Whether a code is one of the language, and no rule's. */
export const isLanguageError = (name: string): boolean => languageErrors.some((code) => code === name);
export type NoticeCode = (typeof notices)[number];
export type SuppressionErrorCode = (typeof suppressionErrors)[number];
export type RuleName = (typeof ruleNames)[number];

/** Stable names: a code is also a file name, a fixture folder and a page of the documentation. */
export type Code = LanguageErrorCode | NoticeCode | SuppressionErrorCode | RuleName;
