import type { ParserMethod, TokenType } from 'chevrotain';
import { languageError } from '../diagnostic/diagnostic.ts';
import type {
  Choose,
  Name,
  Otherwise,
  Parallel,
  ParallelBranch,
  Percent,
  Question,
  Statement,
  When,
} from './ast.ts';
import { StatementParser } from './statement-parser.ts';
import { spanOf } from './token.ts';
import {
  beforeBlock,
  beforeBranch,
  branchTypes,
  isName,
  statementTypes,
  topTypes,
  whenTypes,
} from './token-sets.ts';
import { LeftBrace, Question as QuestionToken, RightBrace, Text, word } from './token-types.ts';

/** Reads the statements whose block holds branches: `choose` and `parallel`. */
export abstract class ChoiceParser extends StatementParser {
  protected abstract readonly wholeStatement: ParserMethod<[], Statement>;

  protected readonly choose = this.RULE('choose', (): Choose => {
    const keyword = this.keyword(word.choose, 1);
    let question: Question = { span: keyword };
    let body: Pick<Choose, 'cases' | 'otherwise'> | undefined;
    this.attempt(() => {
      question = this.SUBRULE(this.choice);
    }, beforeBlock);
    this.attempt(() => {
      body = this.SUBRULE(this.cases);
    }, beforeBlock);
    if (body === undefined && this.lacksBrace()) body = this.SUBRULE2(this.cases, { ARGS: [true] });
    const span = this.spanFrom(keyword);
    return { kind: 'choose', span, keyword, broken: this.broken, question, ...(body ?? { cases: [] }) };
  });

  private readonly choice = this.RULE('choice', (): Question => {
    this.need(this.onLine(), 'name');
    this.mendWords(true);
    if (!this.at(QuestionToken) && !this.at(Text)) this.mendName();
    this.need(this.at(QuestionToken) || this.at(Text) || isName(this.next().tokenType), 'name');
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
      } while (this.strayInBody('“when” and “otherwise”', whenTypes));
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

  protected readonly parallel = this.RULE('parallel', (): Parallel => {
    const keyword = this.keyword(word.parallel, 1);
    let name: Name | undefined;
    let branches: readonly ParallelBranch[] | undefined;
    this.attempt(() => {
      name = this.SUBRULE(this.nameOnLine);
      branches = this.SUBRULE(this.parallelBranches);
    }, beforeBlock);
    if (this.at(LeftBrace)) branches ??= this.SUBRULE2(this.parallelBranches);
    else if (branches === undefined && this.lacksBrace())
      branches = this.SUBRULE2(this.parallelBranches, { ARGS: [true] });
    const span = this.spanFrom(keyword);
    return {
      kind: 'parallel',
      span,
      keyword,
      broken: this.broken,
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
      } while (this.strayInBody('“branch”', branchTypes));
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

  /** Begins a body of branches; `withoutBrace` where it was told already that its brace is missing. */
  private openBody(owner: string, withoutBrace: boolean | undefined): void {
    if (withoutBrace === true) this.openWithoutBrace(owner);
    else {
      this.need(this.at(LeftBrace), 'block');
      this.openBrace(owner);
    }
  }

  /** Reads on past what cannot stand in a body of branches, reported once a body; false at the body's end. */
  private strayInBody(wanted: string, types: ReadonlySet<TokenType>): boolean {
    if (this.RECORDING_PHASE || this.mendWord(types)) return !this.RECORDING_PHASE;
    const next = this.next();
    const around = this.open.at(-1);
    if (this.atEnd() || this.at(RightBrace) || topTypes.has(next.tokenType) || this.belongsOutside())
      return false;
    if (this.isOutdented() && !types.has(next.tokenType)) return false;
    this.broken = true;
    const late = types.has(next.tokenType);
    if (around && (late || !this.told.has(around))) {
      if (!late) this.told.add(around);
      this.report(
        languageError(
          'unexpected-token',
          spanOf(next),
          late ? `“${next.image}” stands after “otherwise”` : `“${around.owner}” holds nothing but ${wanted}`,
          {
            related: [{ span: spanOf(around.brace), message: `the block of “${around.owner}”` }],
            help: late
              ? '“otherwise” is the last of a choice, and stands there once'
              : `Put it into the block of a ${around.owner === 'choose' ? '“when”' : '“branch”'}`,
          },
        ),
      );
    }
    if (late) return true;
    if (statementTypes.has(next.tokenType)) this.strays.push(this.SUBRULE9(this.wholeStatement));
    else {
      this.SKIP_TOKEN();
      this.skip(types);
    }
    return true;
  }
}
