import { isSafeLink } from '../check/is-safe-link.ts';
import type { Escalation, Remarks, Stage, Step, Touchpoint, Wait } from '../model/process.ts';
import type { Field } from '../model/process-properties.ts';
import type { Attribute } from '../syntax/ast.ts';
import { cover, type Span } from '../text/span.ts';
import { usualTimes, withinLimits } from './limits.ts';

/** What may be said of anything that someone does or looks at. */
type Information = Remarks & Pick<Step, 'owner' | 'with' | 'to' | 'using'>;

type Attributes = Information &
  Pick<Escalation, 'handedUpBy'> &
  Pick<Wait, 'until'> &
  Pick<
    Step,
    'within' | 'withinByLevel' | 'takes' | 'takesByLevel' | 'symbol' | 'accountable' | 'each' | 'stopsClock'
  >;

/**
 * What the attributes of a statement say of its node. One that may stand once counts where it stands first (the second
 * is an error of its own). An escalation belongs to the first one in `to`; `by` has handed it up. An unsafe link is
 * left out, so that no output ever has one.
 */
export function nodeAttributes(
  attributes: readonly Attribute[],
  kind: 'step' | 'wait' | 'escalate',
): Attributes {
  const { owner: by, ...information } = nodeInformation(attributes);
  const owner = kind === 'escalate' ? information.to[0] : by;
  const symbol = first(attributes, 'as')?.symbol.value;
  const accountable = first(attributes, 'accountable')?.id.name || undefined;
  const each = first(attributes, 'each')?.text.value;
  const until = kind === 'wait' ? first(attributes, 'until')?.text.value : undefined;
  return {
    ...information,
    ...(owner === undefined ? {} : { owner }),
    ...(kind === 'escalate' && by !== undefined ? { handedUpBy: by } : {}),
    ...withinLimits(first(attributes, 'within')?.limits),
    ...usualTimes(first(attributes, 'takes')?.times),
    ...(symbol === undefined ? {} : { symbol }),
    ...(accountable === undefined ? {} : { accountable }),
    ...(each === undefined ? {} : { each }),
    ...(until === undefined ? {} : { until }),
    ...(first(attributes, 'stops') === undefined ? {} : { stopsClock: true }),
  };
}

/** What the attributes say of a node that is no work: a touchpoint, a question, an end. */
export function nodeInformation(attributes: readonly Attribute[]): Information {
  const owner = first(attributes, 'by')?.id.name || undefined;
  return {
    ...(owner === undefined ? {} : { owner }),
    with: names(attributes, 'with'),
    to: names(attributes, 'to'),
    using: names(attributes, 'using'),
    ...remarksOf(attributes),
  };
}

/** Words to say, notes, a link and fields. */
export function remarksOf(attributes: readonly Attribute[]): Remarks {
  const link = first(attributes, 'link')?.text.value;
  return {
    say: texts(attributes, 'say'),
    notes: texts(attributes, 'note'),
    ...(link === undefined || !isSafeLink(link) ? {} : { link }),
    fields: fieldsOf(attributes),
  };
}

/** What is said of an answer, where something is. */
export const answerRemarks = (attributes: readonly Attribute[]): { readonly remarks?: Remarks } =>
  attributes.length === 0 ? {} : whereSaid(remarksOf(attributes));

/** An unsafe link alone says nothing. */
const whereSaid = (remarks: Remarks): { readonly remarks?: Remarks } =>
  remarks.say.length + remarks.notes.length + remarks.fields.length > 0 || remarks.link !== undefined
    ? { remarks }
    : {};

/** What the attributes say of a stage. */
export function stageAttributes(
  attributes: readonly Attribute[],
): Omit<Stage, 'id' | 'label' | 'named' | 'parent'> {
  const { to: _, ...information } = nodeInformation(attributes);
  const accountable = first(attributes, 'accountable')?.id.name || undefined;
  const each = first(attributes, 'each')?.text.value;
  return {
    ...information,
    ...withinLimits(first(attributes, 'within')?.limits),
    ...(accountable === undefined ? {} : { accountable }),
    ...(each === undefined ? {} : { each }),
  };
}

/** What comes in at a touchpoint, and how often. */
export function incomingOf(attributes: readonly Attribute[]): Pick<Touchpoint, 'requests' | 'volume'> {
  const volume = first(attributes, 'volume');
  return {
    requests: names(attributes, 'for'),
    ...(volume === undefined || volume.per.parts.length === 0
      ? {}
      : { volume: { count: volume.count.value, per: volume.per.parts } }),
  };
}

/** How an end turned out. */
export const outcomeAmong = (attributes: readonly Attribute[]): 'success' | 'failure' | undefined =>
  first(attributes, 'outcome')?.outcome.value;

/** The fields among attributes or properties. */
export const fieldsOf = (list: readonly (Attribute | { readonly kind: string })[]): readonly Field[] => {
  const found = list.flatMap((each) =>
    isField(each)
      ? [{ key: 'name' in each.key ? each.key.name : each.key.value, value: each.value.value }]
      : [],
  );
  return found.length === 0 ? none : found;
};

const isField = (each: Attribute | { readonly kind: string }): each is AttributeOf<'field'> =>
  each.kind === 'field';

/** From the statement's word to the end of its last attribute: what stands before its branches. */
export const headSpan = (keyword: Span, name: Span, attributes: readonly Attribute[]): Span =>
  attributes.reduce((span, attribute) => cover(span, attribute.span), cover(keyword, name));

/** One for all: nodes have many lists of which nothing is said. */
const none: readonly never[] = [];

type Kind = Attribute['kind'];
type AttributeOf<K extends Kind> =
  Extract<Attribute, { readonly kind: K }> extends never
    ? Attribute & { readonly kind: K }
    : Extract<Attribute, { readonly kind: K }>;

const isKind = <K extends Kind>(
  attribute: Attribute,
  kind: K,
): attribute is Attribute & { readonly kind: K } => attribute.kind === kind;

function first<K extends Kind>(
  attributes: readonly Attribute[],
  kind: K,
): (Attribute & { readonly kind: K }) | undefined {
  for (const attribute of attributes) if (isKind(attribute, kind)) return attribute;
  return undefined;
}

function names(attributes: readonly Attribute[], kind: 'with' | 'to' | 'using' | 'for'): readonly string[] {
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
