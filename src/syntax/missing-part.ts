/** What a construct cannot be without, in the words of a message: “by” needs … */
export const parts = {
  name: 'a name or a label',
  identifier: 'a name',
  role: 'a name',
  text: 'a text in quotes',
  question: 'a question',
  duration: 'a duration',
  date: 'a date',
  integer: 'a whole number',
  tag: 'the code of a language',
  direction: '“down” or “right”',
  symbol: 'the name of a symbol',
  outcome: '“success” or “failure”',
  timing: '“every” or “after” and a duration',
  key: 'the name of the field',
  value: 'its value in quotes',
  per: '“per” and a duration',
  clock: '“clock”',
  term: 'the word that it explains',
  meaning: 'its meaning in quotes',
  branch: 'a branch: an arrow or a block',
  block: 'a block in braces',
  target: 'a place to go to',
  arrow: 'an arrow',
} as const;
export type Part = keyof typeof parts;

/** Those that have to stand on the line of what needs them. */
export const lineParts: ReadonlySet<Part> = new Set<Part>(['name', 'identifier', 'question']);

/** Thrown inside of the parser where a part is not there, and caught where the statement can go on. Never leaves it. */
export class MissingPart extends Error {
  readonly part: Part;
  constructor(part: Part) {
    super(parts[part]);
    this.part = part;
  }
}

/** The example of what follows the `as` of an end; elsewhere `as` names a symbol. */
export const endExample = 'end solved "Problem solved" as success';

/** A right example of each word that needs something, to be shown where it is missing. */
export const examples: ReadonlyMap<string, string> = new Map([
  ['use', 'use "roles.flow"'],
  ['flow', 'flow refund "Return and refund"'],
  ['touchpoint', 'touchpoint phone "Customer calls"'],
  ['stage', 'stage intake "Take the request" { … }'],
  ['step', 'step check "Check the stock"'],
  ['wait', 'wait reply "Wait for the customer’s reply" within 2d'],
  ['escalate', 'escalate decide "Decide on the claim" to supervisor'],
  ['call', 'call identify-customer'],
  ['transfer', 'transfer complaint'],
  ['if', 'if stock? "Product in stock?" -> reserve'],
  ['else if', 'else if urgent? "Is it urgent?" -> hurry'],
  ['else', 'else -> backorder'],
  ['choose', 'choose kind? "What kind of request?" { when "Question" -> answer }'],
  ['when', 'when "Complaint" -> apologise'],
  ['otherwise', 'otherwise -> ask'],
  ['parallel', 'parallel { branch { … } branch { … } }'],
  ['branch', 'branch { step pack "Pack the parcel" }'],
  ['problem', 'problem "No answer" -> call-back'],
  ['timeout', 'timeout -> remind'],
  ['anytime', 'anytime cancels "Customer cancels" -> end'],
  ['late', 'late overdue "A limit has passed" -> "Tell the lead"'],
  ['meanwhile', 'meanwhile "Remind" after 2d -> "Remind the customer"'],
  ['after', 'meanwhile "Remind" after 2d -> "Remind the customer"'],
  ['first', 'parallel first { branch { … } branch { … } }'],
  ['all', 'choose all needs? "What is needed?" { when "A room" -> book }'],
  ['department', 'department "Customer service"'],
  ['purpose', 'purpose "Answer every complaint within a day."'],
  ['owner', 'owner "Dana Levi"'],
  ['version', 'version "2.1"'],
  ['reviewed', 'reviewed 2026-10-01 every 6mo'],
  ['every', 'every 6mo'],
  ['audience', 'audience "agents", "trainers"'],
  ['language', 'language pt-BR'],
  ['direction', 'direction right'],
  ['promise', 'promise 3d'],
  ['promise … from', 'promise final "Final answer" 8w from take to answer'],
  ['promise … to', 'promise final "Final answer" 8w to answer'],
  ['party', 'party carrier "Parcel service"'],
  ['level', 'level p1 "Nobody can work"'],
  ['accountable', 'accountable lead'],
  ['scope', 'scope "All orders but gift cards"'],
  ['reference', 'reference "Complaints policy" link "policies/complaints.pdf"'],
  ['approved', 'approved "Dana Levi" 2026-10-01'],
  ['revised', 'revised 2026-10-02 "Refunds by agents"'],
  ['measure', 'measure "Answered in time" 90% within 1h'],
  ['hours', 'hours "Mon-Fri 09:00-17:00"'],
  ['field', 'field cost-centre "4711"'],
  ['staff', 'role agent "Agent" staff 5'],
  ['role', 'role agent "Call-centre agent"'],
  ['system', 'system crm "Customer database"'],
  ['request', 'request refund "Get money back"'],
  ['term', 'term SKU "Stock-keeping unit"'],
  ['by', 'by agent'],
  ['with', 'with supervisor'],
  ['to', 'to customer'],
  ['using', 'using crm'],
  ['within', 'within 20min'],
  ['takes', 'takes 2min..5min'],
  ['as', 'as document'],
  ['say', 'say "Thank you for waiting."'],
  ['note', 'note "Only on working days."'],
  ['link', 'link "guides/refunds.html"'],
  ['for', 'for refund, complaint'],
  ['each', 'each "item"'],
  ['stops', 'wait reply "Wait for the customer" stops clock'],
  ['until', 'until "the day before the visit"'],
  ['volume', 'touchpoint phone "Customer calls" volume 400 per 1d'],
  ['per', 'touchpoint phone "Customer calls" volume 400 per 1d'],
  ['max', '-> ask max 3 then -> give-up'],
  ['then', '-> ask max 3 then -> give-up'],
  ['->', '-> check, -> "Check the stock" or -> end'],
  ['→', '→ check, → "Check the stock" or → end'],
]);
