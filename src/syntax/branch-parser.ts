import type { ParserMethod } from 'chevrotain';
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
  Statement,
  Target,
  Transfer,
} from './ast.ts';
import { PropertyParser } from './property-parser.ts';
import { Arrow, LeftBrace, LineArrow, RightBrace, word } from './token-types.ts';

/** Reads where a path goes: blocks, chains of arrows, and what arrows lead to. */
export abstract class BranchParser extends PropertyParser {
  protected abstract readonly statements: ParserMethod<[], readonly Statement[]>;

  protected readonly block = this.RULE('block', (): Block => {
    const { span } = this.read(this.CONSUME(LeftBrace));
    const statements = this.SUBRULE(this.statements);
    this.CONSUME(RightBrace);
    return { kind: 'block', span: this.spanFrom(span), statements };
  });

  protected readonly branch = this.RULE(
    'branch',
    (): Branch =>
      this.OR([
        { ALT: (): Branch => this.SUBRULE(this.block) },
        { ALT: (): Branch => this.SUBRULE(this.chain) },
      ]),
  );

  /** A chain whose first arrow may begin a line, because its branch cannot be without it. */
  protected readonly chain = this.RULE('chain', (): Chain => {
    const arrow = this.OR([
      { ALT: (): Span => this.read(this.CONSUME(Arrow)).span },
      { ALT: (): Span => this.read(this.CONSUME(LineArrow)).span },
    ]);
    return this.SUBRULE(this.links, { ARGS: [arrow] });
  });

  /** A chain that goes on with its line, or nothing. */
  protected readonly chainOnLine = this.RULE('chainOnLine', (): Chain | undefined =>
    this.OPTION(() => {
      const arrow = this.read(this.CONSUME(Arrow)).span;
      return this.SUBRULE(this.links, { ARGS: [arrow] });
    }),
  );

  protected readonly links = this.RULE('links', (first: Span): Chain => {
    const links: ChainLink[] = [{ arrow: first, target: this.SUBRULE(this.target) }];
    this.MANY(() => {
      const arrow = this.read(this.CONSUME(Arrow)).span;
      links.push({ arrow, target: this.SUBRULE2(this.target) });
    });
    return { kind: 'chain', span: this.spanFrom(first), links };
  });

  private readonly target = this.RULE('target', (): Target => this.OR(this.targetKinds));

  private readonly targetKinds = [
    { ALT: (): Target => this.SUBRULE(this.jump) },
    { ALT: (): Target => this.SUBRULE(this.inlineStep) },
    { ALT: (): Target => this.SUBRULE(this.endStatement) },
    { ALT: (): Target => this.SUBRULE(this.call) },
    { ALT: (): Target => this.SUBRULE(this.transfer) },
  ];

  private readonly jump = this.RULE('jump', (): Target => {
    const id = this.SUBRULE(this.identifier);
    const retry = this.OPTION(() => {
      const keyword = this.keyword(word.max, 1);
      const max = this.SUBRULE(this.integer);
      this.CONSUME(word.then);
      const chain = this.SUBRULE(this.chain);
      return { span: this.spanFrom(keyword), max, chain };
    });
    return { kind: 'jump', span: this.spanFrom(id.span), id, ...(retry && { retry }) };
  });

  private readonly inlineStep = this.RULE('inlineStep', (): Target => {
    const label = this.SUBRULE(this.text);
    const attributes = this.SUBRULE(this.attributes);
    return { kind: 'inline-step', span: this.spanFrom(label.span), label, attributes };
  });

  protected readonly endStatement = this.RULE('end', (): End => {
    const keyword = this.keyword(word.end, 1);
    const name: Name | undefined = this.OPTION({
      GATE: () => this.onLine() && !this.atOutcome(),
      DEF: () => this.SUBRULE(this.name),
    });
    const outcome = this.OPTION2(() => {
      this.keyword(word.as, 1);
      return this.OR([
        { ALT: () => ({ span: this.keyword(word.success, 1), value: 'success' as const }) },
        { ALT: () => ({ span: this.keyword(word.failure, 1), value: 'failure' as const }) },
      ]);
    });
    return {
      kind: 'end',
      span: this.spanFrom(keyword),
      keyword,
      broken: this.broken,
      ...(name && { name }),
      ...(outcome && { outcome }),
    };
  });

  /** `as success` after `end` says how it ended; any other `as` there is the name of the end. */
  private atOutcome(): boolean {
    const type = this.next(2).tokenType;
    return this.at(word.as) && (type === word.success || type === word.failure);
  }

  protected readonly call = this.RULE('call', (): Call => {
    const keyword = this.keyword(word.call, 1);
    const flow = this.SUBRULE(this.identifier);
    const label = this.SUBRULE(this.label);
    const attributes = this.SUBRULE(this.attributes);
    const exceptions = this.SUBRULE(this.exceptions);
    return {
      kind: 'call',
      span: this.spanFrom(keyword),
      keyword,
      broken: this.broken,
      flow,
      ...(label && { label }),
      attributes,
      exceptions,
    };
  });

  protected readonly transfer = this.RULE('transfer', (): Transfer => {
    const keyword = this.keyword(word.transfer, 1);
    const flow = this.SUBRULE(this.identifier);
    const label = this.SUBRULE(this.label);
    return {
      kind: 'transfer',
      span: this.spanFrom(keyword),
      keyword,
      broken: this.broken,
      flow,
      ...(label && { label }),
    };
  });

  protected readonly exceptions = this.RULE('exceptions', (): readonly Exception[] => {
    const list: Exception[] = [];
    this.MANY(() =>
      this.OR([
        { ALT: () => list.push(this.SUBRULE(this.problem)) },
        { ALT: () => list.push(this.SUBRULE(this.timeout)) },
      ]),
    );
    return list;
  });

  private readonly problem = this.RULE('problem', (): Exception => {
    const keyword = this.keyword(word.problem, 1);
    const name = this.SUBRULE(this.name);
    const percent = this.SUBRULE(this.percent);
    const branch = this.SUBRULE(this.branch);
    const span = this.spanFrom(keyword);
    return { kind: 'problem', span, keyword, name, ...(percent && { percent }), branch };
  });

  private readonly timeout = this.RULE('timeout', (): Exception => {
    const keyword = this.keyword(word.timeout, 1);
    const percent = this.SUBRULE(this.percent);
    const branch = this.SUBRULE(this.branch);
    const span = this.spanFrom(keyword);
    return { kind: 'timeout', span, keyword, ...(percent && { percent }), branch };
  });
}
