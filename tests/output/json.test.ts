import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { durationUnits } from '../../src/language/duration.ts';
import type { Built } from '../../src/model/built.ts';
import { edgeKinds, nodeKinds } from '../../src/model/process.ts';
import schema from '../../src/output/flow-graph.schema.json' with { type: 'json' };
import { json } from '../../src/output/json.ts';
import { symbols } from '../../src/shapes/all-shapes.ts';
import { builtOf, compiled } from '../build/process-of.ts';
import { everyConstruct } from '../every-construct.ts';
import { flowText } from '../generate-flow.ts';

const root = join(import.meta.dirname, '..', '..');
const validate = new Ajv2020({ allErrors: true, strict: true, strictRequired: false }).compile(schema);

const exported = ({ process, gaps }: Built): string => json.make(process, gaps);

function expectValid(json: string): void {
  expect(json.endsWith('}\n')).toBe(true);
  validate(JSON.parse(json));
  expect(validate.errors ?? []).toEqual([]);
}

describe('the schema', () => {
  it('holds for every random flow, sound or not, and for what was made of a broken text', () => {
    fc.assert(
      fc.property(flowText({ sound: false, size: 8, languages: ['en', 'ar'] }), fc.nat(), (text, at) => {
        for (const each of compiled(text).built) expectValid(exported(each));
        const start = at % text.length;
        const broken = text.slice(0, start) + text.slice(start + 7);
        for (const each of compiled(broken).built) expectValid(exported(each));
      }),
      { numRuns: 150 },
    );
  });

  const folder = join(root, 'examples');
  const examples = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.flow'),
  );
  it.each(examples)('holds for the example %s', (name) => {
    for (const each of compiled(readFileSync(join(folder, name), 'utf8')).built) expectValid(exported(each));
  });

  it('knows every kind, symbol and unit that there is', () => {
    const { node, edgeKind, duration } = schema.$defs;
    expect(node.properties.kind.enum).toEqual(nodeKinds);
    expect(edgeKind.enum).toEqual(edgeKinds);
    expect(node.properties.symbol.enum).toEqual(symbols);
    expect(duration.properties.written.pattern).toBe(`^(\\d+(${durationUnits.join('|')}))+$`);
  });

  it('refuses what is not in it', () => {
    const good = JSON.parse(exported(builtOf('touchpoint t\nif q? {}\nend')));
    expect(validate(good)).toBe(true);
    expect(validate({ ...good, more: 1 })).toBe(false);
    expect(validate({ ...good, version: 2 })).toBe(false);
    expect(validate({ ...good, nodes: [{ ...good.nodes[0], kind: 'circle' }] })).toBe(false);
    expect(validate({ ...good, nodes: [{ ...good.nodes[1], decision: undefined }] })).toBe(false);
    expect(validate({ ...good, edges: [{ ...good.edges[0], probability: 1.5 }] })).toBe(false);
  });
});

describe('the JSON', () => {
  it('is that of the contract, with keys in one order', () => {
    const text = `flow order "Order"
department "Sales"
reviewed 2026-10-01 every 6mo
audience "Agents", "Trainers"
promise 1h30min
role agent "Agent"
request buy
system crm "Customer database"
term SKU "The number of a product"
touchpoint phone "Customer calls" for buy
stage work "Work" {
  if stock? "In stock?" 85% {
    step check "Check" by agent with boss to customer using crm within 20s takes 1min..2min as data say "Hi" note "N" link "a.html"
  }
}
-> check max 3 then -> call order
`;
    expect(JSON.parse(exported(builtOf(text)))).toEqual({
      version: 1,
      flow: {
        id: 'order',
        title: 'Order',
        language: 'en',
        direction: 'down',
        properties: {
          department: 'Sales',
          reviewed: { date: '2026-10-01', every: { written: '6mo', seconds: 15_552_000 } },
          audience: ['Agents', 'Trainers'],
          promise: { written: '1h30min', seconds: 5400 },
          promises: [{ within: { written: '1h30min', seconds: 5400 } }],
        },
      },
      declarations: {
        roles: [
          { id: 'agent', label: 'Agent', declared: 'here' },
          { id: 'boss', label: 'Boss', declared: 'nowhere' },
        ],
        systems: [{ id: 'crm', label: 'Customer database', declared: 'here' }],
        requests: [{ id: 'buy', label: 'Buy', declared: 'here' }],
        terms: [{ word: 'SKU', meaning: 'The number of a product', declared: 'here' }],
        parties: [],
        levels: [],
      },
      owners: [{ id: 'agent', label: 'Agent', kind: 'role' }],
      stages: [{ id: 'work', label: 'Work', named: true }],
      nodes: [
        {
          id: 'phone',
          kind: 'touchpoint',
          label: 'Customer calls',
          named: true,
          lane: 'agent',
          requests: ['buy'],
        },
        {
          id: 'stock',
          kind: 'decision',
          label: 'In stock?',
          named: true,
          lane: 'agent',
          stage: 'work',
          decision: { kind: 'if' },
        },
        {
          id: 'check',
          kind: 'step',
          label: 'Check',
          named: true,
          owner: 'agent',
          lane: 'agent',
          stage: 'work',
          with: ['boss'],
          to: ['customer'],
          using: ['crm'],
          within: { written: '20s', seconds: 20 },
          takes: [
            { written: '1min', seconds: 60 },
            { written: '2min', seconds: 120 },
          ],
          symbol: 'data',
          say: ['Hi'],
          notes: ['N'],
          link: 'a.html',
        },
        {
          id: 'decision-1',
          kind: 'decision',
          label: '3\u00a0times?',
          named: false,
          lane: 'agent',
          decision: { kind: 'retry', max: 3 },
        },
        {
          id: 'order',
          kind: 'call',
          label: 'Order',
          named: true,
          lane: 'agent',
          flow: { id: 'order', path: 'main.flow' },
        },
      ],
      edges: [
        { id: 'phone>stock', from: 'phone', to: 'stock', kind: 'next' },
        { id: 'stock>check', from: 'stock', to: 'check', kind: 'yes', label: 'Yes', probability: 0.85 },
        {
          id: 'stock>decision-1',
          from: 'stock',
          to: 'decision-1',
          kind: 'no',
          label: 'No',
          probability: 0.15,
        },
        { id: 'check>decision-1', from: 'check', to: 'decision-1', kind: 'next' },
        { id: 'decision-1>order', from: 'decision-1', to: 'order', kind: 'yes', label: 'Yes' },
        { id: 'decision-1>check', from: 'decision-1', to: 'check', kind: 'retry', label: 'No', jump: true },
      ],
      openExits: [{ from: 'order', kind: 'next' }],
    });
    const keys = [...exported(builtOf(text)).matchAll(/^ {2}"(\w+)"/gm)].map((match) => match[1]);
    expect(keys).toEqual([
      'version',
      'flow',
      'declarations',
      'owners',
      'stages',
      'nodes',
      'edges',
      'openExits',
    ]);
  });

  it('has all that came with language 1.1 beside what was there, in version 1', () => {
    const text = exported(builtOf(everyConstruct));
    expectValid(text);
    const { version, flow, declarations, owners, stages, nodes, edges } = JSON.parse(text);
    const duration = (written: string, seconds: number) => ({ written, seconds });
    const [quarter, hour, hours] = [duration('15min', 900), duration('1h', 3600), duration('4h', 14_400)];
    const byId = (list: readonly { readonly id: string }[], id: string) =>
      list.find((each) => each.id === id);
    expect(version).toBe(1);
    expect(flow.properties).toEqual({
      purpose: 'Service is back.',
      audience: undefined,
      // Six days are a week here.
      promise: duration('5wd', 504_000),
      promiseByLevel: { p1: hours, p2: duration('1d', 86_400) },
      promises: [
        { within: duration('5wd', 504_000), withinByLevel: { p1: hours, p2: duration('1d', 86_400) } },
        {
          id: 'final',
          label: 'Final response',
          within: duration('8w', 4_838_400),
          from: 'take',
          to: 'answer',
        },
        { id: 'quick', within: duration('2h', 7200) },
      ],
      scope: 'All of IT',
      accountable: 'lead',
      references: [{ title: 'ITIL 4', link: 'https://example.com' }],
      approved: [{ who: 'Dana Levi', date: '2026-10-01' }],
      revised: [{ date: '2026-10-02', what: 'First version' }],
      measures: [{ what: 'Answered in time', target: 0.9, within: hour, withinByLevel: { p1: quarter } }],
      hours: ['Mon-Fri 09:00-17:00', 'Sat 09:00-12:00'],
      fields: [
        { key: 'cost-centre', value: '4711' },
        { key: 'Control number', value: '7' },
      ],
    });
    expect(declarations).toMatchObject({
      roles: [
        { id: 'desk', staff: 5 },
        { id: 'lead', label: 'Lead' },
      ],
      parties: [{ id: 'carrier', label: 'Network owner', declared: 'here' }],
      levels: [
        { id: 'p1', label: 'Nobody can work', declared: 'here' },
        { id: 'p2', label: 'One person', declared: 'here' },
      ],
    });
    expect(owners.map(({ id, kind }: { id: string; kind: string }) => [id, kind])).toEqual([
      ['customer', 'customer'],
      ['carrier', 'party'],
      ['desk', 'role'],
    ]);
    expect(stages).toEqual([
      {
        id: 'log',
        label: 'Log',
        named: true,
        owner: 'desk',
        accountable: 'lead',
        within: hours,
        each: 'item',
        notes: ['N'],
      },
    ]);
    expect(byId(nodes, 'call')).toMatchObject({
      kind: 'touchpoint',
      owner: 'desk',
      volume: { count: 400, per: duration('1d', 86_400) },
    });
    expect(byId(nodes, 'touchpoint-1')).toMatchObject({
      named: false,
      say: ['Hello'],
      link: 'a.html',
      fields: [{ key: 'line', value: '2' }],
    });
    expect(byId(nodes, 'cancels')).toMatchObject({ kind: 'anytime', probability: 0.02 });
    expect(byId(nodes, 'escalation')).toMatchObject({ kind: 'late' });
    expect(byId(nodes, 'meanwhile-1')).toMatchObject({
      kind: 'meanwhile',
      every: duration('1d', 86_400),
      everyByLevel: { p1: duration('30min', 1800) },
    });
    expect(byId(nodes, 'take')).toMatchObject({
      within: hours,
      withinByLevel: { p1: quarter, p2: hour },
      takes: [duration('20min', 1200)],
      takesByLevel: { p1: [duration('5min', 300), duration('10min', 600)] },
    });
    expect(byId(nodes, 'answer-it')).toMatchObject({
      kind: 'wait',
      until: 'the day before',
      stopsClock: true,
    });
    expect(byId(nodes, 'what')).toMatchObject({ kind: 'decision', several: true, partner: 'join-1' });
    expect(byId(nodes, 'race')).toMatchObject({ kind: 'fork', first: true, partner: 'join-2' });
    expect(byId(nodes, 'join-2')).toMatchObject({ kind: 'join', first: true, partner: 'race' });
    expect(byId(nodes, 'b')).toMatchObject({ each: 'thing' });
    expect(byId(edges, 'take>step-3')).toMatchObject({
      kind: 'meanwhile',
      name: 'Remind',
      after: duration('2d', 172_800),
    });
    expect(byId(edges, 'answer-it>lost')).toMatchObject({ kind: 'when', notes: ['x'] });
    expect(byId(edges, 'answer-it>step-4')).toMatchObject({ kind: 'timeout', name: 'Resubmission date' });
  });

  it('says how long working days and hours are by the hours of the flow, on every node, stage, promise and edge', () => {
    const flow = `hours "Mon-Sun 00:00-12:00"
promise 1wd
touchpoint t volume 10 per 1wd
stage s within 6wh {
  step a within 1wd takes 1wh..1wd
    meanwhile every 1wd -> "B"
}
end`;
    const secondsOf = (text: string) =>
      new Set([...text.matchAll(/"seconds": (\d+)/g)].map(([, found]) => Number(found)));
    expect(secondsOf(exported(builtOf(flow)))).toEqual(new Set([86_400, 43_200, 7200]));
    expect(secondsOf(exported(builtOf(flow.replace(/.*\n/, ''))))).toEqual(
      new Set([120_960, 90_720, 15_120]),
    );
  });

  it('is the same text for the same graph', () => {
    const text = 'touchpoint t "T — ü"\nend';
    expect(exported(builtOf(text))).toBe(exported(builtOf(text)));
    expect(exported(builtOf(text))).toContain('\n      "label": "T — ü",\n');
  });

  it('has paths as seen from the file of the flow, wherever flowc was started', () => {
    const { process, gaps } = builtOf('touchpoint t\ncall test');
    const moved = { ...process, path: 'deep/main.flow' };
    expect(JSON.parse(json.make(moved, gaps)).nodes[1].flow).toEqual({ id: 'test', path: '../main.flow' });
  });
});
