import { type SymbolName, symbolWords } from '../shapes/all-shapes.ts';
import type { LanguageWord } from './words.ts';

/** What a word of the language says, in a sentence, and how it is used. */
export interface WordHelp {
  readonly says: string;
  readonly example: string;
}

/** Shown when the cursor rests on a word, and beside a word that is proposed. */
export const wordHelp: ReadonlyMap<LanguageWord, WordHelp> = new Map<LanguageWord, WordHelp>([
  ['flow', { says: 'begins a flow: its name, and its title for people', example: 'flow refund "Refund"' }],
  [
    'use',
    {
      says: 'makes the flows, roles, systems, requests and terms of another file known here',
      example: 'use "common.flow"',
    },
  ],
  ['touchpoint', { says: 'is where the customer comes in', example: 'touchpoint phone "Customer calls"' }],
  [
    'stage',
    { says: 'frames a phase of the work; it changes no path', example: 'stage delivery "Delivery" { … }' },
  ],
  [
    'step',
    { says: 'is one thing that someone does', example: 'step check "Check the stock" by agent within 2min' },
  ],
  [
    'wait',
    {
      says: 'lets nothing happen until something comes; `within` is the longest wait',
      example: 'wait restock "Wait for new stock" within 2w',
    },
  ],
  [
    'escalate',
    {
      says: 'hands the work up, to the role in `to`',
      example: 'escalate decide "Decide the case" by agent to lead within 1h',
    },
  ],
  ['call', { says: 'runs another flow, then goes on here', example: 'call identify-customer' }],
  ['transfer', { says: 'goes on in another flow, and doesn’t come back', example: 'transfer complaint' }],
  [
    'if',
    {
      says: 'asks a question; the branch is the “yes”',
      example: 'if stock? "Product in stock?" 85% -> reserve',
    },
  ],
  ['else', { says: 'is the “no” of a question, or the next question', example: 'else -> backorder' }],
  [
    'choose',
    {
      says: 'asks a question that has more answers than yes and no',
      example: 'choose kind? "What is it about?" { … }',
    },
  ],
  ['when', { says: 'is one answer of a `choose`', example: 'when "Invoice" 30% -> billing' }],
  ['otherwise', { says: 'is every answer of a `choose` that is not named', example: 'otherwise -> agent' }],
  [
    'parallel',
    {
      says: 'lets its branches run side by side; what follows waits for all',
      example: 'parallel { branch { … } branch { … } }',
    },
  ],
  ['branch', { says: 'is one path of a `parallel`', example: 'branch "Warehouse" { step pack "Pack it" }' }],
  [
    'end',
    { says: 'closes the path, `as` a success or a failure', example: 'end placed "Order placed" as success' },
  ],
  [
    'problem',
    {
      says: 'is what can go wrong in the statement above, and what is done then',
      example: 'problem "Card refused" 4% -> ask-again',
    },
  ],
  [
    'timeout',
    {
      says: 'is what is done when the `within` of the statement above has passed',
      example: 'timeout -> apologise',
    },
  ],
  [
    'department',
    { says: 'names the department that the flow belongs to', example: 'department "Customer service"' },
  ],
  [
    'purpose',
    { says: 'says in a sentence what the flow is for', example: 'purpose "Take every phone order."' },
  ],
  ['owner', { says: 'names who answers for the flow', example: 'owner "Head of service"' }],
  ['version', { says: 'names the version of the flow', example: 'version "2.1"' }],
  [
    'reviewed',
    {
      says: 'is the day of the last review, and how often one is due',
      example: 'reviewed 2026-10-01 every 6mo',
    },
  ],
  ['audience', { says: 'names who reads the chart', example: 'audience "Agents", "Trainers"' }],
  [
    'language',
    {
      says: 'is the language of the labels; it decides the words on the chart and its direction',
      example: 'language de',
    },
  ],
  ['direction', { says: 'says which way the chart runs', example: 'direction right' }],
  ['promise', { says: 'is what the customer was promised, from end to end', example: 'promise 2d' }],
  ['role', { says: 'declares someone who does steps', example: 'role agent "Call-centre agent"' }],
  [
    'system',
    {
      says: 'declares a system that is used, or does steps itself',
      example: 'system crm "Customer database"',
    },
  ],
  [
    'request',
    { says: 'declares something that customers ask for', example: 'request order "Place an order"' },
  ],
  ['term', { says: 'explains a word of the trade', example: 'term SKU "The number that names one product"' }],
  ['by', { says: 'is who does it: a role, a system, or `customer`', example: 'by agent' }],
  ['with', { says: 'is who helps', example: 'with store' }],
  ['to', { says: 'is whom it informs, or who gets it', example: 'to customer' }],
  ['using', { says: 'is what it is done with', example: 'using crm' }],
  ['within', { says: 'is the time limit', example: 'within 2h' }],
  [
    'takes',
    {
      says: 'is how long it usually lasts: one time, from..to, or least..likely..most',
      example: 'takes 5min..10min',
    },
  ],
  ['as', { says: 'picks another symbol for a step, or says how an end turned out', example: 'as document' }],
  ['say', { says: 'is what the agent says to the customer', example: 'say "What may I send you?"' }],
  ['note', { says: 'is a remark beside the step', example: 'note "Read the address back"' }],
  ['link', { says: 'leads to a file or a page', example: 'link "price-list.pdf"' }],
  ['every', { says: 'is how often a review is due', example: 'reviewed 2026-10-01 every 6mo' }],
  [
    'for',
    {
      says: 'names the requests that come in at a touchpoint',
      example: 'touchpoint phone "Customer calls" for order',
    },
  ],
  ['max', { says: 'goes back at most so often', example: '-> check max 3 then -> give-up' }],
  [
    'then',
    { says: 'is where the path leads after the last time', example: '-> check max 3 then -> give-up' },
  ],
  [
    'success',
    { says: 'is an end at which the customer has what he came for', example: 'end placed as success' },
  ],
  ['failure', { says: 'is an end at which the customer has not', example: 'end lost as failure' }],
  ['down', { says: 'lets the chart run from top to bottom', example: 'direction down' }],
  ['right', { says: 'lets the chart run from left to right', example: 'direction right' }],
  ...symbolWords.map((each): [SymbolName, WordHelp] => [each.word, each]),
]);
