import { describe, expect, it } from 'vitest';
import { countPaths } from '../../src/analysis/count-paths.ts';
import { everyWay } from '../../src/analysis/every-way.ts';
import { ownersAt } from '../../src/analysis/owners-at.ts';
import { reach } from '../../src/graph/reach.ts';
import { analysed } from './small-flow.ts';

const idsOf = (text: string, which: (flow: ReturnType<typeof analysed>) => readonly number[]) => {
  const flow = analysed(text);
  return which(flow).map((at) => flow.node(at).id);
};

describe('what begins beside the way of a case', () => {
  const flow = `flow a
touchpoint call
anytime cancels "Customer cancels" -> end cancelled
late escalation -> "Tell the lead" -> end taken-over
meanwhile every 1h { step tell "Tell all" }
step work within 2d
  meanwhile after 1d -> "Remind" -> "Remind again"
end done
`;

  it('is reached though nothing leads to it', () => {
    const reached = analysed(flow).reached();
    expect(analysed(flow).process.nodes.filter((_, at) => !reached.has(at))).toEqual([]);
  });

  it('is an entry where a case goes on from it, but for what is done late, to which a limit leads', () => {
    expect(idsOf(flow, ({ entries }) => entries)).toEqual(['call', 'cancels']);
    const unlimited = flow.replace(' within 2d', '');
    expect(idsOf(unlimited, ({ entries }) => entries)).toEqual(['call', 'cancels', 'escalation']);
  });

  it('is no first step of a flow that others call', () => {
    const called = 'flow a\nanytime cancels -> "Stop" -> end stopped\nstep work\nend done\n';
    expect(idsOf(called, ({ entries }) => entries)).toEqual(['work', 'cancels']);
    const again = 'flow a\nanytime calls "Customer calls again" -> work\nstep work\nend done\n';
    expect(idsOf(again, ({ entries }) => entries)).toEqual(['work', 'calls']);
  });

  it('is beside the work where it is done meanwhile: no way goes there, and it needs no end', () => {
    const beside = idsOf(flow, ({ process, isBeside }) => [...process.nodes.keys()].filter(isBeside));
    expect(beside).toEqual(['meanwhile-1', 'tell', 'step-2', 'step-3']);
    const { ways, isBeside, finishing, process, entries } = analysed(flow);
    expect(reach(ways, entries).order.filter(isBeside)).toEqual([]);
    expect([...process.nodes.keys()].filter((at) => !finishing().has(at))).toEqual([]);
  });

  it('may come of a case wherever it is in its stage, and not elsewhere', () => {
    const staged = `flow a
touchpoint call
stage one "One" {
  anytime cancels "Customer cancels" -> end cancelled
  step work
}
meanwhile every 1d -> "Tell the lead"
step more
  meanwhile after 1d -> "Remind"
end done
`;
    const of = analysed(staged);
    const from = (id: string) =>
      reach(everyWay(of), [of.indexOf(id)]).order.flatMap((at) => of.process.nodes[at]?.id ?? []);
    expect(from('call').sort()).toEqual(of.process.nodes.map(({ id }) => id).sort());
    expect(from('more')).not.toContain('cancels');
    expect(from('more')).toContain('meanwhile-1');
    expect(from('more')).toContain('step-2');
  });
});

describe('the ways to what is done late', () => {
  const late = (text: string): readonly string[] => {
    const { ways, edge, process } = analysed(text);
    return ways.from.flatMap((_, at) => (at < process.edges.length ? [] : [edge(at).id]));
  };

  it('lead from each limit without a timeout to the nearest around it', () => {
    expect(
      late(`flow a
touchpoint call
late flow-late -> end late-end
step before within 1h
stage one "One" {
  late stage-late -> end stage-end
  step inside within 1h
  stage two "Two" { step deep within p1 1h }
  step own within 1h
    timeout -> "Tell the customer"
  step free
}
end done
`),
    ).toEqual(['before>flow-late', 'inside>stage-late', 'deep>stage-late']);
  });

  it('lead from all that a stage with a limit is around, its own timeout or not', () => {
    expect(
      late(`flow a
touchpoint call
late flow-late -> end late-end
stage one "One" within 1d {
  step inside
  step own within 1h
    timeout -> "Tell the customer"
  if x? -> "More"
}
end done
`),
    ).toEqual(['inside>flow-late', 'own>flow-late', 'step-1>flow-late', 'step-2>flow-late']);
  });

  it('do not lead from what is done late, nor meanwhile', () => {
    expect(
      late(`flow a
touchpoint call
late escalation { step tell within 1h
  end taken-over }
step work
  meanwhile after 1d { step remind within 1h }
end done
`),
    ).toEqual([]);
  });
});

describe('a case at work', () => {
  it('is had by who works on it, of a party too, and by nobody who only answers a question or is called', () => {
    const flow = analysed(`flow a
role desk
role lead
party carrier
touchpoint call by desk
step take by desk
if hard? by lead -> "Send it" by carrier -> end sent
end done
`);
    const owners = flow.process.nodes.map(({ id }, at) => [id, ownersAt(flow, at)] as const);
    expect(owners.filter(([, has]) => has.length > 0)).toEqual([
      ['take', ['desk']],
      ['step-1', ['carrier']],
    ]);
  });
});

describe('the number of paths', () => {
  const paths = (body: string): number => countPaths(analysed(`flow a\ntouchpoint t\n${body}\nend done\n`));

  it('is that of one branch where the first ends the others', () => {
    const branch = (name: string) => `branch { if ${name}? { step "S" } }\n`;
    expect(paths(`parallel first {\n${branch('x')}${branch('y')}}`)).toBe(2 + 2);
  });

  it('counts which of several answers apply, and what is done if none does', () => {
    const answers = 'when "A" -> "Do A"\nwhen "B" -> "Do B"\n';
    expect(paths(`choose all what? {\n${answers}}`)).toBe(3);
    expect(paths(`choose all what? {\n${answers}otherwise -> "Ask"\n}`)).toBe(4);
  });

  it('has nothing of what is done meanwhile', () => {
    expect(paths('step work\n  meanwhile after 1d { if x? -> "Call" }')).toBe(1);
  });
});
