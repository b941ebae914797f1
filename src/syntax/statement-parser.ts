import { languageError } from '../diagnostic/diagnostic.ts';
import type { Span } from '../text/span.ts';
import type {
  Arrow,
  Block,
  Call,
  Identifier,
  If,
  IfArm,
  Otherwise,
  Percent,
  Question,
  Stage,
  Step,
  StringLiteral,
  Touchpoint,
} from './ast.ts';
import { BranchParser } from './branch-parser.ts';
import { spanOf } from './token.ts';
import {
  afterName,
  afterStage,
  afterTouchpoint,
  beforeBlock,
  beforeBranch,
  elseTypes,
} from './token-sets.ts';
import { LineArrow, word } from './token-types.ts';

/** Reads the statements that make a node or a turn. */
export abstract class StatementParser extends BranchParser {
  protected readonly step = this.RULE('step', (): Step => {
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
    const { broken } = this;
    return { kind, span, keyword, broken, name, attributes, exceptions, ...(chain && { chain }) };
  });

  protected readonly callStatement = this.RULE('callStatement', (): Call => {
    const call = this.SUBRULE(this.call);
    const chain = this.SUBRULE(this.chainOnLine);
    if (!chain) return call;
    return { ...call, span: this.spanFrom(call.span), broken: this.broken, chain };
  });

  protected readonly touchpoint = this.RULE('touchpoint', (): Touchpoint => {
    const keyword = this.keyword(word.touchpoint, 1);
    this.checkPlace(keyword);
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
    const { broken } = this;
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

  private checkPlace(keyword: Span): void {
    const around = this.open.at(-1);
    if (around === undefined || around.owner === 'stage') return;
    this.broken = true;
    this.report(
      languageError(
        'misplaced-touchpoint',
        keyword,
        `A touchpoint cannot stand inside of the block of “${around.owner}”`,
        {
          related: [{ span: spanOf(around.brace), message: `the block of “${around.owner}”` }],
          help: 'Customers come in from outside: put it at the top level of the flow or of a stage',
        },
      ),
    );
  }

  protected readonly stage = this.RULE('stage', (): Stage => {
    const keyword = this.keyword(word.stage, 1);
    const name = this.nameAfter(keyword, afterStage);
    const block = this.SUBRULE(this.neededBlock, { ARGS: ['stage'] });
    return { kind: 'stage', span: this.spanFrom(keyword), keyword, broken: this.broken, name, block };
  });

  /** The block that a construct cannot be without; an empty one where it is missing. */
  protected readonly neededBlock = this.RULE('neededBlock', (owner: string): Block => {
    let block: Block | undefined;
    this.attempt(() => {
      block = this.SUBRULE(this.block, { ARGS: [owner] });
    }, beforeBlock);
    if (block === undefined && beforeBlock.has(this.next().tokenType))
      block = this.SUBRULE2(this.block, { ARGS: [owner] });
    return block ?? this.blockWithoutBrace(owner) ?? this.noBlock();
  });

  protected readonly arrow = this.RULE('arrow', (): Arrow => {
    const keyword = this.keyword(LineArrow, 1);
    const chain = this.SUBRULE(this.links, { ARGS: [keyword] });
    return { kind: 'arrow', span: this.spanFrom(keyword), keyword, broken: this.broken, chain };
  });

  protected readonly if = this.RULE('if', (): If => {
    const keyword = this.keyword(word.if, 1);
    const arms: IfArm[] = [this.SUBRULE(this.arm, { ARGS: [keyword] })];
    this.mendWord(elseTypes);
    this.MANY(() => {
      const { start } = this.keyword(word.else, 1);
      const { end } = this.keyword(word.if, 2);
      arms.push(this.SUBRULE2(this.arm, { ARGS: [{ start, end }] }));
      this.mendWord(elseTypes);
    });
    const otherwise = this.OPTION((): Otherwise => this.SUBRULE(this.else));
    const span = this.spanFrom(keyword);
    return { kind: 'if', span, keyword, broken: this.broken, arms, ...(otherwise && { otherwise }) };
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

  protected readonly else = this.RULE('else', (): Otherwise => {
    const keyword = this.keyword(word.else, 1);
    const branch = this.SUBRULE(this.branch, { ARGS: ['else'] });
    return { span: this.spanFrom(keyword), keyword, branch };
  });
}
