import { describe, expect, it } from 'vitest';
import type { Drawing } from '../../src/layout/drawing.ts';
import { foldDrawing } from '../../src/layout/fold/fold-drawing.ts';
import { chosenShow, type ShowPart, showParts, usualShow } from '../../src/layout/show.ts';
import type { Process } from '../../src/model/process.ts';
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
