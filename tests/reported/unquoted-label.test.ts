import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/text/text-edit.ts';
import { lintText } from '../lint/lint-texts.ts';

const head = 'flow f "F"\n\nrole agent "Agent"\nrole lead "Lead"\nsystem crm "Database"\n\n';
const start = 'touchpoint t "Start"\n';
const end = 'end done "Done"\n';

/** What one line becomes by the repairs of what is found in it, and how much was found. */
function repaired(
  line: string,
  before = `${head}${start}`,
  after = end,
): { readonly line: string; readonly found: number } {
  const text = `${before}${line}\n${after}`;
  const found = lintText(text);
  const all = applyEdits(
    text,
    found.flatMap(({ fix }) => fix?.edits ?? []),
  );
  expect(
    lintText(all).filter(({ severity }) => severity === 'error'),
    all,
  ).toEqual([]);
  return { line: all.slice(before.length, all.length - after.length - 1), found: found.length };
}

describe('a label whose quotes were forgotten', () => {
  it.each([
    ['a word of the language at its end', 'step a Answer the call', 'step a "Answer the call"'],
    ['one of two words', 'step a Call back', 'step a "Call back"'],
    ['a word that begins an attribute', 'step a Wait with the customer', 'step a "Wait with the customer"'],
    ['several such words', 'step a Go to the desk by the door', 'step a "Go to the desk by the door"'],
    ['no name before it', 'step Answer the call', 'step "Answer the call"'],
    ['small letters only', 'step check the stock', 'step "check the stock"'],
    ['a word of the language first', 'step call back', 'step "call back"'],
    ['a wait', 'step wait for the reply', 'step "wait for the reply"'],
    ['an owner behind it', 'step a Answer the call by agent', 'step a "Answer the call" by agent'],
    [
      'several attributes behind it',
      'step a Sit with the customer by agent to customer within 5min',
      'step a "Sit with the customer" by agent to customer within 5min',
    ],
    ['a list behind it', 'step a Ask them with lead, agent', 'step a "Ask them" with lead, agent'],
    ['words to say behind it', 'step a Answer the call say "Hello"', 'step a "Answer the call" say "Hello"'],
    ['a symbol behind it', 'step a Print the form as document', 'step a "Print the form" as document'],
    [
      'a time limit and what is done then',
      'wait w Wait for the reply within 2d timeout -> done',
      'wait w "Wait for the reply" within 2d timeout -> done',
    ],
    ['a time as it is spoken', 'step a Call them within 20 min', 'step a "Call them" within 20min'],
    ['an arrow behind it', 'step a Answer the call -> done', 'step a "Answer the call" -> done'],
    ['a comment behind it', 'step a Answer the call # at once', 'step a "Answer the call" # at once'],
    [
      'an apostrophe, a comma and an exclamation mark',
      "step a Open the customer's account, please! by agent",
      'step a "Open the customer\'s account, please!" by agent',
    ],
    ['a number', 'step a Let it ring 3 times', 'step a "Let it ring 3 times"'],
    ['an address', 'step a See https://example.org first', 'step a "See https://example.org first"'],
    ['quotes inside', 'step a Say "hello" and smile', 'step a "Say \\"hello\\" and smile"'],
    ['a question', 'if known? Is he known? -> done', 'if known? "Is he known?" -> done'],
    ['a question without a name', 'if Is he known? 20% -> done', 'if "Is he known?" 20% -> done'],
    ['a question without its mark', 'if known Is he known? -> done', 'if known? "Is he known?" -> done'],
    [
      'a problem',
      'step a "A"\n  problem No answer 5% -> done',
      'step a "A"\n  problem "No answer" 5% -> done',
    ],
    ['a step behind an arrow', '-> Pick up the phone -> done', '-> "Pick up the phone" -> done'],
    [
      'an end behind an arrow',
      'if q? "Q?" -> end lost Order lost as failure',
      'if q? "Q?" -> end lost "Order lost" as failure',
    ],
    ['a stage', 'stage s Take the order {\n}', 'stage s "Take the order" {\n}'],
    ['an escalation', 'escalate e Decide on it to lead', 'escalate e "Decide on it" to lead'],
    ['words to say', 'step a "A" say Thank you for waiting!', 'step a "A" say "Thank you for waiting!"'],
    [
      'a note, and an owner',
      'step a "A" note Not on Sundays by agent',
      'step a "A" note "Not on Sundays" by agent',
    ],
    ['a page of the web', 'step a "A" link www.x.org', 'step a "A" link "https://www.x.org"'],
    ['a page beside the file', 'step a "A" link ../guides/a.html', 'step a "A" link "../guides/a.html"'],
    ['another script', 'step x 接听 电话 by agent', 'step "x 接听 电话" by agent'],
  ])('%s', (_, written, meant) => {
    expect(repaired(written).line).toBe(meant);
  });

  it.each([
    ['a touchpoint', 'touchpoint u Customer calls'],
    ['a step', 'step a Wait with the customer'],
    ['a step with a missing quote before it', 'step a Answer the call" by agent'],
    ['a choice', 'choose What does he ask for? {\n  when "A" -> done\n  otherwise -> done\n}'],
    ['a case', 'choose k? {\n  when Something else -> done\n  otherwise -> done\n}'],
    ['a branch', 'parallel {\n  branch Pack it {\n    step a\n  }\n  branch b {\n    step c\n  }\n}'],
  ])('is one mistake: %s', (_, written) => {
    expect(repaired(written).found).toBe(1);
  });

  it('where only the quote before it is missing, that is added', () => {
    expect(repaired('step a Answer the call" by agent').line).toBe('step a "Answer the call" by agent');
  });

  it('of a role, a system, a purpose', () => {
    const properties = 'purpose Say sorry once\nrole desk Front desk\nsystem till Cash register';
    expect(repaired(properties, 'flow f "F"\n', `${start}step a by desk using till\n${end}`).line).toBe(
      'purpose "Say sorry once"\nrole desk "Front desk"\nsystem till "Cash register"',
    );
  });

  it('nothing is concluded from it: no role “the” is to be declared', () => {
    const found = lintText(`${head}${start}step a Wait with the customer\n${end}`);
    expect(found.map(({ code }) => code)).toEqual(['unexpected-token']);
  });
});

describe('a name of several words', () => {
  it('gets hyphens before its label', () => {
    expect(repaired('flow customer complaint "Complaint"', '', `${start}step a\n${end}`)).toEqual({
      line: 'flow customer-complaint "Complaint"',
      found: 1,
    });
    expect(repaired('step answer call "Answer the call" by agent').line).toBe(
      'step answer-call "Answer the call" by agent',
    );
  });

  it('is its first word alone where arrows lead to that', () => {
    expect(repaired('step ask him "Ask him"\nif q? "Well?" -> done', undefined, `-> ask\n${end}`).line).toBe(
      'step ask "Ask him"\nif q? "Well?" -> done',
    );
  });

  it('behind an arrow is the node that has it', () => {
    expect(repaired('step ask-him "Ask him"\nif q? "Well?" -> ask him max 2 then -> done').line).toBe(
      'step ask-him "Ask him"\nif q? "Well?" -> ask-him max 2 then -> done',
    );
  });
});

describe('what is right stays right on one line', () => {
  it.each([
    'step a step b "B"',
    'step a by agent to customer step b within 5min -> done',
    'step a by agent call f',
    'step a with lead, agent end',
    'if q? -> a else -> done',
    'choose k { when a -> b when c { step d } otherwise -> done }',
    'step a within 1h timeout -> done step b',
  ])('%s', (line) => {
    const text = `flow f role agent role lead touchpoint t ${line}\nstep b2\n`;
    expect(lintText(text).filter(({ code }) => code === 'unexpected-token')).toEqual([]);
  });
});
