import type { Identifier, IntegerLiteral, Name, Percent, Question, StringLiteral } from './ast.ts';
import type { Duration } from './duration.ts';
import { RecoveringParser } from './recovering-parser.ts';
import * as token from './token-types.ts';

/** Reads what statements are made of: names, labels, questions and numbers. */
export abstract class TermParser extends RecoveringParser {
  protected readonly identifier = this.RULE('identifier', (): Identifier => {
    const { span, value } = this.read(this.CONSUME(token.Identifier));
    return { span, name: String(value) };
  });

  protected readonly text = this.RULE('text', (): StringLiteral => {
    const { span, value } = this.read(this.CONSUME(token.Text));
    return { span, value: String(value) };
  });

  /** A name or label stands on the line of its word. */
  protected readonly label = this.RULE('label', (): StringLiteral | undefined =>
    this.OPTION({ GATE: this.onLine, DEF: () => this.SUBRULE(this.text) }),
  );

  protected readonly name = this.RULE(
    'name',
    (): Name =>
      this.OR([
        {
          ALT: () => {
            const id = this.SUBRULE(this.identifier);
            const label = this.SUBRULE(this.label);
            return { span: this.spanFrom(id.span), id, ...(label && { label }) };
          },
        },
        {
          ALT: () => {
            const label = this.SUBRULE(this.text);
            return { span: label.span, label };
          },
        },
      ]),
  );

  protected readonly question = this.RULE(
    'question',
    (): Question =>
      this.OR([
        {
          ALT: () => {
            const { span, value } = this.read(this.CONSUME(token.Question));
            const id = { span: { start: span.start, end: span.end - 1 }, name: String(value) };
            const mark = { start: span.end - 1, end: span.end };
            const label = this.SUBRULE(this.label);
            return { span: this.spanFrom(span), id, mark, ...(label && { label }) };
          },
        },
        {
          ALT: () => {
            const label = this.SUBRULE(this.text);
            return { span: label.span, label };
          },
        },
      ]),
  );

  protected readonly percent = this.RULE('percent', (): Percent | undefined =>
    this.OPTION(() => {
      const { span, value } = this.read(this.CONSUME(token.Percent));
      return { span, value: Number(value) };
    }),
  );

  protected readonly integer = this.RULE('integer', (): IntegerLiteral => {
    const { span, value } = this.read(this.CONSUME(token.Integer));
    return { span, value: Number(value) };
  });

  protected readonly duration = this.RULE('duration', (): Duration => {
    const { span, value } = this.read(this.CONSUME(token.DurationToken));
    return { span, parts: typeof value === 'object' ? value : [] };
  });

  protected readonly identifiers = this.RULE('identifiers', (): readonly Identifier[] => {
    const list = [this.SUBRULE(this.identifier)];
    this.MANY(() => {
      this.CONSUME(token.Comma);
      list.push(this.SUBRULE2(this.identifier));
    });
    return list;
  });
}
