import type { ServicePromise } from '../model/process-properties.ts';
import type { Promised } from '../syntax/ast.ts';
import type { FlowContext } from './context.ts';
import { shortQuote } from './wording.ts';

/** A promise of a flow, and where it is written. */
export interface WrittenPromise {
  readonly promise: ServicePromise;
  readonly written: Promised;
}

/** The promises of a flow that were read whole: what could not be is an error of its own. */
export function writtenPromises({ checked, process, file }: FlowContext): readonly WrittenPromise[] {
  const errors = [...file.checked.parsed.diagnostics, ...file.checked.diagnostics].filter(
    ({ severity }) => severity === 'error',
  );
  const all = checked.flow.properties.filter((property) => property.kind === 'promise');
  return all.flatMap((written, place) => {
    const promise = process.properties.promises[place];
    const { start, end } = written.span;
    const isWrong = errors.some(({ span }) => span.start >= start && span.start < end);
    return promise === undefined || isWrong ? [] : [{ promise, written }];
  });
}

/** How messages call a promise: by its name where it has one. */
export const promiseName = ({ label, id }: ServicePromise): string =>
  label === undefined && id === undefined ? 'The promise' : `The promise ${shortQuote(label ?? id ?? '')}`;
