import { type Fix, languageError, type RelatedPlace } from '../diagnostic/diagnostic.ts';
import { isBlank } from '../text/blank.ts';
import type { TextEdit } from '../text/text-edit.ts';
import type { Property } from './ast.ts';
import type { Mistakes } from './mistakes.ts';

/** What a flow says of itself before its first statement, and where: what stands there, and what should. */
export class FlowHead {
  /** The properties of the flow; one that is misplaced is added to them all the same. */
  readonly properties: Property[] = [];
  /** The offset at which the first statement of the flow begins. */
  firstStatement = Number.POSITIVE_INFINITY;
  private readonly text: string;
  /** The end of the line of “flow”; undefined where there is none. */
  private readonly end: number | undefined;
  /** The end of the last misplaced property, if nothing followed it. */
  private misplacedEnd = -1;
  /**
   * The places and edits of the misplaced properties that are one finding, the last one: they grow with each that
   * follows.
   */
  private misplacedRow: { readonly related: RelatedPlace[]; readonly edits: TextEdit[] } = {
    related: [],
    edits: [],
  };
  /** The end of the properties before the first statement, once it is known. */
  private rightful: { readonly end: number | undefined } | undefined;

  constructor(text: string, end: number | undefined) {
    this.text = text;
    this.end = end;
  }

  /** The end of the line behind which a declaration can be put; undefined where no flow began. */
  declarationEnd(): number | undefined {
    const end = this.rightfulEnd() ?? this.end;
    return end === undefined ? undefined : this.endOfLine(end);
  }

  /** Looked up once: what is read behind the first statement is misplaced. */
  private rightfulEnd(): number | undefined {
    if (this.rightful !== undefined) return this.rightful.end;
    const { properties, firstStatement } = this;
    const end = properties.findLast(({ span }) => span.end <= firstStatement)?.span.end;
    if (Number.isFinite(firstStatement)) this.rightful = { end };
    return end;
  }

  /**
   * Reports the last property, which stands behind the first statement. Those that follow each other in the wrong place
   * are there by one mistake. `canMove`: whether it stands in no block.
   */
  reportMisplaced(property: Property, image: string, canMove: boolean, mistakes: Mistakes): void {
    const { span } = property;
    const fix = canMove ? this.moveUp(property) : undefined;
    const last = mistakes.found.at(-1);
    const goesOn =
      this.misplacedEnd >= 0 && /^[ \t\r\n]*$/.test(this.text.slice(this.misplacedEnd, span.start));
    if (last?.code === 'misplaced-property' && goesOn) {
      const { related, edits } = this.misplacedRow;
      related.push({ span, message: 'and this line' });
      edits.push(...(fix?.edits ?? []));
      const { fix: before, ...reported } = last;
      mistakes.reportLastAgain({
        ...reported,
        related,
        ...(before && fix && { fix: { ...fix, title: 'Move them up', edits } }),
      });
      return;
    }
    this.misplacedRow = { related: [], edits: [...(fix?.edits ?? [])] };
    mistakes.report(
      languageError('misplaced-property', span, `“${image}” stands after the first statement`, {
        help: 'Move it up, below the line of “flow”: what holds for the whole flow stands there',
        ...(fix && { fix }),
      }),
    );
  }

  /** Notes where the misplaced property is over; undefined where something follows it on its line. */
  endMisplaced(end: number | undefined): void {
    this.misplacedEnd = end ?? -1;
  }

  /** The edits that write a misplaced property below the ones that stand where they should. */
  private moveUp({ span }: Property): Fix | undefined {
    const { text } = this;
    const after = this.rightfulEnd() ?? this.end;
    const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
    const feed = text.indexOf('\n', span.end);
    const lineEnd = feed === -1 ? text.length : feed + 1;
    const isAlone =
      isBlank(text.slice(lineStart, span.start)) &&
      isBlank(text.slice(span.end, feed === -1 ? lineEnd : feed));
    if (after === undefined || !isAlone) return undefined;
    const place = this.endOfLine(after);
    // There is no better place if the head of the flow itself could not be read, or if it stands there already.
    if (this.firstStatement <= place || /^[ \t\r\n]*$/.test(text.slice(place, lineStart))) return undefined;
    return {
      kind: 'safe',
      title: 'Move it up',
      edits: [
        { span: { start: place, end: place }, text: `\n${text.slice(span.start, span.end)}` },
        { span: { start: lineStart, end: lineEnd }, text: '' },
      ],
    };
  }

  private endOfLine(offset: number): number {
    const feed = this.text.indexOf('\n', offset);
    const line = feed === -1 ? this.text.length : feed;
    return this.text.charAt(line - 1) === '\r' ? line - 1 : line;
  }
}
