import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { format, formatUnchecked } from '../../src/format/format.ts';
import { isSameTree } from '../../src/format/same-tree.ts';
import { parse } from '../../src/syntax/parse.ts';
import { everyConstruct } from '../every-construct.ts';
import { everyFixture, squeezed } from '../every-fixture.ts';
import { flowTwice } from '../generate-flow.ts';

const formatted = (text: string): string => format(parse({ path: 'a.flow', text }));
const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;

/** The tree without its places: what formatting has to keep. */
const meaning = (text: string): unknown =>
  JSON.parse(
    JSON.stringify(parse({ path: 'a.flow', text }).document, (key, value: unknown) => {
      if (['span', 'keyword', 'comments', 'arrow', 'mark', 'parts', 'ownLine'].includes(key))
        return undefined;
      // Words that are there or not, and attributes, whose order says nothing.
      if (key === 'all' || key === 'first') return true;
      return key === 'attributes' && Array.isArray(value)
        ? [...Map.groupBy(value, (each: { readonly kind: string }) => each.kind)].sort(([a], [b]) =>
            a < b ? -1 : 1,
          )
        : value;
    }),
  );
const comments = (text: string): readonly string[] =>
  parse({ path: 'a.flow', text }).document.comments.map((comment) => comment.text);

const examples = join(import.meta.dirname, '..', '..', 'examples');
const exampleTexts = readdirSync(examples, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.flow'))
  .sort()
  .map((path) => ({ path, text: readFileSync(join(examples, path), 'utf8') }));

describe('one layout', () => {
  it('indents by structure, one statement a line, arrows as ->', () => {
    expect(
      formatted(
        lines(
          'flow x',
          '   touchpoint phone "Phone" → "Pick up"',
          ' if stock? "In stock?" { step a   "A" within 5min',
          '    -> end } else {',
          '-> "Say so" -> end }',
        ),
      ),
    ).toBe(
      lines(
        'flow x',
        'touchpoint phone "Phone" -> "Pick up"',
        'if stock? "In stock?" {',
        '  step a "A" within 5min',
        '  -> end',
        '} else {',
        '  -> "Say so" -> end',
        '}',
      ),
    );
  });

  it('lines up the values of properties, the labels of like declarations, and those of a row of steps', () => {
    expect(
      formatted(
        lines(
          'flow x "X"',
          'department "Sales"',
          'purpose "Sell"',
          'role agent "Agent"',
          'role warehouse "Warehouse"',
          'step a "A" by agent',
          'step second "B"',
          '',
          'step apart "C"',
          'step with-words "D"',
          '  say "Hello"',
          'step e "E"',
        ),
      ),
    ).toBe(
      lines(
        'flow x "X"',
        'department "Sales"',
        'purpose    "Sell"',
        'role agent     "Agent"',
        'role warehouse "Warehouse"',
        'step a      "A" by agent',
        'step second "B"',
        '',
        'step apart      "C"',
        'step with-words "D"',
        '  say "Hello"',
        'step e "E"',
      ),
    );
  });

  it('keeps one blank line where there were any, none at the edges of a block, one before a flow', () => {
    expect(formatted('\n\nflow x\n\n\n\nstage "S" {\n\n\n-> end\n\n}\nflow y\n-> end\n\n\n')).toBe(
      lines('flow x', '', 'stage "S" {', '  -> end', '}', '', 'flow y', '-> end'),
    );
  });

  it('wraps long attribute lists, and chains behind their arrows, for an arrow that begins a line is a statement', () => {
    const label = 'A label that is long enough to fill most of a line by itself, or nearly so';
    expect(formatted(lines('flow x', `step a "${label}" by agent to customer using crm within 20min`))).toBe(
      lines('flow x', `step a "${label}" by agent`, '  to customer using crm within 20min'),
    );
    expect(formatted(lines('flow x', `-> "${label}" -> "${label}" -> end`))).toBe(
      lines('flow x', `-> "${label}" ->`, `  "${label}" -> end`),
    );
    expect(formatted(lines('flow x', `touchpoint t "${label}" for one-request, another`))).toBe(
      lines('flow x', `touchpoint t "${label}"`, '  for one-request, another'),
    );
  });

  it('breaks a chain rather than what an arrow leads to, and that only where it is too long for a line', () => {
    const ask = '"Ask the customer what it is" by agent to customer within 20min';
    expect(formatted(lines('flow x', `-> ${ask} -> ${ask} -> end asked "Customer asked" as success`))).toBe(
      lines('flow x', `-> ${ask} ->`, `  ${ask} ->`, '  end asked "Customer asked" as success'),
    );
    const many = 'with first-of-the-helpers, second-of-the-helpers, third-of-the-helpers';
    expect(formatted(lines('flow x', `-> ${ask} ${many} -> a max 3 then -> ${ask} -> end`))).toBe(
      lines(
        'flow x',
        '-> "Ask the customer what it is" by agent',
        `  ${many} to customer within 20min ->`,
        `  a max 3 then -> ${ask} -> end`,
      ),
    );
  });

  it('puts words to say, notes and links on lines of their own, and then the way on', () => {
    expect(formatted(lines('flow x', 'step a "A" say "Hi" by agent note "N" -> end'))).toBe(
      lines('flow x', 'step a "A" by agent', '  say "Hi"', '  note "N"', '-> end'),
    );
  });

  it('puts problems and timeouts under their step', () => {
    expect(
      formatted(lines('flow x', 'wait w "W" within 2d problem "Lost" 5% -> end timeout { -> "Ask" -> end }')),
    ).toBe(
      lines(
        'flow x',
        'wait w "W" within 2d',
        '  problem "Lost" 5% -> end',
        '  timeout {',
        '    -> "Ask" -> end',
        '  }',
      ),
    );
  });

  it('writes choose and parallel as blocks', () => {
    expect(
      formatted(
        lines(
          'flow x',
          'choose kind? { when a "A" 20% -> end otherwise { -> end } }',
          'parallel "Both" { branch { step a } branch "B" { step b } }',
          'stage s {}',
        ),
      ),
    ).toBe(
      lines(
        'flow x',
        'choose kind? {',
        '  when a "A" 20% -> end',
        '  otherwise {',
        '    -> end',
        '  }',
        '}',
        'parallel "Both" {',
        '  branch {',
        '    step a',
        '  }',
        '  branch "B" {',
        '    step b',
        '  }',
        '}',
        'stage s {}',
      ),
    );
  });

  it('leaves a duration as it is written, and puts labels in straight quotes', () => {
    expect(formatted(lines('flow x', 'step a “A\\"” within 60min takes 30s .. 120s'))).toBe(
      lines('flow x', 'step a "A\\"" within 60min takes 30s..120s'),
    );
    expect(formatted(lines('flow x', 'step a "A" within 90min'))).toContain('within 90min');
    expect(formatted(lines('flow x', 'step a """one line"""'))).toBe(lines('flow x', 'step a "one line"'));
  });

  it('moves a label of several lines with its statement', () => {
    const text = lines(
      'flow x',
      'step a "A"',
      '      note """',
      '        One',
      '          two',
      '        """',
    );
    expect(formatted(text)).toBe(lines('flow x', 'step a "A"', '  note """', '  One', '    two', '  """'));
    expect(meaning(formatted(text))).toEqual(meaning(text));
  });
});

describe('comments', () => {
  it('stay above, behind and between what they speak of', () => {
    const text = lines(
      '# The file',
      '',
      'use "a.flow" # shared',
      '',
      '# About x',
      'flow x # its head',
      'role a "A" # who',
      '# before the step',
      'step b "B" by a # one',
      '  # the limit',
      '  within 5min',
      'if q? { # yes',
      '  -> end',
      '  # last in block',
      '}',
      '# at the end',
    );
    expect(formatted(text)).toBe(text);
  });

  it('stand between a block and its else', () => {
    const text = lines(
      'flow x',
      'if q? {',
      '  -> end',
      '} # or',
      'else if r? {',
      '  -> end',
      '}',
      '# or',
      '',
      'else {',
      '  -> end',
      '}',
    );
    expect(formatted(text)).toBe(text.replace('\n\nelse', '\nelse'));
  });

  it('stand above their own flow after a blank line', () => {
    expect(formatted('flow x\n-> end\n# About y\nflow y\n-> end')).toBe(
      lines('flow x', '-> end', '', '# About y', 'flow y', '-> end'),
    );
  });

  it('inside of a list come behind it, and never push an arrow to the start of a line', () => {
    expect(formatted('flow x\nif q? -> "T" with a, # c\n b -> end')).toBe(
      lines('flow x', 'if q? -> "T" with a, b -> # c', '  end'),
    );
  });
});

describe('a file with errors', () => {
  it('keeps what could not be read as it is, and lays out the rest', () => {
    const text = lines('flow x', 'step a "A" by', '   step   b   "B"', 'what  now', '%%%', '  -> end');
    const result = formatted(text);
    expect(result).toBe(lines('flow x', 'step a "A" by', 'step b "B"', 'what  now', '%%%', '-> end'));
  });

  it('stays as it is where it would be read as something else', () => {
    const parsed = parse({ path: 'a.flow', text: 'flo\nink}ह' });
    expect(formatUnchecked(parsed)).not.toBe(parsed.source.text);
    expect(format(parsed)).toBe(parsed.source.text);
  });

  it('puts nothing behind a label that nobody closed', () => {
    const text = lines('flow x', 'step a "open', '  by agent', '-> end');
    expect(formatted(text)).toBe(text);
  });
});

const words = [
  ...[
    'flow x',
    'use "a.flow"',
    'step',
    'a',
    'b',
    '"L"',
    '“L”',
    '"""T"""',
    '->',
    '→',
    '{',
    '}',
    'if',
    'q?',
    'else',
  ],
  ...[
    'when',
    'choose',
    'otherwise',
    'parallel',
    'branch',
    'end',
    'as success',
    'problem',
    'timeout',
    'by',
    'with',
  ],
  ...[
    'a, b',
    'within',
    '5min',
    '60s',
    '85%',
    'max 3 then',
    'stage',
    'call',
    'transfer',
    'touchpoint',
    'for',
    'role',
  ],
  ...[
    'department',
    'reviewed 2026-10-01 every 6mo',
    'language he',
    'say',
    'note',
    '# c',
    '\n',
    '\n\n',
    '%',
    '"open',
  ],
];
const soup = fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((all) => all.join(' '));
const withoutLayout = (text: string): string =>
  parse({ path: 'a.flow', text })
    .document.comments.reduceRight((rest, { span }) => rest.slice(0, span.start) + rest.slice(span.end), text)
    .replaceAll('→', '->')
    .replaceAll(/[“”"]/g, '')
    .replaceAll('60s', '1min')
    .replaceAll(/\s/g, '');

describe('attributes', () => {
  it('stand in one order, a percentage first, what is long last', () => {
    expect(
      formatted(
        lines(
          'flow x',
          'step a "A" note "N" field k "v" takes 1h within 2h using crm to customer with boss by agent say "S" accountable boss each "item" as data link "a.html"',
          'wait w "W" stops clock until "noon" within 1d by customer',
          'touchpoint t "T" volume 4 per 1d by agent for order',
          'if q? "Q" note "Red" by agent 5% -> end',
          'choose "C" { when "A" note "N" 20% -> end otherwise note "M" 80% }',
          'end e "E" note "N" to customer as success',
        ),
      ),
    ).toBe(
      lines(
        'flow x',
        'step a "A" by agent with boss to customer using crm as data within 2h takes 1h each "item"',
        '  accountable boss',
        '  say "S"',
        '  note "N"',
        '  link "a.html"',
        '  field k "v"',
        'wait w "W" by customer within 1d until "noon" stops clock',
        'touchpoint t "T" for order by agent volume 4 per 1d',
        'if q? "Q" 5% by agent note "Red" -> end',
        'choose "C" {',
        '  when "A" 20% note "N" -> end',
        '  otherwise 80% note "M"',
        '}',
        'end e "E" as success to customer note "N"',
      ),
    );
  });

  it('of one kind stay as they stand', () => {
    const text = lines(
      'flow x',
      'step a "A"',
      '  say "2"',
      '  say "1"',
      '  note "N"',
      '  field b "1"',
      '  field a "2"',
    );
    expect(formatted(text)).toBe(text);
  });

  it('stay where they are where a comment stands between them', () => {
    const text = lines('flow x', 'step a "A" within 2h # why', '  by agent', 'end');
    expect(formatted(text)).toBe(text);
  });

  it('before a branch stay on its line where it has room, as an arrow cannot begin one', () => {
    const note = `note "${'long '.repeat(16)}end"`;
    expect(formatted(lines('flow x', `if "Q?" ${note} by agent 5% -> end`))).toBe(
      lines('flow x', 'if "Q?" 5% by agent', `  ${note} -> end`),
    );
    expect(formatted(lines('flow x', 'stage "S" note "N" by agent { end }'))).toBe(
      lines('flow x', 'stage "S" by agent note "N" {', '  end', '}'),
    );
  });

  it('break a list of times that no line has room for', () => {
    const times = Array.from({ length: 14 }, (_, at) => `level-${at} ${at + 1}h`);
    const text = formatted(lines('flow x', `step a "A" within ${times.join(', ')}, 30h by agent`));
    expect(text.split('\n').every((line) => line.length <= 100)).toBe(true);
    expect(text).toContain('\n  level-6 7h, level-7 8h,');
    expect(formatted(text)).toBe(text);
    expect(meaning(text)).toEqual(meaning(`flow x\nstep a "A" by agent within ${times.join(', ')}, 30h`));
  });
});

describe('every construct', () => {
  const once = formatted(everyConstruct);

  it.each([
    ['as it is', everyConstruct],
    ['without indentation', everyConstruct.replaceAll(/^ +/gm, '')],
    ['with blocks on one line each', squeezed(everyConstruct)],
    ['with wide gaps', everyConstruct.replaceAll(/(?<=\S) (?=\S)(?=(?:[^"]*"[^"]*")*[^"]*$)/gm, '   ')],
    ['with Windows line ends', everyConstruct.replaceAll('\n', '\r\n')],
  ])('comes out in the one layout: %s', (_, text) => {
    expect(formatted(text).replaceAll('\r\n', '\n')).toBe(once);
    expect(formatted(once)).toBe(once);
    expect(
      isSameTree(
        parse({ path: 'a', text: everyConstruct }).document,
        parse({ path: 'a', text: once }).document,
      ),
    ).toBe(true);
  });

  it('is laid out as its writer would', () => {
    expect(
      formatted(
        lines(
          'flow x',
          'anytime   c "C" 2%->end',
          'late l "L" { step a }',
          'meanwhile   m "M"  every p1 1h , 2h->"Tell"',
          'wait w "W" { timeout "Date" -> a  when "A" when "B" { step b } }',
          'choose   all q? "Q" { when "A"  otherwise -> "O" }',
          'parallel   first p "P" { branch { end } }',
          'step s "S"   meanwhile after 2d -> "R"',
          '-> a max 3',
          'touchpoint "T"   -> a',
        ),
      ),
    ).toBe(
      lines(
        'flow x',
        'anytime c "C" 2% -> end',
        'late l "L" {',
        '  step a',
        '}',
        'meanwhile m "M" every p1 1h, 2h -> "Tell"',
        'wait w "W" {',
        '  timeout "Date" -> a',
        '  when "A"',
        '  when "B" {',
        '    step b',
        '  }',
        '}',
        'choose all q? "Q" {',
        '  when "A"',
        '  otherwise -> "O"',
        '}',
        'parallel first p "P" {',
        '  branch {',
        '    end',
        '  }',
        '}',
        'step s "S"',
        '  meanwhile after 2d -> "R"',
        '-> a max 3',
        'touchpoint "T" -> a',
      ),
    );
  });
});

describe('trees', () => {
  const isSame = (a: string, b: string): boolean =>
    isSameTree(parse({ path: 'a', text: a }).document, parse({ path: 'a', text: b }).document);

  it('are the same with attributes in another order, and not with those of one kind', () => {
    expect(isSame('flow x\nstep a by b to c\n', 'flow x\nstep a to c by b\n')).toBe(true);
    expect(isSame('flow x\nif a? note "N" 5% -> b\n', 'flow x\nif a? 5% note "N" -> b\n')).toBe(true);
    expect(isSame('flow x\nstep a say "1" say "2"\n', 'flow x\nstep a say "2" say "1"\n')).toBe(false);
  });

  it('are the same with a chain behind a step or on a line of its own, but not behind a touchpoint', () => {
    expect(isSame('flow x\nstep a -> b\n', 'flow x\nstep a\n-> b\n')).toBe(true);
    expect(isSame('flow x\ntouchpoint a -> b\n', 'flow x\ntouchpoint a\n-> b\n')).toBe(false);
  });

  it('are others without “all” or “first”', () => {
    expect(isSame('flow x\nchoose all a? { when "A" }\n', 'flow x\nchoose a? { when "A" }\n')).toBe(false);
    expect(isSame('flow x\nparallel first { branch {} }\n', 'flow x\nparallel { branch {} }\n')).toBe(false);
  });
});

describe('on any text', () => {
  it('loses neither a comment nor a character that is not layout', () => {
    fc.assert(
      fc.property(soup, (text) => {
        const once = formatted(text);
        expect([...comments(once)].sort()).toEqual([...comments(text)].sort());
        expect([...withoutLayout(once)].sort().join('')).toBe([...withoutLayout(text)].sort().join(''));
      }),
      { numRuns: 3000 },
    );
  });

  it('is the same when done twice, and whatever the layout was, for every flow without errors', () => {
    fc.assert(
      fc.property(flowTwice({ size: 12 }), ({ plain: usual, disturbed: ragged }) => {
        const once = formatted(ragged);
        expect(formatted(once)).toBe(once);
        expect(formatted(formatted(usual))).toBe(formatted(usual));
        expect(meaning(once)).toEqual(meaning(usual));
        expect(comments(once)).toEqual(comments(ragged));
      }),
      { numRuns: 150 },
    );
  });

  it('is total on any string', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof formatted(text) === 'string'));
  });
});

describe('the examples', () => {
  it.each(exampleTexts)('$path keeps its meaning whatever its layout was', ({ text }) => {
    const ragged = text.replaceAll(/^ +/gm, '').replaceAll(/ {2,}/g, ' ').replaceAll('\n\n', '\n\n\n');
    expect(meaning(formatted(ragged))).toEqual(meaning(text));
    expect(comments(formatted(ragged))).toEqual(comments(text));
  });

  it.each(exampleTexts)('$path is formatted', ({ text }) => {
    expect(formatted(text)).toBe(text);
  });
});

describe('every fixture, right or wrong, as it is and with its blocks on one line each', () => {
  it.each(everyFixture)(
    '$path keeps its characters and comments, gets no new mistake, and is done when done once',
    ({ text }) => {
      for (const each of new Set([text, squeezed(text)])) {
        const once = formatted(each);
        const mistakes = (of: string): readonly string[] =>
          parse({ path: 'a.flow', text: of }).diagnostics.map(({ message }) => message);
        expect(formatted(once)).toBe(once);
        expect(comments(once)).toEqual(comments(each));
        expect(mistakes(once).filter((message) => !mistakes(each).includes(message))).toEqual([]);
        expect(characters(once)).toBe(characters(each));
        if (mistakes(each).length === 0)
          expect(formatUnchecked(parse({ path: 'a.flow', text: each }))).toBe(once);
      }
    },
  );
});

/** All that is not layout, in no order; arrows and quotes in one way. */
const characters = (text: string): string =>
  [...text.replaceAll('→', '->').replaceAll(/[\s"“”„‟«»‹›＂\\]/g, '')].sort().join('');
