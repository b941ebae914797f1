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

  it('says who does what by the label that is declared, since the chart shows it', () => {
    expect(flow('a.flow', 'role agent "Call-centre agent"\n')).not.toBe(text);
  });
});
