import { describe, expect, it } from 'vitest';
import { printable } from '../../src/diagnostic/printable.ts';
import { pathOnItsLine, withoutRunnerCommands } from '../../src/diagnostic/runner-commands.ts';

describe('a text as it may be sent to a terminal', () => {
  it('has no character that a terminal obeys', () => {
    for (let code = 0; code <= 0xff; code++) {
      const isControl = code < 0x20 || (code >= 0x7f && code < 0xa0);
      const character = String.fromCharCode(code);
      const shown = printable(`a${character}b`);
      expect([code, shown.includes(character)]).toEqual([code, !isControl]);
      expect(shown.length).toBeGreaterThan(2);
    }
  });

  it('names marks that would turn a line round, and keeps those that only say where a letter belongs', () => {
    for (const mark of ['\u202a', '\u202e', '\u2066', '\u2069', '\u2028'])
      expect(printable(mark)).toMatch(/^<U\+20[26][0-9A-F]>$/);
    expect(printable('\u200f\u200d')).toBe('\u200f\u200d');
  });
});

describe('a line that a runner could take for a command', () => {
  it('is none any more, wherever in the text it stands, behind blanks too', () => {
    for (const line of ['::set-output name=a::b', '  ::error::x', '\t::group::y']) {
      const text = withoutRunnerCommands(`one\n${line}\ntwo`);
      expect(text.split('\n').some((each) => each.trimStart().startsWith('::'))).toBe(false);
      expect(text.replaceAll('\u2060', '')).toBe(`one\n${line}\ntwo`);
    }
    for (const part of ['##[group]', '##vso[task.x]'])
      expect(withoutRunnerCommands(`in the middle ${part}`)).not.toContain(part);
  });

  it('is left alone where it is none', () => {
    for (const text of ['a::b', ' ::: other.flow:1:2', '## heading', '#[x]', 'a\n\n b'])
      expect(withoutRunnerCommands(text)).toBe(text);
  });

  it('begins with its folder where it is the name of a file', () => {
    expect(pathOnItsLine('::error.flow')).toBe('./::error.flow');
    expect(pathOnItsLine(' ::error.flow')).toBe('./ ::error.flow');
    expect(pathOnItsLine('flows/a.flow')).toBe('flows/a.flow');
  });
});
