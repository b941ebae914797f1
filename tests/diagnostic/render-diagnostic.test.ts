import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Diagnostic, languageError } from '../../src/diagnostic/diagnostic.ts';
import { displayWidth } from '../../src/diagnostic/display-width.ts';
import { type Palette, plainPalette, type Style } from '../../src/diagnostic/palette.ts';
import { type FramedFile, renderDiagnostic } from '../../src/diagnostic/render-diagnostic.ts';
import { lineIndex } from '../../src/text/line-index.ts';
import type { Span } from '../../src/text/span.ts';

const file = (text: string, path = 'order.flow'): FramedFile => ({ path, text, lines: lineIndex(text) });
const spanOf = (text: string, part: string, from = 0): Span => {
  const start = text.indexOf(part, from);
  return { start, end: start + part.length };
};
const render = (
  text: string,
  diagnostic: Diagnostic,
  { width = 80, others = [] as readonly FramedFile[], palette = plainPalette } = {},
): string =>
  `\n${renderDiagnostic(diagnostic, file(text), { palette, width, fileAt: (path) => others.find((other) => other.path === path) })}`;

const tag =
  (name: string): Style =>
  (text) =>
    `<${name}>${text}</${name}>`;
const taggedPalette: Palette = {
  severity: { error: tag('error'), warning: tag('warning'), info: tag('info') },
  message: tag('b'),
  frame: tag('frame'),
  place: tag('place'),
  related: tag('related'),
  added: tag('added'),
  removed: tag('removed'),
};

const order = `flow order "Order"
touchpoint phone "Customer calls"
step check "Check the stock" by agent
if stock? -> chek
else -> end
`;
const misspelt = languageError(
  'unknown-target',
  spanOf(order, 'chek'),
  'there is no step named “chek” in this flow',
  {
    related: [{ span: spanOf(order, 'check'), message: '“check” is declared here' }],
    help: 'a jump goes to the name of a step, not to its label',
    fix: {
      kind: 'safe',
      title: 'write “check”',
      edits: [{ span: spanOf(order, 'chek'), text: 'check' }],
    },
  },
);

describe('a finding on a terminal', () => {
  it('shows the place, the related place, the help and the repair', () => {
    expect(render(order, misspelt)).toMatchInlineSnapshot(`
      "
      error[unknown-target]: there is no step named “chek” in this flow
       --> order.flow:4:14
        |
      3 | step check "Check the stock" by agent
        |      ----- “check” is declared here
      4 | if stock? -> chek
        |              ^^^^
        |
        = help: a jump goes to the name of a step, not to its label
        = fix: write “check”
      4 - if stock? -> chek
      4 + if stock? -> check
      "
    `);
  });

  it('names each part to the palette', () => {
    expect(render(order, misspelt, { palette: taggedPalette })).toMatchInlineSnapshot(`
      "
      <error>error[unknown-target]:</error><b> there is no step named “chek” in this flow</b>
       <frame>--></frame> <place>order.flow:4:14</place>
      <frame>  |</frame>
      <frame>3 |</frame> step check "Check the stock" by agent
      <frame>  |</frame>      <related>-----</related> <related>“check” is declared here</related>
      <frame>4 |</frame> if stock? -> chek
      <frame>  |</frame>              <error>^^^^</error>
      <frame>  |</frame>
        <frame>=</frame> <b>help:</b> a jump goes to the name of a step, not to its label
        <frame>=</frame> <b>fix:</b> write “check”
      <frame>4</frame> <removed>- if stock? -> chek</removed>
      <frame>4</frame> <added>+ if stock? -> check</added>
      "
    `);
  });

  it('has no colour of its own', () => {
    expect(render(order, misspelt)).not.toContain('\u001b');
  });

  it('aligns carets below wide characters, combining marks, emoji and tabs', () => {
    const text = 'step 库存 "检查库存" by agnet\n\tstep e\u0301t\u00e9 by agnet\nstep "👩‍💻🚚" by agnet\n';
    const at = [0, 20, 40].map((from) => spanOf(text, 'agnet', text.indexOf('by', from)));
    const [span = { start: 0, end: 0 }, ...others] = at;
    const diagnostic = languageError('near-name', span, 'there is no role “agnet”', {
      related: others.map((other) => ({ span: other, message: 'and here' })),
    });
    expect(render(text, diagnostic)).toMatchInlineSnapshot(`
      "
      error[near-name]: there is no role “agnet”
       --> order.flow:1:19
        |
      1 | step 库存 "检查库存" by agnet
        |                         ^^^^^
      2 |     step été by agnet
        |                 ----- and here
      3 | step "👩‍💻🚚" by agnet
        |                  ----- and here
        |
      "
    `);
  });

  it('repeats the marked text of a right-to-left line, as terminals order those differently', () => {
    const text = 'step בדיקה "בדיקת המלאי" by נציג\n';
    expect(
      render(text, languageError('near-name', spanOf(text, 'נציג'), 'there is no role “נציג”')),
    ).toMatchInlineSnapshot(`
      "
      error[near-name]: there is no role “נציג”
       --> order.flow:1:29
        |
      1 | step בדיקה "בדיקת המלאי" by נציג
        |                             ^^^^ “נציג”
        |
      "
    `);
  });

  it('puts all marks of a line side by side, their messages hanging from them', () => {
    const text = 'step check "Check" takes 3h within 2h\n';
    const marked = (primary: string, ...related: readonly (readonly [part: string, message: string])[]) =>
      render(
        text,
        languageError('near-name', spanOf(text, primary), 'too long', {
          related: related.map(([part, message]) => ({ span: spanOf(text, part), message })),
        }),
      ).replace(/^[\s\S]*?\n {2}\|\n/, '');
    expect(marked('takes 3h', ['within 2h', 'the limit'])).toMatchInlineSnapshot(`
      "1 | step check "Check" takes 3h within 2h
        |                    ^^^^^^^^ --------- the limit
        |
      "
    `);
    expect(marked('within 2h', ['takes 3h', 'longer than the limit'])).toMatchInlineSnapshot(`
      "1 | step check "Check" takes 3h within 2h
        |                    -------- ^^^^^^^^^
        |                    |
        |                    longer than the limit
        |
      "
    `);
    expect(marked('within 2h', ['check', 'who'], ['takes 3h', 'what'])).toMatchInlineSnapshot(`
      "1 | step check "Check" takes 3h within 2h
        |      -----         -------- ^^^^^^^^^
        |      |             |
        |      |             what
        |      who
        |
      "
    `);
    expect(
      marked('within 2h', ['check', 'who'], ['takes 3h', 'what'], ['2h', 'how much']),
    ).toMatchInlineSnapshot(`
      "1 | step check "Check" takes 3h within 2h
        |      -----         -------- ^^^^^^^^^
        |      |             |
        |      |             what
        |      who
        |                                    -- how much
        |
      "
    `);
    expect(marked('"Check"', ['"Check"', 'here'])).toMatchInlineSnapshot(`
      "1 | step check "Check" takes 3h within 2h
        |            ^^^^^^^ here
        |
      "
    `);
    expect(
      marked('check', ['within 2h', 'a message that is so long that it does not stand beside its mark']),
    ).toMatchInlineSnapshot(`
      "1 | step check "Check" takes 3h within 2h
        |      ^^^^^                  ---------
        |                             |
        |                             a message that is so long that it does not stand
        |                             beside its mark
        |
      "
    `);
  });

  it('shows a long line once for marks that are in sight together', () => {
    const text = `step check "Check" takes 3h within 2h ${'# so long '.repeat(12)}\n`;
    const diagnostic = languageError('near-name', spanOf(text, 'takes 3h'), 'too long', {
      related: [{ span: spanOf(text, 'within 2h'), message: 'the limit' }],
    });
    expect(render(text, diagnostic, { width: 60 })).toMatchInlineSnapshot(`
      "
      error[near-name]: too long
       --> order.flow:1:20
        |
      1 | …tep check "Check" takes 3h within 2h # so long # so lo…
        |                    ^^^^^^^^ --------- the limit
        |
      "
    `);
  });

  it('shows all that a repair adds where the line is too long to be shown whole', () => {
    const text = `touchpoint mail "Customer sends a claim" for claim, question, complaint # as of 2026\n`;
    const at = text.indexOf(' #');
    const diagnostic = languageError('near-name', spanOf(text, 'mail'), 'so', {
      fix: {
        kind: 'hint',
        title: 'tell',
        edits: [{ span: { start: at, end: at }, text: ' -> "Tell the customer that it came in" within 1h' }],
      },
    });
    expect(render(text, diagnostic).split('\n').at(-2)).toMatchInlineSnapshot(
      `"1 + …n, complaint -> "Tell the customer that it came in" within 1h # as of 2026"`,
    );
  });

  it('draws a line beside a stretch of several lines, and dots for the middle of a long one', () => {
    const text = `flow x\nstage "One" {\n${'  step "A"\n'.repeat(9)}}\nif y? {\n  step "B"\n}\n`;
    const diagnostic = languageError(
      'unclosed-block',
      spanOf(text, text.slice(7, text.indexOf('}') + 1)),
      'too long',
      {
        related: [{ span: spanOf(text, '{\n  step "B"\n}'), message: 'this block too' }],
      },
    );
    expect(render(text, diagnostic)).toMatchInlineSnapshot(`
      "
      error[unclosed-block]: too long
        --> order.flow:2:1
         |
       2 | / stage "One" {
       3 | |   step "A"
       4 | |   step "A"
       5 | |   step "A"
      ...
      12 | | }
         | |_^
      13 |   if y? {
         |  _______-
      14 | |   step "B"
      15 | | }
         | |_- this block too
         |
      "
    `);
  });

  it('cuts a long line around the stretch and wraps messages', () => {
    const text = `step "${'so long '.repeat(40)}" by agnet within 20s takes ${'1h '.repeat(80)}\n`;
    const diagnostic = languageError(
      'near-name',
      spanOf(text, 'agnet'),
      `there is no role “agnet”, ${'and this message goes on '.repeat(5)}`,
      {
        help: 'did you mean “agent”, which is declared at the top of this flow and used by all its other steps?',
        related: [{ span: spanOf(text, '20s'), message: 'a second place that lies in the same long line' }],
        fix: {
          kind: 'unsafe',
          title: 'write “agent”',
          edits: [{ span: spanOf(text, 'agnet'), text: 'agent' }],
        },
      },
    );
    const shown = render(text, diagnostic);
    expect(shown).toMatchInlineSnapshot(`
      "
      error[near-name]: there is no role “agnet”, and this message goes on and this
        message goes on and this message goes on and this message goes on and this
        message goes on
       --> order.flow:1:332
        |
      1 | …so long so long so long " by agnet within 20s takes 1h 1h 1h 1h 1h 1h 1h 1…
        |                               ^^^^^        ---
        |                                       a second place that lies in the same
        |                                       long line
        |
        = help: did you mean “agent”, which is declared at the top of this flow and
                used by all its other steps?
        = unsafe fix: write “agent”
      1 - …long so long so long so long " by agnet within 20s takes 1h 1h 1h 1h 1h 1h…
      1 + …long so long so long so long " by agent within 20s takes 1h 1h 1h 1h 1h 1h…
      "
    `);
    expect(Math.max(...shown.split('\n').map(displayWidth))).toBeLessThanOrEqual(80);
  });

  it('shows places in other files, and says where one cannot be read', () => {
    const shared = file('flow shared\nrole agent "Agent"\n', 'shared/roles.flow');
    const text = 'use "shared/roles.flow"\nflow x\nrole agent "Agent"\n';
    const diagnostic = languageError('duplicate-name', spanOf(text, 'agent'), 'two roles are named “agent”', {
      related: [
        { path: shared.path, span: spanOf(shared.text, 'agent'), message: 'the first one' },
        { path: 'gone.flow', span: { start: 0, end: 1 }, message: 'another one' },
      ],
    });
    expect(render(text, diagnostic, { others: [shared] })).toMatchInlineSnapshot(`
      "
      error[duplicate-name]: two roles are named “agent”
       --> order.flow:3:6
        |
      3 | role agent "Agent"
        |      ^^^^^
        |
       ::: shared/roles.flow:2:6
        |
      2 | role agent "Agent"
        |      ----- the first one
        |
        = gone.flow: another one
      "
    `);
  });

  it('shows what a repair adds and removes over several lines', () => {
    const text = 'flow x\nrole agent\nrole store\nstep "A" by agent\nstep "B" by clerk\n';
    const diagnostic: Diagnostic = {
      ...languageError('undeclared-role', spanOf(text, 'clerk'), 'no one declared the role “clerk”'),
      severity: 'warning',
      fix: {
        kind: 'safe',
        title: 'declare it',
        edits: [
          { span: { start: 7, end: 7 }, text: 'role clerk\n' },
          { span: spanOf(text, 'role store\n'), text: '' },
          { span: spanOf(text, '"B"'), text: '"C"' },
        ],
      },
    };
    expect(render(text, diagnostic)).toMatchInlineSnapshot(`
      "
      warning[undeclared-role]: no one declared the role “clerk”
       --> order.flow:5:13
        |
      5 | step "B" by clerk
        |             ^^^^^
        |
        = fix: declare it
      2 + role clerk
      3 - role store
      5 - step "B" by clerk
      5 + step "C" by clerk
      "
    `);
  });

  it('points behind the last character where something is missing', () => {
    const text = 'flow x\nstep';
    expect(
      render(
        text,
        languageError('unexpected-token', { start: text.length, end: text.length }, 'a name is missing'),
      ),
    ).toMatchInlineSnapshot(`
      "
      error[unexpected-token]: a name is missing
       --> order.flow:2:5
        |
      2 | step
        |     ^
        |
      "
    `);
  });

  it('lets no label move the cursor, colour the terminal or turn its text around', () => {
    const text = 'step "\u001b[31mred\u0007 \u202eevil\u2066" by x\n';
    const shown = render(text, languageError('near-name', spanOf(text, 'x'), 'no “\u001b[2J\r\n” here'), {
      others: [],
    });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that must not be there
    expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    expect(shown).toMatchInlineSnapshot(`
      "
      error[near-name]: no “␛[2J␍␊” here
       --> order.flow:1:28
        |
      1 | step "␛[31mred␇ <U+202E>evil<U+2066>" by x
        |                                          ^
        |
      "
    `);
  });

  it('stays within the width and never throws, whatever the text and the place', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('\n', '\r\n', '\t', '库存', 'בדיקה', 'a'.repeat(300)),
    );
    fc.assert(
      fc.property(
        fc.array(piece),
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 40, max: 120 }),
        (pieces, a, b, width) => {
          const text = pieces.join('');
          const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
          const shown = render(
            text,
            languageError('invalid-character', { start, end }, 'here', {
              fix: { kind: 'safe', title: 'so', edits: [{ span: { start, end }, text: '库存\n' }] },
            }),
            { width },
          );
          expect(Math.max(...shown.split('\n').map(displayWidth))).toBeLessThanOrEqual(width);
          expect(shown).toContain('^');
        },
      ),
    );
  });
});
