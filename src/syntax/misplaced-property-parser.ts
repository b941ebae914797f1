import { EOF } from 'chevrotain';
import { type Fix, languageError, type RelatedPlace } from '../diagnostic/diagnostic.ts';
import { isBlank } from '../text/blank.ts';
import type { TextEdit } from '../text/text-edit.ts';
import type { Property } from './ast.ts';
import { ChoiceParser } from './choice-parser.ts';
import { quoted } from './recovering-parser.ts';
import { endOf, spanOf } from './token.ts';
import { lineTypes, nowhere, propertyTypes } from './token-sets.ts';
import { Identifier, LeftBrace, RightBrace } from './token-types.ts';
import { propertyWords } from './words.ts';

/** Reads properties that stand where none can, and unknown words where properties stand. */
export abstract class MisplacedPropertyParser extends ChoiceParser {
  /** The properties of the flow that is being read; one that is misplaced is added to them all the same. */
  protected properties: Property[] = [];
  /** Where the misplaced property before the place ends, if nothing followed it. */
  protected misplacedEnd = -1;
  /** The end of the line of the head of the flow that is being read. */
  protected headEnd: number | undefined;
  /** Where the first statement of that flow begins. */
  protected firstStatement = Number.POSITIVE_INFINITY;

  /** The places and edits of the misplaced properties that are one finding, the last one: they grow with each that follows. */
  private misplacedRow: { readonly related: RelatedPlace[]; readonly edits: TextEdit[] } = {
    related: [],
    edits: [],
  };
  /** Where the properties end that stand before the first statement, for as long as these two are the same. */
  private rightful: { readonly properties: Property[]; readonly first: number; readonly end?: number } = {
    properties: [],
    first: -1,
  };

  protected override declarationEnd(): number | undefined {
    const end = this.rightfulEnd() ?? this.headEnd;
    return end === undefined ? undefined : this.endOfLine(end);
  }

  /** Looked up once: what is read behind the first statement is misplaced. */
  private rightfulEnd(): number | undefined {
    const { properties, firstStatement: first } = this;
    const isKnown = this.rightful.properties === properties && this.rightful.first === first;
    if (isKnown && Number.isFinite(first)) return this.rightful.end;
    const end = properties.findLast(({ span }) => span.end <= first)?.span.end;
    this.rightful = { properties, first, ...(end === undefined ? {} : { end }) };
    return end;
  }

  protected abstract skipAfter(): boolean;

  /** Skips a line that begins with an unknown word among the properties, which is reported; tells whether there was one. */
  protected skipUnknownProperty(): boolean {
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

  protected readMisplacedProperty(): true {
    const { image } = this.next();
    const before = this.properties.length;
    this.attempt(() => {
      this.properties.push(this.SUBRULE9(this.property));
    }, nowhere);
    const property = this.properties[before];
    if (property === undefined) return true;
    this.reportMisplaced(property, image);
    this.misplacedEnd = this.skipAfter() ? -1 : endOf(this.next(0));
    return true;
  }

  /** Properties that follow each other in the wrong place are there by one mistake. */
  private reportMisplaced(property: Property, image: string): void {
    const { span } = property;
    const fix = this.moveUp(property);
    const last = this.found.at(-1);
    const goesOn =
      this.misplacedEnd >= 0 && /^[ \t\r\n]*$/.test(this.source.slice(this.misplacedEnd, span.start));
    if (last?.code === 'misplaced-property' && goesOn) {
      const { related, edits } = this.misplacedRow;
      related.push({ span, message: 'and this line' });
      edits.push(...(fix?.edits ?? []));
      const { fix: before, ...told } = last;
      this.found[this.found.length - 1] = {
        ...told,
        related,
        ...(before && fix && { fix: { ...fix, title: 'Move them up', edits } }),
      };
      return;
    }
    this.misplacedRow = { related: [], edits: [...(fix?.edits ?? [])] };
    this.report(
      languageError('misplaced-property', span, `“${image}” stands after the first statement`, {
        help: 'Move it up, below the line of “flow”: what holds for the whole flow stands there',
        ...(fix && { fix }),
      }),
    );
  }

  /** The edits that write a misplaced property below the ones that stand where they should. */
  private moveUp({ span }: Property): Fix | undefined {
    const { source } = this;
    const after = this.rightfulEnd() ?? this.headEnd;
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
}
