import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/text/text-edit.ts';
import { lintTexts, mainPath } from '../lint/lint-texts.ts';

const head = `use "shared.flow"
flow complaint "Complaint"
role agent "Call-centre agent"
role lead "Team lead"
system crm "Customer database"
request refund "Get money back"
touchpoint phone "Customer calls" for refund
step first "First" by agent with lead using crm
`;
const shared =
  'flow other "Another process"\nrole desk "Help desk"\ntouchpoint phone "Customer calls"\nend done "Done"\n';
const found = (text: string) =>
  (
    lintTexts(
      new Map([
        [mainPath, text],
        ['shared.flow', shared],
      ]),
    ).get(mainPath) ?? []
  ).filter(({ severity }) => severity !== 'info');

describe('someone who writes what a role is called where its name is wanted', () => {
  it.each([
    ['its label in quotes', 'step two "Two" by "Call-centre agent"', 'by agent', 'safe'],
    ['its label without quotes', 'step two "Two" by Call-centre agent', 'by agent', 'safe'],
    ['its label in small letters', 'step two "Two" by call-centre agent', 'by agent', 'safe'],
    ['its name in quotes', 'step two "Two" by "agent"', 'by agent', 'safe'],
    ['its name with a capital', 'step two "Two" by Agent', 'by agent', 'safe'],
    ['the customer', 'step two "Two" by agent to "Customer"', 'to customer', 'safe'],
    ['one of a row', 'step two "Two" by agent to customer, "Team lead"', 'to customer, lead', 'safe'],
    ['a system', 'step two "Two" by agent using "Customer database"', 'using crm', 'safe'],
    ['a system without quotes', 'step two "Two" by agent using customer database', 'using crm', 'safe'],
    ['a flow', 'call "Another process"', 'call another-process', 'unsafe'],
    ['a label that nobody declared', 'step two "Two" by "Back office"', 'by back-office', 'unsafe'],
    [
      'words that nobody declared',
      'step two "Two" by back office within 2h',
      'by back-office within 2h',
      'unsafe',
    ],
  ])('%s: is told once, with the name to write', (_, line, right, kind) => {
    const text = `${head}${line}\nend done "Done"\n`;
    const findings = found(text);
    expect(findings).toHaveLength(1);
    if (line.startsWith('call')) return;
    expect(findings[0]?.fix?.kind).toBe(kind);
    const after = applyEdits(text, findings[0]?.fix?.edits ?? []);
    expect(after).toContain(right);
    expect(found(after)).toEqual([]);
  });

  it('declares what nobody declared, once', () => {
    const text = `${head}step two "Two" by "Back office"\nstep three "Three" by "Back office"\nend done "Done"\n`;
    const after = applyEdits(
      text,
      found(text).flatMap(({ fix }) => fix?.edits ?? []),
    );
    expect(after.match(/role back-office "Back office"/g)).toHaveLength(1);
    expect(found(after)).toEqual([]);
  });
});

describe('a name that stands twice in a row of names', () => {
  it.each([
    ['to', 'step two "Two" by agent to lead, customer, lead'],
    ['with', 'step two "Two" by agent with lead, lead'],
    ['using', 'step two "Two" by agent using crm, crm'],
    ['for', 'touchpoint mail "Customer writes" for refund, refund'],
  ])('is found behind “%s”, and left out', (word, line) => {
    const text = `${head}${line}\nend done "Done"\n`;
    const findings = found(text);
    expect(findings.map(({ code }) => code)).toEqual(['duplicate-attribute']);
    expect(findings[0]?.message).toContain(`stands twice behind “${word}”`);
    expect(found(applyEdits(text, findings[0]?.fix?.edits ?? []))).toEqual([]);
  });
});
