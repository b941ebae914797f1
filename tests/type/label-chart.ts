import { symbols } from '../../src/shapes/all-shapes.ts';

/**
 * A flow in which each of the labels is on a node of some kind, on a line, or over a lane; every third node has a
 * limit.
 */
export const labelFlow = (language: string, labels: readonly string[]): string => {
  const quoted = labels.map((label) => JSON.stringify(label));
  const [touchpoint, one, other, end, ...rest] = quoted;
  const statements: string[] = [];
  for (let index = 0; index < rest.length; index++) {
    const limit = index % 3 === 0 ? ' within 2d' : '';
    const by = index % 4 < 2 ? 'one' : 'other';
    const next = rest[index + 1];
    const afterNext = rest[index + 2];
    if (index % 5 === 1 && next !== undefined && afterNext !== undefined) {
      statements.push(
        `choose ${rest[index]} {\n  when ${next} { step "1" by other }\n  when ${afterNext} { step "2" by other }\n}`,
      );
      index += 2;
    } else if (index % 5 === 2) statements.push(`wait ${rest[index]}${limit}`);
    else if (index % 5 === 3) statements.push(`escalate ${rest[index]} to other${limit}`);
    else {
      const symbol = symbols[index % (symbols.length + 1)];
      statements.push(`step ${rest[index]} by ${by}${limit}${symbol === undefined ? '' : ` as ${symbol}`}`);
    }
  }
  return [
    'flow labels "…"',
    `language ${language}`,
    `role one ${one}`,
    `role other ${other}`,
    `touchpoint in ${touchpoint}`,
    ...statements,
    `end ${end} as success`,
  ].join('\n');
};
