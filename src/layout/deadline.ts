/** Thrown where the time for a layout is up, and caught where the layout began. */
export class DeadlinePassed extends Error {}

/** Called again and again on the way; throws `DeadlinePassed` when time is up. */
export type Deadline = () => void;

/** A deadline that asks `isTimeUp` at every so many calls. */
export function deadlineFrom(isTimeUp: (() => boolean) | undefined): Deadline {
  if (isTimeUp === undefined) return () => {};
  let calls = 0;
  return () => {
    if (calls++ % callsPerLook === 0 && isTimeUp()) throw new DeadlinePassed();
  };
}

const callsPerLook = 64;
