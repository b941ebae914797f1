import type { Fix } from '../../diagnostic/diagnostic.ts';
import { endOf, spanOf, type Token } from '../token.ts';
import { exceptionTypes } from '../token-sets.ts';
import { Arrow, DurationToken, LeftBrace, LineArrow, RightBrace, Text, word } from '../token-types.ts';
import { inserted, retyped, safeFix, type TokenDraft, typeMeant, unsafeFix } from './token-draft.ts';

/** Parts that stand in another place than they have, or in another form. */
export function partsOfStatements(draft: TokenDraft): void {
  timeOfTimeout(draft);
  branchWithArrow(draft);
  otherwiseOfIf(draft);
}

/** `timeout 20s -> …`: the time is that of the `within` before it. */
function timeOfTimeout(draft: TokenDraft): void {
  for (const [index, line] of draft.lines.entries()) {
    const at = line.findIndex(({ tokenType }) => tokenType === word.timeout);
    const time = line[at + 1];
    const next = line[at + 2];
    if (at === -1 || time?.tokenType !== DurationToken || next === undefined) continue;
    if (typeof time.value !== 'object' || time.value.length === 0) continue;
    const owner = statementBefore(draft, index, at);
    const hasLimit = owner?.some(({ tokenType }) => tokenType === word.within) ?? false;
    const last = owner?.at(-1);
    draft.lines[index] = line.filter((token) => token !== time);
    const takeOut = { span: { start: time.startOffset, end: next.startOffset }, text: '' };
    const limit = ` within ${time.image}`;
    const fix: Fix | undefined =
      last === undefined
        ? undefined
        : hasLimit
          ? unsafeFix('Leave out the time', [takeOut])
          : safeFix('Write the time behind “within”', [
              { span: { start: endOf(last), end: endOf(last) }, text: limit },
              takeOut,
            ]);
    if (!hasLimit && last !== undefined && owner !== undefined) {
      const limited = [
        ...owner,
        inserted(word.within, endOf(last), last),
        { ...inserted(DurationToken, endOf(last), last), value: time.value },
      ];
      replaceLine(draft, owner, limited);
    }
    draft.report({
      code: 'unexpected-token',
      span: spanOf(time),
      message: '“timeout” has no time of its own: it comes when the “within” before it has passed',
      help: hasLimit ? 'Leave it out' : `Write${limit} behind the step`,
      ...(fix === undefined ? {} : { fix }),
    });
  }
}

/** The line of the step that an exception belongs to, or the part of its own line that is before it. */
function statementBefore(draft: TokenDraft, index: number, at: number): Token[] | undefined {
  if (at > 0) return undefined;
  for (let before = index - 1; before >= 0 && before > index - 20; before--) {
    const line = draft.lines[before];
    const type = typeMeant(draft, line?.[0]);
    if (type === undefined || exceptionTypes.has(type)) continue;
    const isStep = [word.step, word.wait, word.escalate, word.call].includes(type);
    const isWhole = line?.every(({ tokenType }) => tokenType !== Arrow && tokenType !== LeftBrace) ?? false;
    return isStep && isWhole ? line : undefined;
  }
  return undefined;
}

function replaceLine(draft: TokenDraft, line: Token[], other: Token[]): void {
  const index = draft.lines.lastIndexOf(line);
  if (index !== -1) draft.lines[index] = other;
}

/** `branch "B" -> "Do b"`: a branch has its steps in a block. */
function branchWithArrow(draft: TokenDraft): void {
  for (const [index, line] of draft.lines.entries()) {
    const own = line.findIndex(({ tokenType }) => tokenType === word.branch);
    const arrow = line.findIndex(({ tokenType }, at) => at > own && own !== -1 && tokenType === Arrow);
    if (own === -1 || arrow === -1 || arrow > own + 3) continue;
    const target = line[arrow + 1];
    const sign = line[arrow];
    if (target?.tokenType !== Text || sign === undefined) continue;
    // It goes as far as the line, or to where a brace closes what is around.
    const close = line.findIndex(({ tokenType }, at) => at > arrow && tokenType === RightBrace);
    if (line.slice(arrow, close === -1 ? undefined : close).some(({ tokenType }) => tokenType === LeftBrace))
      continue;
    const end = close === -1 ? line.length : close;
    const last = line[end - 1];
    if (last === undefined) continue;
    draft.lines[index] = [
      ...line.slice(0, arrow),
      retyped(sign, LeftBrace, ''),
      inserted(word.step, endOf(sign), sign),
      ...line.slice(arrow + 1, end),
      inserted(RightBrace, endOf(last), sign),
      ...line.slice(end),
    ];
    draft.report({
      code: 'unexpected-token',
      span: spanOf(sign),
      message: '“branch” needs a block in braces, not “->”',
      help: `Write its steps between { and }: { step ${target.image} }`,
      fix: safeFix('Write a block', [
        { span: spanOf(sign), text: '{ step' },
        { span: { start: endOf(last), end: endOf(last) }, text: ' }' },
      ]),
    });
  }
}

/** `otherwise -> …` behind an `if`, which has `else`. */
function otherwiseOfIf(draft: TokenDraft): void {
  const { lines } = draft;
  for (const [index, line] of lines.entries()) {
    const [first, second] = line;
    if (first?.tokenType !== word.otherwise || second === undefined) continue;
    const isLink = [Arrow, LineArrow, LeftBrace].includes(second.tokenType);
    const before = lines[index - 1];
    const isAfterIf =
      before !== undefined && typeMeant(draft, before[0]) === word.if && before[0]?.indent === first.indent;
    if (!isLink || !isAfterIf) continue;
    lines[index] = [retyped(first, word.else), ...line.slice(1)];
    const span = spanOf(first);
    draft.report({
      code: 'misspelt-word',
      span,
      message: 'Behind an “if”, “otherwise” is written “else”',
      help: 'Write “else”',
      fix: safeFix('Write “else”', [{ span, text: 'else' }]),
    });
  }
}
