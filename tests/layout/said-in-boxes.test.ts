import { describe, expect, it } from 'vitest';
import { measure } from '../metrics.ts';
import { drawnNode, drawnStage, readLines } from './drawn-parts.ts';
import { drawingOf } from './lay-out.ts';

const said = async (text: string, id: string, lanes = false): Promise<readonly string[]> =>
  readLines(drawnNode(await drawingOf(text, { lanes }), id).lines);

describe('what stands in a box', () => {
  it.each([
    ['late limit "A limit has passed" -> end', 'limit', ['[clock] A limit', 'has passed']],
    ['anytime cancels "Customer cancels" -> end', 'cancels', ['Customer cancels', 'At any time']],
    ['meanwhile remind "Remind" after 2d -> "Write"', 'remind', ['[clock] Remind,', 'after 2 days']],
    ['step pack "Pack" each "parcel"', 'pack', ['Pack', '[bars] for each parcel']],
    ['call pack "Pack" each "parcel"', 'pack-2', ['Pack', '[bars] for each parcel']],
    ['wait answer "Wait" stops clock', 'answer', ['Wait', '[stopped-clock] clock stops']],
    ['wait answer "Wait" until "noon" within 2d', 'answer', ['Wait', 'within 2 days', 'until noon']],
    ['choose all what? "What?" { when "A" -> "B" when "C" }', 'what', ['What?', '[ring] all that apply']],
    ['end told "Told" to customer', 'told', ['[envelope] Told']],
  ])('of “%s”', async (statement, id, lines) => {
    const flow = `flow f\ntouchpoint start\n${statement}\nend last`;
    const drawing = await drawingOf(
      statement.startsWith('call') ? `${flow}\nflow pack "Pack"\ntouchpoint in\nend` : flow,
      { lanes: false },
    );
    const node = drawing.nodes.find((each) => each.id === id || (id === 'pack-2' && each.kind === 'call'));
    expect(readLines(node?.lines ?? [])).toEqual(lines);
    expect(measure(drawing).faults).toEqual([]);
  });

  it('is a limit by level in one line, and more of them in a line each', async () => {
    const limited = (limits: string): string =>
      `flow f\nlevel p1\nlevel p2\ntouchpoint start\nstep take within ${limits}\nend`;
    expect(await said(limited('p1 15min, 4h'), 'take')).toEqual(['Take', 'within 15 min (P1), else 4 h']);
    expect(await said(limited('p1 15min, p2 1h, 4h'), 'take')).toEqual([
      'Take',
      'within 15 min (P1),',
      '1 h (P2),',
      'else 4 h',
    ]);
    expect(await said(limited('p1 15min'), 'take')).toEqual(['Take', 'within 15 min (P1)']);
  });

  it('is who asks and who takes the call, where no lane says so', async () => {
    const flow = `flow f
role nurse "Nurse"
touchpoint phone "Patient calls" by nurse
if danger? "Danger?" by nurse -> end
step help by nurse
end`;
    expect(await said(flow, 'phone')).toEqual(['Patient calls', 'Nurse']);
    expect(await said(flow, 'danger')).toEqual(['Danger?', 'Nurse']);
    expect(await said(flow, 'danger', true)).toEqual(['Danger?']);
  });

  it('has its marks where reading begins', async () => {
    for (const [language, label] of [
      ['en', 'A limit has passed'],
      ['he', 'עבר הזמן'],
    ]) {
      const drawing = await drawingOf(
        `flow f\nlanguage ${language}\ntouchpoint start\nlate limit "${label}" -> end\nend`,
      );
      const [line] = drawnNode(drawing, 'limit').lines;
      const box = drawnNode(drawing, 'limit');
      const middle = box.x + box.width / 2;
      expect(line?.mark).toBe('clock');
      expect(Math.sign((line?.x ?? 0) - middle)).toBe(language === 'he' ? -1 : 1);
      expect(line?.text).not.toContain('…');
      expect(measure(drawing).faults).toEqual([]);
    }
  });
});

describe('a bar', () => {
  it('says that the first branch counts, where branches come together', async () => {
    for (const direction of ['down', 'right'] as const) {
      const drawing = await drawingOf(
        `touchpoint start
         parallel first { branch { step a } branch { step b } }
         parallel { branch { step c } branch { step d } }
         end`,
        { direction },
      );
      const bars = drawing.nodes.filter(({ shape }) => shape === 'parallel-bar');
      expect(bars.map(({ kind, lines }) => [kind, ...readLines(lines)])).toEqual([
        ['fork'],
        ['join', 'first'],
        ['fork'],
        ['join'],
      ]);
      expect(measure(drawing).faults).toEqual([]);
    }
  });

  it('says it where it begins, if no branch goes on', async () => {
    const drawing = await drawingOf(
      'touchpoint start\nparallel first { branch { step a end } branch { step b end } }',
    );
    const bars = drawing.nodes.filter(({ shape }) => shape === 'parallel-bar');
    expect(bars.map(({ kind, lines }) => [kind, ...readLines(lines)])).toEqual([['fork', 'first']]);
  });

  it('is long enough for the word, whatever the language', async () => {
    for (const language of ['id', 'ru', 'fi', 'ar'])
      for (const direction of ['down', 'right'] as const) {
        const drawing = await drawingOf(
          `flow f\nlanguage ${language}\ntouchpoint start\nparallel first { branch { step a } branch { end } }\nend`,
          { direction },
        );
        expect(measure(drawing).faults).toEqual([]);
      }
  });
});

describe('the title of a stage', () => {
  const flow = (stage: string): string => `flow f
level p1
role desk "Service desk"
role lead "Team lead"
touchpoint start
stage log "Log" ${stage} { step take by desk  step sort by lead }
end`;

  it('says who answers for the phase, its limit and what it is done for, small behind the label', async () => {
    const drawing = await drawingOf(flow('by desk accountable lead within p1 1h, 4h each "item"'));
    const { lines } = drawnStage(drawing, 'log');
    expect(readLines(lines)).toEqual([
      'Log',
      'Service desk',
      'within 1 h (P1), else 4 h',
      '[bars] for each item',
      'answers for it: Team lead',
    ]);
    const [label, owner] = lines;
    expect(owner?.y).toBe(label?.y);
    expect(owner?.size).toBeLessThan(label?.size ?? 0);
    expect(measure(drawing).faults).toEqual([]);
  });

  it('is only the label of a stage of which nothing else is said', async () => {
    expect(readLines(drawnStage(await drawingOf(flow('')), 'log').lines)).toEqual(['Log']);
  });

  it('is read from its own side', async () => {
    const drawing = await drawingOf(
      flow('by desk within 4h').replace('\n', '\nlanguage he\n').replace('"Service desk"', '"מוקד"'),
    );
    const [label, owner] = drawnStage(drawing, 'log').lines;
    expect(owner?.x).toBeLessThan(label?.x ?? 0);
    expect(owner?.y).toBe(label?.y);
    expect(measure(drawing).faults).toEqual([]);
  });
});

describe('the lanes of parties', () => {
  const flow = `flow f
role desk "Desk"
role lead "Lead"
party carrier "Carrier"
touchpoint start
step ask by customer
step note by desk
step measure by carrier
step close by lead
end`;

  it.each(['down', 'right'] as const)(
    'stand apart from those of the house, beside the customer’s: %s',
    async (direction) => {
      const drawing = await drawingOf(flow, { direction });
      expect(drawing.lanes.map(({ id, party }) => [id, party])).toEqual([
        ['customer', undefined],
        ['carrier', true],
        ['desk', undefined],
        ['lead', undefined],
      ]);
      const gaps = drawing.lanes.slice(1).map((lane, index) => {
        const before = drawing.lanes[index];
        if (before === undefined) return 0;
        return direction === 'down' ? lane.x - before.x - before.width : lane.y - before.y - before.height;
      });
      expect(gaps).toEqual([0, 10, 0]);
      for (const lane of drawing.lanes)
        expect(direction === 'down' ? lane.header.width : lane.header.height).toBe(
          direction === 'down' ? lane.width : lane.height,
        );
      expect(measure(drawing).faults).toEqual([]);
    },
  );

  it('leave no gap where all lanes are of the same side', async () => {
    const drawing = await drawingOf(flow.replaceAll('party carrier', 'role carrier'));
    const [first, second, third] = drawing.lanes;
    expect(second?.x).toBe((first?.x ?? 0) + (first?.width ?? 0));
    expect(third?.x).toBe((second?.x ?? 0) + (second?.width ?? 0));
  });
});
