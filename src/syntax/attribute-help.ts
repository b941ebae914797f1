import type { HelpEntry } from './help-entry.ts';

/** Words that say something about a statement, stand inside of one, or are a value. */
export const attributeHelp: readonly HelpEntry[] = [
  ['by', { says: 'is who does it: a role, a system, or `customer`', example: 'by agent' }],
  ['with', { says: 'is who helps', example: 'with store' }],
  [
    'to',
    {
      says: 'is whom it informs, or who gets it; of a promise, the step that keeps it',
      example: 'to customer',
    },
  ],
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
  ['each', { says: 'says for what it is done, once for each', example: 'each "parcel"' }],
  [
    'stops',
    {
      says: 'lets the clock stand still: this time is not counted against promises',
      example: 'wait reply "Wait for the customer" within 3d stops clock',
    },
  ],
  [
    'until',
    {
      says: 'is the moment at which a wait is over, where it is not a length of time',
      example: 'wait visit "Wait for the visit" until "the day before"',
    },
  ],
  [
    'for',
    {
      says: 'names the requests that come in at a touchpoint',
      example: 'touchpoint phone "Customer calls" for order',
    },
  ],
  [
    'volume',
    {
      says: 'is how many cases come in at a touchpoint, and in which time',
      example: 'touchpoint phone "Customer calls" volume 400 per 1d',
    },
  ],
  [
    'every',
    {
      says: 'is how often a review is due, or something is done meanwhile',
      example: 'meanwhile every 30min -> "Tell all users" by agent to customer',
    },
  ],
  [
    'after',
    {
      says: 'is how long it takes until something is done meanwhile, once',
      example: 'meanwhile after 2d -> "Remind the customer" by agent to customer',
    },
  ],
  ['max', { says: 'goes back at most so often', example: '-> check max 3 then -> give-up' }],
  [
    'then',
    { says: 'is where the path leads after the last time', example: '-> check max 3 then -> give-up' },
  ],
  [
    'from',
    {
      says: 'is the step with which a promise begins; the touchpoint, where it is left out',
      example: 'promise "Final response" 8w from log to answer',
    },
  ],
  [
    'first',
    {
      says: 'lets the branch that is done first end the others',
      example: 'parallel first { branch { … } branch { … } }',
    },
  ],
  [
    'all',
    {
      says: 'lets every answer that applies be taken, at the same time',
      example: 'choose all services "What applies?" { … }',
    },
  ],
  [
    'clock',
    {
      says: 'is what `stops`: this time is not counted against promises',
      example: 'wait reply "Wait for the customer" within 3d stops clock',
    },
  ],
  [
    'per',
    {
      says: 'is the time in which so many cases come in',
      example: 'touchpoint phone "Customer calls" volume 400 per 1d',
    },
  ],
  ['staff', { says: 'is how many there are of a role', example: 'role agent "Agent" staff 5' }],
  [
    'success',
    { says: 'is an end at which the customer has what he came for', example: 'end placed as success' },
  ],
  ['failure', { says: 'is an end at which the customer has not', example: 'end lost as failure' }],
  ['down', { says: 'lets the chart run from top to bottom', example: 'direction down' }],
  ['right', { says: 'lets the chart run from left to right', example: 'direction right' }],
];
