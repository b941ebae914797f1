import { buildProcess } from '../../src/build/build-process.ts';
import { check } from '../../src/check/check.ts';
import type { CheckedFile } from '../../src/check/checked-file.ts';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import type { Built } from '../../src/model/built.ts';
import type { Edge, Node, Process } from '../../src/model/process.ts';
import { parse } from '../../src/syntax/parse.ts';
import { withSpaces } from '../with-spaces.ts';

export const checked = (text: string): CheckedFile => {
  const file = check(new Map([['main.flow', parse({ path: 'main.flow', text })]])).get('main.flow');
  if (file === undefined) throw new Error('check lost a file');
  return file;
};

/** What all flows of a text are built to, and everything that was found on the way. */
export function compiled(text: string): {
  readonly built: readonly Built[];
  readonly processes: readonly Process[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const file = checked(text);
  const staged = file.flows.map(buildProcess);
  const built = staged.map(({ value }) => value);
  return {
    built,
    processes: built.map(({ process }) => process),
    diagnostics: [...file.diagnostics, ...staged.flatMap(({ diagnostics }) => diagnostics)],
  };
}

/** The process of the first flow of a text without mistakes; see `builtOf`. */
export const processOf = (text: string): Process => builtOf(text).process;

/** What the first flow of a text without mistakes is built to. A text that has no `flow` line gets one. */
export function builtOf(text: string): Built {
  const whole = /^\s*(use|flow) /m.test(text) ? text : `flow test\n${text}`;
  const { built, diagnostics } = compiled(whole);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ code, message }) => `${code}: ${message}`).join('\n'));
  const [first] = built;
  if (first === undefined) throw new Error('no flow');
  return first;
}

/** `from > to`, with kind, label, share and `jump` where there is something to say. */
export const edgeText = ({ from, to, kind, label, probability, jump }: Edge): string =>
  [
    `${from} > ${to}`,
    ...(kind === 'next' ? [] : [kind]),
    ...(label === undefined ? [] : [`“${withSpaces(label)}”`]),
    ...(probability === undefined ? [] : [`${Math.round(probability * 1000) / 10}%`]),
    ...(jump ? ['jump'] : []),
  ].join(' ');

export const edgesOf = (text: string): readonly string[] => processOf(text).edges.map(edgeText);

/** The exits that are open at the end, in the same way. */
export const openOf = (text: string): readonly string[] =>
  builtOf(text).gaps.openExits.map(({ from, kind, label }) =>
    [
      from,
      ...(kind === 'next' ? [] : [kind]),
      ...(label === undefined ? [] : [`“${withSpaces(label)}”`]),
    ].join(' '),
  );

export function nodeOf(process: Process, id: string): Node {
  const node = process.nodes.find((each) => each.id === id);
  if (node === undefined) throw new Error(`no node ${id}`);
  return node;
}
