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
  sound: true,
  languages: ['en'],
};

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
    | 'parallel'
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

function statementPlan(options: FlowOptions, depth: number, where: 'top' | 'block'): fc.Arbitrary<Plan> {
  const block = fc.array(
    fc.constant(undefined).chain(() => statementPlan(options, depth - 1, 'block')),
    { maxLength: Math.max(1, Math.ceil(options.size / 2)) },
  );
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
  return fc.oneof(
    ...leaves,
    { weight: 4, arbitrary: plan('if', blocks(1, 3)) },
    { weight: 1, arbitrary: plan('choose', blocks(1, 4)) },
    ...(options.parallel ? [{ weight: 1, arbitrary: plan('parallel', blocks(1, 3)) }] : []),
    ...(options.stages ? [{ weight: 1, arbitrary: plan('stage', blocks(1, 1)) }] : []),
    ...(options.exceptions ? [{ weight: 1, arbitrary: plan('step', blocks(1, 2)) }] : []),
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
      .filter((owner) => owner !== 'customer')
      .map((owner, at) => `${at % 3 === 2 ? 'system' : 'role'} ${owner} "${label(language, at + 40)}"`),
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
  /** All targets of a branch of a `parallel`, or of the flow: those of branches inside are out of reach. */
  const reachable = (block: readonly Plan[]): readonly string[] => [
    ...targetsIn(block),
    ...block.flatMap((plan) => (plan.kind === 'parallel' ? [] : plan.blocks.flatMap(reachable))),
  ];
  const visit = (
    block: readonly Plan[],
    inParallel: boolean,
    targets: readonly string[],
    safeTargets: readonly string[],
  ): void => {
    for (const plan of block) {
      facts.set(plan, { name: names.get(plan) ?? '', inParallel, targets, safeTargets });
      for (const inner of plan.blocks)
        if (plan.kind === 'parallel') visit(inner, true, reachable(inner), []);
        else visit(inner, inParallel, targets, [...safeTargets, ...targetsIn(block)]);
    }
  };
  nameAll(statements);
  visit(statements, false, reachable(statements), []);
  return facts;
}

const isTarget = ({ kind, named }: Plan): boolean =>
  named && ['step', 'wait', 'escalate', 'if', 'choose', 'parallel'].includes(kind);

const ownersOf = ({ owners }: FlowOptions): readonly string[] =>
  Array.from({ length: owners }, (_, at) =>
    at === 0 && owners > 2 ? 'customer' : `owner-${'abcdefgh'[at % 8]}${at}`,
  );

const label = (language: keyof typeof sampleLabels, choice: number): string => {
  return pick<string>(sampleLabels[language], choice) ?? '';
};

/** Writes statements, and says whether the path is still open after them. */
function writeBlock(writer: Writer, statements: readonly Plan[], indent: string): boolean {
  let open = true;
  for (const [at, statement] of statements.entries()) {
    const last = at === statements.length - 1;
    const stays = writeStatement(writer, statement, indent, last || !writer.options.sound);
    open = statement.kind === 'touchpoint' ? true : stays;
  }
  return open;
}

/** `mayClose` is false where something follows that has to be reached. */
function writeStatement(writer: Writer, plan: Plan, indent: string, mayClose: boolean): boolean {
  const { options, lines, language } = writer;
  const { choice, blocks } = plan;
  const { name: id = '', inParallel = false, targets = [] } = writer.facts.get(plan) ?? {};
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
      const withTime = blocks.length > 1;
      say(`step ${name}${attributes(writer, choice)}${withTime ? `${soft}within 2d` : ''}`);
      for (const [at, block] of blocks.entries()) {
        say(`  ${at === 0 ? `problem "${label(language, choice + 7)}"` : 'timeout 5%'} {`);
        writeBlock(writer, block, `${inner}  `);
        say('  }');
      }
      return true;
    }
    case 'wait':
      say(`wait ${name}${soft}within ${1 + (choice % 9)}d`);
      return true;
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
      say(`touchpoint ${id} ${text}`);
      return true;
    case 'stage':
      say(`stage ${name} {`);
      writeBlock(writer, openOnly(writer, blocks[0] ?? []), inner);
      say('}');
      return true;
    case 'end':
    case 'transfer':
      if (inParallel || !mayClose) return asStep();
      say(plan.kind === 'transfer' ? 'transfer random' : choice % 2 === 0 ? 'end' : `end ${text} as failure`);
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
      say(`-> ${target} max ${1 + (choice % 5)} then -> ${text}`);
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
          : `${at === 0 ? 'if' : 'else if'} ${question}${choice % 3 === 0 ? ' 40%' : ''}`;
        say(`${head} {`);
        open = writeBlock(writer, block, inner) || open;
        say('}');
        if (isElse) return open;
      }
      return true;
    }
    case 'choose': {
      say(`choose ${plan.named ? `${id}? ${text}` : text} {`);
      let open = false;
      for (const [at, block] of blocks.entries()) {
        say(`  when "${at + 1}: ${label(language, choice + at)}" {`);
        open = writeBlock(writer, block, `${inner}  `) || open;
        say('  }');
      }
      if (!open && options.sound) say('  otherwise {}');
      say('}');
      return open || options.sound;
    }
    case 'parallel': {
      say(`parallel ${plan.named ? `${name} ` : ''}{`);
      for (const block of blocks) {
        say(`  branch "${label(language, choice + block.length)}" {`);
        writeBlock(writer, openOnly(writer, block), `${inner}  `);
        say('  }');
      }
      say('}');
      return true;
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
    ...(choice % 11 === 0 ? ['takes 5min..1h'] : []),
    ...(choice % 13 === 0 ? ['as document'] : []),
    ...(choice % 17 === 0 ? [`say "${label(language, choice + 1)}"`] : []),
  ]
    .map((attribute) => soft + attribute)
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
