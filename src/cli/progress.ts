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
      const count = `${done}/${total}`;
      // The last column stays free: in it some terminals begin another line.
      const room = Math.min(widestBar, stream.columns - `${verb} [] ${total}/${total}`.length - 1);
      const filled = Math.floor((room * done) / total);
      const bar = room < narrowestBar ? '' : `[${'#'.repeat(filled)}${'-'.repeat(room - filled)}] `;
      const line = `${verb} ${bar}${count}`;
      stream.write(`\r${line}`);
    },
    end: () => stream.write('\r\u001b[K'),
  };
}

/** In columns. */
const widestBar = 30;
const narrowestBar = 5;
