import { isSafeLink } from '../check/is-safe-link.ts';
import type { Escalation, Step } from '../model/process.ts';
import type { Attribute } from '../syntax/ast.ts';
import { cover, type Span } from '../text/span.ts';

type Attributes = Pick<Escalation, 'handedUpBy'> &
  Pick<Step, 'owner' | 'with' | 'to' | 'using' | 'within' | 'takes' | 'symbol' | 'say' | 'notes' | 'link'>;

/**
 * What the attributes of a statement say of its node. One that may stand once counts where it stands first (the second
 * is an error of its own). An escalation belongs to the first one in `to`; `by` has handed it up. An unsafe link is
 * left out, so that no output ever has one.
 */
export function nodeAttributes(attributes: readonly Attribute[], escalation: boolean): Attributes {
  const by = first(attributes, 'by')?.id.name || undefined;
  const to = names(attributes, 'to');
  const owner = escalation ? to[0] : by;
  const within = first(attributes, 'within')?.duration;
  const symbol = first(attributes, 'as')?.symbol.value;
  const link = first(attributes, 'link')?.text.value;
  return {
    ...(owner === undefined ? {} : { owner }),
    ...(escalation && by !== undefined ? { handedUpBy: by } : {}),
    with: names(attributes, 'with'),
    to,
    using: names(attributes, 'using'),
    ...(within === undefined || within.parts.length === 0 ? {} : { within: within.parts }),
    takes:
      first(attributes, 'takes')?.durations.flatMap(({ parts }) => (parts.length > 0 ? [parts] : [])) ?? none,
    ...(symbol === undefined ? {} : { symbol }),
    say: texts(attributes, 'say'),
    notes: texts(attributes, 'note'),
    ...(link === undefined || !isSafeLink(link) ? {} : { link }),
  };
}

/** From the statement's word to the end of its last attribute: what stands before its branches. */
export const headSpan = (keyword: Span, name: Span, attributes: readonly Attribute[]): Span =>
  attributes.reduce((span, attribute) => cover(span, attribute.span), cover(keyword, name));

/** One for all: nodes have many lists of which nothing is said. */
const none: readonly never[] = [];

type Kind = Attribute['kind'];
type AttributeOf<K extends Kind> = Attribute & { readonly kind: K };

const isKind = <K extends Kind>(attribute: Attribute, kind: K): attribute is AttributeOf<K> =>
  attribute.kind === kind;

function first<K extends Kind>(attributes: readonly Attribute[], kind: K): AttributeOf<K> | undefined {
  for (const attribute of attributes) if (isKind(attribute, kind)) return attribute;
  return undefined;
}

function names(attributes: readonly Attribute[], kind: 'with' | 'to' | 'using'): readonly string[] {
  return (
    first(attributes, kind)
      ?.ids.map(({ name }) => name)
      .filter((name) => name !== '') ?? none
  );
}

function texts(attributes: readonly Attribute[], kind: 'say' | 'note'): readonly string[] {
  const found = attributes.filter((attribute) => isKind(attribute, kind));
  return found.length === 0 ? none : found.map(({ text }) => text.value);
}
