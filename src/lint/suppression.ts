import { isLanguageError, type RuleName } from '../diagnostic/code.ts';
import { type Diagnostic, languageError } from '../diagnostic/diagnostic.ts';
import { ruleNames } from '../diagnostic/rule-names.ts';
import { closest } from '../diagnostic/suggest.ts';
import type { Comment } from '../syntax/ast.ts';
import { removal } from '../text/insertion.ts';
import { lineIndex } from '../text/line-index.ts';
import type { FileContext } from './context.ts';
import { unusedSuppression } from './rules/hygiene/unused-suppression.ts';
import type { RuleSettings } from './settings.ts';
import { shortQuote } from './wording.ts';

/** `# flowc-ignore rule: reason`. `line` is the one whose findings it silences, from 1; of a whole file, none. */
interface Suppression {
  readonly comment: Comment;
  readonly rule: RuleName;
  readonly line: number | undefined;
}

/**
 * The findings of a file that nobody silenced, what is wrong with how others were, and the suppressions that silence
 * nothing. A rule that is off is no reason to call its suppression unused. Errors of the language can't be silenced.
 */
export function applySuppressions(
  file: FileContext,
  found: readonly Diagnostic[],
  rules: RuleSettings,
): readonly Diagnostic[] {
  const comments = file.checked.parsed.document.comments.filter(({ text }) => isMeantAsSuppression(text));
  if (comments.length === 0) return found;
  const { suppressions, errors } = readSuppressions(file, comments);
  const lines = lineIndex(file.text);
  const silenced = new Set(suppressions.map(placeOf));
  const used = new Set<string>();
  const kept = found.filter(({ code, span }) => {
    const { line } = lines.position(span.start);
    const by = [code, `${code} ${line}`].filter((place) => silenced.has(place));
    for (const place of by) used.add(place);
    return by.length === 0;
  });
  return [
    ...kept,
    ...errors,
    ...unused(
      file,
      suppressions.filter((suppression) => !used.has(placeOf(suppression))),
      rules,
    ),
  ];
}

const suppressionWords = ['flowc-ignore', 'flowc-ignore-file'] as const;

/** A comment that begins with the word, or with one that can only be a misspelt one. */
function isMeantAsSuppression(text: string): boolean {
  if (text.startsWith(suppressionWords[0])) return true;
  const [, word] = /^(flow[^\s:]*)/i.exec(text) ?? [];
  return word !== undefined && closest(word, suppressionWords) !== undefined;
}

/** What a suppression silences, in a word: a rule in the whole file, or in one of its lines. */
const placeOf = ({ rule, line }: Suppression): string => (line === undefined ? rule : `${rule} ${line}`);

function readSuppressions(file: FileContext, comments: readonly Comment[]) {
  const lines = lineIndex(file.text);
  const { uses, flows } = file.checked.parsed.document;
  const firstCode = uses[0]?.span.start ?? flows[0]?.span.start ?? file.text.length;
  const suppressions: Suppression[] = [];
  let target = 0;
  const errors: Diagnostic[] = [];
  for (const comment of comments) {
    const [, word = '', name = '', reason = ''] =
      /^(\S+?)(?::|\s|$)\s*([^\s:]*)\s*:?\s*(.*)$/su.exec(comment.text) ?? [];
    const error = suppressionProblem(comment, word, name, reason, comment.span.start < firstCode);
    const rule = ruleNames.find((known) => known === name);
    if (error !== undefined || rule === undefined) errors.push(...(error === undefined ? [] : [error]));
    else
      suppressions.push({ comment, rule, line: word === 'flowc-ignore' ? targetLine(comment) : undefined });
  }
  return { suppressions, errors };

  /** The comment's own line, or the next one that has more than a comment on it. */
  function targetLine({ span, ownLine }: Comment): number {
    const { line } = lines.position(span.start);
    if (!ownLine) return line;
    // Comments come in order: where the one before leads beyond this one, this one leads to the same place.
    if (target <= line)
      do target = Math.max(target, line) + 1;
      while (target <= lines.lineCount && /^\s*(#|$)/.test(lines.line(target)));
    return target;
  }
}

function suppressionProblem(
  { span }: Comment,
  word: string,
  name: string,
  reason: string,
  atTop: boolean,
): Diagnostic | undefined {
  const form = `Write for example: # ${word === 'flowc-ignore-file' ? word : 'flowc-ignore'} rule-name: why this is right here`;
  const incomplete = (message: string, help = form) =>
    languageError('incomplete-suppression', span, message, { help });
  if (!suppressionWords.some((known) => known === word))
    return incomplete(
      `There is no ${shortQuote(word)}`,
      'It is “flowc-ignore”, or “flowc-ignore-file” at the top of the file',
    );
  if (name.endsWith(','))
    return incomplete(
      'A comment silences one rule, for one reason',
      'Write one for each, on the lines above, each with its reason',
    );
  if (name === '') return incomplete('This says neither which rule is silenced, nor why');
  if (isLanguageError(name))
    return languageError(
      'unknown-suppression',
      span,
      `${shortQuote(name)} is an error of the language and can’t be silenced`,
      {
        help: 'Repair what it points at, and delete this comment',
      },
    );
  if (!ruleNames.some((known) => known === name)) {
    const meant = closest(name, ruleNames);
    return languageError('unknown-suppression', span, `There is no rule ${shortQuote(name)}`, {
      help: meant === undefined ? '“flowc explain” lists the rules' : `Did you mean ${shortQuote(meant)}?`,
    });
  }
  if (reason === '') return incomplete(`It is not said why ${shortQuote(name)} is silenced here`);
  if (word === 'flowc-ignore-file' && !atTop)
    return incomplete(
      'What is silenced in a whole file is said at its top',
      'Move it above the first “use” or “flow”, or write “flowc-ignore” for one line',
    );
  return undefined;
}

function unused(
  file: FileContext,
  suppressions: readonly Suppression[],
  rules: RuleSettings,
): readonly Diagnostic[] {
  const { name } = unusedSuppression;
  const severity = rules.get(name)?.severity ?? 'off';
  if (severity === 'off') return [];
  const isOn = ({ rule }: Suppression) => (rules.get(rule)?.severity ?? 'off') !== 'off';
  return suppressions.filter(isOn).map(({ comment, rule, line }) => ({
    code: name,
    severity,
    span: comment.span,
    message: `${shortQuote(rule)} finds nothing ${line === undefined ? 'in this file' : 'here'} that this could silence`,
    related: [],
    help: 'Delete the comment: one that silences nothing hides the next finding',
    fix: { kind: 'safe', title: 'Delete it', edits: [removal(file.text, comment.span)] },
  }));
}
