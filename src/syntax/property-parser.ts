import type { DateLiteral, Property, Term, Word } from './ast.ts';
import { AttributeParser } from './attribute-parser.ts';
import { isName } from './token-sets.ts';
import { Comma, DateToken, Identifier, Text, word } from './token-types.ts';
import { directions } from './words.ts';

/** Reads what is said about a whole flow. */
export abstract class PropertyParser extends AttributeParser {
  protected readonly property = this.RULE('property', (): Property => this.OR(this.propertyKinds));

  private readonly propertyKinds = [
    { ALT: (): Property => this.textProperty('department', 1) },
    { ALT: (): Property => this.textProperty('purpose', 2) },
    { ALT: (): Property => this.textProperty('owner', 3) },
    { ALT: (): Property => this.textProperty('version', 4) },
    { ALT: (): Property => this.declaration('role', 5) },
    { ALT: (): Property => this.declaration('system', 6) },
    { ALT: (): Property => this.declaration('request', 7) },
    { ALT: (): Property => this.SUBRULE(this.reviewed) },
    { ALT: (): Property => this.SUBRULE(this.audience) },
    { ALT: (): Property => this.SUBRULE(this.language) },
    { ALT: (): Property => this.SUBRULE(this.direction) },
    { ALT: (): Property => this.SUBRULE(this.promise) },
    { ALT: (): Property => this.SUBRULE(this.term) },
  ];

  private textProperty(kind: 'department' | 'purpose' | 'owner' | 'version', occurrence: number): Property {
    const keyword = this.keyword(word[kind], occurrence);
    const value = this.subrule(occurrence, this.text);
    return { kind, span: this.spanFrom(keyword), keyword, value };
  }

  private declaration(kind: 'role' | 'system' | 'request', occurrence: number): Property {
    const keyword = this.keyword(word[kind], occurrence);
    const id = this.subrule(occurrence, this.ownIdentifier);
    const label = this.subrule(occurrence, this.label);
    return { kind, span: this.spanFrom(keyword), keyword, id, ...(label && { label }) };
  }

  private readonly reviewed = this.RULE('reviewed', (): Property => {
    const keyword = this.keyword(word.reviewed, 1);
    const date = this.SUBRULE(this.date);
    const every = this.OPTION(() => {
      this.keyword(word.every, 1);
      return this.SUBRULE(this.duration);
    });
    return { kind: 'reviewed', span: this.spanFrom(keyword), keyword, date, ...(every && { every }) };
  });

  private readonly date = this.RULE('date', (): DateLiteral => {
    this.need(this.at(DateToken), 'date');
    const { span, value } = this.read(this.CONSUME(DateToken));
    return { span, value: String(value) };
  });

  private readonly audience = this.RULE('audience', (): Property => {
    const keyword = this.keyword(word.audience, 1);
    const values = [this.SUBRULE(this.text)];
    this.MANY(() => {
      this.CONSUME(Comma);
      values.push(this.SUBRULE2(this.text));
    });
    return { kind: 'audience', span: this.spanFrom(keyword), keyword, values };
  });

  private readonly language = this.RULE('language', (): Property => {
    const keyword = this.keyword(word.language, 1);
    this.need(isName(this.next().tokenType), 'tag');
    const { span, value } = this.read(this.CONSUME(Identifier));
    return { kind: 'language', span: this.spanFrom(keyword), keyword, tag: { span, value: String(value) } };
  });

  private readonly direction = this.RULE('direction', (): Property => {
    const keyword = this.keyword(word.direction, 1);
    this.mendValue(directions);
    this.need(this.at(word.down) || this.at(word.right), 'direction');
    const value = this.OR([
      { ALT: (): Word<'down' | 'right'> => ({ span: this.keyword(word.down, 1), value: 'down' }) },
      { ALT: (): Word<'down' | 'right'> => ({ span: this.keyword(word.right, 1), value: 'right' }) },
    ]);
    return { kind: 'direction', span: this.spanFrom(keyword), keyword, value };
  });

  private readonly promise = this.RULE('promise', (): Property => {
    const keyword = this.keyword(word.promise, 1);
    const duration = this.SUBRULE(this.duration);
    return { kind: 'promise', span: this.spanFrom(keyword), keyword, duration };
  });

  private readonly term = this.RULE('term', (): Property => {
    const keyword = this.keyword(word.term, 1);
    if (!this.at(Text) && !isName(this.next().tokenType)) this.mendName();
    this.need(this.at(Text) || isName(this.next().tokenType), 'term');
    const term = this.OR([
      { ALT: (): Term['term'] => this.SUBRULE(this.identifier) },
      { ALT: (): Term['term'] => this.SUBRULE(this.text) },
    ]);
    const meaning = this.SUBRULE2(this.text, { ARGS: ['meaning'] });
    return { kind: 'term', span: this.spanFrom(keyword), keyword, term, meaning };
  });
}
