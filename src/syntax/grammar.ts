import { EmbeddedActionsParser, type IToken, type TokenType } from 'chevrotain';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { type SymbolName, symbols } from '../shapes/all-shapes.ts';
import type { Span } from '../text/span.ts';
import type {
  Anytime,
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
  Events,
  Exception,
  FieldProperty,
  Flow,
  Identifier,
  If,
  IfArm,
  IntegerLiteral,
  Late,
  Limit,
  Meanwhile,
  MeanwhileException,
  Name,
  NameDeclaration,
  NamesAttribute,
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
  TextAttribute,
  TextProperty,
  Touchpoint,
  Transfer,
  Use,
  UsualTime,
  When,
  WithinAttribute,
  Word,
} from './ast.ts';
import {
  type AttributeOwner,
  attributeKindsOf,
  branching,
  ownerNames,
  ownersOfAttribute,
  percentOwners,
} from './attribute-owners.ts';
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
import { reportDuplicates, reportRepeated, reportRepeatedLevels } from './repeated.ts';
import { endOf, spanOf, type Token } from './token.ts';
import {
  afterAnswer,
  afterAttribute,
  afterAttributeOfWait,
  afterBranchingAttribute,
  afterEndAttribute,
  afterHead,
  afterName,
  afterNameOfWait,
  afterStage,
  afterTarget,
  afterTouchpoint,
  afterWait,
  attributeTypes,
  beforeBlock,
  beforeBranch,
  branchTypes,
  elseTypes,
  endsException,
  endsStatement,
  eventTypes,
  exceptionTypes,
  freeStatementTypes,
  isName,
  isReserved,
  nowhere,
  propertyTypes,
  whenTypes,
} from './token-sets.ts';
import type { ReadableTokens } from './token-stream.ts';
import * as token from './token-types.ts';
import { vocabulary, word } from './token-types.ts';
import { isLimit, isWholeMeanwhile, isWholeProperty } from './unquoted-label.ts';
import { allOnly, perOnly } from './word-mending.ts';
import { directions, outcomes, timings } from './words.ts';

/** What reading the tokens of a file gives. */
export interface ReadFile {
  readonly uses: readonly Use[];
  readonly flows: readonly Flow[];
  readonly diagnostics: readonly Diagnostic[];
  /** Stretches that were skipped with a mistake that is reported. */
  readonly skipped: readonly Span[];
}

/** What stands in the block of a wait. */
interface Waited {
  readonly events: Events;
  readonly exceptions: readonly Exception[];
}

/** What is said of a statement behind its name. */
interface Said {
  readonly attributes: readonly Attribute[];
  readonly percent?: Percent;
}
const nothingSaid: Said = { attributes: [] };
const noException: readonly Exception[] = [];

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
  /** Whether the place is on the path of an exception, or of an event of a wait, and not in a block of it. */
  private inException = false;
  /** What the attributes belong to that are being read. */
  private owner: AttributeOwner = 'step';

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
    this.owner = 'step';
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
    { ALT: (): Property => this.textProperty('scope', 5) },
    { ALT: (): Property => this.SUBRULE(this.role) },
    { ALT: (): Property => this.declaration('system', 6) },
    { ALT: (): Property => this.declaration('request', 7) },
    { ALT: (): Property => this.declaration('party', 8) },
    { ALT: (): Property => this.declaration('level', 9) },
    { ALT: (): Property => this.SUBRULE(this.reviewed) },
    { ALT: (): Property => this.SUBRULE(this.audience) },
    { ALT: (): Property => this.SUBRULE(this.language) },
    { ALT: (): Property => this.SUBRULE(this.direction) },
    { ALT: (): Property => this.SUBRULE(this.promise) },
    { ALT: (): Property => this.SUBRULE(this.term) },
    { ALT: (): Property => this.SUBRULE(this.accountableProperty) },
    { ALT: (): Property => this.SUBRULE(this.reference) },
    { ALT: (): Property => this.SUBRULE(this.approved) },
    { ALT: (): Property => this.SUBRULE(this.revised) },
    { ALT: (): Property => this.SUBRULE(this.measure) },
    { ALT: (): Property => this.SUBRULE(this.hours) },
    { ALT: (): Property => this.SUBRULE(this.field) },
  ];

  private textProperty(kind: TextProperty['kind'], occurrence: number): Property {
    const keyword = this.keyword(word[kind], occurrence);
    const value = this.subrule(occurrence, this.text);
    return { kind, span: this.spanFrom(keyword), keyword, value };
  }

  private declaration(kind: NameDeclaration['kind'], occurrence: number): NameDeclaration {
    const keyword = this.keyword(word[kind], occurrence);
    const id = this.subrule(occurrence, this.ownIdentifier);
    const label = this.subrule(occurrence, this.label);
    return { kind, span: this.spanFrom(keyword), keyword, id, ...(label && { label }) };
  }

  private readonly role = this.RULE('role', (): Property => {
    const declaration = this.declaration('role', 1);
    if (this.onLine() && this.next(2).tokenType === token.Integer) this.reading.words.mendValue(['staff']);
    const staff = this.OPTION(() => {
      this.keyword(word.staff, 2);
      return this.SUBRULE(this.integer);
    });
    return { ...declaration, span: this.spanFrom(declaration.keyword), ...(staff && { staff }) };
  });

  private readonly accountableProperty = this.RULE('accountableProperty', (): Property => {
    const keyword = this.keyword(word.accountable, 1);
    this.need(this.onLine(), 'identifier');
    const id = this.SUBRULE(this.identifier);
    return { kind: 'accountable', span: this.spanFrom(keyword), keyword, id };
  });

  private readonly reference = this.RULE('reference', (): Property => {
    const keyword = this.keyword(word.reference, 1);
    const title = this.SUBRULE(this.text);
    const link = this.OPTION(() => {
      this.keyword(word.link, 2);
      return this.SUBRULE2(this.text);
    });
    return { kind: 'reference', span: this.spanFrom(keyword), keyword, title, ...(link && { link }) };
  });

  private readonly approved = this.RULE('approved', (): Property => {
    const keyword = this.keyword(word.approved, 1);
    const early = this.isSwapped(token.DateToken, token.Text) ? this.SUBRULE9(this.date) : undefined;
    const who = this.SUBRULE(this.text);
    const date = early ?? this.SUBRULE(this.date);
    if (early !== undefined) this.refuseOrder('approved', 'who approved it', early.span, who.span);
    return { kind: 'approved', span: this.spanFrom(keyword), keyword, who, date };
  });

  private readonly revised = this.RULE('revised', (): Property => {
    const keyword = this.keyword(word.revised, 1);
    const early = this.isSwapped(token.Text, token.DateToken) ? this.SUBRULE9(this.text) : undefined;
    const date = this.SUBRULE(this.date);
    const what = early ?? this.SUBRULE(this.text);
    if (early !== undefined) this.refuseOrder('revised', 'the date', early.span, date.span);
    return { kind: 'revised', span: this.spanFrom(keyword), keyword, date, what };
  });

  private isSwapped(first: TokenType, second: TokenType): boolean {
    return !this.RECORDING_PHASE && this.at(first) && this.next(2).tokenType === second && this.onLine();
  }

  /** Reports two parts that stand in the other order. */
  private refuseOrder(kind: string, first: string, before: Span, behind: Span): void {
    const { mistakes, tokens } = this.reading;
    const [early, late] = [before, behind].map(({ start, end }) => tokens.text.slice(start, end));
    if (early === undefined || late === undefined) return;
    mistakes.reportAt(before, 'unexpected-token', `“${kind}” has ${first} first`, {
      help: `Write ${kind} ${late} ${early}`,
      fix: {
        kind: 'safe',
        title: 'Write them in the other order',
        edits: [
          { span: before, text: late },
          { span: behind, text: early },
        ],
      },
    });
  }

  private readonly measure = this.RULE('measure', (): Property => {
    const keyword = this.keyword(word.measure, 1);
    const what = this.SUBRULE(this.text);
    const percent = this.SUBRULE(this.percent);
    const within = this.OPTION(() => this.SUBRULE(this.within));
    const span = this.spanFrom(keyword);
    return { kind: 'measure', span, keyword, what, ...(percent && { percent }), ...(within && { within }) };
  });

  private readonly hours = this.RULE('hours', (): Property => {
    const keyword = this.keyword(word.hours, 1);
    const values = [this.SUBRULE(this.text)];
    this.MANY(() => {
      this.CONSUME(token.Comma);
      values.push(this.SUBRULE2(this.text));
    });
    return { kind: 'hours', span: this.spanFrom(keyword), keyword, values };
  });

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
    this.need(this.atName(), 'tag');
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
    const name = this.SUBRULE(this.promiseName);
    const limits = this.limits();
    const from = this.OPTION(() => {
      this.keyword(word.from, 1);
      this.reading.tokens.lastWord = 'promise … from';
      this.need(this.onLine() && !this.atEndOfPromise(), 'identifier');
      return this.SUBRULE(this.identifier);
    });
    const to = this.OPTION2(() => {
      this.keyword(word.to, 2);
      this.reading.tokens.lastWord = 'promise … to';
      this.need(this.onLine(), 'identifier');
      return this.SUBRULE2(this.identifier);
    });
    const span = this.spanFrom(keyword);
    return {
      kind: 'promise',
      span,
      keyword,
      ...(name && { name }),
      limits,
      ...(from && { from }),
      ...(to && { to }),
    };
  });

  /** `from to answer`: the name behind `from` is missing. */
  private atEndOfPromise(): boolean {
    const { tokenType, firstOnLine } = this.next(2);
    if (!this.at(word.to) || !isName(tokenType) || tokenType === word.to || firstOnLine) return false;
    return !isWholeProperty((ahead) => this.next(ahead), 2);
  }

  /** A name with a label, or a label; a name straight before a duration is read as that of a level. */
  private readonly promiseName = this.RULE('promiseName', (): Name | undefined =>
    this.OPTION({
      GATE: () => this.onLine() && this.atPromiseName(),
      DEF: () => this.SUBRULE(this.name),
    }),
  );

  private atPromiseName(): boolean {
    const second = this.next(2).tokenType;
    const third = this.next(3).tokenType;
    return (
      this.at(token.Text) ||
      second === token.Text ||
      (isName(second) && (third === token.DurationToken || third === token.Integer))
    );
  }

  private readonly term = this.RULE('term', (): Property => {
    const keyword = this.keyword(word.term, 1);
    if (!this.at(token.Text) && !isName(this.next().tokenType)) this.reading.words.mendName();
    this.need(this.at(token.Text) || this.atName(), 'term');
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
    { ALT: (): Statement => this.SUBRULE(this.anytime) },
    { ALT: (): Statement => this.SUBRULE(this.late) },
    { ALT: (): Statement => this.SUBRULE(this.meanwhileStatement) },
  ];

  private readonly step = this.RULE('step', (): Step => {
    const { kind, keyword } = this.OR(this.stepKinds);
    const isWait = kind === 'wait';
    const name = this.nameAfter(keyword, isWait ? afterNameOfWait : afterName);
    const { attributes } = this.SUBRULE(this.attributes, { ARGS: [kind] });
    const waited = isWait || this.RECORDING_PHASE ? this.waited() : undefined;
    const exceptions =
      waited === undefined ? this.SUBRULE(this.exceptions) : this.exceptionsOfWait(keyword, waited);
    if (waited === undefined) this.refuseChainBehind(keyword, this.lastWithBlock(exceptions));
    const hasChain = this.at(token.Arrow) || this.RECORDING_PHASE;
    const chain = hasChain ? this.SUBRULE(this.chainOnLine) : undefined;
    const span = this.spanFrom(keyword);
    const { broken } = this.reading.mistakes;
    return {
      kind,
      span,
      keyword,
      broken,
      name,
      attributes,
      exceptions,
      ...(waited && { events: waited.events }),
      ...(chain && { chain }),
    };
  });

  private readonly stepKinds = [
    { ALT: () => ({ kind: 'step' as const, keyword: this.keyword(word.step, 1) }) },
    { ALT: () => ({ kind: 'wait' as const, keyword: this.keyword(word.wait, 1) }) },
    { ALT: () => ({ kind: 'escalate' as const, keyword: this.keyword(word.escalate, 1) }) },
  ];

  /** The block of a wait, if there is one. */
  private waited(): Waited | undefined {
    const waited = this.OPTION(() => this.SUBRULE(this.events));
    return this.RECORDING_PHASE ? undefined : (waited ?? this.eventsWithoutBrace());
  }

  /** What can go wrong with a wait that has a block: all that is in it, and what was written behind it by mistake. */
  private exceptionsOfWait(keyword: Span, { events, exceptions }: Waited): readonly Exception[] {
    // A `meanwhile` behind the block is one of the flow or stage.
    const isBehind = exceptionTypes.has(this.next().tokenType) && !this.at(word.meanwhile);
    if (!isBehind) {
      this.refuseChainBehind(keyword, { kind: 'wait', keyword });
      return exceptions;
    }
    this.refuseBehindEvents(events);
    const behind = this.SUBRULE9(this.exceptions);
    this.refuseChainBehind(keyword, this.lastWithBlock(behind));
    return [...exceptions, ...behind];
  }

  /** The block of a wait: what it waits for, and what can go wrong meanwhile, in any order. */
  private readonly events = this.RULE('events', (withoutBrace?: boolean): Waited => {
    const cases: When[] = [];
    const exceptions: Exception[] = [];
    const start = this.RECORDING_PHASE ? { start: 0, end: 0 } : spanOf(this.next());
    this.openBody('wait', withoutBrace);
    const { inException } = this;
    this.inException = true;
    do {
      this.MANY(() => {
        this.OR([
          { ALT: () => cases.push(this.SUBRULE(this.when)) },
          { ALT: () => exceptions.push(this.SUBRULE(this.problem)) },
          { ALT: () => exceptions.push(this.SUBRULE(this.timeout)) },
          { ALT: () => exceptions.push(this.SUBRULE(this.meanwhile)) },
          {
            ALT: () => {
              const { branch, ...rest } = this.SUBRULE(this.otherwise);
              if (!this.RECORDING_PHASE) this.refuseOtherwise(rest.keyword);
              cases.push({ ...rest, name: { span: rest.keyword }, ...(branch && { branch }) });
            },
          },
        ]);
      });
    } while (this.betweenBranches.goesOn('“when” and what can go wrong', eventTypes));
    this.inException = inException;
    this.closeBrace();
    return { events: { span: this.spanFrom(start), cases }, exceptions };
  });

  /** The events of a wait whose brace is missing, which is reported; undefined where no event follows it. */
  private eventsWithoutBrace(): Waited | undefined {
    if (!this.at(word.when)) return undefined;
    const { mistakes, blocks } = this.reading;
    const last = this.next(0);
    mistakes.broken = true;
    if (!mistakes.isExplained())
      mistakes.reportAt(spanOf(last), 'unexpected-token', '“wait” needs braces around its “when”s', {
        help: 'Write { at the end of its line, and } on a line of its own behind the last “when”',
      });
    return blocks.lacksBrace() ? this.SUBRULE9(this.events, { ARGS: [true] }) : undefined;
  }

  private readonly callStatement = this.RULE('callStatement', (): Call => {
    const call = this.SUBRULE(this.call);
    const chain = this.SUBRULE(this.chainOnLine);
    if (!chain) return call;
    return { ...call, span: this.spanFrom(call.span), broken: this.reading.mistakes.broken, chain };
  });

  private readonly touchpoint = this.RULE('touchpoint', (): Touchpoint => {
    const keyword = this.keyword(word.touchpoint, 1);
    this.checkTopLevel(keyword);
    let name: Name = { span: keyword };
    this.attempt(() => {
      this.takeWordAsName();
      name = this.SUBRULE(this.name);
    }, afterTouchpoint);
    const { attributes } = this.SUBRULE(this.attributes, { ARGS: ['touchpoint'] });
    const branch = this.OR([
      { ALT: () => this.SUBRULE(this.block, { ARGS: ['touchpoint'] }) },
      { ALT: () => this.SUBRULE(this.chainOnLine) },
    ]);
    const span = this.spanFrom(keyword);
    const { broken } = this.reading.mistakes;
    return { kind: 'touchpoint', span, keyword, broken, name, attributes, ...(branch && { branch }) };
  });

  private readonly anytime = this.RULE('anytime', (): Anytime => {
    const keyword = this.keyword(word.anytime, 1);
    this.checkTopLevel(keyword);
    const name = this.nameAfter(keyword, beforeBranch);
    let percent: Percent | undefined;
    this.attempt(() => {
      percent = this.SUBRULE(this.percent);
    }, beforeBranch);
    const branch = this.SUBRULE(this.branch, { ARGS: ['anytime'] });
    const span = this.spanFrom(keyword);
    const { broken } = this.reading.mistakes;
    return { kind: 'anytime', span, keyword, broken, name, ...(percent && { percent }), branch };
  });

  private readonly late = this.RULE('late', (): Late => {
    const keyword = this.keyword(word.late, 1);
    this.checkTopLevel(keyword);
    const name = this.nameAfter(keyword, beforeBranch);
    const branch = this.SUBRULE(this.branch, { ARGS: ['late'] });
    const { broken } = this.reading.mistakes;
    return { kind: 'late', span: this.spanFrom(keyword), keyword, broken, name, branch };
  });

  private readonly meanwhileStatement = this.RULE('meanwhileStatement', (): Meanwhile => {
    if (!this.RECORDING_PHASE) this.checkTopLevel(spanOf(this.next()));
    const meanwhile = this.SUBRULE(this.meanwhile);
    return { ...meanwhile, broken: this.reading.mistakes.broken };
  });

  private readonly meanwhile = this.RULE('meanwhile', (): MeanwhileException => {
    const keyword = this.keyword(word.meanwhile, 1);
    let name: Name | undefined;
    let timing: MeanwhileException['timing'] = { span: keyword, value: 'after' };
    let limits: readonly Limit[] = [];
    this.attempt(() => {
      this.mendTiming();
      name = this.SUBRULE(this.meanwhileName);
      if (!this.at(word.every) && !this.at(word.after)) this.reading.words.mendValue(timings);
      this.need(this.at(word.every) || this.at(word.after), 'timing');
      timing = this.OR([
        { ALT: (): Word<'every' | 'after'> => ({ span: this.keyword(word.every, 1), value: 'every' }) },
        { ALT: (): Word<'every' | 'after'> => ({ span: this.keyword(word.after, 1), value: 'after' }) },
      ]);
      limits = this.limits();
      this.reading.tokens.lastWord = 'meanwhile';
    }, beforeBranch);
    const branch = this.SUBRULE(this.exceptionBranch, { ARGS: ['meanwhile'] });
    const span = this.spanFrom(keyword);
    return { kind: 'meanwhile', span, keyword, ...(name && { name }), timing, limits, branch };
  });

  /** A name, unless the word says already when: `meanwhile every 30min`, but `meanwhile every "Day" every 1d`. */
  private readonly meanwhileName = this.RULE('meanwhileName', (): Name | undefined =>
    this.OPTION({
      GATE: () => this.onLine() && !this.atTiming(),
      DEF: () => this.SUBRULE(this.name),
    }),
  );

  /** Reads a misspelt `every` or `after` before a time as that, and not as a name. */
  private mendTiming(): void {
    if (this.RECORDING_PHASE || !this.onLine() || this.at(token.Text) || this.atTiming()) return;
    const { tokenType } = this.next(2);
    if (tokenType === word.every || tokenType === word.after) return;
    if (isLimit((ahead) => this.next(ahead), 2)) this.reading.words.mendValue(timings);
  }

  private atTiming(): boolean {
    if (!this.at(word.every) && !this.at(word.after)) return false;
    const { tokenType } = this.next(2);
    return tokenType !== token.Text && tokenType !== word.every && tokenType !== word.after;
  }

  private readonly stage = this.RULE('stage', (): Stage => {
    const keyword = this.keyword(word.stage, 1);
    const name = this.nameAfter(keyword, afterStage);
    const { attributes } = this.SUBRULE(this.attributes, { ARGS: ['stage'] });
    const block = this.SUBRULE(this.neededBlock, { ARGS: ['stage'] });
    return {
      kind: 'stage',
      span: this.spanFrom(keyword),
      keyword,
      broken: this.reading.mistakes.broken,
      name,
      attributes,
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
    let said: Said = nothingSaid;
    this.attempt(() => {
      question = this.SUBRULE(this.question);
      said = this.SUBRULE(this.attributes, { ARGS: ['if'] });
    }, beforeBranch);
    const branch = this.SUBRULE(this.branch, { ARGS: ['if'] });
    return { span: this.spanFrom(keyword), keyword, question, ...said, branch };
  });

  private readonly else = this.RULE('else', (): Otherwise => {
    const keyword = this.keyword(word.else, 1);
    const branch = this.SUBRULE(this.branch, { ARGS: ['else'] });
    return { span: this.spanFrom(keyword), keyword, attributes: [], branch };
  });

  private readonly choose = this.RULE('choose', (): Choose => {
    const keyword = this.keyword(word.choose, 1);
    if (!this.RECORDING_PHASE && this.onLine() && this.next(2).tokenType === token.Question)
      this.reading.words.mendValue(allOnly);
    const all = this.OPTION(() => this.keyword(word.all, 2));
    let question: Question = { span: keyword };
    let attributes: readonly Attribute[] = [];
    let body: Pick<Choose, 'cases' | 'otherwise'> | undefined;
    this.attempt(() => {
      question = this.SUBRULE(this.choice);
      ({ attributes } = this.SUBRULE(this.attributes, { ARGS: ['choose'] }));
    }, beforeBlock);
    if (!this.RECORDING_PHASE && !this.at(token.LeftBrace)) this.reading.junk.skipTo(beforeBlock);
    this.attempt(() => {
      body = this.SUBRULE(this.cases);
    }, beforeBlock);
    if (this.at(token.LeftBrace)) body ??= this.SUBRULE2(this.cases);
    else if (body === undefined && this.reading.blocks.lacksBrace())
      body = this.SUBRULE3(this.cases, { ARGS: [true] });
    const span = this.spanFrom(keyword);
    return {
      kind: 'choose',
      span,
      keyword,
      broken: this.reading.mistakes.broken,
      ...(all && { all }),
      question,
      attributes,
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
    let said: Said = nothingSaid;
    this.attempt(() => {
      name = this.SUBRULE(this.name);
      said = this.SUBRULE(this.attributes, { ARGS: ['when'] });
    }, beforeBranch);
    const branch = this.SUBRULE(this.optionalBranch, { ARGS: ['when'] });
    return { span: this.spanFrom(keyword), keyword, name, ...said, ...(branch && { branch }) };
  });

  private readonly otherwise = this.RULE('otherwise', (): Otherwise => {
    const keyword = this.keyword(word.otherwise, 1);
    const said = this.SUBRULE(this.attributes, { ARGS: ['otherwise'] });
    const branch = this.SUBRULE(this.optionalBranch, { ARGS: ['otherwise'] });
    return { span: this.spanFrom(keyword), keyword, ...said, ...(branch && { branch }) };
  });

  /** The branch of an answer; without one it goes on with what follows, if nothing else stands there. */
  private readonly optionalBranch = this.RULE('optionalBranch', (owner: string): Branch | undefined => {
    if (this.isOverAfterAnswer()) return undefined;
    return this.SUBRULE(this.branch, { ARGS: [owner] });
  });

  private isOverAfterAnswer(): boolean {
    const { tokenType, firstOnLine } = this.next();
    return (
      !this.RECORDING_PHASE &&
      !beforeBranch.has(tokenType) &&
      (firstOnLine || tokenType === token.RightBrace || afterAnswer.has(tokenType)) &&
      !this.reading.blocks.lacksBrace()
    );
  }

  private readonly parallel = this.RULE('parallel', (): Parallel => {
    const keyword = this.keyword(word.parallel, 1);
    this.mendFirst();
    const first = this.OPTION(() => this.keyword(word.first, 2));
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
      ...(first && { first }),
      ...(name && { name }),
      branches: branches ?? [],
    };
  });

  /** Reads a misspelt `first` as that; a name that is close to it, and to which an arrow leads, stays a name. */
  private mendFirst(): void {
    const { words, names } = this.reading;
    if (this.RECORDING_PHASE || !this.onLine() || names.isTarget(this.next())) return;
    words.mendValue(['first']);
  }

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
    this.need(this.atName() || targetTypes.has(this.next().tokenType), 'target');
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
    if (this.onLine()) this.reading.words.mendValue(['then']);
    const chain = this.OPTION(() => {
      this.keyword(word.then, 1);
      return this.SUBRULE(this.chain);
    });
    return { span: this.spanFrom(keyword), max, ...(chain && { chain }) };
  });

  private readonly inlineStep = this.RULE('inlineStep', (): Target => {
    const label = this.SUBRULE(this.text);
    const { attributes } = this.SUBRULE(this.attributes, { ARGS: ['step'] });
    return { kind: 'inline-step', span: this.spanFrom(label.span), label, attributes };
  });

  private readonly endStatement = this.RULE('endStatement', (): End => {
    const keyword = this.keyword(word.end, 1);
    const name: Name | undefined = this.OPTION({
      GATE: () => this.onLine() && !this.atEndAttribute() && !this.atException(),
      DEF: () => this.SUBRULE(this.name),
    });
    const { attributes } = this.SUBRULE(this.attributes, { ARGS: ['end'] });
    return {
      kind: 'end',
      span: this.spanFrom(keyword),
      keyword,
      broken: this.reading.mistakes.broken,
      ...(name && { name }),
      attributes,
    };
  });

  private readonly outcome = this.RULE(
    'outcome',
    (): Word<'success' | 'failure'> =>
      this.OR([
        {
          ALT: (): Word<'success' | 'failure'> => ({ span: this.keyword(word.success, 1), value: 'success' }),
        },
        {
          ALT: (): Word<'success' | 'failure'> => ({ span: this.keyword(word.failure, 1), value: 'failure' }),
        },
      ]),
  );

  /** A word behind `end` that says something of it, unless a label or another one makes it its name. */
  private atEndAttribute(): boolean {
    const { tokenType } = this.next();
    const after = this.next(2);
    if (tokenType === word.as) return after.tokenType !== word.as;
    if (tokenType === word.to)
      return isName(after.tokenType) && after.tokenType !== word.as && !after.firstOnLine;
    return (
      tokenType === word.field &&
      (isName(after.tokenType) || after.tokenType === token.Text) &&
      this.next(3).tokenType === token.Text
    );
  }

  private readonly call = this.RULE('call', (): Call => {
    const keyword = this.keyword(word.call, 1);
    const flow = this.SUBRULE(this.ownIdentifier);
    const label = this.SUBRULE(this.label);
    const { attributes } = this.SUBRULE(this.attributes, { ARGS: ['call'] });
    const exceptions = this.SUBRULE(this.exceptions);
    this.refuseChainBehind(keyword, this.lastWithBlock(exceptions));
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
    if (!this.RECORDING_PHASE && endsException(this.next().tokenType)) return noException;
    const list: Exception[] = [];
    do {
      this.MANY({
        GATE: this.takesException,
        DEF: () =>
          this.OR([
            { ALT: () => list.push(this.SUBRULE(this.problem)) },
            { ALT: () => list.push(this.SUBRULE(this.timeout)) },
            { ALT: () => list.push(this.SUBRULE(this.meanwhile)) },
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
    let label: StringLiteral | undefined;
    let percent: Percent | undefined;
    this.attempt(() => {
      label = this.SUBRULE(this.label);
      percent = this.SUBRULE(this.percent);
    }, beforeBranch);
    const branch = this.SUBRULE(this.exceptionBranch, { ARGS: ['timeout'] });
    const span = this.spanFrom(keyword);
    return { kind: 'timeout', span, keyword, ...(label && { label }), ...(percent && { percent }), branch };
  });

  // What is said of a statement.

  /** Whether an attribute or a percentage can come next; mends what stands in the place of one. */
  private readonly takesAttribute = (): boolean => {
    const { tokenType } = this.next();
    if (tokenType === token.Identifier && this.next(2).tokenType === word.clock && this.onLine())
      this.reading.words.readAs(word.stops);
    if (tokenType === word.for) this.skipFor();
    return tokenType !== token.Percent || percentOwners.has(this.owner);
  };

  /** `for each "line"`: reports the word too many. */
  private skipFor(): void {
    if (this.next(2).tokenType !== word.each || this.next(3).tokenType !== token.Text) return;
    const { mistakes, tokens } = this.reading;
    const { startOffset: start } = this.next();
    mistakes.reportAt(spanOf(this.next()), 'unexpected-token', '“for” is one word too many before “each”', {
      help: 'Write each and its text',
      fix: {
        kind: 'safe',
        title: 'Leave out “for”',
        edits: [{ span: { start, end: this.next(2).startOffset }, text: '' }],
      },
    });
    tokens.skip();
  }

  /** Attributes, and a percentage among them where one may stand. */
  private readonly attributes = this.RULE('attributes', (owner: AttributeOwner): Said => {
    if (!this.RECORDING_PHASE && endsStatement(this.next().tokenType)) return nothingSaid;
    const { words, mistakes, tokens } = this.reading;
    const { lastWord } = tokens;
    const isBranching = branching.has(owner);
    const list: Attribute[] = [];
    let percent: Percent | undefined;
    // Those of a statement in a block that is skipped are read while these are.
    const around = this.owner;
    this.owner = owner;
    const resume = this.afterAttributeOf(owner);
    const readNext = (): void => {
      const next = this.SUBRULE(this.attribute);
      if (this.RECORDING_PHASE) return;
      if ('kind' in next) {
        if (!attributeKindsOf[owner].has(next.kind)) this.refuseAttribute(next, owner);
        list.push(next);
      } else {
        if (percent !== undefined) this.refuseSecondPercent(percent, next);
        percent ??= next;
      }
    };
    const repetition = { GATE: this.takesAttribute, DEF: () => this.attempt(readNext, resume) };
    do {
      this.MANY(repetition);
    } while (!this.RECORDING_PHASE && this.mendsAttribute(owner));
    this.owner = around;
    reportDuplicates(list, mistakes);
    // What is missing behind them is missing to what they belong to.
    if (isBranching) tokens.lastWord = lastWord;
    // A misspelt `problem` or `timeout` is read by what comes after the attributes.
    else if (owner !== 'end') words.mendWord(exceptionTypes);
    return percent === undefined ? { attributes: list } : { attributes: list, percent };
  });

  /** Mends or skips what stands before the next attribute; tells whether there may be one now. */
  private mendsAttribute(owner: AttributeOwner): boolean {
    return (
      (percentOwners.has(owner) ? this.mendPercent() : this.skipPercent(owner)) ||
      this.reading.words.mendWord(attributeTypes) ||
      this.skipsToAttribute(owner)
    );
  }

  /** Skips what means nothing up to the next attribute on the line; tells whether there is one. */
  private skipsToAttribute(owner: AttributeOwner): boolean {
    if (branching.has(owner) || owner === 'end' || this.atException()) return false;
    const { junk } = this.reading;
    return owner === 'wait'
      ? junk.skipTo(afterWait) && !this.at(token.LeftBrace)
      : junk.skipTo(attributeTypes);
  }

  /** `meanwhile` on the line of its step is no word of a label where it is whole. */
  private atException(): boolean {
    return this.at(word.meanwhile) && isWholeMeanwhile((ahead) => this.next(ahead), 1);
  }

  /** An attribute, or a percentage, which has no kind. */
  private readonly attribute = this.RULE('attribute', (): Attribute | Percent =>
    this.OR(this.attributeKinds),
  );

  private readonly attributeKinds = [
    { ALT: (): Attribute | Percent => this.ownerOf('by', 1) },
    { ALT: (): Attribute | Percent => this.names('with', 1) },
    { ALT: (): Attribute | Percent => this.names('to', 2) },
    { ALT: (): Attribute | Percent => this.names('using', 3) },
    { ALT: (): Attribute | Percent => this.names('for', 4) },
    { ALT: (): Attribute | Percent => this.SUBRULE(this.within) },
    { ALT: (): Attribute | Percent => this.SUBRULE(this.takes) },
    { ALT: (): Attribute | Percent => this.SUBRULE(this.as) },
    { ALT: (): Attribute | Percent => this.words('say', 5) },
    { ALT: (): Attribute | Percent => this.words('note', 6) },
    { ALT: (): Attribute | Percent => this.words('link', 7) },
    { ALT: (): Attribute | Percent => this.words('each', 8) },
    { ALT: (): Attribute | Percent => this.words('until', 9) },
    { ALT: (): Attribute | Percent => this.ownerOf('accountable', 2) },
    { ALT: (): Attribute | Percent => this.SUBRULE(this.field) },
    { ALT: (): Attribute | Percent => this.SUBRULE(this.volume) },
    { ALT: (): Attribute | Percent => this.SUBRULE(this.stops) },
    { ALT: (): Attribute | Percent => this.SUBRULE(this.percentage) },
  ];

  private ownerOf(kind: 'by' | 'accountable', occurrence: number): Attribute {
    const keyword = this.keyword(word[kind], occurrence);
    const id = this.subrule(occurrence, this.identifier);
    return { kind, span: this.spanFrom(keyword), keyword, id };
  }

  private readonly field = this.RULE('field', (): FieldProperty => {
    const keyword = this.keyword(word.field, 1);
    this.need(this.onLine(), 'key');
    this.reading.labels.mendWords(false);
    if (!this.at(token.Text) && !isName(this.next().tokenType)) this.reading.words.mendName();
    this.need(this.at(token.Text) || this.atName(), 'key');
    const key = this.OR([
      { ALT: (): FieldProperty['key'] => this.SUBRULE(this.identifier) },
      { ALT: (): FieldProperty['key'] => this.SUBRULE(this.text) },
    ]);
    const value = this.SUBRULE2(this.text, { ARGS: ['value'] });
    return { kind: 'field', span: this.spanFrom(keyword), keyword, key, value };
  });

  private readonly volume = this.RULE('volume', (): Attribute => {
    const keyword = this.keyword(word.volume, 1);
    const count = this.SUBRULE(this.integer);
    this.reading.words.mendValue(perOnly);
    this.need(this.at(word.per), 'per');
    this.keyword(word.per, 2);
    const per = this.SUBRULE(this.duration);
    return { kind: 'volume', span: this.spanFrom(keyword), keyword, count, per };
  });

  private readonly stops = this.RULE('stops', (): Attribute => {
    const keyword = this.keyword(word.stops, 1);
    this.reading.words.mendValue(['clock']);
    this.need(this.at(word.clock), 'clock');
    this.keyword(word.clock, 2);
    return { kind: 'stops', span: this.spanFrom(keyword), keyword };
  });

  private readonly within = this.RULE('within', (): WithinAttribute => {
    const keyword = this.keyword(word.within, 1);
    const limits = this.limits();
    return { kind: 'within', span: this.spanFrom(keyword), keyword, limits };
  });

  /** Durations, each for a level or, one of them, for all others. What it reads counts as the eighth and ninth. */
  private limits(): readonly Limit[] {
    const list = [this.limit(8)];
    if (!this.at(token.Comma) && !this.RECORDING_PHASE) return list;
    this.many(8, () => {
      this.consume(8, token.Comma);
      list.push(this.limit(9));
    });
    if (!this.RECORDING_PHASE) reportRepeatedLevels(list, this.reading);
    return list;
  }

  private limit(occurrence: 8 | 9): Limit {
    const { startOffset } = this.next();
    const isTime = this.at(token.DurationToken) && !this.RECORDING_PHASE;
    const level = isTime ? undefined : this.levelBefore(occurrence);
    const duration = this.subrule(occurrence, this.duration);
    if (level === undefined) return { span: duration.span, duration };
    return { span: this.spanFrom({ start: startOffset, end: startOffset }), level, duration };
  }

  private levelBefore(occurrence: 8 | 9): Identifier | undefined {
    return this.option(occurrence, this.levels[occurrence]);
  }

  private readonly levels = {
    8: { GATE: (): boolean => this.atLevel(), DEF: (): Identifier => this.subrule(8, this.identifier) },
    9: { GATE: (): boolean => this.atLevel(), DEF: (): Identifier => this.subrule(9, this.identifier) },
  } as const;

  private atLevel(): boolean {
    const { tokenType, firstOnLine } = this.next(2);
    return !firstOnLine && (tokenType === token.DurationToken || tokenType === token.Integer);
  }

  private readonly takes = this.RULE('takes', (): Attribute => {
    const keyword = this.keyword(word.takes, 1);
    const times = [this.SUBRULE(this.usualTime)];
    this.MANY(() => {
      this.CONSUME(token.Comma);
      times.push(this.SUBRULE2(this.usualTime));
    });
    if (!this.RECORDING_PHASE) reportRepeatedLevels(times, this.reading);
    return { kind: 'takes', span: this.spanFrom(keyword), keyword, times };
  });

  private readonly usualTime = this.RULE('usualTime', (): UsualTime => {
    const { startOffset } = this.next();
    const level = this.levelBefore(8);
    const durations = [this.SUBRULE(this.duration)];
    this.OPTION(() => {
      this.CONSUME(token.Range);
      durations.push(this.SUBRULE2(this.duration));
      this.OPTION2(() => {
        this.CONSUME2(token.Range);
        durations.push(this.SUBRULE3(this.duration));
      });
    });
    const span = this.spanFrom({ start: startOffset, end: startOffset });
    return level === undefined ? { span, durations } : { span, level, durations };
  });

  /** The symbol of a step, or how an end turned out. */
  private readonly as = this.RULE('as', (): Attribute => {
    const { owner } = this;
    const keyword = this.keyword(word.as, 1);
    const values = owner === 'end' ? outcomes : symbols;
    this.reading.words.mendValue(values);
    this.need(
      values.some((name) => this.at(word[name])),
      owner === 'end' ? 'outcome' : 'symbol',
    );
    return this.OR([
      {
        ALT: (): Attribute => {
          const symbol = this.SUBRULE(this.symbol);
          return { kind: 'as', span: this.spanFrom(keyword), keyword, symbol };
        },
      },
      {
        ALT: (): Attribute => {
          const outcome = this.SUBRULE(this.outcome);
          return { kind: 'outcome', span: this.spanFrom(keyword), keyword, outcome };
        },
      },
    ]);
  });

  private readonly symbol = this.RULE('symbol', (): Word<SymbolName> => this.OR(this.symbolKinds));
  private readonly symbolKinds = symbols.map((value) => ({
    ALT: (): Word<SymbolName> => ({ span: this.read(this.CONSUME(word[value])).span, value }),
  }));

  private names(kind: NamesAttribute['kind'], occurrence: number): Attribute {
    const keyword = this.keyword(word[kind], occurrence);
    const ids = this.subrule(occurrence, this.identifiers);
    return { kind, span: this.spanFrom(keyword), keyword, ids };
  }

  private words(kind: TextAttribute['kind'], occurrence: number): Attribute {
    const keyword = this.keyword(word[kind], occurrence);
    const text = this.subrule(occurrence, this.text);
    return { kind, span: this.spanFrom(keyword), keyword, text };
  }

  // What statements are made of: names, labels, questions and numbers.

  /** A name that something else has. */
  private readonly identifier = this.RULE('identifier', (): Identifier => {
    this.reading.names.mendLabelledName();
    if (!isName(this.next().tokenType)) this.reading.words.mendName();
    this.need(this.atName(), 'role');
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
    return this.OPTION(this.labelOption);
  });
  private readonly labelOption = { GATE: () => this.onLine(), DEF: () => this.SUBRULE(this.text) };

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
    this.mendPercent();
    return this.OPTION(() => this.SUBRULE(this.percentage));
  });

  private readonly percentage = this.RULE('percentage', (): Percent => {
    const { span, value } = this.read(this.CONSUME(token.Percent));
    return { span, value: Number(value) };
  });

  /** Takes a number on the line for a percentage; tells whether there was one. */
  private mendPercent(): boolean {
    if (this.RECORDING_PHASE || !this.at(token.Integer) || !this.onLine()) return false;
    this.reading.words.mendPercent();
    return true;
  }

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

  /** Whether a name comes next: at the beginning of a line, a word that begins a statement is none. */
  private atName(): boolean {
    const { tokenType, firstOnLine } = this.next();
    return isName(tokenType) && (!(firstOnLine && freeStatementTypes.has(tokenType)) || this.atLoneTarget());
  }

  /** Whether an arrow leads to the word that comes next on a line of its own: no statement begins with it alone. */
  private atLoneTarget(): boolean {
    const before = this.next(0).tokenType;
    if (before !== token.Arrow && before !== token.LineArrow) return false;
    const { tokenType, firstOnLine } = this.next(2);
    const isCounted = tokenType === word.max && this.next(3).tokenType === token.Integer;
    return firstOnLine || isCounted || (tokenType !== token.Text && !isName(tokenType));
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

  private afterAttributeOf(owner: AttributeOwner): ReadonlySet<TokenType> {
    if (branching.has(owner)) return afterBranchingAttribute;
    if (owner === 'end') return afterEndAttribute;
    return owner === 'wait' ? afterAttributeOfWait : afterAttribute;
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

  /**
   * Whether an exception belongs to the call before it: one on a line of its own does not in the branch of an exception
   * or of an event, but to the statement that this is of.
   */
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

  /** What comes in from outside of the work stands at the top level of a flow or of a stage. */
  private checkTopLevel(keyword: Span): void {
    const { blocks, mistakes, tokens } = this.reading;
    const around = blocks.innermost();
    if (around === undefined || around.owner === 'stage') return;
    mistakes.broken = true;
    const text = tokens.text.slice(keyword.start, keyword.end);
    const isTouchpoint = text === 'touchpoint';
    mistakes.reportAt(
      keyword,
      isTouchpoint ? 'misplaced-touchpoint' : 'misplaced-statement',
      `${isTouchpoint ? 'A touchpoint' : `“${text}”`} cannot stand inside of the block of “${around.owner}”`,
      {
        related: [{ span: spanOf(around.brace), message: `the block of “${around.owner}”` }],
        help: isTouchpoint
          ? 'Customers come in from outside: put it at the top level of the flow or of a stage'
          : 'It holds for a whole flow or stage: put it at the top level of one of them',
      },
    );
  }

  /** Lets any word behind `touchpoint` be its name, even one that begins a statement elsewhere. */
  private takeWordAsName(): void {
    const next = this.next();
    if (this.RECORDING_PHASE || next.firstOnLine || !isReserved(next.tokenType)) return;
    this.reading.tokens.retype(next, token.Identifier);
  }

  /** Reports what an attribute says of something that cannot have it; it is kept, so that nothing is lost. */
  private refuseAttribute({ kind, keyword }: Attribute, owner: AttributeOwner): void {
    const { mistakes } = this.reading;
    mistakes.broken = true;
    const said = kind === 'outcome' ? 'as' : kind;
    mistakes.reportAt(keyword, 'unexpected-token', `“${said}” cannot stand on ${ownerNames[owner]}`, {
      help: `It stands on ${ownersOfAttribute(kind)}`,
    });
  }

  private refuseOtherwise(keyword: Span): void {
    const { mistakes, blocks } = this.reading;
    const around = blocks.innermost();
    mistakes.broken = true;
    mistakes.reportAt(
      keyword,
      'unexpected-token',
      'A “wait” has no “otherwise”: it waits until one of its events comes',
      {
        related: around === undefined ? [] : [{ span: spanOf(around.brace), message: 'the block of “wait”' }],
        help: 'What is done when none comes in time is a “timeout”',
        fix: {
          kind: 'unsafe',
          title: 'Write a “timeout”',
          edits: [{ span: keyword, text: 'timeout "Nothing has come"' }],
        },
      },
    );
  }

  /** Reports what can go wrong with a wait behind its block; it is kept all the same. */
  private refuseBehindEvents(events: Events): void {
    const { mistakes } = this.reading;
    const next = this.next();
    mistakes.broken = true;
    mistakes.reportAt(
      spanOf(next),
      'unexpected-token',
      `“${next.image}” stands behind the block of its “wait”`,
      {
        related: [{ span: events.span, message: 'the block' }],
        help: 'Put it into the block, after the “when”s',
      },
    );
  }

  private refuseSecondPercent(first: Percent, second: Percent): void {
    this.reading.mistakes.reportAt(second.span, 'duplicate-attribute', 'A percentage stands here twice', {
      related: [{ span: first.span, message: 'the first percentage' }],
      help: 'Keep one and delete the other',
    });
  }

  /** Skips a percentage behind something that has none, which is reported; tells whether there was one. */
  private skipPercent(owner: AttributeOwner): boolean {
    if (!this.at(token.Percent) || !this.onLine()) return false;
    const { mistakes, tokens } = this.reading;
    mistakes.broken = true;
    mistakes.reportAt(
      spanOf(this.next()),
      'unexpected-token',
      `A percentage cannot stand on ${ownerNames[owner]}`,
      {
        help:
          owner === 'choose'
            ? 'Say of each answer how often it is given: when "Refund" 40%'
            : 'It says how often a branch is taken: it stands on a question, an answer, a problem, a timeout or an “anytime”',
      },
    );
    tokens.skip();
    return true;
  }

  /** The last of the exceptions of a statement, where it ends with a block. */
  private lastWithBlock(exceptions: readonly Exception[]): Exception | undefined {
    const last = this.RECORDING_PHASE ? undefined : exceptions.at(-1);
    return last?.branch.kind === 'block' ? last : undefined;
  }

  /** Refuses an arrow behind the block of an exception or a wait: it seems to lead on from there, and did not. */
  private refuseChainBehind(
    statement: Span,
    owner: { readonly kind: string; readonly keyword: Span } | undefined,
  ): void {
    if (owner === undefined || !this.at(token.Arrow) || !this.onLine()) return;
    const { mistakes, tokens } = this.reading;
    mistakes.broken = true;
    const arrow = spanOf(this.next());
    const lineStart = tokens.text.lastIndexOf('\n', statement.start - 1) + 1;
    const [indent = ''] = /^[ \t]{0,200}/.exec(tokens.text.slice(lineStart, statement.start)) ?? [];
    mistakes.reportAt(
      arrow,
      'unexpected-token',
      `An arrow cannot stand behind the block of “${owner.kind}”`,
      {
        related: [
          { span: owner.keyword, message: `the block of this “${owner.kind}” ends before the arrow` },
        ],
        help:
          owner.kind === 'wait'
            ? 'Put the arrow on a line of its own, where each “when” without a branch goes on with it'
            : 'Put the arrow on a line of its own, where all paths go on with it, or into the block',
        fix: {
          kind: 'unsafe',
          title: 'Put the arrow on a line of its own',
          edits: [{ span: { start: endOf(this.next(0)), end: arrow.start }, text: `\n${indent}` }],
        },
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
      attributes: () => this.SUBRULE9(this.attributes, { ARGS: ['unknown'] }).attributes,
      exceptions: () => this.SUBRULE9(this.exceptions),
      chainOnLine: () => this.SUBRULE9(this.chainOnLine),
      spanFrom: (start) => this.spanFrom(start),
    });
  }

  private branchesOf(reading: Reading): BetweenBranches {
    return new BetweenBranches(reading, () => this.SUBRULE9(this.wholeStatement));
  }
}
