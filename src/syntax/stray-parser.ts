import type { TokenType } from 'chevrotain';
import { languageError } from '../diagnostic/diagnostic.ts';
import type { Statement } from './ast.ts';
import { describeJunk } from './describe-junk.ts';
import { MisplacedPropertyParser } from './misplaced-property-parser.ts';
import { spanOf, startsWithCapital } from './token.ts';
import {
  attributeTypes,
  exceptionTypes,
  isJunk,
  isName,
  nowhere,
  propertyTypes,
  statementTypes,
  topTypes,
} from './token-sets.ts';
import { Arrow, Integer, LeftBrace, RightBrace } from './token-types.ts';

/** Reads rows of statements, and whatever stands between them that is none. */
export abstract class StrayParser extends MisplacedPropertyParser {
  /** Where characters were left out, and how many of them lie before the place. */
  protected noise: readonly number[] = [];
  protected noiseRead = 0;

  /** The statements before the place, in the row that is being read. */
  private row: readonly Statement[] = [];
  protected override readonly statements = this.RULE('statements', (): readonly Statement[] => {
    const list: Statement[] = [];
    const { broken, strays, inException } = this;
    this.strays = [];
    this.inException = false;
    do {
      this.MANY(() => {
        this.broken = false;
        const statement = this.SUBRULE(this.wholeStatement);
        const isWhole = !this.skipAfter() && !this.takeNoise();
        list.push(isWhole ? statement : { ...statement, broken: true });
        this.takeStrays(list);
      });
    } while (this.goesOn(list));
    this.broken = broken;
    this.strays = strays;
    this.inException = inException;
    return list;
  });

  private readonly statement = this.RULE('statement', (): Statement => this.OR(this.statementKinds));

  /** A statement, or what is left of one that lacks what it cannot be without. */
  protected override readonly wholeStatement = this.RULE('wholeStatement', (): Statement => {
    const keyword = spanOf(this.next());
    let statement: Statement | undefined;
    this.attempt(() => {
      statement = this.SUBRULE(this.statement);
    }, nowhere);
    return statement ?? { kind: 'unreadable', span: this.spanFrom(keyword), keyword, broken: true };
  });

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

  protected readonly propertyList = this.RULE('propertyList', (): void => {
    do {
      this.MANY(() =>
        this.attempt(() => {
          this.properties.push(this.SUBRULE(this.property));
        }, nowhere),
      );
    } while (this.mendWord(propertyTypes) || this.skipJunk(propertyTypes) || this.skipUnknownProperty());
  });

  protected override strayBlock(): void {
    const { statements } = this.SUBRULE9(this.block, { ARGS: ['a broken statement'] });
    for (const statement of statements) this.strays.push(statement);
  }

  protected override skipJunk(resume: ReadonlySet<TokenType>): boolean {
    if (this.RECORDING_PHASE) return false;
    if (!resume.has(this.next().tokenType) && isJunk(this.next().tokenType) && this.onLine()) {
      this.reportJunk();
      this.skip(resume);
    }
    return resume.has(this.next().tokenType);
  }

  /** Skips what goes on with the line after a whole statement; tells whether there was something. */
  protected override skipAfter(): boolean {
    const type = this.next().tokenType;
    if (!this.onLine() || (!isJunk(type) && type !== Arrow)) return false;
    this.reportJunk();
    this.skip(nowhere);
    return true;
  }

  /** Whether characters were left out between here and the last time that this was asked. */
  protected takeNoise(): boolean {
    const before = this.noiseRead;
    const place = this.atEnd() ? Number.POSITIVE_INFINITY : this.next().startOffset;
    while ((this.noise[this.noiseRead] ?? Number.POSITIVE_INFINITY) < place) this.noiseRead++;
    return this.noiseRead > before;
  }

  private takeStrays(list: Statement[]): void {
    for (const statement of this.strays) list.push(statement);
    this.strays = [];
  }

  /** Reads on past what is no statement; false where the row of statements is over. */
  private goesOn(list: Statement[]): boolean {
    const next = this.next();
    const type = next.tokenType;
    if (this.atEnd() || topTypes.has(type) || this.belongsOutside()) return false;
    if (type === RightBrace) return this.open.length === 0 && this.skipBrace();
    if (this.mendWord(statementTypes) || this.mendWord(topTypes) || this.skipListNumber()) return true;
    if (this.mendWord(propertyTypes) || propertyTypes.has(type)) return this.readMisplacedProperty();
    const last = list.at(-1);
    this.row = list;
    if (this.unclosed.has(this.next(0).startOffset)) {
      this.SKIP_TOKEN();
      this.skip(nowhere);
      if (last) list[list.length - 1] = { ...last, broken: true };
    } else if (exceptionTypes.has(type) && last && 'exceptions' in last) {
      this.report(
        languageError(
          'unexpected-token',
          spanOf(next),
          `“${next.image}” stands after the arrow of its statement`,
          {
            related: [{ span: last.keyword, message: 'the statement before it' }],
            help: 'Write what can go wrong first, and the arrow on a line of its own after it',
          },
        ),
      );
      const exceptions = this.SUBRULE9(this.exceptions);
      list[list.length - 1] = {
        ...last,
        span: this.spanFrom(last.span),
        exceptions: [...last.exceptions, ...exceptions],
        broken: true,
      };
    } else list.push(this.readUnreadable());
    this.takeStrays(list);
    return true;
  }

  /** A closing brace without an opening one; always true. */
  protected skipBrace(): true {
    this.report(
      languageError('unexpected-token', spanOf(this.next()), '“}” closes no block', {
        help: 'Delete it',
        fix: { kind: 'unsafe', title: 'Delete it', edits: [{ span: spanOf(this.next()), text: '' }] },
      }),
    );
    this.SKIP_TOKEN();
    return true;
  }

  private readUnreadable(): Statement {
    const first = this.next();
    this.reportJunk();
    if (first.tokenType !== LeftBrace) this.SKIP_TOKEN();
    const keyword = spanOf(first);
    const { tokenType } = this.next();
    const isNamed = isName(tokenType) && this.onLine() && !attributeTypes.has(tokenType);
    const name = isNamed ? this.SUBRULE9(this.namedThing) : undefined;
    // An unknown word before a name and its label is most likely one for a kind of step, and the line goes on as a step's.
    if (!isName(first.tokenType) || name?.label === undefined) this.skip(nowhere);
    const unreadable = { keyword, broken: true, ...(name && { name }) };
    if (!isJunk(first.tokenType)) return { kind: 'unreadable', span: this.spanFrom(keyword), ...unreadable };
    const attributes = this.SUBRULE9(this.attributes);
    const exceptions = this.SUBRULE9(this.exceptions);
    const chain = this.SUBRULE9(this.chainOnLine);
    const span = this.spanFrom(keyword);
    if (attributes.length === 0 && exceptions.length === 0 && chain === undefined)
      return { kind: 'unreadable', span, ...unreadable };
    const step = { span, ...unreadable, name: name ?? { span: keyword }, attributes, exceptions };
    return { kind: 'step', ...step, ...(chain && { chain }) };
  }

  /** Skips the number of a list before a statement, which is reported; tells whether there was one. */
  private skipListNumber(): boolean {
    const number = this.next();
    const after = this.next(2);
    if (number.tokenType !== Integer || after.firstOnLine || !statementTypes.has(after.tokenType))
      return false;
    this.reportJunk();
    this.skipped.push({ start: number.startOffset, end: after.startOffset });
    this.SKIP_TOKEN();
    return true;
  }

  /** Reports a token that means nothing where it stands. */
  private reportJunk(): void {
    this.broken = true;
    const next = this.next();
    if (this.failedHere()) return;
    const { message, help, related = [] } = describeJunk(next, this.next(0), this.lastWord, this.row);
    const before = this.next(0);
    const isLabel = isName(next.tokenType) && !next.firstOnLine && isName(before.tokenType);
    // A label most often begins with a capital, and the name before it does not.
    const first = startsWithCapital(next) && !startsWithCapital(before) ? next : before;
    const more = (isLabel ? this.proposeQuotes(first) : undefined) ?? { help };
    this.report(languageError('unexpected-token', spanOf(next), message, { related, ...more }));
  }
}
