import { describe, expect, it } from 'vitest';
import { lineIndex } from '../../src/text/line-index.ts';
import { lintTexts, mainPath, rulesWith } from '../lint/lint-texts.ts';

/** A file with nothing wrong, but for three things at its ends that tell whether the rest is still judged. */
const text = `use "shared.flow"

flow order "Order by phone"
department "Customer service"
purpose "Take every order"
reviewed 2026-10-01 every 6mo
language en
promise 8w
role agent "Call-centre agent"
role store "Warehouse"
role lead "Team lead"
system database "Customer database"
request new-order "Place an order"
term SKU "Number of one product"

touchpoint phone "Customer calls" for new-order
step answer "Answer the call" by agent to customer within 20s
step account "Open the account" by agent using database takes 1min..2min within 5min
  say "Thank you for waiting."
step check "Check the stock" by agent within 5min
  problem "System is down" 5% -> escalation

if stock? "Product in stock?" 85% {
  step reserve "Reserve the product" by store within 10min
} else if discontinued? "Product discontinued?" -> alternative
else -> backorder

parallel "Get it ready" {
  branch {
    step pack "Pack the SKU" by store within 30min
  }
  branch {
    step invoice "Write the invoice" by agent within 30min
  }
}
step confirm "Confirm the order" by agent to customer within 50min
  note "By email"
end placed "Order placed" as success

step alternative "Offer another product" by agent to customer within 5min
choose wish? "What does the customer wish?" {
  when "The other one" -> check max 2 then -> escalation
  when "To think" -> end later "Customer calls again" as failure
  otherwise -> end lost "Order lost" as failure
}

stage late "Back-orders" {
  step backorder "Take a back-order" by agent to customer within 5min
  wait restock "Wait for stock" within 2d
    timeout -> alternative
  step arrival "Tell that it is here" by agent to customer within 50min
}
-> reserve

escalate escalation "Decide" by agent to lead within 50min
step decide "Tell the decision" by lead to customer within 50min
step follow "Ask whether it helped" by lead to customer within 50min
if happy? "Happy?" -> end settled "Settled" as success
end unhappy "Not settled" as failure

flow second "Second"
touchpoint mail "Customer writes"
step read "Read the letter" by agent to customer within 50min
  problem "Too hard" -> transfer order
wait news "Wait for news"
step note-down "Note it down" by agent
  timeout -> end "Nothing came" as failure
if quick? "Quick" -> end noted "Noted" as failure
step ask "Ask whether it helped" by agent to customer within 50min
end told "Told" as success
`;
/** Found in the second flow, by rules and by the language. */
const rest = ['wait-without-timeout', 'timeout-without-within', 'question-mark'];

const shared = 'flow shared "Shared"\nrole other "Other"\ntouchpoint t\nend done "Done"\n';

/** One mistake: what is written instead of what, the code of its error, and a part of the line where it is shown. */
type Mistake = readonly [name: string, right: string, wrong: string, code: string, shown?: string];

const mistakes: readonly Mistake[] = [
  // Words
  ['a misspelt statement', 'step check ', 'setp check ', 'misspelt-word'],
  ['a misspelt touchpoint', 'touchpoint phone', 'tuchpoint phone', 'misspelt-word'],
  ['a word with a capital', 'step check ', 'Step check ', 'misspelt-word'],
  ['a misspelt attribute', ' using database', ' usng database', 'misspelt-word'],
  ['a misspelt property', 'department ', 'deparment ', 'misspelt-word'],
  ['a misspelt role', 'role store ', 'rol store ', 'misspelt-word'],
  ['a misspelt else', 'else -> backorder', 'esle -> backorder', 'misspelt-word'],
  ['a misspelt otherwise', '  otherwise ->', '  otherwize ->', 'misspelt-word'],
  ['a misspelt when', '  when "To think"', '  wehn "To think"', 'misspelt-word'],
  ['a misspelt branch', '  branch {\n    step pack', '  brnach {\n    step pack', 'misspelt-word'],
  ['a misspelt flow', 'flow second', 'folw second', 'misspelt-word'],
  ['a misspelt end', 'end placed', 'ned placed', 'misspelt-word'],
  ['a misspelt problem', '  problem "System', '  probelm "System', 'misspelt-word'],
  ['a misspelt outcome', 'placed" as success', 'placed" as sucess', 'misspelt-word'],
  ['the word of another tool', 'step check ', 'task check ', 'misspelt-word'],
  ['an unknown word', 'step confirm ', 'fulfil confirm ', 'unexpected-token'],
  ['a word of the language as a name', 'step confirm "Confirm', 'step wait "Confirm', 'reserved-word'],
  ['a word of the language as a role', 'by store within 10min', 'by step within 10min', 'reserved-word'],
  // Quotes
  ['a missing closing quote', '"Check the stock" by', '"Check the stock by', 'unclosed-string'],
  ['a missing opening quote', '"Check the stock" by', 'Check the stock" by', 'unexpected-token'],
  [
    'a missing closing quote of a touchpoint',
    '"Customer calls" for',
    '"Customer calls for',
    'unclosed-string',
  ],
  ['a missing closing quote of a role', '"Warehouse"', '"Warehouse', 'unclosed-string'],
  ['a missing closing quote of a flow', '"Order by phone"', '"Order by phone', 'unclosed-string'],
  ['a missing closing quote of an end', '"Order placed" as', '"Order placed as', 'unclosed-string'],
  [
    'a missing closing quote of a question',
    '"Product in stock?" 85%',
    '"Product in stock? 85%',
    'unclosed-string',
  ],
  ['a missing closing quote of a case', '"To think" ->', '"To think ->', 'unclosed-string'],
  ['a missing closing quote of a problem', '"System is down" 5%', '"System is down 5%', 'unclosed-string'],
  ['a missing closing quote of a stage', '"Back-orders" {', '"Back-orders {', 'unclosed-string'],
  ['a missing closing quote of a note', '"By email"', '"By email', 'unclosed-string'],
  [
    'a missing closing quote of a wait',
    '"Wait for stock" within',
    '"Wait for stock within',
    'unclosed-string',
  ],
  ['a missing closing quote of an escalation', '"Decide" by', '"Decide by', 'unclosed-string'],
  ['no quotes at all', '"Check the stock"', 'Check the stock', 'unexpected-token'],
  ['a department without quotes', '"Customer service"', 'Customer service', 'unexpected-token'],
  ['smart quotes', '"Check the stock"', '“Check the stock”', 'curly-quotes'],
  ['German quotes', '"Check the stock"', '„Check the stock“', 'curly-quotes'],
  ['Hebrew quotes', '"Check the stock"', '”בדיקת מלאי”', 'curly-quotes'],
  ['angled quotes', '"Check the stock"', '«Check the stock»', 'curly-quotes'],
  ['single quotes', '"Check the stock"', "'Check the stock'", 'curly-quotes'],
  ['one smart quote', '"Check the stock"', '"Check the stock”', 'curly-quotes'],
  ['a quote within a label', '"Open the account"', '"Open the "gold" account"', 'unexpected-token'],
  ['a label on two lines', '"Check the stock"', '"Check the\n  stock"', 'unclosed-string', '"Check the'],
  ['a backslash', '"Check the stock"', '"Check the C:\\stock"', 'invalid-character'],
  // Braces
  [
    'a missing closing brace of an if',
    '} else if discontinued?',
    'else if discontinued?',
    'unclosed-block',
    'if stock?',
  ],
  [
    'a missing closing brace of a branch',
    'by store within 30min\n  }',
    'by store within 30min',
    'unclosed-block',
    'branch {',
  ],
  [
    'a missing closing brace of a parallel',
    'by agent within 30min\n  }\n}',
    'by agent within 30min\n  }',
    'unclosed-block',
    'parallel "Get',
  ],
  [
    'a missing closing brace of a choose',
    'lost" as failure\n}',
    'lost" as failure',
    'unclosed-block',
    'choose wish?',
  ],
  [
    'a missing closing brace of a stage',
    '50min\n}\n-> reserve',
    '50min\n-> reserve',
    'unclosed-block',
    'stage late',
  ],
  [
    'a missing opening brace of an if',
    '"Product in stock?" 85% {',
    '"Product in stock?" 85%',
    'unexpected-token',
  ],
  [
    'a missing opening brace of a choose',
    '"What does the customer wish?" {',
    '"What does the customer wish?"',
    'unexpected-token',
  ],
  [
    'a missing opening brace of a parallel',
    'parallel "Get it ready" {',
    'parallel "Get it ready"',
    'unexpected-token',
  ],
  [
    'a missing opening brace of a branch',
    '  branch {\n    step pack',
    '  branch\n    step pack',
    'unexpected-token',
  ],
  ['a missing opening brace of a stage', '"Back-orders" {', '"Back-orders"', 'unexpected-token'],
  ['a closing brace too many', 'end placed', '}\nend placed', 'unexpected-token', '}'],
  [
    'a Chinese opening brace',
    'stage late "Back-orders" {',
    'stage late "Back-orders" ｛',
    'invalid-character',
  ],
  ['a Chinese closing brace', '}\n-> reserve', '｝\n-> reserve', 'invalid-character'],
  ['a round bracket for a brace', '"Back-orders" {', '"Back-orders" (', 'invalid-character'],
  // Numbers
  ['a wrong unit', 'within 20s', 'within 20sec', 'invalid-duration'],
  ['an unknown unit', 'within 20s', 'within 20fortnights', 'invalid-duration'],
  ['a unit after a space', 'within 20s', 'within 20 s', 'invalid-duration'],
  ['a number without a unit', 'within 20s', 'within 20', 'invalid-duration'],
  ['a decimal comma', 'within 2d', 'within 1,5d', 'invalid-duration'],
  ['a range with a hyphen', '1min..2min', '1-2min', 'invalid-duration'],
  ['a limit that is a word', 'within 20s', 'within soon', 'unexpected-token'],
  ['no limit after its word', 'within 20s', 'within', 'unexpected-token'],
  ['a percentage without its sign', '85% {', '85 {', 'invalid-percent'],
  ['a percentage over 100', '85% {', '185% {', 'invalid-percent'],
  ['a date of another country', '2026-10-01', '01.10.2026', 'invalid-date'],
  ['a day that is not there', '2026-10-01', '2026-02-30', 'invalid-date'],
  // Names and arrows
  ['a wrong target', '-> backorder', '-> bakcorder', 'unknown-target'],
  ['an unknown target', '-> backorder', '-> somewhere-else', 'unknown-target'],
  ['an unknown flow', 'transfer order', 'transfer something-else', 'unknown-flow'],
  ['a misspelt flow to go on in', 'transfer order', 'transfer oder', 'unknown-flow'],
  ['a misspelt role that does it', 'by store within 10min', 'by stroe within 10min', 'near-name'],
  ['a misspelt system', 'using database', 'using datbase', 'near-name'],
  ['a misspelt request', 'for new-order', 'for new-oder', 'near-name'],
  ['two steps with one name', 'step confirm ', 'step check ', 'duplicate-name'],
  ['a file that is not there', 'use "shared.flow"', 'use "shard.flow"', 'unknown-file'],
  ['a forgotten arrow', 'else -> backorder', 'else backorder', 'unexpected-token'],
  ['a forgotten arrow of a case', '"To think" -> end', '"To think" end', 'unexpected-token'],
  ['a forgotten arrow of a problem', '5% -> escalation', '5% escalation', 'unexpected-token'],
  ['a forgotten target', 'else -> backorder', 'else ->', 'unexpected-token'],
  ['an arrow to a step', '-> end settled', '-> step settled', 'unexpected-token'],
  ['another arrow', 'else -> backorder', 'else => backorder', 'invalid-character'],
  ['a long arrow', 'else -> backorder', 'else --> backorder', 'invalid-character'],
  ['a question without its mark', 'if stock? ', 'if stock ', 'unexpected-token'],
  ['a name with a question mark', 'step check "Check', 'step check? "Check', 'unexpected-token'],
  ['a name with a space', 'step check "Check', 'step check stock "Check', 'unexpected-token'],
  ['a name with a dot', 'step confirm "Confirm', 'step confirm.it "Confirm', 'invalid-character'],
  ['a name that begins with a digit', 'step confirm "Confirm', 'step 1confirm "Confirm', 'unexpected-token'],
  [
    'no name and no label of a touchpoint',
    'touchpoint phone "Customer calls"',
    'touchpoint',
    'unexpected-token',
  ],
  ['no label and no name', 'step confirm "Confirm the order"', 'step', 'unexpected-token'],
  ['a misspelt then after max', 'max 2 then -> escalation', 'max 2 than -> escalation', 'misspelt-word'],
  ['no number after max', 'max 2 then', 'max then', 'unexpected-token'],
  // Places
  ['a property below a step', 'step confirm ', 'owner "Dana"\nstep confirm ', 'misplaced-property', 'owner'],
  [
    'a role below a step',
    'step confirm ',
    'role boss "Boss"\nstep confirm ',
    'misplaced-property',
    'role boss',
  ],
  ['an else without its if', 'step confirm ', 'else -> check\nstep confirm ', 'unexpected-token', 'else'],
  [
    'a case outside of a choice',
    'step confirm ',
    'when "Red" -> check\nstep confirm ',
    'unexpected-token',
    'when',
  ],
  [
    'a problem with nothing before it',
    'step answer ',
    'problem "Noise" -> check\nstep answer ',
    'unexpected-token',
    'problem',
  ],
  [
    'a step in a choice',
    '  otherwise ->',
    '  step more "More" by agent\n  otherwise ->',
    'unexpected-token',
    'step more',
  ],
  [
    'a touchpoint in a branch',
    '  step reserve',
    '  touchpoint web "Web"\n  step reserve',
    'misplaced-touchpoint',
    'touchpoint web',
  ],
  [
    'a jump out of a parallel',
    '    step invoice',
    '    if paid? "Paid?" -> check\n    step invoice',
    'jump-across-parallel',
    'if paid?',
  ],
  ['a second label', '"Check the stock" by', '"Check the stock" "Or not" by', 'unexpected-token'],
  ['an attribute twice', 'by store within 10min', 'by store within 10min within 5min', 'duplicate-attribute'],
  [
    'an attribute without its step',
    'step answer ',
    '-> answer\nsay "Hello"\nstep answer ',
    'unexpected-token',
    'say',
  ],
  ['an escalation to nobody', ' by agent to lead', ' by agent', 'escalate-without-to'],
  [
    'a timeout without a limit',
    '"Wait for stock" within 2d',
    '"Wait for stock"',
    'timeout-without-within',
    'timeout',
  ],
  ['a use after a flow', 'flow second', 'use "shared.flow"\nflow second', 'unexpected-token', 'use'],
  // Signs of other languages and habits
  ['a semicolon', 'by store within 10min', 'by store within 10min;', 'invalid-character'],
  ['a Chinese semicolon', 'by store within 10min', 'by store within 10min；', 'invalid-character'],
  ['a colon after the word', 'step check ', 'step: check ', 'invalid-character'],
  ['a colon after a property', 'department ', 'department: ', 'invalid-character'],
  ['a Chinese colon', 'step check ', 'step：check ', 'invalid-character'],
  ['an equals sign', 'department ', 'department = ', 'invalid-character'],
  ['a Chinese comma', 'to customer within 20s', 'to customer，lead within 20s', 'invalid-character'],
  ['an Arabic comma', 'to customer within 20s', 'to customer، lead within 20s', 'invalid-character'],
  ['round brackets', 'by store within 10min', '(by store) within 10min', 'invalid-character'],
  ['Chinese brackets', 'by store within 10min', '（by store） within 10min', 'invalid-character'],
  ['square brackets', '"Check the stock"', '["Check the stock"]', 'invalid-character'],
  ['a full stop', '"Check the stock" by', '"Check the stock". by', 'invalid-character'],
  ['a comment with two slashes', 'step confirm ', '// then\nstep confirm ', 'invalid-character', '// then'],
  ['a comment with two hyphens', 'step confirm ', '-- then\nstep confirm ', 'invalid-character', '-- then'],
  ['a comment with a star', 'step confirm ', '/* then */\nstep confirm ', 'invalid-character', '/* then'],
  ['a dash for a list', 'step confirm ', '- step confirm ', 'invalid-character'],
  ['a number for a list', 'step confirm ', '1. step confirm ', 'unexpected-token'],
  ['an address without quotes', '"By email"', '"By email" link https://example.org/a', 'unexpected-token'],
  ['a link that could run', '"By email"', '"By email" link "javascript:a"', 'unsafe-link'],
  [
    'a character that no one sees',
    'by store within 10min',
    'by \u200bstore within 10min',
    'invalid-character',
  ],
];

/** What is right all the same, however strange it may look. */
const right: readonly [name: string, from: string, to: string][] = [
  ['a tab', 'step check ', '\tstep\tcheck '],
  ['an arrow that is one sign', 'else -> backorder', 'else → backorder'],
  ['a no-break space', 'step check ', 'step\u00a0check '],
  ['a full-width question mark', 'if stock? ', 'if stock？ '],
  ['an Arabic question mark', 'if stock? ', 'if stock؟ '],
  ['a statement on several lines', '"Check the stock" by agent', '"Check the stock"\n  by agent'],
  ['line ends of Windows', '\n', '\r\n'],
];

/**
 * Everything that is found in a text beside the file that it uses, under all rules that a service team holds itself to.
 */
const findingsIn = (of: string) =>
  lintTexts(
    new Map([
      [mainPath, of],
      ['shared.flow', shared],
    ]),
    rulesWith('service'),
  ).get(mainPath) ?? [];
const codesIn = (of: string) => findingsIn(of).map(({ code }) => code);

describe('one mistake', () => {
  it('stands in a file in which nothing else is wrong', () => {
    expect(codesIn(text)).toEqual(rest);
  });

  const named = mistakes.map(([name, meant, written, code, shown]) => ({
    name,
    meant,
    written,
    code,
    shown,
  }));

  it.each(named)('$name: is one error, and all else is judged', ({ meant, written, code, shown }) => {
    const at = text.indexOf(meant);
    const wrong = text.slice(0, at) + written + text.slice(at + meant.length);
    const lines = lineIndex(wrong);
    const found = findingsIn(wrong);
    const own = found.slice(0, -rest.length);
    expect(own.map((each) => each.code)).toEqual([code]);
    expect(found.slice(-rest.length).map((each) => each.code)).toEqual(rest);
    const line = lines.line(lines.position(own[0]?.span.start ?? 0).line);
    expect(line).toContain(shown ?? lines.line(lines.position(at).line));
    expect(own[0]?.help).toBeTruthy();
  });

  it.each([...right])('%s: is none', (_, from, to) => {
    expect(text).toContain(from);
    expect(codesIn(text.replaceAll(from, to))).toEqual(rest);
  });
});
