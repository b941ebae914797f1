import { describe, expect, it } from 'vitest';
import { processText } from '../../src/model/process-text.ts';
import { processOf } from '../build/process-of.ts';

const flow = (path: string, declarations: string, name = ''): string =>
  processText({
    ...processOf(`flow f "F"\n${declarations}touchpoint t\nstep ${name}"Look" by agent\nend e`),
    path,
  });

describe('a process as text', () => {
  const text = flow('a.flow', 'role agent "Agent"\n');

  it('is the same wherever the flow stands, whatever is declared that no chart shows, and whether a step has its name', () => {
    expect(flow('b/c.flow', 'role agent "Agent"\n')).toBe(text);
    expect(flow('a.flow', 'role agent "Agent"\nrole clerk "Clerk"\nterm SKU "Stock-keeping unit"\n')).toBe(
      text,
    );
    expect(flow('a.flow', 'role agent "Agent"\n', 'step-1 ')).toBe(text);
  });

  it('is the same whatever is said for documents and figures alone', () => {
    const said = [
      'scope "All"',
      'reference "ITIL"',
      'approved "Dana" 2026-10-01',
      'revised 2026-10-02 "First"',
      'measure "In time" 90%',
      'hours "Mon-Fri 09:00-17:00"',
      'field cost-centre "4711"',
    ];
    expect(flow('a.flow', `${said.join('\n')}\nrole agent "Agent" staff 5\n`)).toBe(text);
  });

  it('is another for what a chart may show: times by level, who answers for it, what is said of an answer', () => {
    const ofStep = (attributes: string) => processText(processOf(`step a ${attributes}\nend`));
    expect(ofStep('within p1 1h')).not.toBe(ofStep(''));
    expect(ofStep('accountable boss')).not.toBe(ofStep(''));
    expect(ofStep('each "item"')).not.toBe(ofStep(''));
    const ofAnswer = (remark: string) => processText(processOf(`choose q? { when "A" ${remark} }\nend`));
    expect(ofAnswer('note "N"')).not.toBe(ofAnswer(''));
  });

  it('says who does what by the label that is declared, since the chart shows it', () => {
    expect(flow('a.flow', 'role agent "Call-centre agent"\n')).not.toBe(text);
  });
});
