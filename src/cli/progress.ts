import type { OutputStream } from './shell.ts';

/** Tells how far long work is, on a terminal only. */
export interface Progress {
  step(): void;
  /** Wipes the line. */
  end(): void;
}

/** `verb` as in `drawing`; `total` is the number of steps. Short work says nothing. */
export function progressOn(stream: OutputStream, verb: string, total: number): Progress {
  if (total < 10 || !stream.isTerminal) return { step: () => {}, end: () => {} };
  let done = 0;
  return {
    step() {
      done++;
      stream.write(`\r${verb} ${done}/${total}`);
    },
    end: () => stream.write('\r\u001b[K'),
  };
}
