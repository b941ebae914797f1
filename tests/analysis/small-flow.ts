import type fc from 'fast-check';
import { analyse } from '../../src/analysis/analyse.ts';
import type { AnalysedFlow } from '../../src/analysis/analysed-flow.ts';
import { ownersAt } from '../../src/analysis/owners-at.ts';
import { buildProcess } from '../../src/build/build-process.ts';
import { check } from '../../src/check/check.ts';
import type { CheckedFile } from '../../src/check/checked-file.ts';
import type { Built } from '../../src/model/built.ts';
import { parse } from '../../src/syntax/parse.ts';
import { asInVersion1, flowText } from '../generate-flow.ts';
import { everyWalk } from '../graph/small-digraph.ts';
import { mainPath } from '../lint/lint-texts.ts';

/** The first flow of a text, built, and the file that it stands in. */
export function compiled(text: string): Built & { readonly checked: CheckedFile } {
  const checked = check(new Map([[mainPath, parse({ path: mainPath, text })]])).get(mainPath);
  const flow = checked?.flows[0];
  if (checked === undefined || flow === undefined) throw new Error('no flow');
  return { checked, ...buildProcess(flow).value };
}

/**
 * A random flow without errors whose calls and transfers lead to another flow, not to itself: a circle of calls is
 * never sound.
 */
export const flowWithCalls = (options: Parameters<typeof flowText>[0] = {}): fc.Arbitrary<string> =>
  otherCalled(options).filter((text) => compiled(text).gaps.lostExits.length === 0);

const otherCalled = (options: Parameters<typeof flowText>[0]): fc.Arbitrary<string> =>
  flowText(options).map((text) => {
    const [head = '', ...rest] = text.split('\n');
    const calling = rest.join('\n').replaceAll(/\brandom\b/g, 'other');
    return `${head}\n${calling}\nflow other\ntouchpoint other-start\nstep other-step "Do it"\nend other-end\n`;
  });

/** A flow that is small enough to walk all of its paths, along each of which a case goes by itself. */
export const smallFlow = flowWithCalls({ ...asInVersion1, size: 4, depth: 2, stages: false, sound: false });

/** A small flow in which a case goes along one walk, and all that takes time on it says so for every case. */
export const walkedFlow = flowWithCalls({ size: 4, depth: 2, stages: false, sound: false, ...oneWalk() });

/** Options of a flow without what is beside a walk or at the same time, and without times for some cases only. */
export function oneWalk() {
  return { entries: false, beside: false, several: false, details: false } as const;
}

/** The first flow of a text, as analyses see it. */
export function analysed(text: string): AnalysedFlow {
  const [flow] = analyse([compiled(text)]).flows();
  if (flow === undefined) throw new Error('no flow');
  return flow;
}

/** How often the owner changes on that walk on which he does so most often. */
export const mostHandovers = (flow: AnalysedFlow, start: number, shape = flow.shape): number => {
  let most = 0;
  everyWalk(
    shape,
    start,
    () => 0,
    (walk) => {
      const owners = walk.flatMap((node) => ownersAt(flow, node));
      most = Math.max(most, owners.filter((one, at) => at > 0 && one !== owners[at - 1]).length);
    },
  );
  return most;
};
