import { describe, expect, it } from 'vitest';
import { format } from '../../src/format/format.ts';
import { parse } from '../../src/syntax/parse.ts';
import { applyEdits } from '../../src/text/text-edit.ts';
import { lintText } from '../lint/lint-texts.ts';

const head = `flow complaint "Complaint"
role agent "Call-centre agent"
role lead "Team lead"
touchpoint phone "Customer calls"
`;

/**
 * One mistake each, as someone makes it who comes from another notation; behind the head of a flow, or with its own.
 */
const mistakes: readonly (readonly [name: string, text: string, canBeRepaired?: boolean])[] = [
  [
    'steps set in behind a colon, as in Python',
    head +
      `if known? "Known?":
    step say "Say it"
else:
    step ask "Ask the expert"
end done "Done"
`,
  ],
  [
    'questions in questions behind colons, with elif',
    head +
      `if known? "Known?":
    if two? "Two?":
        step say "Say it"
    else:
        step b "B"
elif other? "Other?":
    step c "C"
else:
    step ask "Ask the expert"
end done "Done"
`,
  ],
  [
    'steps that are only set in',
    head +
      `if known? "Known?"
    step say "Say it"
else
    step ask "Ask the expert"
end done "Done"
`,
  ],
  [
    'answers behind colons',
    head +
      `choose kind? "What kind?":
    when "A":
        step say "Say it"
    when "B":
        step ask "Ask the expert"
end done "Done"
`,
  ],
  [
    'branches behind colons',
    head +
      `parallel:
    branch "A":
        step say "Say it"
    branch "B":
        step ask "Ask the expert"
end done "Done"
`,
  ],
  [
    'a stage behind a colon',
    head +
      `stage one "One":
    step say "Say it"
end done "Done"
`,
  ],
  [
    'then and end if',
    head +
      `if known? "Known?" then
  step say "Say it"
else
  step ask "Ask"
end if
end done "Done"
`,
  ],
  [
    'then and end if, nothing set in',
    head +
      `if known? "Known?" then
step say "Say it"
else
step ask "Ask"
end if
end done "Done"
`,
  ],
  [
    'then and a lone end',
    head +
      `if known? "Known?" then
  step say "Say it"
else
  step ask "Ask"
end
end done "Done"
`,
  ],
  [
    'then before an arrow',
    head +
      `if known? "Known?" then -> "Say it"
end done "Done"
`,
  ],
  [
    'then in the place of an arrow',
    head +
      `if known? "Known?" then "Say it"
end done "Done"
`,
  ],
  [
    'then and else without arrows',
    head +
      `if known? "Known?" then "Say it" else "Ask"
end done "Done"
`,
  ],
  [
    'then before a block',
    head +
      `if known? "Known?" then {
  step a "A"
}
end done "Done"
`,
  ],
  [
    'yes -> and no -> on lines of their own',
    head +
      `if known? "Known?"
  yes -> "Say it"
  no -> "Ask"
end done "Done"
`,
  ],
  [
    'yes -> and no ->, not set in',
    head +
      `if known? "Known?"
yes -> "Say it"
no -> "Ask"
end done "Done"
`,
  ],
  [
    'yes -> and no -> on one line',
    head +
      `if known? "Known?" yes -> "Say it" no -> "Ask"
end done "Done"
`,
  ],
  [
    'yes -> and no -> in braces',
    head +
      `if known? "Known?" {
  yes -> "Say it"
  no -> "Ask"
}
end done "Done"
`,
  ],
  [
    'yes and no with blocks',
    head +
      `if known? "Known?"
  yes {
    step a "A"
  }
  no {
    step b "B"
  }
end done "Done"
`,
  ],
  [
    'yes: and no:',
    head +
      `if known? "Known?"
  yes: "Say it"
  no: "Ask"
end done "Done"
`,
  ],
  [
    'no before yes',
    head +
      `if known? "Known?"
  no -> "Ask"
  yes -> "Say it"
end done "Done"
`,
  ],
  [
    'ja -> and nein ->',
    head +
      `if known? "Known?"
  ja -> "Say it"
  nein -> "Ask"
end done "Done"
`,
  ],
  [
    'yes -> alone',
    head +
      `if known? "Known?" yes -> "Say it"
end done "Done"
`,
  ],
  [
    'no -> alone',
    head +
      `if known? "Known?" no -> "Say it"
end done "Done"
`,
    false,
  ],
  [
    'answers in quotes',
    head +
      `if known? "Known?"
  "Yes" -> "Say it"
  "No" -> "Ask"
end done "Done"
`,
  ],
  [
    'when in an if',
    head +
      `if kind? "What kind?" {
  when "A" -> "Say it"
  when "B" -> "Ask"
  otherwise -> "More"
}
end done "Done"
`,
  ],
  [
    'when "Yes" in an if',
    head +
      `if known? "Known?" {
  when "Yes" -> "Say it"
  when "No" -> "Ask"
}
end done "Done"
`,
  ],
  [
    'when in an if without braces',
    head +
      `if known? "Known?"
  when "Yes" -> "Say it"
  when "No" -> "Ask"
end done "Done"
`,
  ],
  [
    'else in a choose',
    head +
      `choose kind? "What kind?" {
  when "A" -> "Say it"
  else -> "Ask"
}
end done "Done"
`,
  ],
  [
    'answers of a choose without when',
    head +
      `choose kind? "What kind?" {
  "A" -> "Say it"
  "B" -> "Ask"
}
end done "Done"
`,
  ],
  [
    'names as answers without when',
    head +
      `choose kind? "What kind?" {
  new -> "Say it"
  old -> "Ask"
}
end done "Done"
`,
  ],
  [
    'dashes arrow',
    head +
      `step say "Say it"
if known? "Known?" -- "Yes then"
end done "Done"
`,
  ],
  [
    'fat arrow',
    head +
      `if known? "Known?" => "Yes then"
end done "Done"
`,
  ],
  [
    'gt',
    head +
      `if known? "Known?" > "Yes then"
end done "Done"
`,
  ],
  [
    'gtgt',
    head +
      `if known? "Known?" >> "Yes then"
end done "Done"
`,
  ],
  [
    'em dash gt space',
    head +
      `if known? "Known?" — > "Yes then"
end done "Done"
`,
  ],
  [
    'html arrow',
    head +
      `if known? "Known?" -&gt; "Yes then"
end done "Done"
`,
  ],
  [
    'tilde arrow',
    head +
      `if known? "Known?" ~> "Yes then"
end done "Done"
`,
  ],
  [
    'unicode arrow',
    head +
      `if known? "Known?" ► "Yes then"
end done "Done"
`,
  ],
  [
    'double gt',
    head +
      `if known? "Known?" ->> "Yes then"
end done "Done"
`,
  ],
  [
    'stars',
    head +
      `* step answer "Answer"
end done "Done"
`,
  ],
  [
    'bullet sign',
    head +
      `• step answer "Answer"
end done "Done"
`,
  ],
  [
    'step 1',
    head +
      `step 1 "Answer the call"
end done "Done"
`,
  ],
  [
    'plain sentence',
    head +
      `Answer the call
end done "Done"
`,
  ],
  [
    'bullet sentence',
    head +
      `- Answer the call
end done "Done"
`,
  ],
  [
    'checkbox',
    head +
      `[ ] step answer "Answer"
end done "Done"
`,
  ],
  [
    'comma attrs',
    head +
      `step answer "Answer", by agent, within 20s
end done "Done"
`,
  ],
  [
    'comma trailing',
    head +
      `step answer "Answer" by agent,
end done "Done"
`,
  ],
  [
    'comma by',
    head +
      `step answer "Answer" by agent, lead within 20s
end done "Done"
`,
  ],
  [
    'and',
    head +
      `step answer "Answer" by agent to customer and lead
end done "Done"
`,
  ],
  [
    'by and',
    head +
      `step answer "Answer" by agent and lead
end done "Done"
`,
  ],
  [
    'comma after word',
    head +
      `step, answer, "Answer"
end done "Done"
`,
  ],
  [
    'comma with list',
    head +
      `step answer "Answer" to customer, lead, within 20s
end done "Done"
`,
  ],
  [
    'working days',
    head +
      `step answer "Answer" within 3 working days
end done "Done"
`,
  ],
  [
    'business days by',
    head +
      `step answer "Answer" within 3 business days by agent
end done "Done"
`,
  ],
  [
    'minuten',
    head +
      `step answer "Answer" within 15 Minuten
end done "Done"
`,
  ],
  [
    'half hour',
    head +
      `step answer "Answer" within half an hour
end done "Done"
`,
  ],
  [
    'one day',
    head +
      `step answer "Answer" within one day
end done "Done"
`,
  ],
  [
    'a week',
    head +
      `step answer "Answer" within a week
end done "Done"
`,
  ],
  [
    'hour and',
    head +
      `step answer "Answer" within 1 hour and 30 minutes
end done "Done"
`,
  ],
  [
    'hour minutes',
    head +
      `step answer "Answer" within 1 hour 30 minutes
end done "Done"
`,
  ],
  [
    'takes to',
    head +
      `step answer "Answer" takes 2 to 3 hours
end done "Done"
`,
  ],
  [
    'takes dash',
    head +
      `step answer "Answer" takes 2-3 hours
end done "Done"
`,
  ],
  [
    'quoted',
    head +
      `step answer "Answer" within "20s"
end done "Done"
`,
  ],
  [
    'quoted words',
    head +
      `step answer "Answer" within "3 working days" by agent
end done "Done"
`,
  ],
  [
    'fortnights',
    head +
      `step answer "Answer" within 2 lunar months by agent
end done "Done"
`,
    false,
  ],
  [
    'max',
    head +
      `step answer "Answer" within max 3 days
end done "Done"
`,
  ],
  [
    'promise',
    `flow a "A"
promise 5 working days
touchpoint phone "Customer calls"
end done "Done"
`,
  ],
  [
    'every',
    `flow a "A"
reviewed 2026-10-01 every 6 months
touchpoint phone "Customer calls"
end done "Done"
`,
  ],
  [
    'date dots',
    `flow a "A"
reviewed 21.11.2026 every 6mo
touchpoint phone "Customer calls"
end done "Done"
`,
  ],
  [
    'date slash',
    `flow a "A"
reviewed 11/21/2026
touchpoint phone "Customer calls"
end done "Done"
`,
  ],
  [
    'date slash unsure',
    `flow a "A"
reviewed 03/04/2026
touchpoint phone "Customer calls"
end done "Done"
`,
    false,
  ],
  [
    'date words',
    `flow a "A"
reviewed 21 November 2026
touchpoint phone "Customer calls"
end done "Done"
`,
  ],
  [
    'date words us',
    `flow a "A"
reviewed November 21, 2026
touchpoint phone "Customer calls"
end done "Done"
`,
  ],
  [
    'date de',
    `flow a "A"
reviewed 21. November 2026 every 6mo
touchpoint phone "Customer calls"
end done "Done"
`,
  ],
  [
    'date month',
    `flow a "A"
reviewed 2026-11
touchpoint phone "Customer calls"
end done "Done"
`,
    false,
  ],
  [
    'date short',
    `flow a "A"
reviewed 21.11.26
touchpoint phone "Customer calls"
end done "Done"
`,
  ],
  [
    'date quoted',
    `flow a "A"
reviewed "2026-11-21"
touchpoint phone "Customer calls"
end done "Done"
`,
  ],
  [
    'share',
    head +
      `if known? "Known?" 0.8 -> "Say it"
end done "Done"
`,
  ],
  [
    'share comma',
    head +
      `if known? "Known?" 0,8 -> "Say it"
end done "Done"
`,
  ],
  [
    'share point',
    head +
      `if known? "Known?" .8 -> "Say it"
end done "Done"
`,
  ],
  [
    'share percent word',
    head +
      `if known? "Known?" 80 percent -> "Say it"
end done "Done"
`,
  ],
  [
    'share when',
    head +
      `choose k? "K?" {
  when "A" 0.25 -> "Say it"
  otherwise -> "More"
}
end done "Done"
`,
  ],
  [
    'role late',
    head +
      `step answer "Answer" by agent
role boss "Boss"
end done "Done"
`,
  ],
  [
    'two roles late',
    head +
      `step answer "Answer" by agent
role boss "Boss"
role clerk "Clerk"
end done "Done"
`,
  ],
  [
    'role late used',
    `flow a "A"
touchpoint phone "Customer calls"
step answer "Answer" by boss
role boss "Boss"
end done "Done"
`,
  ],
  [
    'step above',
    `flow a "A"
role agent "Agent"
step answer "Answer" by agent
touchpoint phone "Customer calls"
step more "More" by agent
end done "Done"
`,
  ],
  [
    'by label',
    head +
      `step x "X" by "Call-centre agent"
end done "Done"
`,
  ],
  [
    'by label words',
    head +
      `step y "Y" by Call-centre agent
end done "Done"
`,
  ],
  [
    'to label',
    head +
      `step x "X" by agent to "Customer"
end done "Done"
`,
  ],
  [
    'by undeclared label',
    head +
      `step x "X" by "Back office"
end done "Done"
`,
  ],
  [
    'by undeclared words',
    head +
      `step x "X" by back office
end done "Done"
`,
  ],
  [
    'to twice',
    head +
      `step x "X" by agent to lead, lead
end done "Done"
`,
  ],
  [
    'else far',
    head +
      `if known? "Known?" -> end x "X"
step a "A"
else -> "B"
end done "Done"
`,
    false,
  ],
  [
    'else after choose',
    head +
      `choose k? "K?" {
  when "A" -> "Say it"
  when "B" -> "Say that"
}
else -> "More"
end done "Done"
`,
    false,
  ],
  [
    'otherwise after if',
    head +
      `if known? "Known?" -> "A"
otherwise -> "More"
end done "Done"
`,
  ],
  [
    'timeout time',
    head +
      `step answer "Answer"
  timeout 20s -> "Voice mail"
end done "Done"
`,
  ],
  [
    'timeout time within',
    head +
      `step answer "Answer" within 20s
  timeout 20s -> "Voice mail"
end done "Done"
`,
  ],
  [
    'branch arrow',
    head +
      `parallel {
  branch "A" {
    step a "Do a"
  }
  branch "B" -> "Do b" -> "Do c"
}
end done "Done"
`,
  ],
  [
    'nbsp entity',
    head +
      `step&nbsp;x "X"
end done "Done"
`,
  ],
  [
    'block comment',
    head +
      `/* remember
   this */
step x "X"
end done "Done"
`,
  ],
  [
    'html comment',
    head +
      `<!-- remember -->
step x "X"
end done "Done"
`,
  ],
  [
    'sql comment',
    head +
      `-- the answer
step answer "Answer"
end done "Done"
`,
  ],
  [
    'sql comment 2',
    head +
      `step answer "Answer" -- the answer is here
end done "Done"
`,
    false,
  ],
  [
    'rule',
    head +
      `-----
step answer "Answer"
end done "Done"
`,
    false,
  ],
  [
    'decision',
    head +
      `decision known? "Known?"
end done "Done"
`,
    false,
  ],
  [
    'end twice',
    head +
      `step a "A"
end done "Done"
end done "Done"
`,
    false,
  ],
  [
    'zwsp',
    head +
      `step a​b "A"
end done "Done"
`,
  ],
  [
    'missing close',
    head +
      `step a "Answer the call
end done "Done"
`,
  ],
  [
    'missing close attr',
    head +
      `step a "Answer the call by agent within 5min
end done "Done"
`,
  ],
  [
    'missing brace',
    head +
      `if known? "Known?" {
  step say "Say it"
else {
  step ask "Ask"
}
end done "Done"
`,
  ],
  [
    'brace extra',
    head +
      `step a "A"
}
end done "Done"
`,
  ],
  [
    'using address',
    head +
      `step x "X" using https://example.org
end done "Done"
`,
    false,
  ],
  [
    'as erfolg',
    head +
      `step a "A"
end done "Done" as erfolg
`,
  ],
  [
    'as ok',
    head +
      `step a "A"
end done "Done" as ok
`,
  ],
  [
    'direction',
    `flow a "A"
direction LR
touchpoint phone "Customer calls"
end done "Done"
`,
  ],
  [
    'if words',
    head +
      `if Is it known? -> end x "X"
end done "Done"
`,
  ],
  [
    'target label words',
    head +
      `if known? -> Say it
end done "Done"
`,
  ],
  [
    'unknown property',
    `flow a "A"
budget "100"
role agent "Agent"
touchpoint phone "Customer calls"
step a "A" by agent
end done "Done"
`,
    false,
  ],
  [
    'flow in braces',
    `flow a "A" {
  touchpoint phone "Customer calls"
  if known? "Known?" {
    step a "A"
  }
  end done "Done"
}
`,
  ],
  [
    'goto',
    head +
      `step ask "Ask"
if known? "Known?" goto tell
step more "More"
step tell "Tell"
end done "Done"
`,
  ],
  [
    'goto on a line of its own',
    head +
      `step ask "Ask"
if known? "Known?" -> more
goto tell
step more "More"
step tell "Tell"
end done "Done"
`,
  ],
  [
    'go to',
    head +
      `if known? "Known?" go to tell
step more "More"
step tell "Tell"
end done "Done"
`,
  ],
  [
    'goto behind an arrow',
    head +
      `if known? "Known?" -> goto tell
step more "More"
step tell "Tell"
end done "Done"
`,
  ],
  [
    'goto behind else',
    head +
      `if known? "Known?" -> more
else goto tell
step more "More"
step tell "Tell"
end done "Done"
`,
  ],
  [
    'gehe zu',
    head +
      `if known? "Known?" gehe zu tell
step more "More"
step tell "Tell"
end done "Done"
`,
  ],
  [
    'a bullet',
    head +
      `- step answer "Answer"
end done "Done"
`,
  ],
  [
    'a number before a step',
    head +
      `1. step answer "Answer"
end done "Done"
`,
  ],
  [
    'a number in a bracket',
    head +
      `1) step answer "Answer"
end done "Done"
`,
  ],
  [
    'a letter before a step',
    head +
      `a) step answer "Answer"
end done "Done"
`,
  ],
  [
    'a number with a point',
    head +
      `1.1 step answer "Answer"
end done "Done"
`,
  ],
  [
    'a number and a sentence',
    head +
      `1. Answer the call
end done "Done"
`,
  ],
  [
    'a step with a number and a colon',
    head +
      `step 1: "Answer the call"
end done "Done"
`,
  ],
  [
    'an answer as a branch',
    head +
      `choose kind? "What kind?" {
  branch "A" -> "Say it"
  branch "B" -> "Ask"
}
end done "Done"
`,
  ],
  [
    'an Italian word',
    head +
      `passo a "A"
end done "Done"
`,
  ],
  [
    'a Polish word',
    head +
      `krok a "A"
end done "Done"
`,
  ],
  [
    'a Russian word',
    head +
      `шаг a "A"
end done "Done"
`,
  ],
  [
    'a Hebrew word',
    head +
      `צעד a "A"
end done "Done"
`,
  ],
  [
    'a French word',
    head +
      `étape a "A"
end done "Done"
`,
  ],
  [
    'a time in Spanish',
    head +
      `step a "A" within 2 horas
end done "Done"
`,
  ],
  [
    'working days in French',
    head +
      `step a "A" within 3 jours ouvrés
end done "Done"
`,
  ],
  [
    'working days in German',
    head +
      `step a "A" within 3 Werktage
end done "Done"
`,
  ],
  [
    'working hours',
    head +
      `step answer "Answer" within 4 working hours by agent
end done "Done"
`,
  ],
  [
    'working days and business hours',
    head +
      `step answer "Answer" within 1 working day and 4 business hours
end done "Done"
`,
  ],
  [
    'working hours in French',
    head +
      `step a "A" within 3 heures ouvrées
end done "Done"
`,
  ],
  [
    'working hours in German',
    head +
      `step a "A" within 3 Arbeitsstunden
end done "Done"
`,
  ],
];

/** What is reported to a person, but for hints and for what is only not declared. */
const told = (text: string) =>
  lintText(text).filter(
    ({ code, severity }) =>
      severity !== 'info' && code !== 'undeclared-role' && code !== 'unused-declaration',
  );

/** A text after its repairs, round by round, as `--fix=unsafe` makes them. */
function repaired(text: string): string {
  let result = text;
  for (let round = 0; round < 5; round++) {
    const edits = lintText(result).flatMap(({ fix }) =>
      fix === undefined || fix.kind === 'hint' ? [] : fix.edits,
    );
    if (edits.length === 0) break;
    result = applyEdits(result, edits);
  }
  return result;
}

describe('one mistake of a beginner', () => {
  it.each(mistakes.map(([name, text]) => ({ name, text })))(
    '$name: is one finding, with what to do',
    ({ text }) => {
      const found = told(text);
      expect(found.map(({ code, message }) => `${code}: ${message}`)).toHaveLength(1);
      expect(found[0]?.help).toBeTruthy();
    },
  );

  it.each(mistakes.flatMap(([name, text, canBeRepaired = true]) => (canBeRepaired ? [{ name, text }] : [])))(
    '$name: is gone once it is repaired',
    ({ text }) => {
      expect(told(text).some(({ fix }) => fix !== undefined && fix.kind !== 'hint')).toBe(true);
      expect(told(repaired(text)).filter(({ severity }) => severity === 'error')).toEqual([]);
    },
  );

  it.each(mistakes.flatMap(([name, text, canBeRepaired = true]) => (canBeRepaired ? [{ name, text }] : [])))(
    '$name: comes to the same whether it is laid out before its repair or after',
    ({ text }) => {
      const laidOut = (of: string): string => format(parse({ path: 'a.flow', text: of }));
      expect(laidOut(repaired(laidOut(text)))).toBe(laidOut(repaired(text)));
    },
  );
});
