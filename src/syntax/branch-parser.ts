import type { TokenType } from 'chevrotain';
import { type Fix, languageError } from '../diagnostic/diagnostic.ts';
import type { Span } from '../text/span.ts';
import type {
  Block,
  Branch,
  Call,
  Chain,
  ChainLink,
  End,
  Exception,
  Name,
  Percent,
  Retry,
  Target,
  Transfer,
} from './ast.ts';
import { BlockParser } from './block-parser.ts';
import { MissingPart } from './missing-part.ts';
import { spanOf, type Token } from './token.ts';
import {
  afterEnd,
  afterTarget,
  beforeBranch,
  exceptionTypes,
  isName,
  isReserved,
  nowhere,
} from './token-sets.ts';
import { Arrow, Integer, LeftBrace, LineArrow, Text, word } from './token-types.ts';
import { outcomes } from './words.ts';

/** How many retries and exceptions may hang on each other. */
export const deepestChain = 20;

/** Reads where a path goes: blocks, chains of arrows, and what arrows lead to. */
export abstract class BranchParser extends BlockParser {
  private chainDepth = 0;
  /** Whether the place is on the path of a `problem` or `timeout`, and not in a block of it. */
  protected inException = false;

  protected override begin(tokens: readonly Token[]): void {
    super.begin(tokens);
    this.chainDepth = 0;
    this.inException = false;
  }

  /** The branch that a construct cannot be without; an empty one where it is missing. */
  protected readonly branch = this.RULE('branch', (owner: string): Branch => {
    let branch: Branch | undefined;
    this.attempt(() => {
      this.need(beforeBranch.has(this.next().tokenType), 'branch');
      branch = this.OR([
        { ALT: (): Branch => this.SUBRULE(this.block, { ARGS: [owner] }) },
        { ALT: (): Branch => this.SUBRULE(this.chain) },
      ]);
    }, beforeBranch);
    if (branch === undefined && beforeBranch.has(this.next().tokenType) && !this.RECORDING_PHASE)
      branch = this.at(LeftBrace) ? this.SUBRULE2(this.block, { ARGS: [owner] }) : this.SUBRULE2(this.chain);
    return branch ?? this.blockWithoutBrace(owner) ?? this.noBlock();
  });

  protected noBlock(): Block {
    const { end } = this.RECORDING_PHASE ? { end: 0 } : spanOf(this.next(0));
    return { kind: 'block', span: { start: end, end }, statements: [] };
  }

  /** A chain whose first arrow may begin a line, because its branch cannot be without it. */
  protected readonly chain = this.RULE('chain', (): Chain => {
    this.need(this.at(Arrow) || this.at(LineArrow), 'arrow');
    const arrow = this.OR([
      { ALT: (): Span => this.keyword(Arrow, 1) },
      { ALT: (): Span => this.keyword(LineArrow, 2) },
    ]);
    return this.SUBRULE(this.links, { ARGS: [arrow] });
  });

  /** A chain that goes on with its line, or nothing. */
  protected readonly chainOnLine = this.RULE('chainOnLine', (): Chain | undefined =>
    this.OPTION(() => {
      const arrow = this.keyword(Arrow, 1);
      return this.SUBRULE(this.links, { ARGS: [arrow] });
    }),
  );

  protected readonly links = this.RULE('links', (first: Span): Chain => {
    const links: ChainLink[] = [];
    this.chainDepth++;
    this.attempt(() => {
      if (this.chainDepth > deepestChain) this.refuseChain(first);
      links.push({ arrow: first, target: this.SUBRULE(this.target) });
      this.MANY(() => {
        const arrow = this.keyword(Arrow, 1);
        links.push({ arrow, target: this.SUBRULE2(this.target) });
      });
    }, nowhere);
    this.chainDepth--;
    return { kind: 'chain', span: this.spanFrom(first), links };
  });

  private refuseChain(arrow: Span): void {
    if (!this.failedHere())
      this.report(
        languageError(
          'limit-exceeded',
          arrow,
          `More than ${deepestChain} retries, problems and timeouts hang on each other here`,
          {
            help: 'Give the steps names, and write one retry a line',
          },
        ),
      );
    throw new MissingPart('target');
  }

  private readonly target = this.RULE('target', (): Target => {
    this.mendTarget();
    this.mendTargetWords();
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

  /** `-> step "Pick up"` has a word too many; any other reserved word, or a question, is taken for a name. */
  private mendTarget(): void {
    const next = this.next();
    const after = this.next(2);
    if (isName(next.tokenType) || targetTypes.has(next.tokenType) || next.firstOnLine) return;
    if (isReserved(next.tokenType) && after.tokenType === Text && !after.firstOnLine) {
      this.reportAt(
        spanOf(next),
        'unexpected-token',
        `“${next.image}” cannot stand after an arrow`,
        leaveOut(next, after),
      );
      this.broken ||= next.tokenType !== word.step;
      this.SKIP_TOKEN();
    } else if (!isReserved(next.tokenType) || !isName(after.tokenType) || after.firstOnLine) this.mendName();
  }

  private readonly jump = this.RULE('jump', (): Target => {
    const id = this.SUBRULE(this.identifier);
    let retry: Retry | undefined;
    if (this.next(2).tokenType === Integer) this.mendValue(['max']);
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
    this.mendValue(['then']);
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

  protected readonly endStatement = this.RULE('endStatement', (): End => {
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
      broken: this.broken,
      ...(name && { name }),
      ...(outcome && { outcome }),
    };
  });

  private readonly outcome = this.RULE('outcome', (): End['outcome'] => {
    this.keyword(word.as, 1);
    this.mendValue(outcomes);
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

  protected readonly call = this.RULE('call', (): Call => {
    const keyword = this.keyword(word.call, 1);
    const flow = this.SUBRULE(this.ownIdentifier);
    const label = this.SUBRULE(this.label);
    const attributes = this.SUBRULE(this.attributes);
    const exceptions = this.SUBRULE(this.exceptions);
    const { broken } = this;
    const span = this.spanFrom(keyword);
    return { kind: 'call', span, keyword, broken, flow, ...(label && { label }), attributes, exceptions };
  });

  protected readonly transfer = this.RULE('transfer', (): Transfer => {
    const keyword = this.keyword(word.transfer, 1);
    const flow = this.SUBRULE(this.ownIdentifier);
    const label = this.SUBRULE(this.label);
    const { broken } = this;
    return { kind: 'transfer', span: this.spanFrom(keyword), keyword, broken, flow, ...(label && { label }) };
  });

  protected readonly exceptions = this.RULE('exceptions', (): readonly Exception[] => {
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
    } while (this.mendWord(exceptionTypes));
    return list;
  });

  /** A `problem` on a line of its own belongs to the statement, not to a call in the branch of the `problem` before. */
  private readonly takesException = (): boolean => !this.inException || this.onLine();

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
}

/** A step needs no word after an arrow; anything else needs a line of its own. */
const leaveOut = (next: Token, after: Token): { readonly help: string; readonly fix?: Fix } =>
  next.tokenType === word.step
    ? {
        help: 'A label alone is a step there',
        fix: {
          kind: 'safe',
          title: 'Leave out “step”',
          edits: [{ span: { start: next.startOffset, end: after.startOffset }, text: '' }],
        },
      }
    : { help: 'Write it on a line of its own with a name, and lead the arrow to that name' };

const targetTypes: ReadonlySet<TokenType> = new Set([Text, word.end, word.call, word.transfer]);
