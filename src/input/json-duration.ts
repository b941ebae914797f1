import { type Duration, type DurationUnit, durationUnits } from '../language/duration.ts';
import type { JsonShape } from './json-shape.ts';
import { jsonNumber, jsonObject, jsonTextLike } from './json-shape.ts';

/** A duration as a JSON file has it: as it is written in the language, and how long that is. */
interface JsonDuration {
  readonly written: string;
  readonly seconds: number;
}

const members = jsonObject<JsonDuration>({
  written: jsonTextLike(/^(?:\d{1,7}(?:mo|wd|wh|w|d|h|min|s))+$/, 'a duration, such as “1h30min”'),
  seconds: jsonNumber(0, Number.MAX_VALUE),
});

/** Reads a duration by how it is written; its seconds follow from that. */
export const jsonDuration: JsonShape<Duration> = {
  read(value, path, report) {
    const written = members.read(value, path, report)?.written;
    if (written === undefined) return undefined;
    const parts = [...written.matchAll(/(\d+)([a-z]+)/g)].flatMap(([, digits, letters]) => {
      const unit = durationUnits.find((each) => each === letters);
      return unit === undefined ? [] : [{ value: Number(digits), unit }];
    });
    if (isOrdered(parts.map(({ unit }) => unit))) return parts;
    report.mistake([...path, 'written'], `“${written}” must name each unit once, the largest first`);
    return undefined;
  },
};

const isOrdered = (units: readonly DurationUnit[]): boolean =>
  units.every((unit, at) => {
    const before = units[at - 1];
    return before === undefined || durationUnits.indexOf(before) < durationUnits.indexOf(unit);
  });
