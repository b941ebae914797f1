import { EOF, type TokenType } from 'chevrotain';
import { type Diagnostic, type Fix, languageError } from '../diagnostic/diagnostic.ts';
import { isBlank } from '../text/blank.ts';
import type { Property, Statement } from './ast.ts';
import { ChoiceParser } from './choice-parser.ts';
import { quoted } from './recovering-parser.ts';
import { endOf, spanOf, startsWithCapital, type Token } from './token.ts';
import {
  attributeTypes,
  exceptionTypes,
  isJunk,
  isName,
  isReserved,
  lineTypes,
  nowhere,
  propertyTypes,
  statementTypes,
  topTypes,
} from './token-sets.ts';
import { Arrow, Identifier, Integer, LeftBrace, RightBrace, Text, word } from './token-types.ts';
import { propertyWords } from './words.ts';

/** Reads rows of statements, and whatever stands between them that is none. */
export abstract class StrayParser extends ChoiceParser {
  /** The properties of the flow that is being read; one that is misplaced is added to them all the same. */
  protected properties: Property[] = [];
  /** Where characters were left out, and how many of them lie before the place. */
  protected noise: readonly number[] = [];
  protected noiseRead = 0;

  /** Where the misplaced property before the place ends, if nothing followed it. */
  protected misplacedEnd = -1;
  /** The statements before the place, in the row that is being read. */
  private row: readonly Statement[] = [];
  /** The end of the line of the head of the flow that is being read. */
  protected headEnd: number | undefined;
  /** Where the first statement of that flow begins. */
  protected firstStatement = Number.POSITIVE_INFINITY;

  protected override declarationEnd(): number | undefined {
    const end =
      this.properties.findLast(({ span }) => span.end <= this.firstStatement)?.span.end ?? this.headEnd;
    return end === undefined ? undefined : this.endOfLine(end);
  }

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

  /** Skips a line that begins with an unknown word among the properties, which is reported; tells whether there was one. */
  private skipUnknownProperty(): boolean {
    const next = this.RECORDING_PHASE ? undefined : this.next();
    if (next?.tokenType !== Identifier || !next.firstOnLine || this.meaning(next) !== undefined) return false;
    for (let ahead = 2; ahead < 200; ahead++) {
      const token = this.next(ahead);
      const type = this.meaning(token) ?? token.tokenType;
      if (type === EOF || type === LeftBrace || type === RightBrace) return false;
      if (!token.firstOnLine || !lineTypes.has(type)) continue;
      if (!propertyTypes.has(type)) return false;
      break;
    }
    if (!this.failedHere())
      this.report(
        languageError('unexpected-token', spanOf(next), `There is no word ${quoted(next)}`, {
          help: `What holds for the whole flow is said with: ${propertyWords.join(', ')}`,
        }),
      );
    this.SKIP_TOKEN();
    this.skip(propertyTypes);
    return true;
  }

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
  private skipAfter(): boolean {
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

  private readMisplacedProperty(): true {
    const { image } = this.next();
    const before = this.properties.length;
    this.attempt(() => {
      this.properties.push(this.SUBRULE9(this.property));
    }, nowhere);
    const property = this.properties[before];
    if (property === undefined) return true;
    this.reportMisplaced(property, image, before);
    this.misplacedEnd = this.skipAfter() ? -1 : endOf(this.next(0));
    return true;
  }

  /** Properties that follow each other in the wrong place are there by one mistake. */
  private reportMisplaced(property: Property, image: string, before: number): void {
    const { span } = property;
    const fix = this.moveUp(property, before);
    const last = this.found.at(-1);
    const goesOn =
      this.misplacedEnd >= 0 && /^[ \t\r\n]*$/.test(this.source.slice(this.misplacedEnd, span.start));
    if (last?.code === 'misplaced-property' && goesOn) {
      const related = [...last.related, { span, message: 'and this line' }];
      const both =
        last.fix && fix
          ? { fix: { ...fix, title: 'Move them up', edits: [...last.fix.edits, ...fix.edits] } }
          : {};
      const { fix: _, ...told } = last;
      this.found[this.found.length - 1] = { ...told, related, ...both };
      return;
    }
    this.report(
      languageError('misplaced-property', span, `“${image}” stands after the first statement`, {
        help: 'Move it up, below the line of “flow”: what holds for the whole flow stands there',
        ...(fix && { fix }),
      }),
    );
  }

  /** The edits that write a misplaced property below the ones that stand where they should. */
  private moveUp({ span }: Property, before: number): Fix | undefined {
    const { source } = this;
    const rightful = this.properties.slice(0, before).filter((each) => each.span.end <= this.firstStatement);
    const after = rightful.at(-1)?.span.end ?? this.headEnd;
    const lineStart = source.lastIndexOf('\n', span.start - 1) + 1;
    const feed = source.indexOf('\n', span.end);
    const lineEnd = feed === -1 ? source.length : feed + 1;
    const isAlone =
      isBlank(source.slice(lineStart, span.start)) &&
      isBlank(source.slice(span.end, feed === -1 ? lineEnd : feed));
    if (after === undefined || !isAlone) return undefined;
    const place = this.endOfLine(after);
    // Where the head of the flow itself could not be read, there is no better place.
    if (this.firstStatement <= place || this.open.length > 0) return undefined;
    const text = source.slice(span.start, span.end);
    return {
      kind: 'safe',
      title: 'Move it up',
      edits: [
        { span: { start: place, end: place }, text: `\n${text}` },
        { span: { start: lineStart, end: lineEnd }, text: '' },
      ],
    };
  }

  private endOfLine(offset: number): number {
    const feed = this.source.indexOf('\n', offset);
    const line = feed === -1 ? this.source.length : feed;
    return this.source.charAt(line - 1) === '\r' ? line - 1 : line;
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
    const { message, help, related = [] } = this.describeJunk(next);
    const before = this.next(0);
    const isLabel = isName(next.tokenType) && !next.firstOnLine && isName(before.tokenType);
    // A label most often begins with a capital, and the name before it does not.
    const first = startsWithCapital(next) && !startsWithCapital(before) ? next : before;
    const more = (isLabel ? this.proposeQuotes(first) : undefined) ?? { help };
    this.report(languageError('unexpected-token', spanOf(next), message, { related, ...more }));
  }

  /** An `else` may have its `if` farther up, or stand behind a `choose`. */
  private describeElse({ indent }: Token): ReturnType<StrayParser['describeJunk']> {
    const before = this.row.at(-1);
    if (before?.kind === 'choose')
      return {
        message: 'A “choose” has no “else” behind it',
        help: 'The way for all other answers is “otherwise”, the last in its block',
        related: [{ span: before.keyword, message: 'the “choose”' }],
      };
    const own = this.row.findLast(({ kind }) => kind === 'if');
    if (own === undefined || own === before)
      return own === undefined
        ? { message: '“else” has no “if” before it', help: 'It goes on with an “if” right before it' }
        : {
            message:
              own.kind === 'if' && own.otherwise !== undefined
                ? 'An “if” has one “else”'
                : '“else” does not go on with the “if” before it',
            help: 'More questions are “else if”; one “else” is the last',
            related: [{ span: own.keyword, message: 'the “if”' }],
          };
    return {
      message: 'This “else” comes too late: something stands between it and its “if”',
      help:
        indent === 0
          ? 'Put it right behind its “if”, or what stands between them into the block of the “if”'
          : 'Put it right behind its “if”',
      related: [{ span: own.keyword, message: 'the “if”' }],
    };
  }

  private describeJunk(next: Token): Pick<Diagnostic, 'message'> & {
    readonly help: string;
    readonly related?: Diagnostic['related'];
  } {
    const type = next.tokenType;
    const before = this.next(0);
    if (type === word.else) return this.describeElse(next);
    if (type === word.when || type === word.otherwise)
      return {
        message: `“${next.image}” stands outside of a “choose”`,
        help: 'Put it into the block of a “choose”',
      };
    if (type === word.branch)
      return {
        message: '“branch” stands outside of a “parallel”',
        help: 'Put it into the block of a “parallel”',
      };
    if (exceptionTypes.has(type))
      return {
        message: `“${next.image}” has no step before it`,
        help: 'It says what can go wrong in the step right before it',
      };
    if (type === LeftBrace)
      return {
        message: 'No block can stand here',
        help: 'A block belongs to “if”, “else”, “when”, “stage”, “touchpoint” …',
      };
    if (type === Arrow)
      return {
        message: `Nothing can follow “${this.lastWord}” on its path`,
        help: 'Put the arrow on a line of its own',
      };
    if (type === Text && before.tokenType === Text && !next.firstOnLine)
      return {
        message: 'A second label stands here',
        help: 'A thing has one label; more words go into “note” or “say”',
      };
    if (attributeTypes.has(type))
      return {
        message: `“${next.image}” has no step to belong to here`,
        help: 'It stands right after the name and label of a step',
      };
    if (isName(type) && isName(before.tokenType) && !next.firstOnLine)
      return {
        message: `${quoted(next)} is one word too many`,
        help: 'A label of several words stands in quotes',
      };
    if (type === Integer && next.firstOnLine)
      return {
        message: `${quoted(next)} begins no statement`,
        help: 'Leave it out: statements follow each other without numbers',
      };
    if (next.firstOnLine && !isReserved(type))
      return {
        message: `${quoted(next)} begins no statement`,
        help: 'A statement begins with a word such as “step”, “if”, “wait”, “end”, or with an arrow',
      };
    return { message: `${quoted(next)} means nothing here`, help: 'Delete it, or put it where it belongs' };
  }
}
