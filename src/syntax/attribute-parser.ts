import type { TokenType } from 'chevrotain';
import type { Span } from '../text/span.ts';
import type { Attribute, SymbolName, Word } from './ast.ts';
import { symbols } from './ast.ts';
import { TermParser } from './term-parser.ts';
import { Range, word } from './token-types.ts';

/** Reads what is said about one step: who does it, how long it takes, what is said. */
export abstract class AttributeParser extends TermParser {
  protected readonly attributes = this.RULE('attributes', (): readonly Attribute[] => {
    const list: Attribute[] = [];
    this.MANY(() => list.push(this.SUBRULE(this.attribute)));
    return list;
  });

  private readonly attribute = this.RULE('attribute', (): Attribute => this.OR(this.attributeKinds));

  private readonly attributeKinds = [
    {
      ALT: (): Attribute => {
        const keyword = this.keyword(word.by, 1);
        const id = this.SUBRULE(this.identifier);
        return { kind: 'by', span: this.spanFrom(keyword), keyword, id };
      },
    },
    { ALT: (): Attribute => this.names('with', word.with, 2) },
    { ALT: (): Attribute => this.names('to', word.to, 3) },
    { ALT: (): Attribute => this.names('using', word.using, 4) },
    {
      ALT: (): Attribute => {
        const keyword = this.keyword(word.within, 5);
        const duration = this.SUBRULE(this.duration);
        return { kind: 'within', span: this.spanFrom(keyword), keyword, duration };
      },
    },
    {
      ALT: (): Attribute => {
        const keyword = this.keyword(word.takes, 6);
        const durations = [this.SUBRULE2(this.duration)];
        this.OPTION(() => {
          this.CONSUME(Range);
          durations.push(this.SUBRULE3(this.duration));
          this.OPTION2(() => {
            this.CONSUME2(Range);
            durations.push(this.SUBRULE4(this.duration));
          });
        });
        return { kind: 'takes', span: this.spanFrom(keyword), keyword, durations };
      },
    },
    {
      ALT: (): Attribute => {
        const keyword = this.keyword(word.as, 7);
        const symbol = this.SUBRULE(this.symbol);
        return { kind: 'as', span: this.spanFrom(keyword), keyword, symbol };
      },
    },
    { ALT: (): Attribute => this.words('say', word.say, 7) },
    { ALT: (): Attribute => this.words('note', word.note, 8) },
    { ALT: (): Attribute => this.words('link', word.link, 9) },
  ];

  private readonly symbol = this.RULE('symbol', (): Word<SymbolName> => this.OR(this.symbolKinds));
  private readonly symbolKinds = symbols.map((value) => ({
    ALT: (): Word<SymbolName> => ({ span: this.keyword(word[value], 1), value }),
  }));

  private names(kind: 'with' | 'to' | 'using', type: TokenType, occurrence: number): Attribute {
    const keyword = this.keyword(type, occurrence);
    const ids = this.subrule(occurrence, this.identifiers);
    return { kind, span: this.spanFrom(keyword), keyword, ids };
  }

  private words(kind: 'say' | 'note' | 'link', type: TokenType, occurrence: number): Attribute {
    const keyword = this.keyword(type, occurrence);
    const text = this.subrule(occurrence, this.text);
    return { kind, span: this.spanFrom(keyword), keyword, text };
  }

  /** Reads a word of the language. */
  protected keyword(type: TokenType, occurrence: number): Span {
    return this.read(this.consume(occurrence, type)).span;
  }
}
