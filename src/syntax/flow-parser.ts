import { type Diagnostic, languageError } from '../diagnostic/diagnostic.ts';
import type { Span } from '../text/span.ts';
import type { Flow, Identifier, StringLiteral, Use } from './ast.ts';
import { quoted } from './recovering-parser.ts';
import { StrayParser } from './stray-parser.ts';
import { spanOf } from './token.ts';
import { afterHead, nowhere, propertyTypes, statementTypes, topTypes } from './token-sets.ts';
import { RightBrace, word } from './token-types.ts';
import type { Tokens } from './tokenize.ts';

/** What reading the tokens of a file gives. */
export interface ReadFile {
  readonly uses: readonly Use[];
  readonly flows: readonly Flow[];
  readonly diagnostics: readonly Diagnostic[];
  /** Where text was skipped that went with a mistake already told. */
  readonly skipped: readonly Span[];
}

/** Reads a whole `.flow` file. */
export class FlowParser extends StrayParser {
  /** `analyses`: has chevrotain work out and validate the grammar, instead of recalling what it found. */
  constructor(analyses = false) {
    super();
    if (analyses) this.performSelfAnalysis();
    else this.recallAnalysis();
  }

  /** Reads all of it, whatever it is. A token that is read as another kind than it was made is changed to that. */
  readFile(
    text: string,
    { tokens, unclosed, noise, obscure }: Omit<Tokens, 'comments' | 'diagnostics'>,
  ): ReadFile {
    this.begin(tokens);
    this.source = text;
    this.unclosed = unclosed;
    this.noise = noise;
    this.obscure = obscure;
    this.noiseRead = 0;
    this.properties = [];
    const { uses, flows } = this.document();
    return { uses, flows, diagnostics: this.found, skipped: this.skipped };
  }

  private readonly document = this.RULE('document', (): Pick<ReadFile, 'uses' | 'flows'> => {
    const uses: Use[] = [];
    const flows: Flow[] = [];
    do {
      this.MANY(() =>
        this.attempt(() => {
          uses.push(this.SUBRULE(this.use));
        }, nowhere),
      );
      this.MANY2(() => flows.push(this.SUBRULE(this.flow)));
    } while (this.goesOnAtTop(flows));
    return { uses, flows };
  });

  private readonly use = this.RULE('use', (): Use => {
    const keyword = this.keyword(word.use, 1);
    const path = this.SUBRULE(this.text);
    return { kind: 'use', span: this.spanFrom(keyword), path };
  });

  private readonly flow = this.RULE('flow', (): Flow => {
    const keyword = this.keyword(word.flow, 1);
    let id: Identifier = { span: keyword, name: '' };
    this.broken = false;
    this.attempt(() => {
      id = this.SUBRULE(this.ownIdentifier);
    }, afterHead);
    const label = this.SUBRULE(this.label);
    this.skipJunk(propertyTypes);
    return this.SUBRULE(this.flowBody, { ARGS: [keyword, id, label] });
  });

  private readonly flowBody = this.RULE(
    'flowBody',
    (keyword: Span, id: Identifier, label: StringLiteral | undefined): Flow => {
      const broken = this.takeNoise() || this.broken;
      this.properties = [];
      this.misplacedEnd = -1;
      this.headEnd =
        !this.RECORDING_PHASE && keyword.end > keyword.start ? (label ?? id).span.end : undefined;
      this.firstStatement = Number.POSITIVE_INFINITY;
      this.SUBRULE(this.propertyList);
      if (!this.RECORDING_PHASE) this.firstStatement = this.next().startOffset;
      const statements = this.SUBRULE(this.statements);
      const { properties } = this;
      this.reportDuplicates(properties);
      const span = this.spanFrom(keyword);
      return { kind: 'flow', span, keyword, id, ...(label && { label }), properties, statements, broken };
    },
  );

  /** Reads on past what stands outside of every flow; false at the end of the file. */
  private goesOnAtTop(flows: Flow[]): boolean {
    const next = this.next();
    const type = next.tokenType;
    if (this.atEnd()) return false;
    if (type === RightBrace) return this.skipBrace();
    if (this.mendWord(topTypes)) return true;
    if (type === word.use) {
      this.report(
        languageError('unexpected-token', spanOf(next), '“use” stands after a flow', {
          help: 'Put it at the top of the file, before the first “flow”',
        }),
      );
      return true;
    }
    this.report(
      languageError('unexpected-token', spanOf(next), `${quoted(next)} stands in no flow`, {
        help: 'Begin with “flow” and its name, for example: flow refund "Return and refund"',
        ...(flows.length === 0 &&
          next.firstOnLine &&
          (statementTypes.has(type) || propertyTypes.has(type)) && {
            fix: {
              kind: 'unsafe',
              title: 'Begin a flow',
              edits: [
                {
                  span: { start: next.startOffset - next.indent, end: next.startOffset - next.indent },
                  text: 'flow my-process "My process"\n\n',
                },
              ],
            },
          }),
      }),
    );
    this.broken = true;
    if (statementTypes.has(type) || propertyTypes.has(type)) {
      const { startOffset: start } = next;
      flows.push(
        this.SUBRULE9(this.flowBody, {
          ARGS: [{ start, end: start }, { span: { start, end: start }, name: '' }, undefined],
        }),
      );
    } else {
      this.SKIP_TOKEN();
      this.skip(nowhere);
    }
    return true;
  }
}
