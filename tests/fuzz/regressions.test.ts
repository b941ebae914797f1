import { describe, expect, it } from 'vitest';
import { format } from '../../src/format/format.ts';
import { parse } from '../../src/syntax/parse.ts';
import { keepLaws } from './laws.ts';

/** What random files once broke, made small. */
describe('what fuzzing found stays mended', () => {
  it.each([
    ['a statement where none may stand, inside of another such', 'choose {choose{transfer'],
    ['the same in a parallel', 'choose{parallel{call'],
    ['a brace in a label that nobody closed', 'if n""{"}\nse""'],
    ['a use in the middle of a broken flow', 'flo\nus"\ne{ole a'],
    ['a character that means nothing in a use', 'se \ufffd"'],
    ['a character that means nothing right behind a word', 'if""{}else\ufffd{}'],
    ['a character that means nothing right before a word', 'call r""\ufffdend'],
    ['the same in a declaration', 'role o""\ufffdtouchpoint t""'],
    ['a property outside of every flow, once found in the flow of a file read before', 'a{quest a\nflo'],
    ['a brace that closes a stray block, not the one around it', 'wait"" within 1 problem""{""{}'],
    ['a character that means nothing at a word of a branch', 'if""{}\ufffdelse if""{if}'],
    ['the same behind the word', 'step\nif\ufffd""{ste}'],
    ['the same behind the first word', 'flow\ufffd a'],
    ['the same in a call of a name beyond ASCII', 'flow f\ncall\ufffd é'],
    ['the same before a time limit', 'wait m thin 1\n\ufffdtimeout{tep }'],
    ['a sign behind quotes that do not match, and a comment', 'low\nsection""«"" "n>#"'],
    ['a blank line that ends a text that nobody closed', '"\n\n""#"'],
    ['a low line before a word', '_flow'],
    ['an arrow that is drawn long, and leads nowhere', '-->'],
    [
      'two steps on a line',
      'flow f "F"\nrole r "R"\nstep long "A" by r step b "B" by r\nend z "Z" as success\n',
    ],
    ['a line separator of old, which is layout', 'role\nterm e\x85"a"'],
  ])('%s', async (_, text) => {
    await keepLaws(Buffer.from(text));
  });

  it('a word is told as it is meant, with an example of it', () => {
    const { diagnostics } = parse({ path: 'a.flow', text: 'flo' });
    const told = diagnostics.map(({ message, help }) => `${message}; ${help}`.toLowerCase());
    expect(told[1]).toMatch(/^“flow” needs a name.*write for example: flow refund "return and refund"$/);
  });

  it('formatting writes nothing twice', () => {
    const formatted = (text: string): string => format(parse({ path: 'a.flow', text }));
    expect(formatted('flow f\nchoose {choose{transfer').match(/transfer/g)).toHaveLength(1);
    expect(formatted('flow f\nchoose {choose{transfer').match(/choose/g)).toHaveLength(2);
    expect(formatted('flow f\nif n ""{"}\nend').match(/\}/g)).toHaveLength(1);
  });
});
