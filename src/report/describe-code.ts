import { type Code, notices } from '../diagnostic/code.ts';
import { type ErrorExplanation, errorExplanations } from '../diagnostic/error-explanations.ts';
import { ruleNamed } from '../lint/rule-named.ts';
import type { CodeDescription } from './report.ts';

/** What is said of a rule or an error wherever it is named; undefined for a name that is neither. */
export function describeCode(code: Code): CodeDescription | undefined {
  const rule = ruleNamed(code);
  if (rule !== undefined)
    return {
      summary: rule.summary,
      explanation: `${rule.explanation.why}\n\n${rule.explanation.repair}`,
      severity: rule.severity,
    };
  const error = explanationOf(code);
  const severity = notices.some((notice) => notice === code) ? 'info' : 'error';
  return error && { summary: error.summary, explanation: error.explanation, severity };
}

/** The explanation of an error of the language. */
export const explanationOf = (name: string): ErrorExplanation | undefined =>
  Object.entries(errorExplanations).find(([code]) => code === name)?.[1];
