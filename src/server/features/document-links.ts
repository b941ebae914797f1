import { isSafeLink } from '../../check/is-safe-link.ts';
import { attributesOf } from '../../check/parts-of-flow.ts';
import { resolvePath } from '../../text/relative-path.ts';
import type { Span } from '../../text/span.ts';
import type { FileView, Snapshot } from '../snapshot.ts';

/** What a click leads to: a page, or to a file and, in a flow file, a line counted from 1. */
export type LinkTarget = { readonly address: string } | { readonly path: string; readonly line?: number };

export interface DocumentLink {
  readonly span: Span;
  readonly target: LinkTarget;
  readonly tooltip: string;
}

/**
 * What can be clicked: the files of `use`, what a `link` of a step or of a reference leads to, the flows of `call` and
 * `transfer`.
 */
export function documentLinks(snapshot: Snapshot, file: FileView): readonly DocumentLink[] {
  const { document } = file.parsed;
  const uses = document.uses.flatMap(({ path: { span, value } }): readonly DocumentLink[] => {
    const resolved = resolvePath(file.path, value);
    return 'path' in resolved && snapshot.file(resolved.path) !== undefined
      ? [{ span: inside(span), target: { path: resolved.path }, tooltip: 'Open the file' }]
      : [];
  });
  const inFlows = file.checked().flows.flatMap(({ scope, parts }) =>
    parts.flatMap(({ item }): readonly DocumentLink[] => {
      const links = attributesOf(item).flatMap((attribute) =>
        attribute.kind === 'link' ? linkTo(file, attribute.text.value, attribute.text.span) : [],
      );
      if (item.kind !== 'call' && item.kind !== 'transfer') return links;
      const declared = scope.flows.get(item.flow.name);
      const line = declared && snapshot.file(declared.path)?.lines().position(declared.span.start).line;
      return declared === undefined || line === undefined
        ? links
        : [
            { span: item.flow.span, target: { path: declared.path, line }, tooltip: 'Open the flow' },
            ...links,
          ];
    }),
  );
  const references = document.flows.flatMap(({ properties }) =>
    properties.flatMap((property) =>
      property.kind === 'reference' && property.link !== undefined
        ? linkTo(file, property.link.value, property.link.span)
        : [],
    ),
  );
  return [...uses, ...references, ...inFlows].sort((a, b) => a.span.start - b.span.start);
}

function linkTo(file: FileView, written: string, span: Span): readonly DocumentLink[] {
  if (!isSafeLink(written)) return [];
  if (/^[a-z]+:/i.test(written))
    return [{ span: inside(span), target: { address: written }, tooltip: 'Open the page' }];
  const resolved = resolvePath(file.path, written.replace(/[?#].*$/, ''));
  return 'path' in resolved
    ? [{ span: inside(span), target: { path: resolved.path }, tooltip: 'Open the file' }]
    : [];
}

/** What stands between the quotes. */
const inside = ({ start, end }: Span): Span => ({ start: start + 1, end: Math.max(start + 1, end - 1) });
