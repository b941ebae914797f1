import { describe, expect, it } from 'vitest';
import type { Drawing, DrawnBracket } from '../../src/layout/drawing.ts';
import { drawnText } from '../../src/layout/drawn-text.ts';
import { foldDrawing } from '../../src/layout/fold/fold-drawing.ts';
import { chosenShow, type ShowPart, showParts, usualShow } from '../../src/layout/show.ts';
import type { Process } from '../../src/model/process.ts';
import { processText } from '../../src/model/process-text.ts';
import type { Box } from '../../src/shapes/geometry.ts';
import { processOf } from '../build/process-of.ts';
import { checkTexts, examplePaths, processesOf, textOfExample } from '../examples/example-files.ts';
import { measure } from '../metrics.ts';
import { withSpaces } from '../with-spaces.ts';
import { drawingOf, layOut, measurer } from './lay-out.ts';

const order = `flow order "Order by phone"
role agent "Agent"
role lead "Team lead"
system crm "CRM"
touchpoint phone "Customer calls"
step take "Take the order" by agent using crm to customer within 3min takes 1min..2min
  problem "Line breaks" 5% -> take
if stock? "In stock?" 87.5% -> done
else -> up
escalate up "Ask the lead" to lead, agent by agent
end done "Ordered" as success
`;

const examples = [
  ...checkTexts(new Map(examplePaths.map((path) => [path, textOfExample(path)]))).values(),
].flatMap(processesOf);

const set = (...parts: readonly ShowPart[]): ReadonlySet<ShowPart> => new Set(parts);

/** The small lines of a node of a chart without lanes. */
const detailsOf = async (node: string, ...show: readonly ShowPart[]): Promise<readonly string[]> => {
  const { nodes } = await drawingOf(order, { lanes: false, show: set(...show) });
  const lines = nodes.find(({ id }) => id === node)?.lines ?? [];
  return lines.filter(({ role }) => role === 'detail').map(({ text }) => withSpaces(text));
};

const labelsOf = ({ edges }: Drawing): readonly string[] =>
  edges.flatMap(({ label }) => (label === undefined ? [] : [label.lines.map(({ text }) => text).join(' ')]));

/** The process with a note of one of several lengths at each of its nodes. */
const annotated = (process: Process): Process => ({
  ...process,
  nodes: process.nodes.map((node, index) => ({
    ...node,
    notes: [notes[(index * 5) % notes.length] ?? ''],
    say: [],
  })),
});
const notes = [
  'Short note',
  'Red flags: chest pain, no breath, sudden weakness on one side of the body',
  'Ask for the number of the contract; it stands on every bill, at the top right. Never ask for a password. If the caller does not know it, take the name and the street, and look for it in the customer database.',
];

const ways = [undefined, false].flatMap((lanes) =>
  (['down', 'right'] as const).map((direction) => ({ direction, ...(lanes === undefined ? {} : { lanes }) })),
);

describe('what a chart shows beside the work', () => {
  it('is owner and limit where nobody says anything else, to the same bytes as where somebody says that', async () => {
    for (const way of ways)
      expect(await drawingOf(order, { ...way, show: set(...usualShow) })).toEqual(
        await drawingOf(order, way),
      );
    expect(await detailsOf('take', ...usualShow)).toEqual(['Agent', 'within 3 min']);
  });

  it('is nothing where nothing is wished, and what is wished alone', async () => {
    expect(await detailsOf('take')).toEqual([]);
    expect(await detailsOf('take', 'owner')).toEqual(['Agent']);
    expect(await detailsOf('take', 'within')).toEqual(['within 3 min']);
    expect(await detailsOf('take', 'takes')).toEqual(['usually 1–2 min']);
    expect(await detailsOf('take', 'systems')).toEqual(['using CRM']);
    expect(await detailsOf('take', 'informs')).toEqual(['tells: Customer']);
  });

  it('tells of an escalation only whom else it tells', async () => {
    expect(await detailsOf('up', 'owner', 'informs')).toEqual(['Team lead', 'tells: Agent']);
  });

  it('has no owner in a box where lanes say it', async () => {
    const { nodes } = await drawingOf(order, { show: set('owner', 'takes') });
    const lines = nodes.flatMap((node) => node.lines.filter(({ role }) => role === 'detail'));
    expect(lines.map(({ text }) => withSpaces(text))).toEqual(['usually 1–2 min']);
  });

  it('has how often a way is taken behind its label, in the digits and order of the language', async () => {
    expect(labelsOf(await drawingOf(order))).toEqual(['Line breaks', 'Yes', 'No']);
    expect(labelsOf(await drawingOf(order, { show: set('percent') }))).toEqual([
      'Line breaks 5%',
      'Yes 87.5%',
      'No 12.5%',
    ]);
    const german = order.replace('\n', '\nlanguage de\n');
    expect(labelsOf(await drawingOf(german, { show: set('percent') }))).toContain('Ja 87,5\u00a0%');
  });

  it('is the same choice in whatever order and however often it is named, and none at all for the usual one', () => {
    expect(chosenShow(['within', 'owner', 'owner'])).toBeUndefined();
    expect(chosenShow(['notes', 'owner', 'notes'])).toEqual(['owner', 'notes']);
    expect(chosenShow([])).toEqual([]);
    expect(chosenShow(showParts)).toEqual(showParts);
  });
});

const claim = `flow claim "Claim"
role agent "Agent"
level p1 "Urgent"
promise first "First answer" p1 4h, 1d from take to told
promise 8w
promise visit "Visit" 5wd from look to look
field "Control" "C-17"
term "CRM" "Customer database"
touchpoint phone "Customer calls"
step take "Take the claim" by agent takes p1 1min..2min, 5min field "Cost centre" "4711"
step told "Tell the customer" by agent
stage seen "See the damage" note "By appointment" {
step look "Look" by agent
}
choose how? "How?" by agent {
  when "By post" note "Registered mail" -> done
  otherwise
}
end done "Settled" as success
`;

describe('fields, terms and what is said of other things than nodes', () => {
  const drawn = (...show: readonly ShowPart[]) => drawingOf(claim, { lanes: false, show: set(...show) });
  const listOf = ({ list }: Drawing) => list?.lines.map(({ text }) => text);

  it('are fields of a step in its box, and those of the flow below the chart', async () => {
    const { nodes, ...rest } = await drawn('fields');
    const lines = nodes.find(({ id }) => id === 'take')?.lines.map(({ text }) => withSpaces(text));
    expect(lines).toEqual(['Take the claim', 'Cost centre: 4711']);
    expect(rest.list?.lines.map(({ text }) => text)).toEqual(['Control: C-17']);
  });

  it('are terms with what they mean below the chart', async () => {
    expect(listOf(await drawn('owner'))).toBeUndefined();
    expect(listOf(await drawn('terms'))).toEqual(['Terms', 'CRM: Customer database']);
  });

  it('are notes of a stage below the chart, and of an answer at its question', async () => {
    const chart = await drawn('notes');
    expect(listOf(chart)).toEqual(['Notes', 'See the damage: By appointment']);
    const beside = chart.annotations.map(({ node, lines }) => [
      node,
      lines.map(({ text }) => text).join(' '),
    ]);
    expect(beside).toEqual([['how', 'By post: Registered mail']]);
  });

  it('are usual times by level', async () => {
    const { nodes } = await drawn('takes');
    const text = nodes
      .find(({ id }) => id === 'take')
      ?.lines.map(({ text }) => withSpaces(text))
      .join(' ');
    expect(text).toBe('Take the claim usually 1–2 min (P1), else 5 min');
  });
});

describe('what a picture’s freshness hangs on', () => {
  const asShown = (more: string, ...show: readonly ShowPart[]): string =>
    drawnText(processOf(claim.replace('term "CRM"', `${more}\nterm "CRM"`)), chosenShow(show));

  it.each([
    ['terms', 'term "SKU" "Stock-keeping unit"'],
    ['fields', 'field "Cost centre" "4711"'],
    ['systems', 'system crm "CRM"'],
    ['informs', 'role clerk "Clerk"'],
  ] as const)('is what it shows: %s', (part, more) => {
    expect(asShown(more, 'owner', 'within')).toBe(asShown('', 'owner', 'within'));
    expect(asShown(more, part)).not.toBe(asShown('', part));
  });

  it('is the process alone for the usual parts', () => {
    expect(asShown('', ...usualShow)).toBe(processText(processOf(claim)));
  });
});

describe('what was promised', () => {
  const along = (direction: 'down' | 'right', box: Box) =>
    direction === 'down' ? [box.y, box.y + box.height] : [box.x, box.x + box.width];
  const textOf = ({ lines }: DrawnBracket): string => withSpaces(lines.map(({ text }) => text).join(' '));

  it.each(ways)(
    'reaches from its first node to its last, or over all, and lies on nothing: %j',
    async (way) => {
      const drawing = await drawingOf(claim, { ...way, show: set(...showParts) });
      expect(measure(drawing).faults).toEqual([]);
      const at = (id: string) => {
        const node = drawing.nodes.find((each) => each.id === id);
        if (node === undefined) throw new Error(`there is no ${id}`);
        return along(way.direction, node);
      };
      const spans = new Map(drawing.brackets.map((each) => [textOf(each), along(way.direction, each)]));
      expect(spans).toEqual(
        new Map([
          ['Visit promised: 5 working days', at('look')],
          ['First answer promised: 4 h (P1), else 1 day', [at('take')[0], at('told')[1]]],
          ['promised: 8 weeks', [at('phone')[0], at('done')[1]]],
        ]),
      );
    },
  );

  it('stands on the other side where text runs from right to left', async () => {
    const sides = async (text: string) =>
      (await drawingOf(text, { show: set('promises') })).brackets.map(({ side }) => side);
    expect(new Set(await sides(claim))).toEqual(new Set(['right']));
    expect(new Set(await sides(claim.replace('\n', '\nlanguage he\n')))).toEqual(new Set(['left']));
  });

  it('is not there where nobody wishes it', async () => {
    expect((await drawingOf(claim)).brackets).toEqual([]);
  });

  it('goes on beside each page that shows a part of it, is said at least once, and the list comes last', async () => {
    const steps = Array.from({ length: 34 }, (_, at) => `step s${at} "Step ${at} of many" by agent`);
    const long = claim.replace('stage seen', `${steps.join('\n')}\nstage seen`);
    for (const language of ['en', 'he'])
      for (const way of ways) {
        const process = processOf(long.replace('\n', `\nlanguage ${language}\n`));
        const whole = await layOut(process, { ...way, show: set('promises', 'terms', 'notes') });
        const pages = foldDrawing(whole, process, { paper: 'a4', measurer });
        expect(pages.length).toBeGreaterThan(1);
        const parts = pages.flatMap(({ brackets }) => brackets);
        expect(new Set(parts.map(textOf))).toEqual(new Set(whole.brackets.map(textOf)));
        expect(parts.filter(({ open = [] }) => open.length === 0).length).toBeLessThan(parts.length);
        const ends = parts.flatMap(({ open = [] }) => 2 - open.length);
        expect(ends.reduce((sum, each) => sum + each, 0)).toBe(2 * whole.brackets.length);
        expect(pages.map(({ list }) => list?.lines.length)).toEqual([
          ...pages.slice(1).map(() => undefined),
          whole.list?.lines.length,
        ]);
        const kinds = ['bracket-on-something', 'list-on-something', 'out-of-picture'];
        for (const page of pages)
          expect(measure(page).faults.filter(({ kind }) => kinds.includes(kind))).toEqual([]);
      }
  });

  it('has a page of its own, or several, for a list that finds no room', async () => {
    const terms = Array.from({ length: 130 }, (_, at) => `term "Word ${at}" "What it means, number ${at}"`);
    const process = processOf(claim.replace('term "CRM"', `${terms.join('\n')}\nterm "CRM"`));
    const whole = await layOut(process, { show: set('terms') });
    const pages = foldDrawing(whole, process, { paper: 'a4', measurer });
    const lines = pages.flatMap(({ list }) => list?.lines ?? []);
    expect(lines.map(({ text }) => text)).toEqual(whole.list?.lines.map(({ text }) => text));
    expect(pages.filter(({ list }) => list !== undefined).length).toBeGreaterThan(1);
    for (const page of pages) expect(measure(page).faults).toEqual([]);
  });
});

describe('what is said beside a node', () => {
  it('stands in a bracket that a dashed line leads to: words to say, then notes', async () => {
    const flow = `flow f\ntouchpoint in\nstep a "Answer" say "Hello?" note "Smile"\nstep b "Ask"\nend`;
    const linesWith = async (...show: readonly ShowPart[]) =>
      (await drawingOf(flow, { show: set(...show) })).annotations.map(({ node, lines }) => [
        node,
        ...lines.map(({ text }) => text),
      ]);
    expect(await linesWith('owner')).toEqual([]);
    expect(await linesWith('words')).toEqual([['a', 'say: Hello?']]);
    expect(await linesWith('notes')).toEqual([['a', 'Smile']]);
    expect(await linesWith('notes', 'words')).toEqual([['a', 'say: Hello?', 'Smile']]);
  });

  it('keeps the order of words to say that are read from another side than the chart', async () => {
    const flow = 'flow f\nlanguage he\ntouchpoint in\nstep a "Answer" say "Hello."\nend';
    const [said] = (await drawingOf(flow, { show: set('words') })).annotations;
    expect(said?.lines.map(({ text }) => text).join('')).toContain('\u202dHello.\u202c');
  });

  it('is broken to lines of 220 px at most', async () => {
    for (const process of examples) {
      const { annotations } = await layOut(annotated(process), { show: set('notes') });
      expect(annotations).toHaveLength(process.nodes.length);
      for (const { lines } of annotations)
        for (const { width } of lines) expect(width).toBeLessThanOrEqual(220);
    }
  });

  it.each(ways)('lies on no node, line, label or frame, and within its lane: %j', async (way) => {
    for (const process of examples) {
      const { faults } = measure(await layOut(annotated(process), { ...way, show: set(...showParts) }));
      expect(faults, process.id).toEqual([]);
    }
  });

  it.each(ways)('keeps off what stands beside its node with no line between: %j', async (way) => {
    const branches = ['a', 'b', 'c'].map((id) => `branch { step ${id} "Do ${id}"\nstep ${id}2 "More" }`);
    const flow = `flow f\ntouchpoint in\nparallel {\n${branches.join('\n')}\n}\nend`;
    const drawing = await layOut(annotated(processOf(flow)), { ...way, show: set('notes') });
    expect(measure(drawing).faults).toEqual([]);
  });

  it('is seen in the mirror where text runs from right to left', async () => {
    const flow = `flow f\ntouchpoint in\nstep a "Answer" note "Smile"\nend`;
    const show = set('notes');
    const [left] = (await drawingOf(flow, { show })).annotations;
    const [right] = (await drawingOf(flow.replace('\n', '\nlanguage he\n'), { show })).annotations;
    expect([left?.side, right?.side]).toEqual(['left', 'right']);
  });

  it('stands on the side where no line comes, or past the line where both have one', async () => {
    const looped = (more: string): string => `flow f
touchpoint in
step a "Answer" note "Smile"
${more}
end`;
    const annotationIn = async (text: string) => {
      const { nodes, annotations, edges } = await drawingOf(text, { show: set('notes') });
      const node = nodes.find(({ id }) => id === 'a');
      const [annotation] = annotations;
      if (node === undefined || annotation === undefined) throw new Error('there is a note');
      const lined = edges.some(
        ({ from, points: [first] }) => from === 'a' && first?.x === node.x + node.width,
      );
      return { lined, side: annotation.side, low: annotation.y - node.y - node.height / 2 };
    };
    const free = await annotationIn(looped(''));
    expect(free).toMatchObject({ lined: false, side: 'left' });
    expect(free.low).toBeLessThan(0);
    const lined = await annotationIn(
      looped('  problem "Busy" -> b\n  problem "Gone" -> c\nend d\nstep b "One"\nend e\nstep c "Two"'),
    );
    expect(lined.lined).toBe(true);
    expect(lined.side === 'right' || lined.low > 0).toBe(true);
  });

  it('stays with its node on paper', async () => {
    for (const id of ['lead-chatbot', 'customer-support']) {
      const process = annotated(examples.find((each) => each.id === id) ?? examples[0] ?? processOf(order));
      for (const direction of ['down', 'right'] as const) {
        const whole = await layOut(process, { direction, show: set('notes') });
        const pages = foldDrawing(whole, process, { paper: 'a4', measurer });
        expect(pages.flatMap(({ annotations }) => annotations)).toHaveLength(whole.nodes.length);
        for (const page of pages) {
          const standing = new Map(page.nodes.map((node) => [node.id, node]));
          for (const { node, line } of page.annotations) {
            const [at, before] = [standing.get(node), whole.nodes.find((each) => each.id === node)];
            const old = whole.annotations.find((each) => each.node === node);
            expect(at && line[0].x - at.x).toBeCloseTo((old?.line[0].x ?? 0) - (before?.x ?? 0), 5);
            expect(at && line[0].y - at.y).toBeCloseTo((old?.line[0].y ?? 0) - (before?.y ?? 0), 5);
          }
          const faults = measure(page).faults.filter(({ kind }) => kind.startsWith('annotation-on'));
          expect(faults).toEqual([]);
        }
      }
    }
  });
});
