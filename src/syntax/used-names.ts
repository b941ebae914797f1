import type { Token, TokenValue } from './token.ts';
import { isName } from './token-sets.ts';
import { Arrow, LineArrow } from './token-types.ts';

/** The names that stand in a file, found when they are first asked for. */
export class UsedNames {
  private readonly tokens: readonly Token[];
  private known: Readonly<Record<'all' | 'targets', ReadonlySet<TokenValue>>> | undefined;
  /** How each of them is spelt, by its small letters. */
  private spellings: ReadonlyMap<string, string> | undefined;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  /** All of them but those behind arrows. */
  get all(): ReadonlySet<TokenValue> {
    return this.find().all;
  }

  /** Those that arrows lead to. */
  get targets(): ReadonlySet<TokenValue> {
    return this.find().targets;
  }

  /** A name as it is spelt where it stands in the file, if it does, in large letters or small. */
  spelt(name: string): string | undefined {
    const { all } = this;
    if (all.has(name)) return name;
    this.spellings ??= new Map([...all].map((used) => [String(used).toLowerCase(), String(used)]));
    return this.spellings.get(name.toLowerCase());
  }

  private find() {
    if (this.known !== undefined) return this.known;
    const [all, targets] = [new Set<TokenValue>(), new Set<TokenValue>()];
    let isTarget = false;
    for (const { tokenType, value } of this.tokens) {
      if (isName(tokenType)) (isTarget ? targets : all).add(value);
      isTarget = tokenType === Arrow || tokenType === LineArrow;
    }
    this.known = { all, targets };
    return this.known;
  }
}
