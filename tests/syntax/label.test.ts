import { describe, expect, it } from 'vitest';
import { labelFromIdentifier } from '../../src/language/label-from-name.ts';
import { identifierFromLabel, labelOfName, labelOfQuestion } from '../../src/syntax/label.ts';
import { parse } from '../../src/syntax/parse.ts';

const span = { start: 0, end: 0 };

describe('a label that is made from a name', () => {
  it.each([
    ['open-account', 'Open account'],
    ['open_the-account', 'Open the account'],
    ['בדיקת-מלאי', 'בדיקת מלאי'],
    ['élan-vital', 'Élan vital'],
    ['ßtraße', 'ßtraße'],
    ['ანგარიში', 'ანგარიში'],
    ['istanbul', 'Istanbul'],
    ['𐐨𐐩', '𐐀𐐩'],
    ['SKU', 'SKU'],
  ])('%s reads %s', (name, label) => {
    expect(labelFromIdentifier(name)).toBe(label);
  });

  it('gives way to the label that is written', () => {
    expect(labelOfName({ span, id: { span, name: 'a' }, label: { span, value: 'B' } })).toBe('B');
    expect(labelOfName({ span, id: { span, name: 'a' } })).toBe('A');
    expect(labelOfName({ span })).toBe('');
  });

  it('has the question mark of the language where one was written', () => {
    const id = { span, name: 'in-stock' };
    expect(labelOfQuestion({ span, id, mark: span }, '؟')).toBe('In stock؟');
    expect(labelOfQuestion({ span, id }, '?')).toBe('In stock');
    expect(labelOfQuestion({ span, id, mark: span, label: { span, value: 'Stock?' } }, '?')).toBe('Stock?');
  });
});

describe('a name that is made from a label', () => {
  it.each([
    ['Customer calls', 'customer-calls'],
    ['  “Really?” he said!  ', 'really-he-said'],
    ['24/7 line', 'line'],
    ['בדיקת מלאי', 'בדיקת-מלאי'],
    ['???', undefined],
  ])('for %s is %s', (label, name) => {
    expect(identifierFromLabel(label)).toBe(name);
    if (name !== undefined) expect(parse({ path: 'a', text: `flow ${name}` }).diagnostics).toEqual([]);
  });
});
