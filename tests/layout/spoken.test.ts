import { describe, expect, it } from 'vitest';
import { type ShowPart, usualShow } from '../../src/layout/show.ts';
import { nodeSpeaker, spokenDescription } from '../../src/layout/spoken.ts';
import { processOf } from '../build/process-of.ts';
import { withSpaces } from '../with-spaces.ts';

/** All nodes of a flow as they are said, one a line. */
const said = (text: string, show: readonly ShowPart[] = usualShow): readonly string[] => {
  const process = processOf(text);
  return process.nodes.map(nodeSpeaker(process, new Set(show))).map(withSpaces);
};

describe('what those hear who cannot see the chart', () => {
  it('is what the chart is about, in sentences', () => {
    const process = processOf(
      'flow f\ndepartment "Service"\npurpose "Is every caller helped?"\ntouchpoint in\nend',
    );
    expect(spokenDescription(process, new Set(usualShow))).toBe('Service. Is every caller helped?');
  });

  it('has what was promised and what terms mean, where the chart shows them', () => {
    const process = processOf(
      'flow f\ndepartment "Service"\npromise first "First answer" 4h\nterm "CRM" "Customer database"\ntouchpoint in\nend',
    );
    expect(spokenDescription(process, new Set(usualShow))).toBe('Service.');
    expect(withSpaces(spokenDescription(process, new Set(['promises', 'terms'])))).toBe(
      'Service. First answer: promised: 4 h. CRM: Customer database.',
    );
  });

  it('is of each node its label, owner and limit, how it ends, and where each answer leads', () => {
    const flow = `flow f
role agent "Call-centre agent"
touchpoint phone "Customer calls"
step answer "Answer the call" by agent within 20s
if stock? "In stock?" -> end placed "Order placed" as success
else -> end lost "Order lost!" as failure`;
    expect(said(flow)).toEqual([
      'Customer calls. Next: Answer the call.',
      'Answer the call. By: Call-centre agent, within 20 s. Next: In stock?',
      'In stock? Yes: Order placed. No: Order lost!',
      'Order placed. Success.',
      'Order lost! Failure.',
    ]);
  });

  it('is also what the chart shows beside that: times, tools, words to say and notes', () => {
    const flow = `flow f
system crm "CRM"
touchpoint phone "Customer calls"
step answer "Answer the call" using crm takes 1min..2min say "Hello?" note "Smile"
end`;
    expect(said(flow)[1]).toBe('Answer the call. Next: End.');
    expect(said(flow, ['takes', 'systems', 'words', 'notes'])[1]).toBe(
      'Answer the call. usually 1–2 min. using CRM. say: Hello? Smile. Next: End.',
    );
  });

  it('names the bars of a parallel that has no label', () => {
    const flow = `flow f
touchpoint in "Start"
parallel {
  branch { step "Pack" }
  branch "Billing" { step "Send the bill" }
}
end "Done"`;
    expect(said(flow)).toEqual([
      'Start. Next: At the same time.',
      'At the same time. Next: Pack. Billing: Send the bill.',
      'Pack. Next: When all is done.',
      'Send the bill. Next: When all is done.',
      'When all is done. Next: Done.',
      'Done.',
    ]);
  });

  it('is of what comes at any time, or is done beside the work, when that is', () => {
    const flow = `flow f
touchpoint in "Start"
anytime cancels "Customer cancels" -> end off "Cancelled" to customer
late limit "Too late" -> "Tell the lead"
meanwhile inform "Inform" after 30min -> "Write"
step work "Work"
  meanwhile "Remind" after 2d -> "Call"
end done "Done"`;
    expect(said(flow)).toEqual([
      'Start. Next: Work.',
      'Customer cancels. At any time. Next: Cancelled.',
      'Cancelled. Tells: Customer.',
      'Too late. When a time limit has passed. Next: Tell the lead.',
      'Tell the lead. Next: Work.',
      'Inform, after 30 min. Meanwhile. Next: Write.',
      'Write.',
      'Work. Next: Done. Meanwhile, Remind, after 2 days: Call.',
      'Call.',
      'Done.',
    ]);
  });

  it('is of each node what holds for it, and of a stage what its title says, where it begins', () => {
    const flow = `flow f
level p1
role desk "Desk"
role lead "Lead"
party carrier "Carrier"
touchpoint in "Start"
stage log "Log" by desk accountable lead within 4h each "item" {
  stage "Inner" by carrier { step take "Take" by carrier within p1 1h, 4h each "part" }
}
wait answer "Wait" within 3d until "noon" stops clock { when "Yes" -> end "Over" timeout "Nothing" -> "Ask" }
choose all what? "What?" { when "A" -> "B" when "C" }
parallel first { branch { step x "X" } branch { step y "Y" } }
parallel first { branch { end "E" } branch { end "F" } }`;
    expect(said(flow)).toEqual([
      'Start. Next: Take.',
      'Log: Desk, within 4 h, for each item, answers for it: Lead. Inner: Carrier. Take. By: Carrier (Another organisation), within 1 h (P1), else 4 h, for each part. Next: Wait.',
      'Wait. within 3 days, until noon, clock stops. Yes: Over. Nothing: Ask.',
      'Over.',
      'Ask. Next: What?',
      'What? all that apply. A: B. C: When all is done.',
      'B. Next: When all is done.',
      'When all is done. Next: At the same time.',
      'At the same time. Next: X. Next: Y.',
      'X. Next: As soon as one is done.',
      'Y. Next: As soon as one is done.',
      'As soon as one is done. Next: At the same time.',
      'At the same time. first. Next: E. Next: F.',
      'E.',
      'F.',
    ]);
  });

  it.each([
    ['he', 'לבדוק מלאי', 'נציג', 'לבדוק מלאי. באחריות: נציג, תוך 20 שניות. לאחר מכן: מה?'],
    ['ar', 'فحص المخزون', 'موظف', 'فحص المخزون. الجهة المسؤولة: موظف، خلال 20 ثانية. بعد ذلك: ماذا؟'],
    ['te', 'స్టాక్ చూడండి', 'ఏజెంట్', 'స్టాక్ చూడండి. బాధ్యత: ఏజెంట్, గరిష్ఠంగా 20 సెకన్లు. తరువాత: ఏమిటి?'],
    ['el', 'Έλεγχος', 'Εκπρόσωπος', 'Έλεγχος. Ευθύνη: Εκπρόσωπος, έως 20 δευτερόλεπτα. Έπειτα: Υπάρχει;'],
    ['ro', 'Verifică stocul', 'Agent', 'Verifică stocul. Răspunde: Agent, în cel mult 20 s. Apoi: Este?'],
    ['zh', '核实库存', '客服', '核实库存。负责方：客服，20 秒内。接着：有库存？'],
    ['hi', 'जाँच', 'एजेंट', 'जाँच। ज़िम्मेदार: एजेंट, 20 सेकंड के भीतर। इसके बाद: है?'],
  ])('is all in the language of the flow: %s', (language, label, owner, sentence) => {
    const question = sentence.replace(/^.*[:：] ?/, '');
    const flow = `flow f
language ${language}
role agent "${owner}"
touchpoint in "…"
step check "${label}" by agent within 20s
if more? "${question}" -> end
end`;
    expect(said(flow)[1]).toBe(sentence);
  });
});
