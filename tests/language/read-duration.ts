import { type DurationPart, durationUnits } from '../../src/language/duration.ts';

/** `1h30min` as parts. */
export const readDuration = (text: string): readonly DurationPart[] =>
  [...text.matchAll(/(\d+)([a-z]+)/g)].map(([, value, name]) => {
    const unit = durationUnits.find((each) => each === name);
    if (unit === undefined) throw new Error(`no unit ${name}`);
    return { value: Number(value), unit };
  });
