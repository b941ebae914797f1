import { describe, expect, it } from 'vitest';
import type { RuleName } from '../../src/diagnostic/code.ts';
import { codesOf, lintText, rulesWith } from '../lint/lint-texts.ts';

/** What the rules for a service team say of a text. */
const said = (text: string) => lintText(text, rulesWith('service'));
const isSaid = (rule: RuleName, text: string): boolean => codesOf(said(text)).includes(rule);
const messages = (rule: RuleName, text: string): readonly string[] =>
  said(text).flatMap(({ code, message }) => (code === rule ? [message] : []));

describe('questions that nobody named', () => {
  it.each(['?', '…', '-', '？', ' ', '\u200b'])(
    'two questions “%s” are not one question asked twice',
    (label) => {
      const text = `flow a
touchpoint phone
step look "Look"
choose first? "${label}" {
  when "small" -> "Settle it" -> end settled
  otherwise {
    choose second? "${label}" {
      when "new" -> "Open a file" -> end opened
      otherwise -> "Add to the file" -> end added
    }
  }
}`;
      expect(isSaid('known-answer', text)).toBe(false);
      expect(codesOf(said(text)).filter((code) => code === 'unnamed-question')).toHaveLength(2);
    },
  );

  it('no rule takes such labels for words: they lack no question mark, and two such answers are not one', () => {
    const codes = codesOf(
      said(`flow a
touchpoint phone
step look "Look"
choose first? "…" {
  when "?" -> "Settle it" -> end settled
  when "?" -> "Open a file" -> end opened
  otherwise -> "Ask" -> end asked
}`),
    );
    expect(codes).toContain('unnamed-question');
    expect(codes).not.toContain('question-mark');
    expect(codes).not.toContain('duplicate-answer');
  });
});

describe('a flow that others call', () => {
  const credit = `flow credit "Credit check"
touchpoint ask "Sale asks"
step look "Ask the bureau"
end refused as failure`;

  it('may only fail, where its caller says what is done then', () => {
    expect(
      isSaid(
        'request-unanswered',
        `flow sale
touchpoint phone
call credit
  problem "Refused" -> "Offer to pay in advance" -> end offered as success
end sold as success
${credit}`,
      ),
    ).toBe(false);
  });

  it('may not only fail, where a case is handed over to it, or its caller does not ask', () => {
    for (const statement of ['call credit', 'if large? -> transfer credit'])
      expect(
        isSaid(
          'request-unanswered',
          `flow sale\ntouchpoint phone\nstep take "Take"\n${statement}\nend sold as success\n${credit}`,
        ),
      ).toBe(true);
  });

  const track = `flow track
step tell "Say where the parcel is" to customer
wait day "One day" within 1d
-> tell`;

  it('may go on until a problem or a timeout of the call ends it', () => {
    for (const exit of ['problem "Customer cancels"', 'timeout'])
      expect(
        isSaid(
          'cannot-finish',
          `flow order
touchpoint phone
call track within 10d
  ${exit} -> "Stop the delivery" -> end stopped
end done
${track}`,
        ),
      ).toBe(false);
  });

  it('may not go on for ever where one of its callers has no such exit', () => {
    expect(
      isSaid(
        'cannot-finish',
        `flow order
touchpoint phone
if tracked? -> call track
call track within 10d
  timeout -> end stopped
end done
${track}`,
      ),
    ).toBe(true);
  });
});

describe('times', () => {
  it('a pause of a fixed length is no wait that can last for ever', () => {
    const wait = (attributes: string) =>
      `flow a\ntouchpoint phone\nwait cool "Cooling-off time"${attributes}\nend done`;
    expect(isSaid('wait-without-timeout', wait(' takes 14d'))).toBe(false);
    expect(isSaid('wait-without-timeout', wait(''))).toBe(true);
  });

  it('working days are said as working days, alone, with hours, and beside weeks', () => {
    const flow = (promise: string, ...limits: readonly string[]) =>
      `flow a
promise ${promise}
touchpoint phone
${limits.map((limit, at) => `step s${at} "Step ${at}" within ${limit}`).join('\n')}
end done`;
    const worst = (promise: string, ...limits: readonly string[]) =>
      messages('promise-exceeded', flow(promise, ...limits))[0];
    expect(worst('10wd', '5wd', '6wd')).toBe(
      'The promise is 10 working days, but a case can take 11 working days until “Done”',
    );
    expect(worst('5wd', '6wd')).toContain('can take 6 working days until');
    expect(worst('5wd', '6wd', '4h')).toContain('can take 6 working days 4 hours until');
    expect(worst('5wd', '6wd', '2w')).toContain('can take 2 weeks and 6 working days until');
    expect(worst('24d', '14d', '14d', '3d')).toContain(
      'promise is 24 days, but a case can take 31 days until',
    );
    expect(worst('2w', '2w', '10min')).toContain('can take 14 days 10 minutes until');
    for (const found of said(flow('5wd', '6wd', '2w')))
      expect(JSON.stringify(found)).not.toMatch(/8 days 10 hours/);
  });

  it('working days of a called flow, and those of a loop, are said so as well', () => {
    expect(
      messages(
        'promise-exceeded',
        `flow a
promise 3wd
touchpoint phone
step one "One" within 2wd
if again? -> one max 2 then -> b
call b
end done
flow b
step two "Two" within 1wd
end two-done`,
      ),
    ).toEqual(['The promise is 3 working days, but a case can take 7 working days until “Done”']);
  });

  it('what is acknowledged within one working day is acknowledged within a day', () => {
    const flow = (limit: string) => `flow a
role clerk "Clerk"
touchpoint mail
step log "Log it" by clerk within ${limit}
step tell "Say that it came in" by clerk to customer
end logged`;
    expect(isSaid('no-acknowledgement', flow('1wd'))).toBe(false);
    expect(isSaid('no-acknowledgement', flow('25h'))).toBe(true);
    expect(messages('no-acknowledgement', flow('2wd'))[0]).toContain('2 working days after getting in touch');
  });

  it('limits without consequence are one finding a flow, which counts them', () => {
    const flow = `flow a
role desk "Desk"
touchpoint phone
step one "One" by desk within 1d
step two "Two" by desk within 2d
step three "Three" by desk within 59min
step four "Four" by desk within 2h
end done
flow b
touchpoint mail
step five "Five" within 1wd
end done-too`;
    expect(messages('late-without-action', flow)).toEqual([
      'Nothing is done when “One” is not finished within 1 day, nor at 2 more time limits of this flow',
      'Nothing is done when “Five” is not finished within 1 working day',
    ]);
  });

  it('what a system does needs no time limit, nor what takes a few minutes', () => {
    const flow = (attributes: string) => `flow a
role desk "Desk"
system portal "Portal"
touchpoint form
step check "Check" ${attributes}
step tell "Tell" by desk to customer
end told`;
    expect(isSaid('missing-time-limit', flow('by portal'))).toBe(false);
    expect(isSaid('missing-time-limit', flow('by desk takes 5min'))).toBe(false);
    expect(isSaid('missing-time-limit', flow('by desk takes 1h..2h'))).toBe(false);
    expect(isSaid('missing-time-limit', flow('by desk takes 2d'))).toBe(true);
    expect(isSaid('missing-time-limit', flow('by desk'))).toBe(true);
  });

  it('a customer who takes part is not left in silence', () => {
    const flow = (attribute: string) => `flow a
role agent "Agent"
touchpoint phone
step ask "Ask" by agent to customer
step look "Look" by agent within 2d
step test "Test the line" by agent ${attribute}
step mend "Mend it" by agent within 2d
step tell "Tell" by agent to customer
end told`;
    expect(isSaid('silent-wait', flow('with customer'))).toBe(false);
    expect(isSaid('silent-wait', flow(''))).toBe(true);
  });

  it('the customer’s own turn is no silence, and where nobody is named the help says what to write', () => {
    const flow = (by: string) => `flow a
role agent "Agent"
touchpoint phone
step label "Send the label" by agent to customer
wait parcel "Wait for the parcel"${by} within 14d
step pay "Pay" by agent to customer within 1d
end paid`;
    expect(isSaid('silent-wait', flow(' by customer'))).toBe(false);
    const [found] = said(flow('')).filter(({ code }) => code === 'silent-wait');
    expect(found?.help).toContain('waited for at “Wait for the parcel”, write “by customer” there');
  });
});

describe('names and labels that are alike on purpose', () => {
  it('names that differ by a number, and steps that read the same, are not easily mixed up', () => {
    const steps = (one: string, other: string) =>
      `flow a\ntouchpoint phone\nstep ${one} "One"\nstep ${other} "Other"\nend done`;
    expect(isSaid('similar-names', steps('investigate', 'investigate-2'))).toBe(false);
    expect(isSaid('similar-names', steps('answer-the-call-p1', 'answer-the-call-p2'))).toBe(false);
    expect(isSaid('similar-names', steps('report-major-fault', 'report-minor-fault'))).toBe(false);
    expect(isSaid('similar-names', steps('investigate', 'investigates'))).toBe(true);
    const same = steps('investigate', 'investigates').replaceAll(/"O\w+"/g, '"Look into it"');
    expect(codesOf(said(same)).filter((code) => /similar|duplicate/.test(code))).toEqual(['duplicate-label']);
  });

  it('one step for each priority, by somebody else or with another limit, is no double', () => {
    const twins = (one: string, other: string) => `flow a
role desk "Desk"
role expert "Expert"
touchpoint phone
choose priority "Priority?" {
  when "P1" { step p1 "Repair it" ${one} }
  otherwise { step p2 "Repair it" ${other} }
}
end done`;
    expect(isSaid('duplicate-label', twins('by desk within 1h', 'by desk within 8h'))).toBe(false);
    expect(isSaid('duplicate-label', twins('by desk', 'by expert'))).toBe(false);
    expect(isSaid('duplicate-label', twins('by desk within 60min', 'by desk within 60min'))).toBe(true);
  });

  it('two events that were waited for may lead to the same step', () => {
    const choose = (before: string) => `flow a
touchpoint phone
${before}
choose came "What has come?" {
  when "The buzzer" -> hand-over
  when "A call" -> hand-over
  otherwise -> "Keep it warm"
}
step hand-over "Hand it over"
end done`;
    expect(isSaid('duplicate-branch', choose('wait guest "Wait" within 1h'))).toBe(false);
    expect(isSaid('duplicate-branch', choose('step ask "Ask"'))).toBe(true);
  });

  it.each([
    ['inside of Chinese words', 'RMA', '把RMA号码发给客户'],
    ['of Chinese, in a row of other characters', '退货单', '请把退货单发给客户'],
    ['of Japanese', '返品', '返品を受け取る'],
    ['of Korean with a particle', '반품', '반품을 받는다'],
    ['of Thai', 'ใบคืน', 'ส่งใบคืนให้ลูกค้า'],
    ['behind a Hebrew prefix', 'החזרה', 'לטפל בהחזרה'],
    ['behind two Hebrew prefixes', 'משלוח', 'לשאול שבמשלוח'],
    ['in Latin letters behind a Hebrew prefix', 'RMA', 'לרשום את הRMA'],
    ['in Latin letters behind a Hebrew prefix and a hyphen', 'RMA', 'לרשום את ה-RMA'],
    ['in Latin letters behind a Hebrew prefix and a maqaf', 'RMA', 'לרשום את ה־RMA'],
    ['of several Hebrew words', 'תעודת משלוח', 'לצרף לתעודת המשלוח'],
    ['behind the Arabic article', 'مرتجع', 'استلام المرتجع'],
    ['in the plural', 'SKU', 'Look the SKUs up'],
  ])('a term %s is used', (_, term, label) => {
    const flow = (text: string) => `flow a
term "${term}" "Explained"
touchpoint phone
step work "${text}"
end done`;
    expect(isSaid('unused-declaration', flow(label))).toBe(false);
    expect(isSaid('unused-declaration', flow('Something else'))).toBe(true);
  });

  it('a term is not used by a word that only has its letters in it', () => {
    const flow = (term: string, text: string) =>
      `flow a\nterm "${term}" "Explained"\ntouchpoint phone\nstep work "${text}"\nend done`;
    expect(isSaid('unused-declaration', flow('art', 'Start the cart'))).toBe(true);
    expect(isSaid('unused-declaration', flow('שלום', 'תשלומים'))).toBe(true);
    expect(isSaid('unused-declaration', flow('退货', '发货，退钱'))).toBe(true);
  });
});

describe('one cause, one finding', () => {
  it('a parallel whose branches end the flow is reached all the same', () => {
    const ends = `flow ends
touchpoint phone
parallel {
  branch { step money "Pay back" -> end repaid }
  branch { step goods "Collect the goods" -> end collected }
}`;
    expect(codesOf(said(ends))).not.toContain('unreachable-node');
    expect(codesOf(said(ends))).not.toContain('dead-end');
    const after = `${ends}\nstep tell "Tell the customer"\nstep ask "Ask whether it helped"\nend told "Told"`;
    expect(codesOf(said(after)).filter((code) => code === 'unreachable-node')).toHaveLength(1);
  });

  it('what no case can be escalated from is one finding a flow, however many ways in it has', () => {
    const touchpoints = Array.from({ length: 11 }, (_, at) => `touchpoint t${at} "Way ${at}"`).join('\n');
    const found = messages('no-escalation-path', `flow a\n${touchpoints}\nstep one "One"\nend done`);
    expect(found).toHaveLength(1);
  });

  it('a loop that only one answer ends is told of once, wherever it is entered', () => {
    const codes = codesOf(
      said(`flow a
touchpoint phone
if urgent? -> work
step sort "Sort it"
step work "Work on it"
if solved? -> end solved-it
-> sort`),
    );
    expect(codes).toContain('unbounded-retry');
    expect(codes).not.toContain('irreducible-loop');
  });

  it('all ends that the customer hears nothing of are one finding', () => {
    expect(
      messages(
        'customer-not-told',
        `flow a
role clerk "Clerk"
touchpoint mail
step check "Check" by clerk
if right? -> "Pay" by clerk -> end paid as success
end filed as success`,
      ),
    ).toEqual(['“Paid” can be reached without telling the customer what came of “Pay”, and so can “Filed”']);
  });
});
