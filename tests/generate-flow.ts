import fc from 'fast-check';
import { sampleLabels } from './sample-labels.ts';

/** What random flows may hold. */
export interface FlowOptions {
  /** Most statements in a block; the blocks inside have fewer. */
  readonly size: number;
  /** How deep blocks nest. */
  readonly depth: number;
  /** How many roles and systems do the steps; 0 for a flow without owners. The first is the customer from 3 on. */
  readonly owners: number;
  /** Arrows to names, and retries. Without them every loop is missing: the flow is structured. */
  readonly jumps: boolean;
  readonly parallel: boolean;
  readonly stages: boolean;
  /** `problem` and `timeout`. */
  readonly exceptions: boolean;
  /** `anytime`, `late` and `meanwhile` as statements. */
  readonly entries: boolean;
  /** `meanwhile` as an exception, beside `problem` and `timeout`. */
  readonly beside: boolean;
  /** A `wait` for the first of several events. */
  readonly events: boolean;
  /** `choose all` and `parallel first`. */
  readonly several: boolean;
  /** Ends in a branch of a `parallel`. */
  readonly endsInParallel: boolean;
  /** Attributes wherever a person looks, times by level, parties, and all that the head of a flow can say. */
  readonly details: boolean;
  /** What need not be written: branches of answers, names of touchpoints, what follows the last time of a retry. */
  readonly shortcuts: boolean;
  /**
   * True: every node can be reached, and an end from every node. False: jumps and ends stand anywhere, and the last
   * path may stay open. Either way there is no error of the language in it.
   */
  readonly sound: boolean;
  /** Tags of `sampleLabels`, each flow being in one of them. */
  readonly languages: readonly (keyof typeof sampleLabels)[];
}

const usual: FlowOptions = {
  size: 6,
  depth: 3,
  owners: 3,
  jumps: true,
  parallel: true,
  stages: true,
  exceptions: true,
  entries: true,
  beside: true,
  events: true,
  several: true,
  endsInParallel: true,
  details: true,
  shortcuts: true,
  sound: true,
  languages: ['en'],
};

/** Without all that came with version 1.1 of the language. */
export const asInVersion1 = {
  entries: false,
  beside: false,
  events: false,
  several: false,
  endsInParallel: false,
  details: false,
  shortcuts: false,
} as const satisfies Partial<FlowOptions>;

/** The source text of a random flow without errors. What fails shrinks to a small one. */
export const flowText = (options: Partial<FlowOptions> = {}): fc.Arbitrary<string> =>
  flowPlan({ ...usual, ...options }).map((plan) => write(plan, { ...usual, ...options }, 0));

/** A random flow twice: as it is usually written, and with other line breaks, indentation, comments and line ends. */
export const flowTwice = (
  options: Partial<FlowOptions> = {},
): fc.Arbitrary<{ readonly plain: string; readonly disturbed: string }> =>
  fc
    .tuple(flowPlan({ ...usual, ...options }), fc.integer({ min: 1, max: 2 ** 31 - 1 }))
    .map(([plan, seed]) => ({
      plain: write(plan, { ...usual, ...options }, 0),
      disturbed: write(plan, { ...usual, ...options }, seed),
    }));

/** A statement before it has a name: numbers stand for choices, made once it is known what there is to choose from. */
interface Plan {
  readonly kind:
    | 'step'
    | 'wait'
    | 'escalate'
    | 'call'
    | 'if'
    | 'choose'
    | 'several'
    | 'parallel'
    | 'anytime'
    | 'late'
    | 'meanwhile'
    | 'stage'
    | 'touchpoint'
    | 'chain'
    | 'end'
    | 'jump'
    | 'retry'
    | 'transfer';
  readonly choice: number;
  readonly named: boolean;
  readonly blocks: readonly (readonly Plan[])[];
}

interface FlowPlan {
  readonly language: keyof typeof sampleLabels;
  readonly statements: readonly Plan[];
}

function flowPlan(options: FlowOptions): fc.Arbitrary<FlowPlan> {
  return fc.record({
    language: fc.constantFrom(...options.languages),
    statements: fc.array(statementPlan(options, options.depth, 'top'), {
      minLength: 1,
      maxLength: options.size,
    }),
  });
}

function statementPlan(
  options: FlowOptions,
  depth: number,
  where: 'top' | 'stage' | 'block',
): fc.Arbitrary<Plan> {
  const blockOf = (inner: 'stage' | 'block') =>
    fc.array(
      fc.constant(undefined).chain(() => statementPlan(options, depth - 1, inner)),
      { maxLength: Math.max(1, Math.ceil(options.size / 2)) },
    );
  const block = blockOf('block');
  const plan = (kind: Plan['kind'], blocks: fc.Arbitrary<readonly (readonly Plan[])[]> = fc.constant([])) =>
    fc.record({ kind: fc.constant(kind), choice: fc.nat(999), named: fc.boolean(), blocks });
  const leaves = [
    { weight: 6, arbitrary: plan('step') },
    { weight: 1, arbitrary: plan('wait') },
    { weight: 1, arbitrary: plan('escalate') },
    { weight: 1, arbitrary: plan('call') },
    { weight: 1, arbitrary: plan('chain') },
    ...(where === 'top' ? [{ weight: 1, arbitrary: plan('touchpoint') }] : []),
    ...(options.sound && where === 'top'
      ? []
      : [
          { weight: 1, arbitrary: plan('end') },
          { weight: 1, arbitrary: plan('transfer') },
          ...(options.jumps ? [{ weight: 2, arbitrary: plan('jump') }] : []),
        ]),
    ...(options.jumps ? [{ weight: 1, arbitrary: plan('retry') }] : []),
  ];
  if (depth <= 0) return fc.oneof(...leaves);
  const blocks = (least: number, most: number) => fc.array(block, { minLength: least, maxLength: most });
  const isOutside = where !== 'block';
  const stageBlock = isOutside && options.entries ? blockOf('stage') : block;
  return fc.oneof(
    ...leaves,
    { weight: 4, arbitrary: plan('if', blocks(1, 3)) },
    { weight: 1, arbitrary: plan('choose', blocks(1, 4)) },
    ...(options.parallel ? [{ weight: 1, arbitrary: plan('parallel', blocks(1, 3)) }] : []),
    ...(options.stages
      ? [
          {
            weight: 1,
            arbitrary: plan('stage', fc.array(stageBlock, { minLength: 1, maxLength: 1 })),
          },
        ]
      : []),
    ...(options.exceptions
      ? [{ weight: 1, arbitrary: plan('step', blocks(1, options.beside ? 3 : 2)) }]
      : []),
    ...(options.events ? [{ weight: 1, arbitrary: plan('wait', blocks(1, 3)) }] : []),
    ...(options.several ? [{ weight: 1, arbitrary: plan('several', blocks(1, 3)) }] : []),
    ...(options.entries && isOutside
      ? [
          { weight: 1, arbitrary: plan('anytime', blocks(1, 1)) },
          { weight: 1, arbitrary: plan('late', blocks(1, 1)) },
          { weight: 1, arbitrary: plan('meanwhile', blocks(1, 1)) },
        ]
      : []),
  );
}

/** What writing needs to know. */
interface Writer {
  readonly options: FlowOptions;
  readonly language: keyof typeof sampleLabels;
  readonly facts: ReadonlyMap<Plan, Facts>;
  readonly lines: string[];
}

/** What is known of a statement before anything is written. */
interface Facts {
  readonly name: string;
  readonly inParallel: boolean;
  /** Beside the work, where nothing can end. */
  readonly isBeside: boolean;
  /** All names that an arrow may lead to from here. */
  readonly targets: readonly string[];
  /**
   * Those of them from which an end can be reached for certain: they stand right in a block around the one that the
   * arrow is in, and each statement of such a block leaves a way on.
   */
  readonly safeTargets: readonly string[];
}

/** Marks a place inside of a line where it may be broken. */
const soft = '\u0001';

function write(plan: FlowPlan, options: FlowOptions, seed: number): string {
  const { language } = plan;
  const writer: Writer = { options, language, facts: factsOf(plan.statements), lines: [] };
  const owners = ownersOf(options);
  writer.lines.push(
    `flow random "${label(language, 1)}"`,
    ...(language === 'en' ? [] : [`language ${language}`]),
    ...owners
      .filter((owner) => owner !== 'customer' && owner !== outside)
      .map((owner, at) => `${at % 3 === 2 ? 'system' : 'role'} ${owner} "${label(language, at + 40)}"`),
    ...(options.details ? headOf(plan) : []),
    `touchpoint start "${label(language, 2)}"`,
  );
  const open = writeBlock(writer, plan.statements, '');
  if (open || options.sound) writer.lines.push('end finish as success');
  return disturb(writer.lines, seed);
}

function factsOf(statements: readonly Plan[]): ReadonlyMap<Plan, Facts> {
  const facts = new Map<Plan, Facts>();
  const names = new Map<Plan, string>();
  const nameAll = (block: readonly Plan[]): void => {
    for (const plan of block) {
      names.set(plan, `n${names.size + 1}`);
      plan.blocks.forEach(nameAll);
    }
  };
  const targetsIn = (block: readonly Plan[]): readonly string[] =>
    block.flatMap((plan) => (isTarget(plan) ? [names.get(plan) ?? ''] : []));
  /** All targets of a closed branch, or of the flow: those of closed branches inside are out of reach. */
  const reachable = (block: readonly Plan[]): readonly string[] => [
    ...targetsIn(block),
    ...block.flatMap((plan) =>
      plan.blocks.flatMap((inner, at) => (isClosed(plan, at) ? [] : reachable(inner))),
    ),
  ];
  const visit = (block: readonly Plan[], around: Omit<Facts, 'name'>): void => {
    for (const plan of block) {
      facts.set(plan, { ...around, name: names.get(plan) ?? '' });
      for (const [at, inner] of plan.blocks.entries())
        visit(
          inner,
          isClosed(plan, at)
            ? {
                inParallel: true,
                isBeside: around.isBeside || plan.kind === 'meanwhile' || plan.kind === 'step',
                targets: reachable(inner),
                safeTargets: [],
              }
            : { ...around, safeTargets: [...around.safeTargets, ...targetsIn(block)] },
        );
    }
  };
  nameAll(statements);
  visit(statements, {
    inParallel: false,
    isBeside: false,
    targets: reachable(statements),
    safeTargets: [],
  });
  return facts;
}

/** Whether no path leads out of a block of a statement: the third of a step is what is done beside it. */
const isClosed = ({ kind }: Plan, at: number): boolean =>
  kind === 'parallel' || kind === 'several' || kind === 'meanwhile' || (kind === 'step' && at === 2);

const isTarget = ({ kind, named }: Plan): boolean =>
  named && ['step', 'wait', 'escalate', 'if', 'choose', 'several', 'parallel'].includes(kind);

const ownersOf = ({ owners, details }: FlowOptions): readonly string[] => [
  ...Array.from({ length: owners }, (_, at) =>
    at === 0 && owners > 2 ? 'customer' : `owner-${'abcdefgh'[at % 8]}${at}`,
  ),
  ...(details && owners > 2 ? [outside] : []),
];

/** The party among the owners. */
const outside = 'outside';

/** What is said of the flow as a whole; numbers of the plan say which of it. */
function headOf({ language, statements }: FlowPlan): readonly string[] {
  const choice = statements.reduce((sum, plan) => sum + plan.choice, 0);
  const text = (at: number): string => `"${label(language, choice + at)}"`;
  const target =
    statements.length > 0 && statements[0] !== undefined && isTarget(statements[0]) ? ' from n1' : '';
  const lines = [
    `party ${outside} ${text(3)}`,
    `level p1 ${text(1)}`,
    'level p2',
    'promise p1 4h, p2 1d, 5wd',
    `promise final ${text(2)} 8w${target}`,
    'promise quick 2h from start',
    `scope ${text(4)}`,
    'accountable customer',
    `reference ${text(5)} link "a/b.html"`,
    `approved ${text(6)} 2026-10-01`,
    `revised 2026-10-02 ${text(7)}`,
    `measure ${text(8)} 90% within p2 15min, 1h`,
    'hours "Mon-Fri 09:00-17:00"',
    'hours "Sat 09:00-12:00"',
    `field cost-centre ${text(9)}`,
    `field ${text(10)} ${text(11)}`,
  ];
  return lines.filter((_, at) => at < 3 || (choice >> (at % 7)) % 2 === 0);
}

const label = (language: keyof typeof sampleLabels, choice: number): string => {
  return pick<string>(sampleLabels[language], choice) ?? '';
};

/** Writes statements, and says whether the path is still open after them. */
function writeBlock(writer: Writer, unordered: readonly Plan[], indent: string): boolean {
  // What is beside the work would be read as beside a step, right behind one.
  const statements = [
    ...unordered.filter(({ kind }) => kind === 'meanwhile'),
    ...unordered.filter(({ kind }) => kind !== 'meanwhile'),
  ];
  let open = true;
  for (const [at, statement] of statements.entries()) {
    const last = at === statements.length - 1;
    const stays = writeStatement(writer, statement, indent, last || !writer.options.sound);
    open = isEntry(statement) ? open || stays : stays;
  }
  return open;
}

const isEntry = ({ kind }: Plan): boolean =>
  kind === 'touchpoint' || kind === 'anytime' || kind === 'late' || kind === 'meanwhile';

/** `mayClose` is false where something follows that has to be reached. */
function writeStatement(writer: Writer, plan: Plan, indent: string, mayClose: boolean): boolean {
  const { options, lines, language } = writer;
  const { choice, blocks } = plan;
  const { name: id = '', inParallel = false, isBeside = false, targets = [] } = writer.facts.get(plan) ?? {};
  const text = `"${label(language, choice)}"`;
  const name = plan.named ? `${id} ${text}` : text;
  const say = (line: string) => lines.push(indent + line);
  const inner = `${indent}  `;
  const asStep = (): boolean => {
    say(`step ${name}${attributes(writer, choice)}`);
    return true;
  };

  switch (plan.kind) {
    case 'step': {
      const [problem, timeout, beside] = blocks;
      const isTimeNamed = options.details && choice % 2 === 0;
      const withTime = timeout !== undefined && !isTimeNamed;
      say(
        `step ${name}${attributes(writer, choice)}${withTime ? `${soft}within ${limits(writer, choice)}` : ''}`,
      );
      const exception = (head: string, block: readonly Plan[] | undefined): void => {
        if (block === undefined) return;
        say(`  ${head} {`);
        writeBlock(writer, block, `${inner}  `);
        say('  }');
      };
      exception(`problem "${label(language, choice + 7)}"`, problem);
      exception(isTimeNamed ? `timeout "${label(language, choice + 8)}" 5%` : 'timeout 5%', timeout);
      exception(meanwhileHead(writer, choice, ''), beside);
      return true;
    }
    case 'wait': {
      const until = options.details && choice % 4 === 0 ? `${soft}until ${text}` : '';
      const stops = options.details && choice % 3 === 0 ? `${soft}stops clock` : '';
      say(`wait ${name}${soft}within ${1 + (choice % 9)}d${until}${stops}${blocks.length === 0 ? '' : ' {'}`);
      if (blocks.length === 0) return true;
      let open = writeAnswers(writer, plan, inner);
      if (choice % 5 === 0) {
        say('  timeout "Late" {}');
        open = true;
      }
      if (!open && options.sound) say(`  when "${label(language, choice)}" {}`);
      say('}');
      return open || options.sound;
    }
    case 'escalate':
      say(`escalate ${name}${soft}to ${ownersOf(options).at(-1) ?? 'customer'}`);
      return true;
    case 'call':
      say(`call random ${text}`);
      return true;
    case 'chain':
      say(`-> ${text}${attributes(writer, choice)} -> "${label(language, choice + 3)}"`);
      return true;
    case 'touchpoint':
      say(touchpointText(writer, choice, id));
      return true;
    case 'anytime':
    case 'late': {
      const percent = plan.kind === 'anytime' && choice % 2 === 0 ? ' 2%' : '';
      say(`${plan.kind} ${name}${percent} {`);
      const open = writeBlock(writer, blocks[0] ?? [], inner);
      say('}');
      return open;
    }
    case 'meanwhile':
      say(`${meanwhileHead(writer, choice, plan.named ? id : '')} {`);
      writeBlock(writer, openOnly(writer, blocks[0] ?? []), inner);
      say('}');
      return true;
    case 'stage':
      say(`stage ${name}${stageAttributes(writer, choice)} {`);
      writeBlock(writer, openOnly(writer, blocks[0] ?? []), inner);
      // A path that passes over a stage with nothing but entries comes to what can have no name in no other way.
      if (options.sound && blocks.every((block) => block.length > 0 && block.every(isEntry)))
        say(`  step ${text}`);
      say('}');
      return true;
    case 'end':
    case 'transfer':
      if (isBeside || !mayClose) return asStep();
      if (inParallel && (plan.kind === 'transfer' || !options.endsInParallel)) return asStep();
      say(
        plan.kind === 'transfer'
          ? 'transfer random'
          : choice % 2 === 0
            ? 'end'
            : `end ${text} as failure${options.details && choice % 3 === 0 ? `${soft}to customer${soft}note ${text}` : ''}`,
      );
      return false;
    case 'jump': {
      const target = pick(jumpTargets(writer, plan), choice);
      if (target === undefined || !mayClose) return asStep();
      say(`-> ${target}`);
      return false;
    }
    case 'retry': {
      const target = pick(targets, choice);
      if (target === undefined) return asStep();
      const isShort = options.shortcuts && choice % 2 === 0;
      say(`-> ${target} max ${1 + (choice % 5)}${isShort ? '' : ` then -> ${text}`}`);
      return true;
    }
    case 'if': {
      let open = false;
      for (const [at, block] of blocks.entries()) {
        // A flow stays sound only if some way leads out of the decisions.
        const mayBeElse = !options.sound || open || !closes(writer, block);
        const isElse = mayBeElse && at > 0 && at === blocks.length - 1 && choice % 2 === 0;
        const question = at === 0 && plan.named ? `${id}? ${text}` : `"${label(language, choice + at)}?"`;
        const head = isElse
          ? 'else'
          : `${at === 0 ? 'if' : 'else if'} ${question}${questionAttributes(writer, choice + at)}${choice % 3 === 0 ? ' 40%' : ''}`;
        say(`${head} {`);
        open = writeBlock(writer, block, inner) || open;
        say('}');
        if (isElse) return open;
      }
      return true;
    }
    case 'choose': {
      say(`choose ${plan.named ? `${id}? ${text}` : text}${questionAttributes(writer, choice)} {`);
      const open = writeAnswers(writer, plan, inner);
      if (!open && options.sound) say('  otherwise {}');
      say('}');
      return open || options.sound;
    }
    case 'several': {
      say(`choose all ${plan.named ? `${id}? ${text}` : text}${questionAttributes(writer, choice)} {`);
      let open = false;
      for (const [at, block] of blocks.entries()) {
        const kept = at === 0 ? openOnly(writer, block) : block;
        open =
          writeAnswer(
            writer,
            `when "${at + 1}: ${label(language, choice + at)}"`,
            kept,
            choice + at,
            inner,
          ) || open;
      }
      say('}');
      return open;
    }
    case 'parallel': {
      const first = options.several && choice % 3 === 0 ? 'first ' : '';
      say(`parallel ${first}${plan.named ? `${name} ` : ''}{`);
      let open = false;
      for (const [at, block] of blocks.entries()) {
        const mayEnd = options.endsInParallel && at > 0;
        say(`  branch "${label(language, choice + block.length)}" {`);
        open = writeBlock(writer, mayEnd ? block : openOnly(writer, block), `${inner}  `) || open;
        say('  }');
      }
      say('}');
      return open;
    }
  }
}

const jumpTargets = ({ options, facts }: Writer, plan: Plan): readonly string[] =>
  facts.get(plan)?.[options.sound ? 'safeTargets' : 'targets'] ?? [];

const pick = <Item>(items: readonly Item[], choice: number): Item | undefined =>
  items[choice % Math.max(1, items.length)];

/** Whether the last statement of a block is one that would close its path. */
const closes = (writer: Writer, block: readonly Plan[]): boolean => {
  const last = block.at(-1);
  if (last === undefined) return false;
  if (last.kind === 'jump') return jumpTargets(writer, last).length > 0;
  return last.kind === 'end' || last.kind === 'transfer' || last.kind === 'if';
};

/** Without statements that would close the path, where it has to stay open. */
const openOnly = (writer: Writer, block: readonly Plan[]): readonly Plan[] =>
  writer.options.sound ? block.filter((plan) => !['end', 'transfer', 'jump'].includes(plan.kind)) : block;

function attributes({ options, language }: Writer, choice: number): string {
  const owners = ownersOf(options);
  const owner = pick(owners, choice);
  return [
    ...(owner === undefined || choice % 7 === 0 ? [] : [`by ${owner}`]),
    ...(choice % 5 === 0 ? ['to customer'] : []),
    ...(choice % 11 === 0
      ? [options.details && choice % 2 === 0 ? 'takes p1 5min..1h, 2h' : 'takes 5min..1h']
      : []),
    ...(choice % 13 === 0 ? ['as document'] : []),
    ...(choice % 17 === 0 ? [`say "${label(language, choice + 1)}"`] : []),
    ...(options.details && choice % 19 === 0 ? ['each "item"'] : []),
    ...(options.details && choice % 23 === 0 && owner !== undefined ? [`accountable ${owner}`] : []),
    ...(options.details && choice % 29 === 0 ? [`field key "${label(language, choice)}"`] : []),
  ]
    .map((attribute) => soft + attribute)
    .join('');
}

/** Writes the answers of a question, or the events of a wait, numbered; tells whether some path is open behind them. */
function writeAnswers(writer: Writer, { choice, blocks }: Plan, inner: string): boolean {
  let open = false;
  for (const [at, block] of blocks.entries()) {
    const head = `when "${at + 1}: ${label(writer.language, choice + at)}"`;
    open = writeAnswer(writer, head, block, choice + at, inner) || open;
  }
  return open;
}

/** An answer with what it leads to; says whether the path is still open after it. */
function writeAnswer(
  writer: Writer,
  head: string,
  block: readonly Plan[],
  choice: number,
  indent: string,
): boolean {
  const { options, language, lines } = writer;
  const remarks = options.details
    ? [
        ...(choice % 5 === 0 ? [`${soft}note "${label(language, choice)}"`] : []),
        ...(choice % 7 === 0 ? [`${soft}field key "${label(language, choice + 1)}"`] : []),
        ...(choice % 11 === 0 ? [`${soft}say "${label(language, choice + 2)}"`] : []),
      ].join('')
    : '';
  if (options.shortcuts && block.length === 0 && choice % 2 === 0) {
    lines.push(indent + head + remarks);
    return true;
  }
  lines.push(`${indent}${head}${remarks} {`);
  const open = writeBlock(writer, block, `${indent}  `);
  lines.push(`${indent}}`);
  return open;
}

/** The head of what is done beside the work; `id` is its name, if it is to have one. */
function meanwhileHead({ options, language }: Writer, choice: number, id: string): string {
  const text = choice % 2 === 0 || id !== '' ? ` "${label(language, choice + 4)}"` : '';
  const times = options.details && choice % 5 === 0 ? 'p1 30min, 1d' : `${1 + (choice % 6)}h`;
  return `meanwhile${id === '' ? '' : ` ${id}`}${text}${soft}${choice % 3 === 0 ? 'every' : 'after'} ${times}`;
}

const limits = ({ options }: Writer, choice: number): string =>
  options.details && choice % 3 === 0 ? (choice % 2 === 0 ? 'p1 1h, p2 4h, 2d' : 'p2 4h') : '2d';

function touchpointText({ options, language }: Writer, choice: number, id: string): string {
  const text = `"${label(language, choice)}"`;
  const isNameless = options.shortcuts && choice % 4 === 0;
  const owner = pick(ownersOf(options), choice);
  const said = options.details
    ? [
        ...(owner !== undefined && choice % 3 === 0 ? [`by ${owner}`] : []),
        ...(choice % 5 === 0 ? ['volume 40 per 1d'] : []),
        ...(choice % 7 === 0 ? [`note ${text}`, `field key ${text}`] : []),
      ].map((each) => soft + each)
    : [];
  const chain = options.shortcuts && choice % 6 === 0 ? ` -> "${label(language, choice + 5)}"` : '';
  return `touchpoint ${isNameless ? '' : `${id} `}${text}${said.join('')}${chain}`;
}

function stageAttributes({ options, language }: Writer, choice: number): string {
  if (!options.details) return '';
  const owner = pick(ownersOf(options), choice);
  return [
    ...(owner !== undefined && choice % 3 === 0 ? [`by ${owner}`, `accountable ${owner}`] : []),
    ...(choice % 5 === 0 ? ['within p1 1h, 4h'] : []),
    ...(choice % 7 === 0 ? [`note "${label(language, choice)}"`, 'field key "value"'] : []),
    ...(choice % 11 === 0 ? ['each "item"'] : []),
  ]
    .map((each) => soft + each)
    .join('');
}

function questionAttributes({ options, language }: Writer, choice: number): string {
  if (!options.details) return '';
  const owner = pick(ownersOf(options), choice);
  return [
    ...(owner !== undefined && choice % 4 === 0 ? [`by ${owner}`] : []),
    ...(choice % 9 === 0
      ? [`note "${label(language, choice)}"`, `field key "${label(language, choice)}"`]
      : []),
    ...(choice % 13 === 0 ? [`with customer`, `link "a.html"`] : []),
  ]
    .map((each) => soft + each)
    .join('');
}

/** The lines as a text; with a seed other than 0, as different as it can be without meaning anything else. */
function disturb(lines: readonly string[], seed: number): string {
  if (seed === 0) return `${lines.join('\n').replaceAll(soft, ' ')}\n`;
  let state = seed;
  const below = (n: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 16) % n;
  };
  const lineEnd = below(2) === 0 ? '\n' : '\r\n';
  return lines
    .map((line) => {
      const broken = line.replaceAll(soft, () => [' ', '\n', '  \n\t', ' # "why" {\n'][below(4)] ?? ' ');
      const before = ['', '', '\n', '# A line of its own -> "x"\n', '\t\n'][below(5)] ?? '';
      const after = ['', '', '  ', ' # at the end }'][below(4)] ?? '';
      return `${before}${' '.repeat(below(9))}${broken.trimStart()}${after}\n`;
    })
    .join('')
    .replaceAll('\n', lineEnd);
}
