import type { TokenType } from 'chevrotain';
import type { Fix } from '../diagnostic/diagnostic.ts';
import { labelFromIdentifier } from '../language/label-from-name.ts';
import type { TextEdit } from '../text/text-edit.ts';
import { identifierFromLabel } from './label.ts';
import type { MeantWords } from './meant-word.ts';
import type { Mistakes } from './mistakes.ts';
import { endOf, type Token } from './token.ts';
import { attributeTypes, exceptionTypes, isName, isReserved } from './token-sets.ts';
import type { TokenStream } from './token-stream.ts';
import * as token from './token-types.ts';
import { word } from './token-types.ts';
import { isWholeProperty } from './unquoted-label.ts';
import type { UsedNames } from './used-names.ts';

/** What is named behind each word, as it is declared. */
const declaredAs: ReadonlyMap<string, readonly TokenType[]> = new Map<string, readonly TokenType[]>([
  ...['by', 'with', 'to', 'accountable'].map((text) => [text, [word.role, word.party, word.system]] as const),
  ['using', [word.system]],
  ['for', [word.request]],
  ['call', [word.flow]],
  ['transfer', [word.flow]],
]);

/** Names that a file declares: their labels, in small letters, and the names themselves. */
interface Declared {
  readonly byLabel: ReadonlyMap<string, string>;
  readonly names: ReadonlySet<string>;
}

/** Reads the label of a role, party, system, request or flow, where its name is wanted, as that name. */
export class NameMending {
  private readonly tokens: TokenStream;
  private readonly mistakes: Mistakes;
  private readonly meant: MeantWords;
  private readonly names: UsedNames;
  private readonly declarationEnd: () => number | undefined;
  private readonly declared = new Map<string, Declared>();
  /** Names that a repair declares already, so that two repairs do not declare one name twice. */
  private readonly proposed = new Set<string>();

  /** `declarationEnd`: where what the flow declares ends; undefined where no flow began. */
  constructor(
    tokens: TokenStream,
    mistakes: Mistakes,
    meant: MeantWords,
    names: UsedNames,
    declarationEnd: () => number | undefined,
  ) {
    this.tokens = tokens;
    this.mistakes = mistakes;
    this.meant = meant;
    this.names = names;
    this.declarationEnd = declarationEnd;
  }

  /** Whether an arrow leads to a name somewhere in the file. */
  isTarget({ value }: Token): boolean {
    return this.names.targets.has(value);
  }

  /** Reads a label in the place of a name, in quotes or as several words, as the name. */
  mendLabelledName(): void {
    const kinds = declaredAs.get(this.tokens.lastWord);
    if (kinds === undefined) return;
    const next = this.tokens.next();
    const isWord = (isName(next.tokenType) || isReserved(next.tokenType)) && !next.firstOnLine;
    if (next.tokenType === token.Text && !next.firstOnLine) {
      const label = String(next.value);
      if (!this.tokens.isUnclosed(next) && !/^(?:https?:|mailto:|www\.)/.test(label))
        this.readAs(1, label, this.declaredNames(kinds), kinds);
      return;
    }
    if (!isWord) return;
    const most = this.wordsAhead();
    if (most < 2) return;
    const declared = this.declaredNames(kinds);
    // The words that are a label, however many; else all, unless the first is a name by itself.
    for (let count = most; count > 1; count--) {
      const label = this.written(count);
      if (declared.byLabel.has(label.toLowerCase())) {
        this.readAs(count, label, declared, kinds);
        return;
      }
    }
    const first = String(next.value);
    const isFlow = kinds.includes(word.flow);
    if (isFlow || first === 'customer' || declared.names.has(first)) return;
    this.readAs(most, this.written(most), declared, kinds);
  }

  /** How many words stand in a row on the line, before an attribute, a branch or the line's end. */
  private wordsAhead(): number {
    let count = 0;
    for (let ahead = 1; ahead <= 12; ahead++) {
      const next = this.tokens.next(ahead);
      if (next.firstOnLine || (!isName(next.tokenType) && !isReserved(next.tokenType))) break;
      if (ahead > 1) {
        // A statement may begin there.
        if (isReserved(next.tokenType)) break;
        const meant = this.meant.of(next);
        if (attributeTypes.has(next.tokenType) || exceptionTypes.has(next.tokenType)) break;
        if (meant !== undefined && (attributeTypes.has(meant) || exceptionTypes.has(meant))) break;
        if (this.tokens.lastWord === 'accountable' && isWholeProperty(this.ahead, ahead)) break;
        const gap = this.tokens.text.slice(endOf(this.tokens.next(ahead - 1)), next.startOffset);
        if (!/^[ \t]+$/.test(gap)) break;
      }
      count = ahead;
    }
    return count;
  }

  private readonly ahead = (ahead: number): Token => this.tokens.next(ahead);

  private written(count: number): string {
    const { start, end } = this.tokens.spanOfNext(count);
    return this.tokens.text.slice(start, end);
  }

  private declaredNames(kinds: readonly TokenType[]): Declared {
    const key = kinds.map(({ name }) => name).join();
    const known = this.declared.get(key);
    if (known !== undefined) return known;
    const byLabel = new Map<string, string>(kinds.includes(word.role) ? [['customer', 'customer']] : []);
    const names = new Set<string>();
    const tokens = this.tokens.all;
    for (const [at, each] of tokens.entries()) {
      if (!kinds.includes(each.tokenType)) continue;
      const [id, label] = [tokens[at + 1], tokens[at + 2]];
      if (id === undefined || !isName(id.tokenType) || id.firstOnLine) continue;
      names.add(String(id.value));
      if (label?.tokenType !== token.Text || label.firstOnLine) continue;
      const text = String(label.value).toLowerCase();
      if (!byLabel.has(text)) byLabel.set(text, String(id.value));
    }
    const declared = { byLabel, names };
    this.declared.set(key, declared);
    return declared;
  }

  private readAs(
    count: number,
    label: string,
    { byLabel, names }: Declared,
    kinds: readonly TokenType[],
  ): void {
    const span = this.tokens.spanOfNext(count);
    const known = byLabel.get(label.toLowerCase()) ?? (names.has(label) ? label : undefined);
    const named = identifierFromLabel(label);
    const proposal = known ?? (named && (this.names.spelt(named) ?? named));
    // A flow is not declared by the way.
    if (proposal === undefined || (known === undefined && kinds.includes(word.flow))) return;
    const keyword = this.tokens.lastWord;
    this.tokens.join(count, span, token.Identifier, proposal);
    this.mistakes.skipped.push(span);
    const write: TextEdit = { span, text: proposal };
    const isLabel = known !== undefined && known !== label;
    if (known !== undefined) {
      this.mistakes.reportAt(
        span,
        'unexpected-token',
        `“${keyword}” needs a name${isLabel ? `, and “${label}” is the label of “${known}”` : ' without quotes'}`,
        {
          help: `Write ${keyword} ${known}`,
          fix: { kind: 'safe', title: `Write “${known}”`, edits: [write] },
        },
      );
      return;
    }
    const said = count > 1 ? labelFromIdentifier(label) : label;
    const fix = this.declaring(write, proposal, said, names, kinds);
    this.mistakes.reportAt(
      span,
      'unexpected-token',
      `“${keyword}” needs a name, and “${label}” is ${count > 1 ? 'several words' : 'a label'}`,
      {
        help: `Write ${keyword} ${proposal}${names.has(proposal) ? '' : `, and declare it: ${kinds[0]?.LABEL?.slice(1, -1) ?? 'role'} ${proposal} "${said}"`}`,
        fix,
      },
    );
  }

  /** The edit that writes a name, with the line that declares it where nobody does. */
  private declaring(
    write: TextEdit,
    name: string,
    label: string,
    names: ReadonlySet<string>,
    [kind]: readonly TokenType[],
  ): Fix {
    const edits = [write];
    const place = this.declarationEnd();
    const what = kind?.LABEL?.slice(1, -1) ?? 'role';
    if (!names.has(name) && !this.proposed.has(name) && place !== undefined) {
      this.proposed.add(name);
      const text = `\n${what} ${name} "${label.replaceAll(/[\\"]/g, '\\$&')}"`;
      edits.push({ span: { start: place, end: place }, text });
    }
    return { kind: 'unsafe', title: `Write “${name}”`, edits };
  }
}
