import { describe, expect, it } from 'vitest';
import { flowc } from './test-shell.ts';

/** As someone writes it on the first day: four mistakes, each of another kind. */
const firstChart = `flow support "Support"

touchpoint phone "Customer calls"

step ask "Ask what is wrong"
if known? "Do we know the answer?" -> tel
else if seen? "Has anyone seen it?" {
  step search "Search the knowledge base"
  step colleague "Ask a colleague"
  -> search
}
wait expert "Wait for the expert"
step tell "Tell the customer"
if helped? "Did it help?" -> end solved "Solved"
`;

const lint = (text: string) => flowc(['lint', 'support.flow'], { files: { 'support.flow': text } });

describe('a new user', () => {
  it('finds out about a misspelt target, a loop without a way out, a wait that never ends and a missing end', async () => {
    const { code, out, err } = await lint(firstChart);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(`\n${out}`).toMatchInlineSnapshot(`
      "
      error[unknown-target]: There is no step named “tel” in this flow
        --> support.flow:6:39
         |
       6 | if known? "Do we know the answer?" -> tel
         |                                       ^^^
      ...
      13 | step tell "Tell the customer"
         |      ---- “tell” is here
         |
         = help: Did you mean “tell”?
         = unsafe fix: Go to “tell”
       6 - if known? "Do we know the answer?" -> tel
       6 + if known? "Do we know the answer?" -> tell

      error[cannot-finish]: Whoever comes to “Search the knowledge base” never gets
        out again: no end can be reached
        --> support.flow:8:8
         |
       8 |   step search "Search the knowledge base"
         |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       9 |   step colleague "Ask a colleague"
      10 |   -> search
         |      ------ here it goes back to “Search the knowledge base”
         |
         = help: It goes round: “Search the knowledge base” → “Ask a colleague” →
                 “Search the knowledge base”. Give one of these steps a way out: a
                 question that leads to an end, or “max 3 then -> end” behind “->
                 search”

      warning[wait-without-timeout]: “Wait for the expert” can last for ever:
        nothing says when to stop waiting
        --> support.flow:12:6
         |
      12 | wait expert "Wait for the expert"
         |      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
         |
         = help: Say how long at most, with “within”, and what is done then, with
                 “timeout”
         = for example: Set a limit, and say what is done when it has passed
      12 - wait expert "Wait for the expert"
      12 + wait expert "Wait for the expert" within 2d
      13 +   timeout -> "Tell the customer, and ask again"

      error[dead-end]: The path stops after the answer “No” to “Did it help?”,
        without an end
        --> support.flow:14:4
         |
      14 | if helped? "Did it help?" -> end solved "Solved"
         |    ^^^^^^^^^^^^^^^^^^^^^^
         |
         = help: Say what it comes to: an end, a jump to another step, or a transfer
         = for example: Write the end that is missing
      15 + end done "What this path comes to"

      3 errors, 1 warning in 1 file; --fix=unsafe repairs 1 finding
      flowc explain unknown-target says why it matters, and what to do
      "
    `);
  });

  it('does what each of the four says, and has a chart without mistakes', async () => {
    const told = [
      { says: 'Did you mean “tell”?', at: '-> tel\n', write: '-> tell\n' },
      {
        says: 'Give one of these steps a way out: a question that leads to an end, or “max 3 then -> end” behind “-> search”',
        at: '-> search\n',
        write: '-> search max 3 then -> end\n',
      },
      {
        says: '12 + wait expert "Wait for the expert" within 2d 13 + timeout -> "Tell the customer, and ask again"',
        at: 'wait expert "Wait for the expert"\n',
        write:
          'wait expert "Wait for the expert" within 2d\n  timeout -> "Tell the customer, and ask again"\n',
      },
      {
        says: '15 + end done "What this path comes to"',
        at: '-> end solved "Solved"\n',
        write: '-> end solved "Solved"\nend done "What this path comes to"\n',
      },
    ];
    let text = firstChart;
    const words = (await lint(text)).out.replaceAll(/\s+/g, ' ');
    for (const [number, { says, at, write }] of told.entries()) {
      expect(words).toContain(says);
      text = text.replace(at, write);
      const findings = (await lint(text)).out.match(/^(error|warning|info)\[/gm) ?? [];
      expect(findings).toHaveLength(told.length - number - 1);
    }
    expect(await lint(text)).toMatchObject({ code: 0, out: 'no findings in 1 file\n' });
  });
});
