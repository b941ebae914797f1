import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statementWords, words } from '../../src/syntax/words.ts';
import { checkText } from '../check/read-fixture.ts';

const reserved: ReadonlySet<string> = new Set(statementWords);
/** Words of the language that are names wherever they are not in their place. */
const free = words.filter((word) => !reserved.has(word));

/** Places of names; `WORD` stands for the name, which begins no line. */
const places: readonly string[] = [
  'flow WORD "Flow"\ntouchpoint t\nend',
  'flow a\nrole WORD "Role"\ntouchpoint t\nstep s by WORD with WORD to WORD\nend',
  'flow a\nrole WORD\nrole other\ntouchpoint t\nstep s with other, WORD\nend',
  'flow a\nparty WORD "Party"\naccountable WORD\ntouchpoint t\nstep s by WORD accountable WORD\nend',
  'flow a\nsystem WORD "System"\ntouchpoint t\nstep s using WORD within 2h\nend',
  'flow a\nrequest WORD "Request"\ntouchpoint t for WORD\nend',
  'flow a\nterm WORD "Meaning"\ntouchpoint t\nend',
  'flow a\nlevel WORD "Level"\npromise WORD 4h, 2d\ntouchpoint t\nstep s within WORD 15min, 1h takes WORD 5min..6min\nend',
  'flow a\nlevel WORD\ntouchpoint t\nmeanwhile m every WORD 2h, 1d -> "Tell them"\nstep s\n  meanwhile m2 after WORD 2h -> "Remind"\nend',
  'flow a\npromise WORD "Promise" 4h from s to WORD\ntouchpoint t\nstep s\nstep WORD\nend',
  'flow a\npromise "Promise" 4h from WORD\ntouchpoint t\nstep WORD\nend',
  'flow a\nfield WORD "Value"\ntouchpoint t\nstep s field WORD "Value" note "Note"\nend',
  'flow a\ntouchpoint WORD "Touchpoint"\nend',
  'flow a\ntouchpoint WORD\nend',
  'flow a\ntouchpoint WORD by customer volume 5 per 1d -> s\nstep s\nend',
  'flow a\ntouchpoint t\nanytime WORD "Any time" 5% -> x\nlate l "Late" { step y }\nstep x\nend',
  'flow a\ntouchpoint t\nlate WORD "Late" -> x\nstep x\nend',
  'flow a\ntouchpoint t\nstage WORD "Stage" by customer within 2h {\n  step s\n}\nend',
  'flow a\ntouchpoint t\nstep WORD "Step" by customer\nif q? -> WORD max 3 then -> x\nstep x\n-> WORD max 3',
  'flow a\ntouchpoint t\nwait WORD "Wait" within 2d until "noon" stops clock {\n  when WORD "Event" -> x\n  when b\n}\nstep x\nend',
  'flow a\ntouchpoint t\nescalate WORD "Hand it up" by customer to customer\nend',
  'flow a\ntouchpoint t\ncall WORD "Call" by customer\nend\nflow WORD\ntouchpoint t\nend',
  'flow a\ntouchpoint t\nif q? -> transfer WORD\nend\nflow WORD\ntouchpoint t\nend',
  'flow a\ntouchpoint t\nif WORD? "Question" by customer note "Note" 5% -> x\nstep x\nend',
  'flow a\ntouchpoint t\nchoose WORD? "Question" by customer {\n  when WORD 5% note "Note"\n  otherwise -> x\n}\nstep x\nend',
  'flow a\ntouchpoint t\nchoose all WORD "Question" {\n  when b -> x\n}\nstep x\nend'.replace(
    '-> x',
    '{ step z }',
  ),
  'flow a\ntouchpoint t\nparallel first WORD "Race" {\n  branch WORD "Branch" { step s }\n  branch b { step x }\n}\nend',
  'flow a\ntouchpoint t\nif q? -> WORD\nend WORD "End" as success to customer note "Note"',
  'flow a\ntouchpoint t\nstep s\n  problem WORD "Problem" 5% -> x\nstep x\nend',
];

describe('words of the language', () => {
  it('are names out of their place', () => {
    fc.assert(
      fc.property(fc.constantFrom(...free), fc.constantFrom(...places), (word, place) => {
        // Behind “end” it is always the word, as in version 1.
        fc.pre(word !== 'as' || !place.includes('end WORD'));
        const text = place.replaceAll('WORD', word);
        expect(
          checkText(text).diagnostics.map(({ message }) => message),
          text,
        ).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  it('are names behind “touchpoint”, all of them', () => {
    for (const word of words) {
      const { diagnostics, parsed } = checkText(`flow a\ntouchpoint ${word} "Customer"\nend`);
      expect(diagnostics).toEqual([]);
      expect(parsed.document.flows[0]?.statements[0]).toMatchObject({
        kind: 'touchpoint',
        name: { id: { name: word }, label: { value: 'Customer' } },
      });
    }
  });

  it.each(['anytime x', 'late x', 'meanwhile every 2h'])('“%s” begins a statement behind a brace', (head) => {
    const kind = head.split(' ')[0];
    const stage = checkText(`flow a\ntouchpoint t\nstage s { ${head} -> "Y" }\nend`).parsed.document.flows[0];
    expect(stage?.statements[1]).toMatchObject({ kind: 'stage', block: { statements: [{ kind }] } });
    const behind = checkText(`flow a\ntouchpoint t { step b } ${head} -> "Y"\nend`).parsed.document.flows[0];
    expect(behind?.statements.map((each) => each.kind)).toEqual(['touchpoint', kind, 'end']);
  });

  it.each(['anytime', 'late', 'meanwhile'])(
    '“%s” alone on its line is what the arrow before it leads to',
    (word) => {
      const text = (target: string) =>
        `flow a\ntouchpoint t\nstep ${word}\nwait w within 2d\n  timeout ->\n    ${target}\nend`;
      for (const target of [word, `${word} max 2`, `${word} # why`])
        expect(checkText(text(target)).diagnostics, target).toEqual([]);
    },
  );

  it.each(['anytime', 'late', 'meanwhile'])(
    '“%s” at the beginning of a line is no name that is missing',
    (word) => {
      const rest = word === 'meanwhile' ? 'every 2h' : '"Y"';
      const { diagnostics, parsed } = checkText(
        `flow a\ntouchpoint t\nstep s -> \n${word} ${rest} -> "Z"\nend`,
      );
      expect(diagnostics.map(({ message }) => message)).toEqual(['“->” needs a place to go to']);
      expect(parsed.document.flows[0]?.statements.map(({ kind }) => kind)).toEqual([
        'touchpoint',
        'step',
        word,
        'end',
      ]);
    },
  );
});
