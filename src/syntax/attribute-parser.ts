import type { TokenType } from 'chevrotain';
import { languageError } from '../diagnostic/diagnostic.ts';
import { type SymbolName, symbols } from '../shapes/all-shapes.ts';
import type { Span } from '../text/span.ts';
import type { Attribute, Word } from './ast.ts';
import { TermParser } from './term-parser.ts';
import { afterAttribute, attributeTypes, exceptionTypes } from './token-sets.ts';
import { Range, word } from './token-types.ts';

/** Reads what is said about one step: who does it, how long it takes, what is said. */
export abstract class AttributeParser extends TermParser {
  protected readonly attributes = this.RULE('attributes', (): readonly Attribute[] => {
    const list: Attribute[] = [];
    do {
      this.MANY(() => this.attempt(() => list.push(this.SUBRULE(this.attribute)), afterAttribute));
    } while (this.mendWord(attributeTypes) || this.skipJunk(attributeTypes));
    this.reportDuplicates(list);
    // A misspelt `problem` or `timeout` is read by what comes after the attributes.
    this.mendWord(exceptionTypes);
    return list;
  });

  /** Where a token goes on with the line and means nothing there, reports it; tells whether one of these follows. */
  protected abstract skipJunk(resume: ReadonlySet<TokenType>): boolean;

  private readonly attribute = this.RULE('attribute', (): Attribute => this.OR(this.attributeKinds));

  private readonly attributeKinds = [
    { ALT: (): Attribute => this.SUBRULE(this.by) },
    { ALT: (): Attribute => this.names('with', 1) },
    { ALT: (): Attribute => this.names('to', 2) },
    { ALT: (): Attribute => this.names('using', 3) },
    { ALT: (): Attribute => this.SUBRULE(this.within) },
    { ALT: (): Attribute => this.SUBRULE(this.takes) },
    { ALT: (): Attribute => this.SUBRULE(this.as) },
    { ALT: (): Attribute => this.words('say', 4) },
    { ALT: (): Attribute => this.words('note', 5) },
    { ALT: (): Attribute => this.words('link', 6) },
  ];

  private readonly by = this.RULE('by', (): Attribute => {
    const keyword = this.keyword(word.by, 1);
    const id = this.SUBRULE(this.identifier);
    return { kind: 'by', span: this.spanFrom(keyword), keyword, id };
  });

  private readonly within = this.RULE('within', (): Attribute => {
    const keyword = this.keyword(word.within, 1);
    const duration = this.SUBRULE(this.duration);
    return { kind: 'within', span: this.spanFrom(keyword), keyword, duration };
  });

  private readonly takes = this.RULE('takes', (): Attribute => {
    const keyword = this.keyword(word.takes, 1);
    const durations = [this.SUBRULE(this.duration)];
    this.OPTION(() => {
      this.CONSUME(Range);
      durations.push(this.SUBRULE2(this.duration));
      this.OPTION2(() => {
        this.CONSUME2(Range);
        durations.push(this.SUBRULE3(this.duration));
      });
    });
    return { kind: 'takes', span: this.spanFrom(keyword), keyword, durations };
  });

  private readonly as = this.RULE('as', (): Attribute => {
    const keyword = this.keyword(word.as, 1);
    this.mendValue(symbols);
    this.need(
      symbols.some((name) => this.at(word[name])),
      'symbol',
    );
    const symbol = this.SUBRULE(this.symbol);
    return { kind: 'as', span: this.spanFrom(keyword), keyword, symbol };
  });

  private readonly symbol = this.RULE('symbol', (): Word<SymbolName> => this.OR(this.symbolKinds));
  private readonly symbolKinds = symbols.map((value) => ({
    ALT: (): Word<SymbolName> => ({ span: this.read(this.CONSUME(word[value])).span, value }),
  }));

  private names(kind: 'with' | 'to' | 'using', occurrence: number): Attribute {
    const keyword = this.keyword(word[kind], occurrence);
    const ids = this.subrule(occurrence, this.identifiers);
    return { kind, span: this.spanFrom(keyword), keyword, ids };
  }

  private words(kind: 'say' | 'note' | 'link', occurrence: number): Attribute {
    const keyword = this.keyword(word[kind], occurrence);
    const text = this.subrule(occurrence, this.text);
    return { kind, span: this.spanFrom(keyword), keyword, text };
  }

  /** Reports each of these that stands a second time, though not those that may. */
  protected reportDuplicates(list: readonly { readonly kind: string; readonly keyword: Span }[]): void {
    if (list.length < 2) return;
    const first = new Map<string, Span>();
    for (const { kind, keyword } of list) {
      const before = first.get(kind);
      if (before === undefined) first.set(kind, keyword);
      else if (!repeatable.has(kind))
        this.report(
          languageError('duplicate-attribute', keyword, `“${kind}” stands here twice`, {
            related: [{ span: before, message: `the first “${kind}”` }],
            help: severalNames.has(kind)
              ? `Write one “${kind}”, with commas between the names`
              : `Keep one “${kind}” and delete the other`,
          }),
        );
    }
  }
}

const severalNames: ReadonlySet<string> = new Set(['with', 'to', 'using', 'audience']);
const repeatable: ReadonlySet<string> = new Set(['say', 'note', 'role', 'system', 'request', 'term']);
