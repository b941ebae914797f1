import { EOF } from 'chevrotain';
import type { Span } from '../text/span.ts';
import type { Attribute, Chain, Exception, Name, Property, Statement } from './ast.ts';
import { quotedToken } from './quoted-token.ts';
import type { Reading } from './reading.ts';
import { endOf, spanOf } from './token.ts';
import {
  attributeTypes,
  exceptionTypes,
  isJunk,
  isName,
  lineTypes,
  nowhere,
  propertyTypes,
  statementTypes,
  topTypes,
} from './token-sets.ts';
import { Identifier, LeftBrace, RightBrace } from './token-types.ts';
import { propertyWords } from './words.ts';

/** Rules of the grammar that read parts of what is no whole statement. */
export interface PartRules {
  readonly property: () => Property;
  readonly namedThing: () => Name;
  readonly attributes: () => readonly Attribute[];
  readonly exceptions: () => readonly Exception[];
  readonly chainOnLine: () => Chain | undefined;
  /** From where something began to the end of the last token that was read. */
  readonly spanFrom: (start: Span) => Span;
}

/** How many tokens are looked at to see what the lines behind an unknown word are about. */
const mostLookedAt = 200;

/** Reads on past what stands between statements, or between properties, and is none. */
export class BetweenStatements {
  private readonly reading: Reading;
  private readonly rules: PartRules;

  constructor(reading: Reading, rules: PartRules) {
    this.reading = reading;
    this.rules = rules;
  }

  /**
   * Reads on past what is no statement, and adds what there is of one to the row; false where the row of statements is
   * over. The row is that of the statements before the place.
   */
  goesOn(row: Statement[]): boolean {
    const { tokens, blocks, words, junk, strays } = this.reading;
    const next = tokens.next();
    const type = next.tokenType;
    if (tokens.atEnd() || topTypes.has(type) || blocks.belongsOutside()) return false;
    if (type === RightBrace) {
      if (!blocks.isEmpty()) return false;
      junk.skipBrace();
      return true;
    }
    if (words.mendWord(statementTypes) || words.mendWord(topTypes) || junk.skipListNumber()) return true;
    if (words.mendWord(propertyTypes) || propertyTypes.has(type)) {
      this.readLateProperty(row);
      return true;
    }
    junk.standsBehind(row);
    this.readUnknown(row);
    strays.moveTo(row);
    return true;
  }

  /** Reads what begins no statement, as a part of the statement before it or as one that cannot be read. */
  private readUnknown(row: Statement[]): void {
    const { tokens, mistakes, recovery } = this.reading;
    const next = tokens.next();
    const last = row.at(-1);
    if (tokens.isUnclosed(tokens.next(0))) {
      tokens.skip();
      recovery.skip(nowhere);
      if (last) row[row.length - 1] = { ...last, broken: true };
    } else if (exceptionTypes.has(next.tokenType) && last && 'exceptions' in last) {
      mistakes.reportAt(
        spanOf(next),
        'unexpected-token',
        `“${next.image}” stands after the arrow of its statement`,
        {
          related: [{ span: last.keyword, message: 'the statement before it' }],
          help: 'Write what can go wrong first, and the arrow on a line of its own after it',
        },
      );
      const exceptions = [...last.exceptions, ...this.rules.exceptions()];
      row[row.length - 1] = { ...last, span: this.rules.spanFrom(last.span), exceptions, broken: true };
    } else row.push(this.readUnreadable());
  }

  private readUnreadable(): Statement {
    const { tokens, junk, recovery } = this.reading;
    const { rules } = this;
    const first = tokens.next();
    junk.report();
    if (first.tokenType !== LeftBrace) tokens.skip();
    const keyword = spanOf(first);
    const { tokenType } = tokens.next();
    const isNamed = isName(tokenType) && tokens.onLine() && !attributeTypes.has(tokenType);
    const name = isNamed ? rules.namedThing() : undefined;
    // An unknown word before a name and its label is most likely one for a kind of step, and the line goes on as a
    // step's.
    if (!isName(first.tokenType) || name?.label === undefined) recovery.skip(nowhere);
    const unreadable = { keyword, broken: true, ...(name && { name }) };
    if (!isJunk(first.tokenType)) return { kind: 'unreadable', span: rules.spanFrom(keyword), ...unreadable };
    const attributes = rules.attributes();
    const exceptions = rules.exceptions();
    const chain = rules.chainOnLine();
    const span = rules.spanFrom(keyword);
    if (attributes.length === 0 && exceptions.length === 0 && chain === undefined)
      return { kind: 'unreadable', span, ...unreadable };
    const step = { span, ...unreadable, name: name ?? { span: keyword }, attributes, exceptions };
    return { kind: 'step', ...step, ...(chain && { chain }) };
  }

  /** Reads a property that comes after the head: in its place all the same where no statement stands before it. */
  private readLateProperty(row: readonly Statement[]): void {
    const { tokens, mistakes, blocks, recovery, junk, head } = this.reading;
    const { image } = tokens.next();
    const { properties } = head;
    const before = properties.length;
    recovery.attempt(() => properties.push(this.rules.property()), nowhere);
    const property = properties[before];
    if (property === undefined) return;
    if (row.length === 0 && blocks.isEmpty()) {
      junk.skipAfter();
      head.firstStatement = tokens.next().startOffset;
      return;
    }
    head.reportMisplaced(property, image, blocks.isEmpty(), mistakes);
    head.endMisplaced(junk.skipAfter() ? undefined : endOf(tokens.next(0)));
  }

  /**
   * Skips a line that begins with an unknown word among the properties, which is reported; tells whether there was one.
   */
  skipUnknownProperty(): boolean {
    const { tokens, mistakes, meant, recovery } = this.reading;
    const next = tokens.next();
    if (next.tokenType !== Identifier || !next.firstOnLine || meant.of(next) !== undefined) return false;
    if (!this.goesOnWithProperties()) return false;
    if (!mistakes.isExplained())
      mistakes.reportAt(spanOf(next), 'unexpected-token', `There is no word ${quotedToken(next)}`, {
        help: `What holds for the whole flow is said with: ${propertyWords.join(', ')}`,
      });
    tokens.skip();
    recovery.skip(propertyTypes);
    return true;
  }

  /** Whether the next line that begins with a word of the language is a property, with no brace before it. */
  private goesOnWithProperties(): boolean {
    const { tokens, meant } = this.reading;
    for (let ahead = 2; ahead < mostLookedAt; ahead++) {
      const token = tokens.next(ahead);
      const type = meant.of(token) ?? token.tokenType;
      if (type === EOF || type === LeftBrace || type === RightBrace) return false;
      if (token.firstOnLine && lineTypes.has(type)) return propertyTypes.has(type);
    }
    return true;
  }
}
