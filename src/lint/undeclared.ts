import { counted } from '../diagnostic/counted.ts';
import type { Fix } from '../diagnostic/diagnostic.ts';
import { labelFromName } from '../language/label-from-name.ts';
import { insertBelow } from '../text/insertion.ts';
import type { FileContext, NameUse, UsedKind } from './context.ts';
import { declarationPlace } from './declaration-place.ts';
import type { RuleFinding } from './rule.ts';
import { shortQuote } from './wording.ts';

/**
 * The names of a kind that a file uses and nobody declared, one finding each, at the first place. One that is spelt
 * almost like a declared name is an error of the language already, and so is a label in the place of a name.
 */
export function undeclared(file: FileContext, kind: UsedKind): readonly RuleFinding[] {
  const near = new Set(
    file.checked.diagnostics.flatMap(({ code, span }) =>
      code === 'near-name' || code === 'unexpected-token' ? [span.start] : [],
    ),
  );
  const uses = new Map<string, NameUse[]>();
  for (const use of file.nameUses()) {
    const { name, span } = use.id;
    if (use.kind !== kind || isDeclared(use) || near.has(span.start)) continue;
    const known = uses.get(name);
    if (known === undefined) uses.set(name, [use]);
    else known.push(use);
  }
  return [...uses.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const { name, span } = first.id;
    const again = others.length === 0 ? '' : ` here and at ${counted(others.length, 'more place')}`;
    return [
      {
        span,
        message: `The ${kind} ${shortQuote(name)} is used${again}, but nobody declared it`,
        help: `Declare it with the name that people know it by, at the top of the flow`,
        fix: declaration(first, file.text),
      },
    ];
  });
}

function isDeclared({ kind, id: { name }, flow }: NameUse): boolean {
  const { roles, parties, systems, requests, levels } = flow.checked.scope;
  switch (kind) {
    case 'role':
      return name === 'customer' || roles.has(name) || parties.has(name) || systems.has(name);
    case 'system':
      return systems.has(name);
    case 'request':
      return requests.has(name);
    case 'level':
      return levels.has(name);
  }
}

function declaration({ kind, id: { name }, flow }: NameUse, text: string): Fix {
  const line = `${kind} ${name} "${labelFromName(name, flow.process.language).replace(/["\\]/g, '\\$&')}"`;
  const edit = insertBelow(text, declarationPlace(flow.checked.flow, kind), line);
  return { kind: 'safe', title: 'Declare it', edits: [edit] };
}
