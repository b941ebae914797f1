import { FlowHead } from './flow-head.ts';
import { Junk } from './junk.ts';
import { LabelMending } from './label-mending.ts';
import { LeftOutCharacters } from './left-out-characters.ts';
import { MeantWords } from './meant-word.ts';
import { Mistakes } from './mistakes.ts';
import { NameMending } from './name-mending.ts';
import { OpenBlocks } from './open-blocks.ts';
import { Recovery } from './recovery.ts';
import { StrayStatements } from './stray-statements.ts';
import { type GrammarPlace, type ReadableTokens, TokenStream } from './token-stream.ts';
import { UsedNames } from './used-names.ts';
import { WordMending } from './word-mending.ts';

/**
 * All that one reading of a text knows and does besides the grammar; made again for each reading. What mends takes a
 * token for another one before a rule reads it; what recovers goes on after a rule could not read something.
 */
export class Reading {
  readonly tokens: TokenStream;
  readonly mistakes: Mistakes;
  readonly meant: MeantWords;
  readonly blocks: OpenBlocks;
  readonly strays: StrayStatements;
  readonly leftOut: LeftOutCharacters;
  /** Mends words, names and numbers that are almost right. */
  readonly words: WordMending;
  /** Mends labels without quotes. */
  readonly labels: LabelMending;
  /** Mends labels in the place of names. */
  readonly names: NameMending;
  readonly recovery: Recovery;
  readonly junk: Junk;
  /** The head of the flow that is being read, or was last. */
  head: FlowHead;

  /** `readStrayBlock`: reads a block that stands in what is skipped. */
  constructor(text: string, read: ReadableTokens, place: GrammarPlace, readStrayBlock: () => void) {
    const tokens = new TokenStream(text, read, place);
    const mistakes = new Mistakes(tokens, read.obscure);
    const meant = new MeantWords();
    const used = new UsedNames(read.tokens);
    this.tokens = tokens;
    this.mistakes = mistakes;
    this.meant = meant;
    this.blocks = new OpenBlocks(tokens, mistakes);
    this.strays = new StrayStatements();
    this.leftOut = new LeftOutCharacters(tokens, read.noise);
    this.words = new WordMending(tokens, mistakes, meant);
    this.labels = new LabelMending(tokens, mistakes, meant, used);
    this.names = new NameMending(tokens, mistakes, meant, used, () => this.head.declarationEnd());
    this.recovery = new Recovery(tokens, mistakes, meant, readStrayBlock);
    this.junk = new Junk(tokens, mistakes, this.recovery);
    this.head = new FlowHead(text, undefined);
  }
}
