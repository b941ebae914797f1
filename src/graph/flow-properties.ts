import type { Flow, Property } from '../syntax/ast.ts';
import type { FlowProperties } from './flow-graph.ts';

/** The flow's BCP 47 tag as written, `en` where it has none. */
export const flowLanguage = (flow: Flow): string =>
  flow.properties.find((property) => property.kind === 'language')?.tag.value || 'en';

/** What is said of the flow as a whole. What is said twice counts as said first; audiences add up. */
export function flowProperties(flow: Flow): FlowProperties {
  const reviewed = first(flow, 'reviewed');
  const every = reviewed?.every;
  const promise = first(flow, 'promise')?.duration;
  return {
    ...text(flow, 'department'),
    ...text(flow, 'purpose'),
    ...text(flow, 'owner'),
    ...text(flow, 'version'),
    ...(reviewed === undefined
      ? {}
      : {
          reviewed: {
            date: reviewed.date.value,
            ...(every === undefined || every.parts.length === 0 ? {} : { every }),
          },
        }),
    audience: flow.properties.flatMap((property) =>
      property.kind === 'audience' ? property.values.map(({ value }) => value) : [],
    ),
    ...(promise === undefined || promise.parts.length === 0 ? {} : { promise }),
  };
}

type PropertyOf<K extends Property['kind']> = Extract<Property, { readonly kind: K }>;

function first<K extends Property['kind']>(flow: Flow, kind: K): PropertyOf<K> | undefined {
  return flow.properties.find((property): property is PropertyOf<K> => property.kind === kind);
}

function text<K extends 'department' | 'purpose' | 'owner' | 'version'>(
  flow: Flow,
  kind: K,
): { readonly [key in K]?: string } {
  for (const property of flow.properties)
    if (property.kind === kind && 'value' in property && typeof property.value !== 'string')
      return { [kind]: property.value.value } as { [key in K]?: string };
  return {};
}
