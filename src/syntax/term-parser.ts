import type { TokenType } from 'chevrotain';
import type { Span } from '../text/span.ts';
import type { Identifier, IntegerLiteral, Name, Percent, Question, StringLiteral } from './ast.ts';
import type { DurationLiteral } from './duration-literal.ts';
import { LabelledNameParser } from './labelled-name-parser.ts';
import type { Part } from './missing-part.ts';
import { withoutMarks } from './read-word.ts';
import { isName, isReserved } from './token-sets.ts';
import * as token from './token-types.ts';

/** Reads what statements are made of: names, labels, questions and numbers. */
export abstract class TermParser extends LabelledNameParser {
  /** A name that something else has. */
  protected readonly identifier = this.RULE('identifier', (): Identifier => {
    this.mendLabelledName();
    if (!isName(this.next().tokenType)) this.mendName();
    this.need(isName(this.next().tokenType), 'role');
    const { span, value } = this.read(this.CONSUME(token.Identifier));
    return { span, name: String(value) };
  });

  /** The name that a thing gets here; it stands on the line of its word. */
  protected readonly ownIdentifier = this.RULE('ownIdentifier', (): Identifier => {
    this.mendLabelledName();
    this.need(this.onLine() && !this.at(token.Text), 'identifier');
    this.mendWords(false);
    return this.SUBRULE(this.identifier);
  });

  protected readonly identifiers = this.RULE('identifiers', (): readonly Identifier[] => {
    const list = [this.SUBRULE(this.identifier)];
    this.MANY(() => {
      this.CONSUME(token.Comma);
      list.push(this.SUBRULE2(this.identifier));
    });
    if (list.length > 1 && !this.RECORDING_PHASE) this.reportRepeated(list);
    return list;
  });

  /** Reports each name that stands in a row a second time. */
  private reportRepeated(list: readonly Identifier[]): void {
    const keyword = this.lastWord;
    const first = new Map<string, Span>();
    for (const [at, { name, span }] of list.entries()) {
      const before = first.get(name);
      first.set(name, before ?? span);
      if (before === undefined || name === '') continue;
      const start = list[at - 1]?.span.end ?? span.start;
      this.reportAt(span, 'duplicate-attribute', `“${name}” stands twice behind “${keyword}”`, {
        related: [{ span: before, message: 'the first is here' }],
        help: 'Leave out the second',
        fix: { kind: 'safe', title: 'Leave it out', edits: [{ span: { start, end: span.end }, text: '' }] },
      });
    }
  }

  protected readonly text = this.RULE('text', (part: Part = 'text'): StringLiteral => {
    this.mendText();
    this.need(this.at(token.Text), part);
    const { span, value } = this.read(this.CONSUME(token.Text));
    // It holds all that was to stand behind it on its line.
    if (this.unclosed.has(span.start)) this.broken = true;
    return { span, value: String(value) };
  });

  /** A name or label stands on the line of its word. */
  protected readonly label = this.RULE('label', (): StringLiteral | undefined => {
    this.mendLabel();
    return this.OPTION({ GATE: this.onLine, DEF: () => this.SUBRULE(this.text) });
  });

  protected readonly name = this.RULE('name', (): Name => {
    this.need(this.onLine(), 'name');
    this.mendWords(true);
    if (!this.at(token.Text) && !isName(this.next().tokenType)) this.mendName();
    this.need(this.at(token.Text) || isName(this.next().tokenType), 'name');
    return this.OR([
      { ALT: (): Name => this.SUBRULE(this.namedThing) },
      { ALT: (): Name => this.SUBRULE(this.labelledThing) },
    ]);
  });

  protected readonly namedThing = this.RULE('namedThing', (): Name => {
    const id = this.SUBRULE(this.identifier);
    const label = this.SUBRULE(this.label);
    return { span: this.spanFrom(id.span), id, ...(label && { label }) };
  });

  /** The name that a statement cannot be without; where it cannot be read, the label that follows, or nothing. */
  protected nameAfter(keyword: Span, resume: ReadonlySet<TokenType>): Name {
    let name: Name = { span: keyword };
    this.attempt(() => {
      name = this.SUBRULE(this.name);
    }, resume);
    const isLost = name.span === keyword && this.broken && this.at(token.Text) && this.onLine();
    return isLost ? this.SUBRULE9(this.labelledThing) : name;
  }

  private readonly labelledThing = this.RULE('labelledThing', (): Name => {
    const label = this.SUBRULE(this.text);
    return { span: label.span, label };
  });

  protected readonly question = this.RULE('question', (): Question => {
    this.need(this.onLine(), 'question');
    this.mendAskedWords();
    if (!this.at(token.Question)) this.mendQuestion();
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
    if (isReserved(token.typeOfWord(name)) && !this.RECORDING_PHASE)
      this.reportReserved(id.span, name, 'question');
    const label = this.SUBRULE(this.label);
    return {
      span: this.spanFrom(span),
      id,
      ...(end < span.end && { mark: { start: end, end: end + 1 } }),
      ...(label && { label }),
    };
  });

  protected readonly percent = this.RULE('percent', (): Percent | undefined => {
    if (this.at(token.Integer) && this.onLine()) this.mendPercent();
    return this.OPTION(() => {
      const { span, value } = this.read(this.CONSUME(token.Percent));
      return { span, value: Number(value) };
    });
  });

  protected readonly integer = this.RULE('integer', (): IntegerLiteral => {
    this.need(this.at(token.Integer), 'integer');
    const { span, value } = this.read(this.CONSUME(token.Integer));
    return { span, value: Number(value) };
  });

  protected readonly duration = this.RULE('duration', (): DurationLiteral => {
    const { startOffset: start } = this.next();
    if (this.at(token.Integer)) this.mendDuration();
    this.need(this.at(token.DurationToken), 'duration');
    const read = this.read(this.CONSUME(token.DurationToken));
    const { value } = read;
    // The number of a mended duration stands before the token.
    const span = { start: Math.min(start, read.span.start), end: read.span.end };
    const parts = typeof value === 'object' ? value : [];
    if (!this.at(token.DurationToken) || !this.onLine()) return { span, parts };
    return this.joinDuration({ span, parts });
  });
}
