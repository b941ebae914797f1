import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { builtOf, edgeText } from './process-of.ts';

const text = readFileSync(
  join(import.meta.dirname, '..', 'fixtures', 'graph', 'order-by-phone.flow'),
  'utf8',
);
const { process, origin, gaps } = builtOf(text);

/** Written by hand, from what the words of the specification's whole example say. */
it('compiles the whole example of the language to the nodes that its words say', () => {
  expect(
    process.nodes.map(({ id, kind, label, owner, lane }) => [id, kind, label, owner ?? '-', lane]),
  ).toEqual([
    ['phone', 'touchpoint', 'Customer calls to order', '-', 'agent'],
    ['answer', 'step', 'Answer the call', 'agent', 'agent'],
    ['account', 'step', "Open the customer's account", 'agent', 'agent'],
    ['check', 'step', 'Check the stock', 'agent', 'agent'],
    ['stock', 'decision', 'Product in stock?', '-', 'agent'],
    ['reserve', 'step', 'Reserve the product', 'store', 'store'],
    ['discontinued', 'decision', 'Product discontinued?', '-', 'agent'],
    ['confirm', 'step', 'Confirm the order', 'agent', 'agent'],
    ['placed', 'end', 'Order placed', '-', 'agent'],
    ['alternative', 'step', 'Offer a similar product', 'agent', 'agent'],
    ['accepts', 'decision', 'Customer accepts?', '-', 'agent'],
    ['lost', 'end', 'Customer declines', '-', 'agent'],
    ['backorder', 'step', 'Take a back-order', 'agent', 'agent'],
    ['restock', 'wait', 'Wait for new stock', '-', 'agent'],
  ]);
});

it('compiles it to the edges that its words say', () => {
  expect(process.edges.map(edgeText)).toEqual([
    'phone > answer',
    'answer > account',
    'account > check',
    'check > stock',
    'stock > reserve yes “Yes” 85%',
    'stock > discontinued no “No” 15%',
    'reserve > confirm',
    'discontinued > alternative yes “Yes” jump',
    'discontinued > backorder no “No” jump',
    'confirm > placed',
    'alternative > accepts',
    'accepts > check yes “Yes” jump',
    'accepts > lost no “No”',
    'backorder > restock',
    'restock > reserve jump',
    'restock > alternative timeout “after 2 weeks” jump',
  ]);
  expect(gaps.openExits).toEqual([]);
  expect(gaps.lostExits).toEqual([]);
  expect(origin.unreachedJumps).toEqual([]);
});

it('keeps all that it says of the flow and its steps', () => {
  expect(process).toMatchObject({
    id: 'order-by-phone',
    title: 'Order by phone',
    language: 'en',
    direction: 'down',
    path: 'main.flow',
    owners: [
      { id: 'agent', label: 'Call-centre agent', kind: 'role' },
      { id: 'store', label: 'Warehouse', kind: 'role' },
    ],
    properties: {
      department: 'Customer service',
      purpose: 'Take every phone order, and tell the caller what happens next.',
      reviewed: { date: '2026-10-01', every: [{ value: 6, unit: 'mo' }] },
    },
  });
  const node = (id: string) => process.nodes.find((each) => each.id === id);
  expect(node('phone')).toMatchObject({ requests: ['order'], named: true });
  expect(node('answer')).toMatchObject({ to: ['customer'], within: [{ value: 20, unit: 's' }] });
  expect(node('account')).toMatchObject({ using: ['crm'] });
  expect(node('check')).toMatchObject({
    takes: [[{ value: 30, unit: 's' }], [{ value: 2, unit: 'min' }]],
  });
  expect(node('confirm')?.say).toEqual(['Thank you. You will get the tracking number by email.']);
  expect(node('stock')).toMatchObject({ decision: { kind: 'if' } });
  expect(node('placed')).toMatchObject({ outcome: 'success' });
  expect(node('lost')).toMatchObject({ outcome: 'failure' });
});
