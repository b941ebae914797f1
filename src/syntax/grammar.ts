import { EmbeddedActionsParser, type IToken, type TokenType } from 'chevrotain';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { type SymbolName, symbols } from '../shapes/all-shapes.ts';
import type { Span } from '../text/span.ts';
import type {
  Arrow,
  Attribute,
  Block,
  Branch,
  Call,
  Chain,
  ChainLink,
  Choose,
  DateLiteral,
  End,
  Exception,
  Flow,
  Identifier,
  If,
  IfArm,
  IntegerLiteral,
  Name,
  Otherwise,
  Parallel,
  ParallelBranch,
  Percent,
  Property,
  Question,
  Retry,
  Stage,
  Statement,
  Step,
  StringLiteral,
  Target,
  Term,
  Touchpoint,
  Transfer,
  Use,
  When,
  Word,
} from './ast.ts';
import { BetweenBranches } from './between-branches.ts';
import { BetweenFlows } from './between-flows.ts';
import { BetweenStatements } from './between-statements.ts';
import { recallAnalysis } from './chevrotain-internals.ts';
import type { DurationLiteral } from './duration-literal.ts';
import { FlowHead } from './flow-head.ts';
import type { GrammarOptions } from './grammar-options.ts';
import { mendTarget, targetTypes } from './mend-target.ts';
import { MissingPart, type Part } from './missing-part.ts';
import { withoutMarks } from './read-word.ts';
import { Reading } from './reading.ts';
import { reportDuplicates, reportRepeated } from './repeated.ts';
import { endOf, spanOf, type Token } from './token.ts';
import {
  afterAttribute,
  afterEnd,
  afterHead,
  afterName,
  afterStage,
  afterTarget,
  afterTouchpoint,
  attributeTypes,
  beforeBlock,
  beforeBranch,
  branchTypes,
  elseTypes,
  exceptionTypes,
  isName,
  isReserved,
  nowhere,
  propertyTypes,
  whenTypes,
} from './token-sets.ts';
import type { ReadableTokens } from './token-stream.ts';
import * as token from './token-types.ts';
import { vocabulary, word } from './token-types.ts';
import { directions, outcomes } from './words.ts';

/** What reading the tokens of a file gives. */
export interface ReadFile {
  readonly uses: readonly Use[];
  readonly flows: readonly Flow[];
  readonly diagnostics: readonly Diagnostic[];
  /** Stretches that were skipped with a mistake that is reported. */
  readonly skipped: readonly Span[];
}

/** How many retries and exceptions may hang on each other. */
export const deepestChain = 20;

/**
 * The grammar of a whole `.flow` file, in one place: what may follow what. Each rule reads a part of the tree. Rules
 * ask `Reading` to mend what is almost right, and to go on where something is missing.
 */
export class Grammar extends EmbeddedActionsParser {
  private reading: Reading = this.readingOf('', {
    tokens: [],
    unclosed: new Set(),
    noise: [],
    obscure: [],
  });
  private betweenFlows = this.flowsOf(this.reading);
  private betweenStatements = this.statementsOf(this.reading);
  private betweenBranches = this.branchesOf(this.reading);
  /** How many chains the place hangs on. */
  private chainDepth = 0;
  /** Whether the place is on the path of a `problem` or `timeout`, and not in a block of it. */
  private inException = false;

  constructor({ prepared = true }: GrammarOptions = {}) {
    super([...vocabulary], { maxLookahead: 2, recoveryEnabled: false });
    if (!prepared || !recallAnalysis(this)) this.performSelfAnalysis();
  }

  /** Reads all tokens, whatever they are. A token that is read as another kind than it was made is changed to that. */
  readFile(text: string, read: ReadableTokens): ReadFile {
    this.input = [...read.tokens];
    const reading = this.readingOf(text, read);
    this.reading = reading;
    this.betweenFlows = this.flowsOf(reading);
    this.betweenStatements = this.statementsOf(reading);
    this.betweenBranches = this.branchesOf(reading);
    this.chainDepth = 0;
    this.inException = false;
    const { uses, flows } = this.document();
    const { found, skipped } = reading.mistakes;
    return { uses, flows, diagnostics: found, skipped };
  }

  // A file, and the flows in it.

  private readonly document = this.RULE('document', (): Pick<ReadFile, 'uses' | 'flows'> => {
    const uses: Use[] = [];
    const flows: Flow[] = [];
    do {
      this.MANY(() =>
        this.attempt(() => {
          uses.push(this.SUBRULE(this.use));
        }, nowhere),
      );
      this.MANY2(() => flows.push(this.SUBRULE(this.flow)));
    } while (this.betweenFlows.goesOn(flows));
    return { uses, flows };
  });

  private readonly use = this.RULE('use', (): Use => {
    const keyword = this.keyword(word.use, 1);
    const path = this.SUBRULE(this.text);
    return { kind: 'use', span: this.spanFrom(keyword), path };
  });

  private readonly flow = this.RULE('flow', (): Flow => {
    const keyword = this.keyword(word.flow, 1);
    let id: Identifier = { span: keyword, name: '' };
    this.reading.mistakes.broken = false;
    this.attempt(() => {
      id = this.SUBRULE(this.ownIdentifier);
    }, afterHead);
    const label = this.SUBRULE(this.label);
    this.reading.junk.skipTo(propertyTypes);
    return this.SUBRULE(this.flowBody, { ARGS: [keyword, id, label] });
  });

  private readonly flowBody = this.RULE(
    'flowBody',
    (keyword: Span, id: Identifier, label: StringLiteral | undefined): Flow => {
      const broken = this.reading.leftOut.wentPast() || this.reading.mistakes.broken;
      const isWritten = !this.RECORDING_PHASE && keyword.end > keyword.start;
      const head = new FlowHead(this.reading.tokens.text, isWritten ? (label ?? id).span.end : undefined);
      this.reading.head = head;
      this.SUBRULE(this.propertyList);
      head.firstStatement = this.next().startOffset;
      const statements = this.SUBRULE(this.statements);
      const { properties } = head;
      reportDuplicates(properties, this.reading.mistakes);
      // What is skipped from here on is not of this flow.
      this.reading.head = new FlowHead(this.reading.tokens.text, undefined);
      const span = this.spanFrom(keyword);
      return { kind: 'flow', span, keyword, id, ...(label && { label }), properties, statements, broken };
    },
  );

  // What a flow says of itself as a whole.

  private readonly propertyList = this.RULE('propertyList', (): void => {
    const { words, junk, head } = this.reading;
    do {
      this.MANY(() => this.attempt(() => head.properties.push(this.SUBRULE(this.property)), nowhere));
    } while (
      words.mendWord(propertyTypes) ||
      junk.skipTo(propertyTypes) ||
      this.betweenStatements.skipUnknownProperty()
    );
  });

  private readonly property = this.RULE('property', (): Property => this.OR(this.propertyKinds));

  private readonly propertyKinds = [
    { ALT: (): Property => this.textProperty('department', 1) },
    { ALT: (): Property => this.textProperty('purpose', 2) },
    { ALT: (): Property => this.textProperty('owner', 3) },
    { ALT: (): Property => this.textProperty('version', 4) },
    { ALT: (): Property => this.declaration('role', 5) },
    { ALT: (): Property => this.declaration('system', 6) },
    { ALT: (): Property => this.declaration('request', 7) },
    { ALT: (): Property => this.SUBRULE(this.reviewed) },
    { ALT: (): Property => this.SUBRULE(this.audience) },
    { ALT: (): Property => this.SUBRULE(this.language) },
    { ALT: (): Property => this.SUBRULE(this.direction) },
    { ALT: (): Property => this.SUBRULE(this.promise) },
    { ALT: (): Property => this.SUBRULE(this.term) },
  ];

  private textProperty(kind: 'department' | 'purpose' | 'owner' | 'version', occurrence: number): Property {
    const keyword = this.keyword(word[kind], occurrence);
    const value = this.subrule(occurrence, this.text);
    return { kind, span: this.spanFrom(keyword), keyword, value };
  }

  private declaration(kind: 'role' | 'system' | 'request', occurrence: number): Property {
    const keyword = this.keyword(word[kind], occurrence);
    const id = this.subrule(occurrence, this.ownIdentifier);
    const label = this.subrule(occurrence, this.label);
    return { kind, span: this.spanFrom(keyword), keyword, id, ...(label && { label }) };
  }

  private readonly reviewed = this.RULE('reviewed', (): Property => {
    const keyword = this.keyword(word.reviewed, 1);
    const date = this.SUBRULE(this.date);
    const every = this.OPTION(() => {
      this.keyword(word.every, 1);
      return this.SUBRULE(this.duration);
    });
    return { kind: 'reviewed', span: this.spanFrom(keyword), keyword, date, ...(every && { every }) };
  });

  private readonly date = this.RULE('date', (): DateLiteral => {
    this.need(this.at(token.DateToken), 'date');
    const { span, value } = this.read(this.CONSUME(token.DateToken));
    return { span, value: String(value) };
  });

  private readonly audience = this.RULE('audience', (): Property => {
    const keyword = this.keyword(word.audience, 1);
    const values = [this.SUBRULE(this.text)];
    this.MANY(() => {
      this.CONSUME(token.Comma);
      values.push(this.SUBRULE2(this.text));
    });
    return { kind: 'audience', span: this.spanFrom(keyword), keyword, values };
  });

  private readonly language = this.RULE('language', (): Property => {
    const keyword = this.keyword(word.language, 1);
    this.need(isName(this.next().tokenType), 'tag');
    const { span, value } = this.read(this.CONSUME(token.Identifier));
    return { kind: 'language', span: this.spanFrom(keyword), keyword, tag: { span, value: String(value) } };
  });

  private readonly direction = this.RULE('direction', (): Property => {
    const keyword = this.keyword(word.direction, 1);
    this.reading.words.mendValue(directions);
    this.need(this.at(word.down) || this.at(word.right), 'direction');
    const value = this.OR([
      { ALT: (): Word<'down' | 'right'> => ({ span: this.keyword(word.down, 1), value: 'down' }) },
      { ALT: (): Word<'down' | 'right'> => ({ span: this.keyword(word.right, 1), value: 'right' }) },
    ]);
    return { kind: 'direction', span: this.spanFrom(keyword), keyword, value };
  });

  private readonly promise = this.RULE('promise', (): Property => {
    const keyword = this.keyword(word.promise, 1);
    const duration = this.SUBRULE(this.duration);
    return { kind: 'promise', span: this.spanFrom(keyword), keyword, duration };
  });

  private readonly term = this.RULE('term', (): Property => {
    const keyword = this.keyword(word.term, 1);
    if (!this.at(token.Text) && !isName(this.next().tokenType)) this.reading.words.mendName();
    this.need(this.at(token.Text) || isName(this.next().tokenType), 'term');
    const term = this.OR([
      { ALT: (): Term['term'] => this.SUBRULE(this.identifier) },
      { ALT: (): Term['term'] => this.SUBRULE(this.text) },
    ]);
    const meaning = this.SUBRULE2(this.text, { ARGS: ['meaning'] });
    return { kind: 'term', span: this.spanFrom(keyword), keyword, term, meaning };
  });

  // Statements.

  private readonly statements = this.RULE('statements', (): readonly Statement[] => {
    const { mistakes, strays, junk, leftOut } = this.reading;
    const { broken } = mistakes;
    const { inException } = this;
    this.inException = false;
    const list = strays.apart(() => {
      const row: Statement[] = [];
      do {
        this.MANY(() => {
          mistakes.broken = false;
          const statement = this.SUBRULE(this.wholeStatement);
          const isWhole = !junk.skipAfter() && !leftOut.wentPast();
          row.push(isWhole ? statement : { ...statement, broken: true });
          strays.moveTo(row);
        });
      } while (this.betweenStatements.goesOn(row));
      return row;
    });
    mistakes.broken = broken;
    this.inException = inException;
    return list;
  });

  /** A statement, or what is left of one that lacks what it cannot be without. */
  private readonly wholeStatement = this.RULE('wholeStatement', (): Statement => {
    const keyword = spanOf(this.next());
    let statement: Statement | undefined;
    this.attempt(() => {
      statement = this.SUBRULE(this.statement);
    }, nowhere);
    return statement ?? { kind: 'unreadable', span: this.spanFrom(keyword), keyword, broken: true };
  });

  private readonly statement = this.RULE('statement', (): Statement => this.OR(this.statementKinds));
  private readonly statementKinds = [
    { ALT: (): Statement => this.SUBRULE(this.step) },
    { ALT: (): Statement => this.SUBRULE(this.arrow) },
    { ALT: (): Statement => this.SUBRULE(this.if) },
    { ALT: (): Statement => this.SUBRULE(this.choose) },
    { ALT: (): Statement => this.SUBRULE(this.endStatement) },
    { ALT: (): Statement => this.SUBRULE(this.touchpoint) },
    { ALT: (): Statement => this.SUBRULE(this.stage) },
    { ALT: (): Statement => this.SUBRULE(this.callStatement) },
    { ALT: (): Statement => this.SUBRULE(this.transfer) },
    { ALT: (): Statement => this.SUBRULE(this.parallel) },
  ];

  private readonly step = this.RULE('step', (): Step => {
    const { kind, keyword } = this.OR([
      { ALT: () => ({ kind: 'step' as const, keyword: this.keyword(word.step, 1) }) },
      { ALT: () => ({ kind: 'wait' as const, keyword: this.keyword(word.wait, 1) }) },
      { ALT: () => ({ kind: 'escalate' as const, keyword: this.keyword(word.escalate, 1) }) },
    ]);
    const name = this.nameAfter(keyword, afterName);
    const attributes = this.SUBRULE(this.attributes);
    const exceptions = this.SUBRULE(this.exceptions);
    const chain = this.SUBRULE(this.chainOnLine);
    const span = this.spanFrom(keyword);
    const { broken } = this.reading.mistakes;
    return { kind, span, keyword, broken, name, attributes, exceptions, ...(chain && { chain }) };
  });

  private readonly callStatement = this.RULE('callStatement', (): Call => {
    const call = this.SUBRULE(this.call);
    const chain = this.SUBRULE(this.chainOnLine);
    if (!chain) return call;
    return { ...call, span: this.spanFrom(call.span), broken: this.reading.mistakes.broken, chain };
  });

  private readonly touchpoint = this.RULE('touchpoint', (): Touchpoint => {
    const keyword = this.keyword(word.touchpoint, 1);
    this.checkTouchpoint(keyword);
    let id: Identifier = { span: keyword, name: '' };
    let label: StringLiteral | undefined;
    let requests: readonly Identifier[] = [];
    this.attempt(() => {
      id = this.SUBRULE(this.ownIdentifier);
    }, afterTouchpoint);
    this.attempt(() => {
      label = this.SUBRULE(this.label);
      this.OPTION(() => {
        this.keyword(word.for, 1);
        requests = this.SUBRULE(this.identifiers);
      });
    }, beforeBranch);
    const branch = this.OR([
      { ALT: () => this.SUBRULE(this.block, { ARGS: ['touchpoint'] }) },
      { ALT: () => this.SUBRULE(this.chainOnLine) },
    ]);
    const span = this.spanFrom(keyword);
    const { broken } = this.reading.mistakes;
    return {
      kind: 'touchpoint',
      span,
      keyword,
      broken,
      id,
      ...(label && { label }),
      requests,
      ...(branch && { branch }),
    };
  });

  private readonly stage = this.RULE('stage', (): Stage => {
    const keyword = this.keyword(word.stage, 1);
    const name = this.nameAfter(keyword, afterStage);
    const block = this.SUBRULE(this.neededBlock, { ARGS: ['stage'] });
    return {
      kind: 'stage',
      span: this.spanFrom(keyword),
      keyword,
      broken: this.reading.mistakes.broken,
      name,
      block,
    };
  });

  /** The block that a construct cannot be without; an empty one where it is missing. */
  private readonly neededBlock = this.RULE('neededBlock', (owner: string): Block => {
    let block: Block | undefined;
    this.attempt(() => {
      block = this.SUBRULE(this.block, { ARGS: [owner] });
    }, beforeBlock);
    if (block === undefined && beforeBlock.has(this.next().tokenType))
      block = this.SUBRULE2(this.block, { ARGS: [owner] });
    return block ?? this.blockWithoutBrace(owner) ?? this.noBlock();
  });

  private readonly arrow = this.RULE('arrow', (): Arrow => {
    const keyword = this.keyword(token.LineArrow, 1);
    const chain = this.SUBRULE(this.links, { ARGS: [keyword] });
    return {
      kind: 'arrow',
      span: this.spanFrom(keyword),
      keyword,
      broken: this.reading.mistakes.broken,
      chain,
    };
  });

  private readonly if = this.RULE('if', (): If => {
    const keyword = this.keyword(word.if, 1);
    const arms: IfArm[] = [this.SUBRULE(this.arm, { ARGS: [keyword] })];
    this.reading.words.mendWord(elseTypes);
    this.MANY(() => {
      const { start } = this.keyword(word.else, 1);
      const { end } = this.keyword(word.if, 2);
      arms.push(this.SUBRULE2(this.arm, { ARGS: [{ start, end }] }));
      this.reading.words.mendWord(elseTypes);
    });
    const otherwise = this.OPTION((): Otherwise => this.SUBRULE(this.else));
    const span = this.spanFrom(keyword);
    return {
      kind: 'if',
      span,
      keyword,
      broken: this.reading.mistakes.broken,
      arms,
      ...(otherwise && { otherwise }),
    };
  });

  private readonly arm = this.RULE('arm', (keyword: Span): IfArm => {
    let question: Question = { span: keyword };
    let percent: Percent | undefined;
    this.attempt(() => {
      question = this.SUBRULE(this.question);
      percent = this.SUBRULE(this.percent);
    }, beforeBranch);
    const branch = this.SUBRULE(this.branch, { ARGS: ['if'] });
    return { span: this.spanFrom(keyword), keyword, question, ...(percent && { percent }), branch };
  });

  private readonly else = this.RULE('else', (): Otherwise => {
    const keyword = this.keyword(word.else, 1);
    const branch = this.SUBRULE(this.branch, { ARGS: ['else'] });
    return { span: this.spanFrom(keyword), keyword, branch };
  });

  private readonly choose = this.RULE('choose', (): Choose => {
    const keyword = this.keyword(word.choose, 1);
    let question: Question = { span: keyword };
    let body: Pick<Choose, 'cases' | 'otherwise'> | undefined;
    this.attempt(() => {
      question = this.SUBRULE(this.choice);
    }, beforeBlock);
    this.attempt(() => {
      body = this.SUBRULE(this.cases);
    }, beforeBlock);
    if (body === undefined && this.reading.blocks.lacksBrace())
      body = this.SUBRULE2(this.cases, { ARGS: [true] });
    const span = this.spanFrom(keyword);
    return {
      kind: 'choose',
      span,
      keyword,
      broken: this.reading.mistakes.broken,
      question,
      ...(body ?? { cases: [] }),
    };
  });

  private readonly choice = this.RULE('choice', (): Question => {
    this.need(this.onLine(), 'name');
    this.reading.labels.mendWords(true);
    if (!this.at(token.Question) && !this.at(token.Text)) this.reading.words.mendName();
    this.need(this.at(token.Question) || this.at(token.Text) || isName(this.next().tokenType), 'name');
    return this.OR([
      { ALT: (): Question => this.SUBRULE(this.namedThing) },
      { ALT: (): Question => this.SUBRULE(this.question) },
    ]);
  });

  private readonly cases = this.RULE(
    'cases',
    (withoutBrace?: boolean): Pick<Choose, 'cases' | 'otherwise'> => {
      const cases: When[] = [];
      let otherwise: Otherwise | undefined;
      this.openBody('choose', withoutBrace);
      do {
        this.MANY(() => cases.push(this.SUBRULE(this.when)));
        this.OPTION(() => {
          otherwise = this.SUBRULE(this.otherwise);
        });
      } while (this.betweenBranches.goesOn('“when” and “otherwise”', whenTypes));
      this.closeBrace();
      return { cases, ...(otherwise && { otherwise }) };
    },
  );

  private readonly when = this.RULE('when', (): When => {
    const keyword = this.keyword(word.when, 1);
    let name: Name = { span: keyword };
    let percent: Percent | undefined;
    this.attempt(() => {
      name = this.SUBRULE(this.name);
      percent = this.SUBRULE(this.percent);
    }, beforeBranch);
    const branch = this.SUBRULE(this.branch, { ARGS: ['when'] });
    return { span: this.spanFrom(keyword), keyword, name, ...(percent && { percent }), branch };
  });

  private readonly otherwise = this.RULE('otherwise', (): Otherwise => {
    const keyword = this.keyword(word.otherwise, 1);
    const branch = this.SUBRULE(this.branch, { ARGS: ['otherwise'] });
    return { span: this.spanFrom(keyword), keyword, branch };
  });

  private readonly parallel = this.RULE('parallel', (): Parallel => {
    const keyword = this.keyword(word.parallel, 1);
    let name: Name | undefined;
    let branches: readonly ParallelBranch[] | undefined;
    this.attempt(() => {
      name = this.SUBRULE(this.nameOnLine);
      branches = this.SUBRULE(this.parallelBranches);
    }, beforeBlock);
    if (this.at(token.LeftBrace)) branches ??= this.SUBRULE2(this.parallelBranches);
    else if (branches === undefined && this.reading.blocks.lacksBrace())
      branches = this.SUBRULE2(this.parallelBranches, { ARGS: [true] });
    const span = this.spanFrom(keyword);
    return {
      kind: 'parallel',
      span,
      keyword,
      broken: this.reading.mistakes.broken,
      ...(name && { name }),
      branches: branches ?? [],
    };
  });

  private readonly nameOnLine = this.RULE('nameOnLine', (): Name | undefined =>
    this.OPTION({ GATE: this.onLine, DEF: () => this.SUBRULE(this.name) }),
  );

  private readonly parallelBranches = this.RULE(
    'parallelBranches',
    (withoutBrace?: boolean): readonly ParallelBranch[] => {
      const branches: ParallelBranch[] = [];
      this.openBody('parallel', withoutBrace);
      do {
        this.MANY(() => branches.push(this.SUBRULE(this.parallelBranch)));
      } while (this.betweenBranches.goesOn('“branch”', branchTypes));
      this.closeBrace();
      return branches;
    },
  );

  private readonly parallelBranch = this.RULE('parallelBranch', (): ParallelBranch => {
    const keyword = this.keyword(word.branch, 1);
    let name: Name | undefined;
    this.attempt(() => {
      name = this.SUBRULE(this.nameOnLine);
    }, beforeBlock);
    const block = this.SUBRULE(this.neededBlock, { ARGS: ['branch'] });
    return { span: this.spanFrom(keyword), keyword, ...(name && { name }), block };
  });

  // The ways of a path: blocks, chains of arrows, and what arrows lead to.

  private readonly block = this.RULE('block', (owner: string): Block => {
    this.need(this.at(token.LeftBrace), 'block');
    const brace = this.openBrace(owner);
    const statements = this.SUBRULE(this.statements);
    this.closeBrace();
    return { kind: 'block', span: this.spanFrom(brace), statements };
  });

  /** The branch that a construct cannot be without; an empty one where it is missing. */
  private readonly branch = this.RULE('branch', (owner: string): Branch => {
    let branch: Branch | undefined;
    this.attempt(() => {
      this.need(beforeBranch.has(this.next().tokenType), 'branch');
      branch = this.OR([
        { ALT: (): Branch => this.SUBRULE(this.block, { ARGS: [owner] }) },
        { ALT: (): Branch => this.SUBRULE(this.chain) },
      ]);
    }, beforeBranch);
    if (branch === undefined && beforeBranch.has(this.next().tokenType))
      branch = this.at(token.LeftBrace)
        ? this.SUBRULE2(this.block, { ARGS: [owner] })
        : this.SUBRULE2(this.chain);
    return branch ?? this.blockWithoutBrace(owner) ?? this.noBlock();
  });

  /** A chain whose first arrow may begin a line, because its branch cannot be without it. */
  private readonly chain = this.RULE('chain', (): Chain => {
    this.need(this.at(token.Arrow) || this.at(token.LineArrow), 'arrow');
    const arrow = this.OR([
      { ALT: (): Span => this.keyword(token.Arrow, 1) },
      { ALT: (): Span => this.keyword(token.LineArrow, 2) },
    ]);
    return this.SUBRULE(this.links, { ARGS: [arrow] });
  });

  /** A chain that goes on with its line, or nothing. */
  private readonly chainOnLine = this.RULE('chainOnLine', (): Chain | undefined =>
    this.OPTION(() => {
      const arrow = this.keyword(token.Arrow, 1);
      return this.SUBRULE(this.links, { ARGS: [arrow] });
    }),
  );

  private readonly links = this.RULE('links', (first: Span): Chain => {
    const links: ChainLink[] = [];
    this.chainDepth++;
    this.attempt(() => {
      if (this.chainDepth > deepestChain) this.refuseChain(first);
      links.push({ arrow: first, target: this.SUBRULE(this.target) });
      this.MANY(() => {
        const arrow = this.keyword(token.Arrow, 1);
        links.push({ arrow, target: this.SUBRULE2(this.target) });
      });
    }, nowhere);
    this.chainDepth--;
    return { kind: 'chain', span: this.spanFrom(first), links };
  });

  private readonly target = this.RULE('target', (): Target => {
    mendTarget(this.reading);
    this.reading.labels.mendTargetWords();
    const type = this.next().tokenType;
    this.need(isName(type) || targetTypes.has(type), 'target');
    return this.OR(this.targetKinds);
  });

  private readonly targetKinds = [
    { ALT: (): Target => this.SUBRULE(this.jump) },
    { ALT: (): Target => this.SUBRULE(this.inlineStep) },
    { ALT: (): Target => this.SUBRULE(this.endStatement) },
    { ALT: (): Target => this.SUBRULE(this.call) },
    { ALT: (): Target => this.SUBRULE(this.transfer) },
  ];

  private readonly jump = this.RULE('jump', (): Target => {
    const id = this.SUBRULE(this.identifier);
    let retry: Retry | undefined;
    if (this.next(2).tokenType === token.Integer) this.reading.words.mendValue(['max']);
    this.OPTION(() =>
      this.attempt(() => {
        retry = this.SUBRULE(this.retry);
      }, afterTarget),
    );
    return { kind: 'jump', span: this.spanFrom(id.span), id, ...(retry && { retry }) };
  });

  private readonly retry = this.RULE('retry', (): Retry => {
    const keyword = this.keyword(word.max, 1);
    const max = this.SUBRULE(this.integer);
    this.reading.words.mendValue(['then']);
    this.need(this.at(word.then), 'retry');
    this.keyword(word.then, 1);
    const chain = this.SUBRULE(this.chain);
    return { span: this.spanFrom(keyword), max, chain };
  });

  private readonly inlineStep = this.RULE('inlineStep', (): Target => {
    const label = this.SUBRULE(this.text);
    const attributes = this.SUBRULE(this.attributes);
    return { kind: 'inline-step', span: this.spanFrom(label.span), label, attributes };
  });

  private readonly endStatement = this.RULE('endStatement', (): End => {
    const keyword = this.keyword(word.end, 1);
    const name: Name | undefined = this.OPTION({
      GATE: () => this.onLine() && !this.atOutcome(),
      DEF: () => this.SUBRULE(this.name),
    });
    let outcome: End['outcome'];
    this.OPTION2(() =>
      this.attempt(() => {
        outcome = this.SUBRULE(this.outcome);
      }, afterEnd),
    );
    return {
      kind: 'end',
      span: this.spanFrom(keyword),
      keyword,
      broken: this.reading.mistakes.broken,
      ...(name && { name }),
      ...(outcome && { outcome }),
    };
  });

  private readonly outcome = this.RULE('outcome', (): End['outcome'] => {
    this.keyword(word.as, 1);
    this.reading.words.mendValue(outcomes);
    this.need(this.at(word.success) || this.at(word.failure), 'outcome');
    return this.OR([
      { ALT: (): End['outcome'] => ({ span: this.keyword(word.success, 1), value: 'success' }) },
      { ALT: (): End['outcome'] => ({ span: this.keyword(word.failure, 1), value: 'failure' }) },
    ]);
  });

  /** `as` after `end` says how it ended, unless another `as` does: `end as as failure`. */
  private atOutcome(): boolean {
    return this.at(word.as) && this.next(2).tokenType !== word.as;
  }

  private readonly call = this.RULE('call', (): Call => {
    const keyword = this.keyword(word.call, 1);
    const flow = this.SUBRULE(this.ownIdentifier);
    const label = this.SUBRULE(this.label);
    const attributes = this.SUBRULE(this.attributes);
    const exceptions = this.SUBRULE(this.exceptions);
    const { broken } = this.reading.mistakes;
    const span = this.spanFrom(keyword);
    return { kind: 'call', span, keyword, broken, flow, ...(label && { label }), attributes, exceptions };
  });

  private readonly transfer = this.RULE('transfer', (): Transfer => {
    const keyword = this.keyword(word.transfer, 1);
    const flow = this.SUBRULE(this.ownIdentifier);
    const label = this.SUBRULE(this.label);
    const { broken } = this.reading.mistakes;
    return { kind: 'transfer', span: this.spanFrom(keyword), keyword, broken, flow, ...(label && { label }) };
  });

  private readonly exceptions = this.RULE('exceptions', (): readonly Exception[] => {
    const list: Exception[] = [];
    do {
      this.MANY({
        GATE: this.takesException,
        DEF: () =>
          this.OR([
            { ALT: () => list.push(this.SUBRULE(this.problem)) },
            { ALT: () => list.push(this.SUBRULE(this.timeout)) },
          ]),
      });
    } while (this.reading.words.mendWord(exceptionTypes));
    return list;
  });

  private readonly exceptionBranch = this.RULE('exceptionBranch', (owner: string): Branch => {
    const { inException } = this;
    this.inException = true;
    const branch = this.SUBRULE(this.branch, { ARGS: [owner] });
    this.inException = inException;
    return branch;
  });

  private readonly problem = this.RULE('problem', (): Exception => {
    const keyword = this.keyword(word.problem, 1);
    let name: Name = { span: keyword };
    let percent: Percent | undefined;
    this.attempt(() => {
      name = this.SUBRULE(this.name);
      percent = this.SUBRULE(this.percent);
    }, beforeBranch);
    const branch = this.SUBRULE(this.exceptionBranch, { ARGS: ['problem'] });
    const span = this.spanFrom(keyword);
    return { kind: 'problem', span, keyword, name, ...(percent && { percent }), branch };
  });

  private readonly timeout = this.RULE('timeout', (): Exception => {
    const keyword = this.keyword(word.timeout, 1);
    const percent = this.SUBRULE(this.percent);
    const branch = this.SUBRULE(this.exceptionBranch, { ARGS: ['timeout'] });
    const span = this.spanFrom(keyword);
    return { kind: 'timeout', span, keyword, ...(percent && { percent }), branch };
  });

  // What is said of a step.

  private readonly attributes = this.RULE('attributes', (): readonly Attribute[] => {
    const list: Attribute[] = [];
    do {
      this.MANY(() => this.attempt(() => list.push(this.SUBRULE(this.attribute)), afterAttribute));
    } while (this.reading.words.mendWord(attributeTypes) || this.reading.junk.skipTo(attributeTypes));
    reportDuplicates(list, this.reading.mistakes);
    // A misspelt `problem` or `timeout` is read by what comes after the attributes.
    this.reading.words.mendWord(exceptionTypes);
    return list;
  });

  private readonly attribute = this.RULE('attribute', (): Attribute => this.OR(this.attributeKinds));

  private readonly attributeKinds = [
    { ALT: (): Attribute => this.SUBRULE(this.by) },
    { ALT: (): Attribute => this.names('with', 1) },
    { ALT: (): Attribute => this.names('to', 2) },
    { ALT: (): Attribute => this.names('using', 3) },
    { ALT: (): Attribute => this.SUBRULE(this.within) },
    { ALT: (): Attribute => this.SUBRULE(this.takes) },
    { ALT: (): Attribute => this.SUBRULE(this.as) },
    { ALT: (): Attribute => this.words('say', 4) },
    { ALT: (): Attribute => this.words('note', 5) },
    { ALT: (): Attribute => this.words('link', 6) },
  ];

  private readonly by = this.RULE('by', (): Attribute => {
    const keyword = this.keyword(word.by, 1);
    const id = this.SUBRULE(this.identifier);
    return { kind: 'by', span: this.spanFrom(keyword), keyword, id };
  });

  private readonly within = this.RULE('within', (): Attribute => {
    const keyword = this.keyword(word.within, 1);
    const duration = this.SUBRULE(this.duration);
    return { kind: 'within', span: this.spanFrom(keyword), keyword, duration };
  });

  private readonly takes = this.RULE('takes', (): Attribute => {
    const keyword = this.keyword(word.takes, 1);
    const durations = [this.SUBRULE(this.duration)];
    this.OPTION(() => {
      this.CONSUME(token.Range);
      durations.push(this.SUBRULE2(this.duration));
      this.OPTION2(() => {
        this.CONSUME2(token.Range);
        durations.push(this.SUBRULE3(this.duration));
      });
    });
    return { kind: 'takes', span: this.spanFrom(keyword), keyword, durations };
  });

  private readonly as = this.RULE('as', (): Attribute => {
    const keyword = this.keyword(word.as, 1);
    this.reading.words.mendValue(symbols);
    this.need(
      symbols.some((name) => this.at(word[name])),
      'symbol',
    );
    const symbol = this.SUBRULE(this.symbol);
    return { kind: 'as', span: this.spanFrom(keyword), keyword, symbol };
  });

  private readonly symbol = this.RULE('symbol', (): Word<SymbolName> => this.OR(this.symbolKinds));
  private readonly symbolKinds = symbols.map((value) => ({
    ALT: (): Word<SymbolName> => ({ span: this.read(this.CONSUME(word[value])).span, value }),
  }));

  private names(kind: 'with' | 'to' | 'using', occurrence: number): Attribute {
    const keyword = this.keyword(word[kind], occurrence);
    const ids = this.subrule(occurrence, this.identifiers);
    return { kind, span: this.spanFrom(keyword), keyword, ids };
  }

  private words(kind: 'say' | 'note' | 'link', occurrence: number): Attribute {
    const keyword = this.keyword(word[kind], occurrence);
    const text = this.subrule(occurrence, this.text);
    return { kind, span: this.spanFrom(keyword), keyword, text };
  }

  // What statements are made of: names, labels, questions and numbers.

  /** A name that something else has. */
  private readonly identifier = this.RULE('identifier', (): Identifier => {
    this.reading.names.mendLabelledName();
    if (!isName(this.next().tokenType)) this.reading.words.mendName();
    this.need(isName(this.next().tokenType), 'role');
    const { span, value } = this.read(this.CONSUME(token.Identifier));
    return { span, name: String(value) };
  });

  /** The name that a thing gets here; it stands on the line of its word. */
  private readonly ownIdentifier = this.RULE('ownIdentifier', (): Identifier => {
    this.reading.names.mendLabelledName();
    this.need(this.onLine() && !this.at(token.Text), 'identifier');
    this.reading.labels.mendWords(false);
    return this.SUBRULE(this.identifier);
  });

  private readonly identifiers = this.RULE('identifiers', (): readonly Identifier[] => {
    const list = [this.SUBRULE(this.identifier)];
    this.MANY(() => {
      this.CONSUME(token.Comma);
      list.push(this.SUBRULE2(this.identifier));
    });
    if (!this.RECORDING_PHASE) reportRepeated(list, this.reading);
    return list;
  });

  private readonly text = this.RULE('text', (part: Part = 'text'): StringLiteral => {
    this.reading.labels.mendText();
    this.need(this.at(token.Text), part);
    const own = this.CONSUME(token.Text) as Token;
    // It holds all that was to stand behind it on its line.
    if (this.reading.tokens.isUnclosed(own)) this.reading.mistakes.broken = true;
    return { span: spanOf(own), value: String(own.value) };
  });

  /** A name or label stands on the line of its word. */
  private readonly label = this.RULE('label', (): StringLiteral | undefined => {
    this.reading.labels.mendLabel();
    return this.OPTION({ GATE: this.onLine, DEF: () => this.SUBRULE(this.text) });
  });

  private readonly name = this.RULE('name', (): Name => {
    this.need(this.onLine(), 'name');
    this.reading.labels.mendWords(true);
    if (!this.at(token.Text) && !isName(this.next().tokenType)) this.reading.words.mendName();
    this.need(this.at(token.Text) || isName(this.next().tokenType), 'name');
    return this.OR([
      { ALT: (): Name => this.SUBRULE(this.namedThing) },
      { ALT: (): Name => this.SUBRULE(this.labelledThing) },
    ]);
  });

  private readonly namedThing = this.RULE('namedThing', (): Name => {
    const id = this.SUBRULE(this.identifier);
    const label = this.SUBRULE(this.label);
    return { span: this.spanFrom(id.span), id, ...(label && { label }) };
  });

  /** The name that a statement cannot be without; where it cannot be read, the label that follows, or nothing. */
  private nameAfter(keyword: Span, resume: ReadonlySet<TokenType>): Name {
    let name: Name = { span: keyword };
    this.attempt(() => {
      name = this.SUBRULE(this.name);
    }, resume);
    const isLost =
      name.span === keyword && this.reading.mistakes.broken && this.at(token.Text) && this.onLine();
    return isLost ? this.SUBRULE9(this.labelledThing) : name;
  }

  private readonly labelledThing = this.RULE('labelledThing', (): Name => {
    const label = this.SUBRULE(this.text);
    return { span: label.span, label };
  });

  private readonly question = this.RULE('question', (): Question => {
    this.need(this.onLine(), 'question');
    this.reading.labels.mendAskedWords();
    if (!this.at(token.Question)) this.reading.words.mendQuestion();
    this.need(this.at(token.Question) || this.at(token.Text), 'question');
    return this.OR([
      { ALT: (): Question => this.SUBRULE(this.namedQuestion) },
      { ALT: (): Question => this.SUBRULE(this.labelledThing) },
    ]);
  });

  private readonly namedQuestion = this.RULE('namedQuestion', (): Question => {
    const next = this.next();
    const { span, value } = this.read(this.CONSUME(token.Question));
    const name = String(value);
    const end = span.start + withoutMarks(next.image).length;
    const id = { span: { start: span.start, end }, name };
    if (isReserved(token.typeOfWord(name))) this.reading.words.reportReserved(id.span, name, 'question');
    const label = this.SUBRULE(this.label);
    return {
      span: this.spanFrom(span),
      id,
      ...(end < span.end && { mark: { start: end, end: end + 1 } }),
      ...(label && { label }),
    };
  });

  private readonly percent = this.RULE('percent', (): Percent | undefined => {
    if (this.at(token.Integer) && this.onLine()) this.reading.words.mendPercent();
    return this.OPTION(() => {
      const { span, value } = this.read(this.CONSUME(token.Percent));
      return { span, value: Number(value) };
    });
  });

  private readonly integer = this.RULE('integer', (): IntegerLiteral => {
    this.need(this.at(token.Integer), 'integer');
    const { span, value } = this.read(this.CONSUME(token.Integer));
    return { span, value: Number(value) };
  });

  private readonly duration = this.RULE('duration', (): DurationLiteral => {
    const { startOffset: start } = this.next();
    if (this.at(token.Integer)) this.reading.words.mendDuration();
    this.need(this.at(token.DurationToken), 'duration');
    const read = this.read(this.CONSUME(token.DurationToken));
    const { value } = read;
    // The number of a mended duration stands before the token.
    const span = { start: Math.min(start, read.span.start), end: read.span.end };
    const parts = typeof value === 'object' ? value : [];
    if (!this.at(token.DurationToken) || !this.onLine()) return { span, parts };
    return this.reading.words.joinDuration({ span, parts });
  });

  // What the rules share.

  private next(ahead = 1): Token {
    return this.LA(ahead) as IToken as Token;
  }

  private at(type: TokenType): boolean {
    return this.LA(1).tokenType === type;
  }

  private readonly onLine = (): boolean => this.reading.tokens.onLine();

  /** From where something began to the end of the last token that was read. */
  private spanFrom(start: Span): Span {
    // While the grammar is being recorded, parts are empty.
    if (this.RECORDING_PHASE) return { start: 0, end: 0 };
    return { start: start.start, end: Math.max(start.start, endOf(this.next(0))) };
  }

  private read(read: IToken): { readonly span: Span; readonly value: Token['value'] } {
    const own = read as Token;
    return { span: spanOf(own), value: own.value };
  }

  /** Reads a word of the language; `occurrence` as for chevrotain's `consume`. */
  private keyword(type: TokenType, occurrence: number): Span {
    const own = this.consume(occurrence, type) as Token;
    // A misspelt word is reported as the one that was meant.
    this.reading.tokens.lastWord = type.LABEL?.slice(1, -1) ?? own.image;
    return spanOf(own);
  }

  private need(isThere: boolean, part: Part): void {
    if (!isThere && !this.RECORDING_PHASE) throw new MissingPart(part);
  }

  private attempt(part: () => unknown, resume: ReadonlySet<TokenType>): void {
    this.reading.recovery.attempt(part, resume);
  }

  private openBrace(owner: string): Span {
    const brace = this.CONSUME(token.LeftBrace) as Token;
    if (!this.RECORDING_PHASE) this.reading.blocks.enter(brace, owner);
    return spanOf(brace);
  }

  private closeBrace(): void {
    const { blocks } = this.reading;
    if (this.RECORDING_PHASE || blocks.isClosedNext()) {
      this.CONSUME(token.RightBrace);
      blocks.leave();
    } else blocks.leaveUnclosed();
  }

  /** Begins a body of branches; `withoutBrace` where it was reported already that its brace is missing. */
  private openBody(owner: string, withoutBrace: boolean | undefined): void {
    if (withoutBrace === true) this.reading.blocks.enterWithoutBrace(owner);
    else {
      this.need(this.at(token.LeftBrace), 'block');
      this.openBrace(owner);
    }
  }

  /** The block whose opening brace is missing, which was reported, if its lines follow here. */
  private blockWithoutBrace(owner: string): Block | undefined {
    const { blocks } = this.reading;
    if (!blocks.lacksBrace()) return undefined;
    const { end } = blocks.enterWithoutBrace(owner);
    const statements = this.SUBRULE9(this.statements);
    this.closeBrace();
    return { kind: 'block', span: this.spanFrom({ start: end, end }), statements };
  }

  private noBlock(): Block {
    const { end } = this.RECORDING_PHASE ? { end: 0 } : spanOf(this.next(0));
    return { kind: 'block', span: { start: end, end }, statements: [] };
  }

  /** A `problem` on a line of its own belongs to the statement, not to a call in the branch of the `problem` before. */
  private readonly takesException = (): boolean => !this.inException || this.onLine();

  private refuseChain(arrow: Span): void {
    const { mistakes } = this.reading;
    if (!mistakes.isExplained())
      mistakes.reportAt(
        arrow,
        'limit-exceeded',
        `More than ${deepestChain} retries, problems and timeouts hang on each other here`,
        { help: 'Give the steps names, and write one retry a line' },
      );
    throw new MissingPart('target');
  }

  private checkTouchpoint(keyword: Span): void {
    const { blocks, mistakes } = this.reading;
    const around = blocks.innermost();
    if (around === undefined || around.owner === 'stage') return;
    mistakes.broken = true;
    mistakes.reportAt(
      keyword,
      'misplaced-touchpoint',
      `A touchpoint cannot stand inside of the block of “${around.owner}”`,
      {
        related: [{ span: spanOf(around.brace), message: `the block of “${around.owner}”` }],
        help: 'Customers come in from outside: put it at the top level of the flow or of a stage',
      },
    );
  }

  // What goes on after a mistake has these rules read, as the ninth occurrence in whatever rule it is.

  private readingOf(text: string, read: ReadableTokens): Reading {
    const place = { look: (ahead: number) => this.next(ahead), skip: () => this.SKIP_TOKEN() };
    return new Reading(text, read, place, () => {
      this.reading.strays.keep(this.SUBRULE9(this.block, { ARGS: ['a broken statement'] }).statements);
    });
  }

  private flowsOf(reading: Reading): BetweenFlows {
    return new BetweenFlows(reading, (place) =>
      this.SUBRULE9(this.flowBody, { ARGS: [place, { span: place, name: '' }, undefined] }),
    );
  }

  private statementsOf(reading: Reading): BetweenStatements {
    return new BetweenStatements(reading, {
      property: () => this.SUBRULE9(this.property),
      namedThing: () => this.SUBRULE9(this.namedThing),
      attributes: () => this.SUBRULE9(this.attributes),
      exceptions: () => this.SUBRULE9(this.exceptions),
      chainOnLine: () => this.SUBRULE9(this.chainOnLine),
      spanFrom: (start) => this.spanFrom(start),
    });
  }

  private branchesOf(reading: Reading): BetweenBranches {
    return new BetweenBranches(reading, () => this.SUBRULE9(this.wholeStatement));
  }
}
