import type { CheckedFlow } from '../check/checked-file.ts';
import { isSafeLink } from '../check/is-safe-link.ts';
import { promiseParts } from '../check/promise-parts.ts';
import type { Measure, ProcessProperties, ServicePromise } from '../model/process-properties.ts';
import type { Flow, MeasureProperty, Promised, Property, Reviewed, TextProperty } from '../syntax/ast.ts';
import { withinLimits } from './limits.ts';
import { fieldsOf } from './node-attributes.ts';

/** The flow's BCP 47 tag as written, `en` where it has none. */
export const flowLanguage = (flow: Flow): string =>
  flow.properties.find((property) => property.kind === 'language')?.tag.value || 'en';

/**
 * What is said of the flow as a whole. What is said twice counts as said first; what may stand several times adds up.
 * `idOf` gives the id of the node with a name, where there is one.
 */
export function flowProperties(
  checked: CheckedFlow,
  idOf: (name: string) => string | undefined,
): ProcessProperties {
  const { flow } = checked;
  const accountable = first(flow, 'accountable')?.id.name || undefined;
  return {
    ...textProperties(flow),
    ...reviewedOf(first(flow, 'reviewed')),
    audience: all(flow, 'audience').flatMap(({ values }) => values.map(({ value }) => value)),
    ...(accountable === undefined ? {} : { accountable }),
    promises: all(flow, 'promise').map((promise) => promiseOf(checked, promise, idOf)),
    references: all(flow, 'reference').map(({ title, link }) => ({
      title: title.value,
      ...(link === undefined || !isSafeLink(link.value) ? {} : { link: link.value }),
    })),
    approved: all(flow, 'approved').map(({ who, date }) => ({ who: who.value, date: date.value })),
    revised: all(flow, 'revised').map(({ date, what }) => ({ date: date.value, what: what.value })),
    measures: all(flow, 'measure').map(measureOf),
    hours: all(flow, 'hours').flatMap(({ values }) => values.map(({ value }) => value)),
    fields: fieldsOf(flow.properties),
  };
}

function textProperties(flow: Flow): Pick<ProcessProperties, TextProperty['kind']> {
  const text = (kind: TextProperty['kind']): string | undefined => first(flow, kind)?.value.value;
  const [department, purpose, owner, version, scope] = [
    text('department'),
    text('purpose'),
    text('owner'),
    text('version'),
    text('scope'),
  ];
  return {
    ...(department === undefined ? {} : { department }),
    ...(purpose === undefined ? {} : { purpose }),
    ...(owner === undefined ? {} : { owner }),
    ...(version === undefined ? {} : { version }),
    ...(scope === undefined ? {} : { scope }),
  };
}

function reviewedOf(reviewed: Reviewed | undefined): Pick<ProcessProperties, 'reviewed'> {
  if (reviewed === undefined) return {};
  const { date, every } = reviewed;
  const again = every === undefined || every.parts.length === 0 ? {} : { every: every.parts };
  return { reviewed: { date: date.value, ...again } };
}

function promiseOf(
  { scope }: CheckedFlow,
  promise: Promised,
  idOf: (name: string) => string | undefined,
): ServicePromise {
  const { name, limits } = promiseParts(promise, (id) => scope.levels.has(id));
  const [from, to] = [promise.from, promise.to].map((id) => id && idOf(id.name));
  const label = name?.label?.value || undefined;
  return {
    ...(name?.id === undefined ? {} : { id: name.id.name }),
    ...(label === undefined ? {} : { label }),
    ...withinLimits(limits),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

const measureOf = ({ what, percent, within }: MeasureProperty): Measure => ({
  what: what.value,
  ...(percent === undefined ? {} : { target: percent.value }),
  ...withinLimits(within?.limits),
});

type Kind = Property['kind'];
type PropertyOf<K extends Kind> = Property & { readonly kind: K };

const isOf =
  <K extends Kind>(kind: K) =>
  (property: Property): property is PropertyOf<K> =>
    property.kind === kind;

const first = <K extends Kind>(flow: Flow, kind: K): PropertyOf<K> | undefined =>
  flow.properties.find(isOf(kind));

const all = <K extends Kind>(flow: Flow, kind: K): readonly PropertyOf<K>[] =>
  flow.properties.filter(isOf(kind));
