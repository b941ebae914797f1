import type { HelpEntry } from './help-entry.ts';

/** Words that begin a statement, or a part of one. */
export const statementHelp: readonly HelpEntry[] = [
  ['flow', { says: 'begins a flow: its name, and its title for people', example: 'flow refund "Refund"' }],
  [
    'use',
    {
      says: 'makes the flows, roles, systems, requests, levels and terms of another file known here',
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
      says: 'lets nothing happen until something comes, or the first of several events in its block; `within` is the longest wait',
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
  [
    'when',
    {
      says: 'is one answer of a `choose`, or one event that a `wait` waits for; without a branch the path goes on below',
      example: 'when "Invoice" 30% -> billing',
    },
  ],
  ['otherwise', { says: 'is every answer of a `choose` that is not named', example: 'otherwise -> agent' }],
  [
    'parallel',
    {
      says: 'lets its branches run side by side; what follows waits for all, or for the `first`',
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
      says: 'is what is done when the `within` of the statement above has passed; with a name it needs no `within`',
      example: 'timeout -> apologise',
    },
  ],
  [
    'anytime',
    {
      says: 'is what may happen wherever the case is, in the flow or in its stage; the work under way is left',
      example: 'anytime cancel "Customer cancels" 2% -> end cancelled "Cancelled" as failure',
    },
  ],
  [
    'late',
    {
      says: 'is what is done when a time limit has passed that has no `timeout` of its own, in the flow or in its stage',
      example: 'late "A limit has passed" -> "Tell the team lead" by agent to lead',
    },
  ],
  [
    'meanwhile',
    {
      says: 'is done beside the work, again and again or once, without ending it',
      example: 'meanwhile "Remind" after 2d -> "Remind the customer" by agent to customer',
    },
  ],
];
