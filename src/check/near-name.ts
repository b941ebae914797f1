import { type Diagnostic, languageError } from '../diagnostic/diagnostic.ts';
import type { Attribute, Identifier } from '../syntax/ast.ts';
import type { Declaration, Scope } from './checked-file.ts';
import type { FlowCheck } from './flow-subject.ts';
import { attributesOf } from './parts-of-flow.ts';
import { quoted } from './quoted.ts';

/** A role, system or request that nobody declared, and that is spelt almost like one that is. */
export const nearName: FlowCheck = ({ path, parts, scope, suggest }) => {
  const pools = poolsOf(scope);
  const near = (ids: readonly Identifier[], pool: Pool): readonly Diagnostic[] =>
    ids.flatMap((id) => {
      if (id.name === '' || pool.declared.has(id.name)) return [];
      const meant = suggest(id.name, pool.names);
      return meant === undefined ? [] : [misspelt(path, id, meant, pool.declared.get(meant), pool.kind)];
    });
  return parts.flatMap(({ item }) => [
    ...(item.kind === 'touchpoint' ? near(item.requests, pools.requests) : []),
    ...attributesOf(item).flatMap((attribute) => {
      const [ids, pool] = namesIn(attribute);
      return near(ids, pools[pool]);
    }),
  ]);
};

interface Pool {
  readonly kind: string;
  /** `customer` is there without being declared. */
  readonly declared: ReadonlyMap<string, Declaration | undefined>;
  readonly names: ReadonlySet<string>;
}

const pool = (kind: string, declared: Pool['declared']): Pool => ({
  kind,
  declared,
  names: new Set(declared.keys()),
});

const poolsOf = ({ roles, systems, requests }: Scope) => ({
  owners: pool('role or system', new Map([['customer', undefined], ...systems, ...roles])),
  systems: pool('system', systems),
  requests: pool('request', requests),
});

function namesIn(attribute: Attribute): readonly [readonly Identifier[], 'owners' | 'systems'] {
  switch (attribute.kind) {
    case 'by':
      return [[attribute.id], 'owners'];
    case 'with':
    case 'to':
      return [attribute.ids, 'owners'];
    case 'using':
      return [attribute.ids, 'systems'];
    default:
      return [[], 'owners'];
  }
}

function misspelt(
  path: string,
  id: Identifier,
  meant: string,
  declaration: Declaration | undefined,
  kind: string,
): Diagnostic {
  return languageError('near-name', id.span, `There is no ${kind} named ${quoted(id.name)}`, {
    related:
      declaration === undefined
        ? []
        : [
            {
              ...(declaration.path === path ? {} : { path: declaration.path }),
              span: declaration.span,
              message: `${quoted(meant)} is declared here`,
            },
          ],
    help: `Did you mean ${quoted(meant)}? If not, declare ${quoted(id.name)} at the top of the flow`,
    fix: { kind: 'unsafe', title: `Write ${quoted(meant)}`, edits: [{ span: id.span, text: meant }] },
  });
}
