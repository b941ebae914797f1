import { type Diagnostic, languageError } from '../diagnostic/diagnostic.ts';
import type { Span } from '../text/span.ts';
import type {
  Arrow,
  Block,
  Call,
  Choose,
  Document,
  Flow,
  If,
  IfArm,
  Otherwise,
  Parallel,
  ParallelBranch,
  Property,
  Question,
  Stage,
  Statement,
  Step,
  Touchpoint,
  Use,
  When,
} from './ast.ts';
import { BranchParser } from './branch-parser.ts';
import { spanOf, type Token } from './token.ts';
import { LeftBrace, LineArrow, RightBrace, word } from './token-types.ts';

/** Reads a whole `.flow` file. */
export class FlowParser extends BranchParser {
  constructor(skipValidations = true) {
    super(skipValidations);
    this.performSelfAnalysis();
  }

  parse(
    tokens: readonly Token[],
  ): Pick<Document, 'uses' | 'flows'> & { readonly found: readonly Diagnostic[] } {
    this.input = [...tokens];
    this.found = [];
    const { uses, flows } = this.document() ?? { uses: [], flows: [] };
    for (const error of this.errors)
      this.report(
        languageError(
          'unexpected-token',
          Number.isNaN(error.token.startOffset) ? { start: 0, end: 0 } : spanOf(error.token as Token),
          `“${error.token.image}” was not expected here`,
        ),
      );
    return { uses, flows, found: this.found };
  }

  readonly document = this.RULE('document', (): Pick<Document, 'uses' | 'flows'> => {
    const uses: Use[] = [];
    const flows: Flow[] = [];
    this.MANY(() => uses.push(this.SUBRULE(this.use)));
    this.MANY2(() => flows.push(this.SUBRULE(this.flow)));
    return { uses, flows };
  });

  private readonly use = this.RULE('use', (): Use => {
    const keyword = this.keyword(word.use, 1);
    const path = this.SUBRULE(this.text);
    return { kind: 'use', span: this.spanFrom(keyword), path };
  });

  private readonly flow = this.RULE('flow', (): Flow => {
    const keyword = this.keyword(word.flow, 1);
    const id = this.SUBRULE(this.identifier);
    const label = this.SUBRULE(this.label);
    const properties: Property[] = [];
    this.MANY(() => properties.push(this.SUBRULE(this.property)));
    const statements = this.SUBRULE(this.statements);
    const span = this.spanFrom(keyword);
    return {
      kind: 'flow',
      span,
      keyword,
      id,
      ...(label && { label }),
      properties,
      statements,
      broken: false,
    };
  });

  protected override readonly statements = this.RULE('statements', (): readonly Statement[] => {
    const list: Statement[] = [];
    this.MANY(() => list.push(this.SUBRULE(this.statement)));
    return list;
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
    const name = this.SUBRULE(this.name);
    const attributes = this.SUBRULE(this.attributes);
    const exceptions = this.SUBRULE(this.exceptions);
    const chain = this.SUBRULE(this.chainOnLine);
    const span = this.spanFrom(keyword);
    const { broken } = this;
    return { kind, span, keyword, broken, name, attributes, exceptions, ...(chain && { chain }) };
  });

  private readonly callStatement = this.RULE('callStatement', (): Call => {
    const call = this.SUBRULE(this.call);
    const chain = this.SUBRULE(this.chainOnLine);
    return chain ? { ...call, span: this.spanFrom(call.span), chain } : call;
  });

  private readonly touchpoint = this.RULE('touchpoint', (): Touchpoint => {
    const keyword = this.keyword(word.touchpoint, 1);
    const id = this.SUBRULE(this.identifier);
    const label = this.SUBRULE(this.label);
    const requests = this.OPTION(() => {
      this.CONSUME(word.for);
      return this.SUBRULE(this.identifiers);
    });
    const branch = this.OR([
      { ALT: () => this.SUBRULE(this.block) },
      { ALT: () => this.SUBRULE(this.chainOnLine) },
    ]);
    return {
      kind: 'touchpoint',
      span: this.spanFrom(keyword),
      keyword,
      broken: this.broken,
      id,
      ...(label && { label }),
      requests: requests ?? [],
      ...(branch && { branch }),
    };
  });

  private readonly stage = this.RULE('stage', (): Stage => {
    const keyword = this.keyword(word.stage, 1);
    const name = this.SUBRULE(this.name);
    const block = this.SUBRULE(this.block);
    return { kind: 'stage', span: this.spanFrom(keyword), keyword, broken: this.broken, name, block };
  });

  private readonly arrow = this.RULE('arrow', (): Arrow => {
    const keyword = this.read(this.CONSUME(LineArrow)).span;
    const chain = this.SUBRULE(this.links, { ARGS: [keyword] });
    return { kind: 'arrow', span: chain.span, keyword, broken: this.broken, chain };
  });

  private readonly if = this.RULE('if', (): If => {
    const keyword = this.keyword(word.if, 1);
    const arms: IfArm[] = [this.SUBRULE(this.arm, { ARGS: [keyword] })];
    this.MANY(() => {
      const start = this.keyword(word.else, 1);
      const { end } = this.keyword(word.if, 2);
      arms.push(this.SUBRULE2(this.arm, { ARGS: [{ start: start.start, end }] }));
    });
    const otherwise = this.OPTION((): Otherwise => {
      const word_ = this.keyword(word.else, 2);
      const branch = this.SUBRULE(this.branch);
      return { span: this.spanFrom(word_), keyword: word_, branch };
    });
    const span = this.spanFrom(keyword);
    return { kind: 'if', span, keyword, broken: this.broken, arms, ...(otherwise && { otherwise }) };
  });

  private readonly arm = this.RULE('arm', (keyword: Span): IfArm => {
    const question = this.SUBRULE(this.question);
    const percent = this.SUBRULE(this.percent);
    const branch = this.SUBRULE(this.branch);
    return { span: this.spanFrom(keyword), keyword, question, ...(percent && { percent }), branch };
  });

  private readonly choose = this.RULE('choose', (): Choose => {
    const keyword = this.keyword(word.choose, 1);
    const question = this.SUBRULE(this.choice);
    this.CONSUME(LeftBrace);
    const cases: When[] = [];
    this.MANY(() => cases.push(this.SUBRULE(this.when)));
    const otherwise = this.OPTION(() => this.SUBRULE(this.otherwise));
    this.CONSUME(RightBrace);
    return {
      kind: 'choose',
      span: this.spanFrom(keyword),
      keyword,
      broken: this.broken,
      question,
      cases,
      ...(otherwise && { otherwise }),
    };
  });

  private readonly choice = this.RULE(
    'choice',
    (): Question =>
      this.OR([
        {
          ALT: (): Question => {
            const id = this.SUBRULE(this.identifier);
            const label = this.SUBRULE(this.label);
            return { span: this.spanFrom(id.span), id, ...(label && { label }) };
          },
        },
        { ALT: (): Question => this.SUBRULE(this.question) },
      ]),
  );

  private readonly when = this.RULE('when', (): When => {
    const keyword = this.keyword(word.when, 1);
    const name = this.SUBRULE(this.name);
    const percent = this.SUBRULE(this.percent);
    const branch = this.SUBRULE(this.branch);
    return { span: this.spanFrom(keyword), keyword, name, ...(percent && { percent }), branch };
  });

  private readonly otherwise = this.RULE('otherwise', (): Otherwise => {
    const keyword = this.keyword(word.otherwise, 1);
    const branch = this.SUBRULE(this.branch);
    return { span: this.spanFrom(keyword), keyword, branch };
  });

  private readonly parallel = this.RULE('parallel', (): Parallel => {
    const keyword = this.keyword(word.parallel, 1);
    const name = this.OPTION({ GATE: this.onLine, DEF: () => this.SUBRULE(this.name) });
    this.CONSUME(LeftBrace);
    const branches: ParallelBranch[] = [];
    this.MANY(() => branches.push(this.SUBRULE(this.parallelBranch)));
    this.CONSUME(RightBrace);
    return {
      kind: 'parallel',
      span: this.spanFrom(keyword),
      keyword,
      broken: this.broken,
      ...(name && { name }),
      branches,
    };
  });

  private readonly parallelBranch = this.RULE('parallelBranch', (): ParallelBranch => {
    const keyword = this.keyword(word.branch, 1);
    const name = this.OPTION({ GATE: this.onLine, DEF: () => this.SUBRULE(this.name) });
    const block: Block = this.SUBRULE(this.block);
    return { span: this.spanFrom(keyword), keyword, ...(name && { name }), block };
  });
}
