/** A part of a grammar in the notation of `grammar/flow.ebnf`. */
export type Expression =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly Expression[] }
  | { readonly kind: 'optional' | 'repeated'; readonly part: Expression };

/** Reads the productions of a grammar, by name. */
export function readGrammar(text: string): ReadonlyMap<string, Expression> {
  const tokens = text.replaceAll(/\(\*.*?\*\)/gs, ' ').match(/"[^"]*"|[a-z]+|[=|;[\]{}()]/g) ?? [];
  let at = 0;
  const take = (wanted?: string): string => {
    const token = tokens[at++];
    if (token === undefined || (wanted !== undefined && token !== wanted))
      throw new Error(`the grammar has ${token} where it needs ${wanted}`);
    return token;
  };
  const choice = (): Expression => {
    const parts = [sequence()];
    while (tokens[at] === '|') {
      take();
      parts.push(sequence());
    }
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'choice', parts };
  };
  const sequence = (): Expression => {
    const parts: Expression[] = [];
    while (!['|', ';', ']', '}', ')'].includes(tokens[at] ?? ';')) parts.push(part());
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'sequence', parts };
  };
  const enclosed = (end: string): Expression => {
    const inner = choice();
    take(end);
    return inner;
  };
  const part = (): Expression => {
    const token = take();
    if (token === '[') return { kind: 'optional', part: enclosed(']') };
    if (token === '{') return { kind: 'repeated', part: enclosed('}') };
    if (token === '(') return enclosed(')');
    return token.startsWith('"') ? { kind: 'word', text: token.slice(1, -1) } : { kind: 'name', name: token };
  };
  const productions = new Map<string, Expression>();
  while (at < tokens.length) {
    const name = take();
    take('=');
    productions.set(name, enclosed(';'));
  }
  return productions;
}

/** Every quoted word of a part, and every name. */
export function symbolsOf(
  expression: Expression,
): readonly { readonly kind: string; readonly text: string }[] {
  switch (expression.kind) {
    case 'word':
      return [{ kind: 'word', text: expression.text }];
    case 'name':
      return [{ kind: 'name', text: expression.name }];
    case 'optional':
    case 'repeated':
      return symbolsOf(expression.part);
    default:
      return expression.parts.flatMap(symbolsOf);
  }
}
