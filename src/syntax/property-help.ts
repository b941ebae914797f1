import type { HelpEntry } from './help-entry.ts';

/** Words that say something about a whole flow. */
export const propertyHelp: readonly HelpEntry[] = [
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
  [
    'promise',
    {
      says: 'is what the customer was promised: from end to end, or `from` one step `to` another; by level where that matters',
      example: 'promise p1 4h, 2d',
    },
  ],
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
  [
    'party',
    {
      says: 'declares someone outside of the house who does steps',
      example: 'party carrier "Network owner"',
    },
  ],
  [
    'level',
    {
      says: 'declares a priority or plan; a time limit can be given for each',
      example: 'level p1 "Nobody can work"',
    },
  ],
  [
    'accountable',
    {
      says: 'names the one person who answers for the flow, a stage or a step, whoever does the work',
      example: 'accountable lead',
    },
  ],
  [
    'scope',
    {
      says: 'says what the flow covers, and what it does not',
      example: 'scope "Orders of private customers"',
    },
  ],
  [
    'reference',
    {
      says: 'names what the flow is based on, such as a law or a standard',
      example: 'reference "Consumer Rights Act" link "https://example.com/act"',
    },
  ],
  ['approved', { says: 'says who approved the flow, and when', example: 'approved "Dana Levi" 2026-10-01' }],
  [
    'revised',
    { says: 'is the day of a change, and what changed', example: 'revised 2026-10-02 "Refunds are faster"' },
  ],
  [
    'measure',
    {
      says: 'is what is measured, how many cases have to meet it, and in which time',
      example: 'measure "Answered in time" 90% within 15min',
    },
  ],
  [
    'hours',
    {
      says: 'is when people work; it gives `wh` and `wd` their length',
      example: 'hours "Mon-Fri 09:00-17:00", "Sat 09:00-12:00"',
    },
  ],
  [
    'field',
    {
      says: 'carries anything else that your team wants to keep, such as a cost centre: its name and its value',
      example: 'field cost-centre "4711"',
    },
  ],
];
