import type { ProcessProperties } from '../model/process.ts';
import type { Flow, Property, TextProperty } from '../syntax/ast.ts';

/** The flow's BCP 47 tag as written, `en` where it has none. */
export const flowLanguage = (flow: Flow): string =>
  flow.properties.find((property) => property.kind === 'language')?.tag.value || 'en';

/** What is said of the flow as a whole. What is said twice counts as said first; audiences add up. */
export function flowProperties(flow: Flow): ProcessProperties {
  const reviewed = first(flow, 'reviewed');
  const every = reviewed?.every;
  const promise = first(flow, 'promise')?.duration;
  const text = (kind: TextProperty['kind']): string | undefined => first(flow, kind)?.value.value;
  const [department, purpose, owner, version] = [
    text('department'),
    text('purpose'),
    text('owner'),
    text('version'),
  ];
  return {
    ...(department === undefined ? {} : { department }),
    ...(purpose === undefined ? {} : { purpose }),
    ...(owner === undefined ? {} : { owner }),
    ...(version === undefined ? {} : { version }),
    ...(reviewed === undefined
      ? {}
      : {
          reviewed: {
            date: reviewed.date.value,
            ...(every === undefined || every.parts.length === 0 ? {} : { every: every.parts }),
          },
        }),
    audience: flow.properties.flatMap((property) =>
      property.kind === 'audience' ? property.values.map(({ value }) => value) : [],
    ),
    ...(promise === undefined || promise.parts.length === 0 ? {} : { promise: promise.parts }),
  };
}

type Kind = Property['kind'];
type PropertyOf<K extends Kind> = Property & { readonly kind: K };

function first<K extends Kind>(flow: Flow, kind: K): PropertyOf<K> | undefined {
  return flow.properties.find((property): property is PropertyOf<K> => property.kind === kind);
}
