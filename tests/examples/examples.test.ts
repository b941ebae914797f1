import { describe, expect, it } from 'vitest';
import { format } from '../../src/format/format.ts';
import type { Process, Remarks } from '../../src/model/process.ts';
import { flowc } from '../cli/test-shell.ts';
import {
  builtOf,
  checkTexts,
  examplePaths,
  findingsIn,
  processesOf,
  textOfExample,
} from './example-files.ts';

const checked = checkTexts(new Map(examplePaths.map((path) => [path, textOfExample(path)])));
const files = examplePaths.flatMap((path) => {
  const file = checked.get(path);
  return file === undefined
    ? []
    : [{ path, file, processes: processesOf(file), gaps: builtOf(file).map(({ gaps }) => gaps) }];
});

/**
 * Everything of a process that is no word: who does what, in what order, how fast. Levels have names in any language.
 */
const structureOf = ({ declarations, owners, nodes, edges, stages, properties }: Process): unknown => {
  const levels = declarations.levels.map(({ id }) => id);
  return JSON.parse(
    JSON.stringify(
      {
        owners: owners.map(({ id, kind, staff }) => ({ id, kind, staff })),
        nodes: nodes.map((node) => ({ ...node, ...countedIn(node) })),
        edges: edges.map((edge) => ({ ...edge, ...(edge.remarks && { remarks: countedIn(edge.remarks) }) })),
        stages: stages.map((stage) => ({ ...stage, ...countedIn(stage) })),
        promises: properties.promises,
        measures: properties.measures,
      },
      (key, value: unknown) =>
        ['label', 'name', 'each', 'until', 'what'].includes(key)
          ? 'some words'
          : key === 'level'
            ? levels.indexOf(String(value))
            : value,
    ),
  );
};

const countedIn = ({ say, notes, fields }: Remarks) => ({
  say: say.length,
  notes: notes.length,
  fields: fields.length,
});

/** Every word of a process that is read by people, but names of documents and numbers. */
const wordsOf = ({ title, nodes, edges, stages, owners, declarations, properties }: Process) => [
  title,
  properties.department ?? '',
  properties.purpose ?? '',
  properties.owner ?? '',
  properties.scope ?? '',
  ...properties.audience,
  ...properties.promises.map(({ label = '' }) => label),
  ...properties.measures.map(({ what }) => what),
  ...properties.revised.map(({ what }) => what),
  ...owners.filter(({ declared }) => declared === 'here').map(({ label }) => label),
  ...declarations.levels.map(({ label }) => label),
  ...declarations.requests.map(({ label }) => label),
  ...nodes.flatMap(({ label, say, notes }) => [label, ...say, ...notes]).filter((word) => word !== ''),
  ...edges
    .filter(({ kind }) => kind !== 'yes' && kind !== 'no' && kind !== 'retry')
    .flatMap(({ label = '', remarks }) => [label, ...(remarks?.notes ?? [])])
    .filter((word) => word !== ''),
  ...stages.map(({ label }) => label),
];

/** Those that follow real procedures step by step, which have more of them. */
const procedures =
  /^(airline-disruption|bank-complaint|insurance-claim|it-incident|it-request|major-incident|returns|telecom-fault)/;

describe('the examples', () => {
  it('are the processes that flowc exists for, an airline in several files, and real procedures', () => {
    expect(examplePaths).toEqual([
      'abandoned-cart.flow',
      'after-the-purchase.flow',
      'airline-disruption-es.flow',
      'airline-disruption.flow',
      'airline/change.flow',
      'airline/common.flow',
      'airline/lost-baggage.flow',
      'airline/refund.flow',
      'airline/ticket-service.flow',
      'angry-customer.flow',
      'bank-complaint.flow',
      'complaint-simple.flow',
      'customer-support.flow',
      'disputed-charge.flow',
      'insurance-claim.flow',
      'it-incident.flow',
      'it-request-de.flow',
      'it-request.flow',
      'lead-chatbot.flow',
      'major-incident.flow',
      'onboarding-software.flow',
      'onboarding.flow',
      'order-by-phone.flow',
      'order-fulfilment.flow',
      'product-feedback.flow',
      'return-or-refund.flow',
      'returns-fr.flow',
      'returns.flow',
      'service-request-by-phone.flow',
      'shopping-cart.flow',
      'support-chatbot.flow',
      'technical-problem.flow',
      'technical-question.flow',
      'telecom-fault-he.flow',
      'telecom-fault.flow',
      'ticket-routing.flow',
    ]);
  });

  it.each(files)('$path reads, checks and stands in the one layout', ({ path, file }) => {
    expect(file.diagnostics).toEqual([]);
    expect(format(file.parsed)).toBe(textOfExample(path));
  });

  it.each(files)('$path is one chart for a wall, in which every path ends', ({ path, processes, gaps }) => {
    expect(processes).toHaveLength(1);
    expect(gaps.flatMap(({ openExits }) => openExits)).toEqual([]);
    for (const process of processes) {
      expect(process.nodes.length).toBeGreaterThanOrEqual(8);
      expect(process.nodes.length).toBeLessThanOrEqual(procedures.test(path) ? 45 : 30);
      expect(process.nodes.filter((node) => node.kind === 'end' && node.outcome === undefined)).toEqual([]);
      expect(process.owners.length).toBeGreaterThanOrEqual(2);
      expect(process.nodes.filter(({ kind, owner }) => kind === 'step' && owner === undefined)).toEqual([]);
    }
  });

  it('have nothing that the linter finds', () => {
    expect(findingsIn(checked.values(), 'recommended')).toEqual([]);
  });

  it('are good service, but for the example of the language, which hands nothing up and lets a customer wait', () => {
    expect(findingsIn(checked.values(), 'service')).toEqual([
      'order-by-phone.flow no-escalation-path',
      'order-by-phone.flow silent-wait',
    ]);
  });

  it.each([
    ['he', /^[^a-z]*$/],
    ['te', /^[^a-z]*$/],
    ['el', /^[^a-z]*$/],
    ['zh', /^[^a-z]*$/],
    ['ro', /^[^а-яα-ω]*$/],
  ])('are written wholly in %s at least twice, once with names in its own script', (language, script) => {
    const written = files
      .flatMap(({ processes }) => processes)
      .filter((process) => process.language === language);
    expect(written.length).toBeGreaterThanOrEqual(2);
    for (const { title, nodes } of written)
      for (const text of [title, ...nodes.flatMap(({ label, say }) => [label, ...say])])
        expect(text).toMatch(script);
    expect(written.some(({ id }) => /[^a-z-]/.test(id))).toBe(true);
    expect(written.some(({ id }) => /^[a-z-]+$/.test(id))).toBe(true);
  });

  it.each([
    ['airline-disruption', 'es'],
    ['it-request', 'de'],
    ['returns', 'fr'],
    ['telecom-fault', 'he'],
  ])('%s is the same process in %s, every word of it translated', (name, language) => {
    const [original, translated] = [`${name}.flow`, `${name}-${language}.flow`].map(
      (path) => files.find((file) => file.path === path)?.processes[0],
    );
    if (original === undefined || translated === undefined) throw new Error(`no ${name} in ${language}`);
    expect(translated.language).toBe(language);
    expect(structureOf(translated)).toEqual(structureOf(original));
    const words = wordsOf(translated);
    expect(words).toHaveLength(wordsOf(original).length);
    expect(wordsOf(original).filter((word, at) => words[at] === word)).toEqual([]);
  });

  it('have the pictures that stand beside them: `npx flowc build examples` changes nothing', {
    timeout: 120_000,
  }, async () => {
    const sources = Object.fromEntries(
      examplePaths.map((path) => [`examples/${path}`, textOfExample(path)] as const),
    );
    const { code, files: built } = await flowc(['build', 'examples'], { files: sources });
    expect(code).toBe(0);
    for (const path of examplePaths.map((name) => name.replace(/\.flow$/, '.svg'))) {
      const same = built[`examples/${path}`] === textOfExample(path);
      expect(same, `examples/${path} is what flowc draws now`).toBe(true);
    }
  });

  it('use every construct of the language, so that each is seen in a picture', () => {
    const nodes = files.flatMap(({ processes }) => processes.flatMap((process) => process.nodes));
    const edges = files.flatMap(({ processes }) => processes.flatMap((process) => process.edges));
    expect(new Set(nodes.map(({ kind }) => kind))).toEqual(
      new Set([
        'touchpoint',
        'anytime',
        'late',
        'meanwhile',
        'step',
        'wait',
        'escalate',
        'call',
        'transfer',
        'decision',
        'fork',
        'join',
        'end',
      ]),
    );
    expect(new Set(edges.map(({ kind }) => kind))).toEqual(
      new Set(['next', 'yes', 'no', 'when', 'otherwise', 'problem', 'timeout', 'meanwhile', 'retry']),
    );
    expect(new Set(nodes.flatMap((node) => ('symbol' in node ? (node.symbol ?? []) : [])))).toEqual(
      new Set(['document', 'data', 'database', 'input', 'manual', 'display', 'preparation']),
    );
    expect(files.some(({ processes }) => processes.some(({ direction }) => direction === 'right'))).toBe(
      true,
    );
    expect(files.some(({ processes }) => processes.some(({ stages }) => stages.length > 0))).toBe(true);
  });

  it('use everything that the head of a flow can say, and every attribute', () => {
    const processes = files.flatMap((file) => file.processes);
    const nodes = processes.flatMap((process) => process.nodes);
    const edges = processes.flatMap((process) => process.edges);
    const stages = processes.flatMap((process) => process.stages);
    const activities = nodes.flatMap((node) => ('withinByLevel' in node ? [node] : []));
    const declarations = processes.map((process) => process.declarations);
    const heads = processes.map(({ properties }) => properties);
    const promises = heads.flatMap((head) => head.promises);
    const measures = heads.flatMap((head) => head.measures);
    const uses: Readonly<Record<string, readonly unknown[]>> = {
      level: declarations.flatMap(({ levels }) => levels),
      party: declarations.flatMap(({ parties }) => parties),
      staff: declarations.flatMap(({ roles }) => roles.flatMap(({ staff }) => staff ?? [])),
      scope: heads.flatMap(({ scope }) => scope ?? []),
      reference: heads.flatMap(({ references }) => references.filter(({ link }) => link === undefined)),
      'reference with a link': heads.flatMap(({ references }) =>
        references.flatMap(({ link }) => link ?? []),
      ),
      approved: heads.flatMap(({ approved }) => approved),
      revised: heads.flatMap(({ revised }) => revised),
      'measure with a share and a limit': measures.filter(
        ({ target, within }) => target !== undefined && within !== undefined,
      ),
      hours: heads.flatMap(({ hours }) => hours),
      'field of a flow': heads.flatMap(({ fields }) => fields),
      'field of a node': nodes.flatMap(({ fields }) => fields),
      'accountable for a flow': heads.flatMap(({ accountable }) => accountable ?? []),
      'accountable for a stage': stages.flatMap(({ accountable }) => accountable ?? []),
      'accountable for a step': activities.flatMap(({ accountable }) => accountable ?? []),
      'promise by level, from and to': promises.filter(
        ({ withinByLevel, from, to }) => withinByLevel.length > 0 && from !== undefined && to !== undefined,
      ),
      'limit by level': activities.filter(({ withinByLevel }) => withinByLevel.length > 0),
      'working hours': activities.filter(({ within }) => within?.some(({ unit }) => unit === 'wh') ?? false),
      'stops clock': activities.filter(({ stopsClock }) => stopsClock),
      each: activities.flatMap(({ each }) => each ?? []),
      until: nodes.flatMap((node) => (node.kind === 'wait' ? (node.until ?? []) : [])),
      'wait for several events': edges.filter(
        ({ kind, from }) => kind === 'when' && nodes.some(({ id, kind }) => id === from && kind === 'wait'),
      ),
      'deadline of unknown length': edges.filter(
        ({ kind, name }) => kind === 'timeout' && name !== undefined,
      ),
      'meanwhile, again and again': edges.filter(({ timing }) => timing?.kind === 'every'),
      'meanwhile, once': edges.filter(({ timing }) => timing?.kind === 'after'),
      'note of an answer': edges.flatMap(({ remarks }) => remarks?.notes ?? []),
      'stage with an owner': stages.flatMap(({ owner }) => owner ?? []),
      'stage with a limit': stages.flatMap(({ within }) => within ?? []),
      'stage for each': stages.flatMap(({ each }) => each ?? []),
      'several answers': nodes.filter((node) => node.kind === 'decision' && node.several),
      'first branch': nodes.filter((node) => node.kind === 'fork' && node.first),
      'question with an owner': nodes.filter(({ kind, owner }) => kind === 'decision' && owner !== undefined),
      'note of a question': nodes.filter(({ kind, notes }) => kind === 'decision' && notes.length > 0),
      'touchpoint of the customer': nodes.filter(
        ({ kind, owner }) => kind === 'touchpoint' && owner === 'customer',
      ),
      'touchpoint without a name': nodes.filter(({ kind, named }) => kind === 'touchpoint' && !named),
      volume: nodes.flatMap((node) => (node.kind === 'touchpoint' ? (node.volume ?? []) : [])),
      'end that tells someone': nodes.filter(({ kind, to }) => kind === 'end' && to.length > 0),
      'percent of anytime': nodes.filter((node) => node.kind === 'anytime' && node.probability !== undefined),
    };
    expect(Object.keys(uses).filter((name) => uses[name]?.length === 0)).toEqual([]);
  });
});
