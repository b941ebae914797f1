import { describe, expect, it } from 'vitest';
import { examplePaths, textOfExample } from '../examples/example-files.ts';
import { type Compared, compareProcesses } from './compare-processes.ts';
import { readText } from './read-processes.ts';
import { errorsOf } from './round-trip.ts';

/** Ways to damage a line of a flow. */
const damages: readonly ((line: string) => string)[] = [
  (line) => line.replace(/by ([^\s]+)/, 'by nobody-else'),
  (line) =>
    line.replace(
      /(\d+)%/,
      (_, percent) => `${Number(percent) > 50 ? Number(percent) - 1 : Number(percent) + 1}%`,
    ),
  (line) => line.replace(/-> ([a-z][^\s]*)$/, '-> end'),
  (line) => (/^\s*(step|wait|end)\b[^{]*$/.test(line) ? '' : line),
  (line) => line.replace(/"([^"]+)"/, '"x$1"'),
  (line) => line.replace(/within (\d+)/, (_, value) => `within ${Number(value) + 1}`),
  (line) => line.replace(/ as (success|failure)/, ''),
  (line) => line.replace(/ to customer/, ''),
  (line) => line.replace(/using (\w+)/, 'using nothing-else'),
  (line) => line.replace(/^(\s*)timeout\b/, '$1problem "too late"'),
];

const compared = (text: string): Compared | undefined => {
  const file = readText(text);
  const [process] = file.processes;
  return process === undefined || errorsOf(file).some((error) => !/^unknown-(file|flow)/.test(error))
    ? undefined
    : { process, openExits: file.gaps(process).openExits };
};

describe('comparing processes', () => {
  it.each(examplePaths)('notices every damage to %s', (path) => {
    const text = textOfExample(path);
    const whole = compared(text);
    expect(whole).toBeDefined();
    if (whole === undefined) return;
    expect(compareProcesses(whole, whole)).toEqual([]);
    const lines = text.split('\n');
    const missed: string[] = [];
    let tried = 0;
    for (const [at, line] of lines.entries()) {
      // Those of a touchpoint's own kind, and after the head: what a head says is compared below.
      const damage = damages[at % damages.length];
      const damaged = damage?.(line) ?? line;
      if (damaged === line || line.trimStart().startsWith('#')) continue;
      tried += 1;
      const other = compared(lines.with(at, damaged).join('\n'));
      if (other !== undefined && compareProcesses(whole, other).length === 0)
        missed.push(`${line} ⇒ ${damaged}`);
    }
    expect(tried).toBeGreaterThan(0);
    expect(missed).toEqual([]);
  });

  const base =
    'flow a "A"\nrole x "X"\nrole y "Y"\ntouchpoint t\nstep s "S" by x\nif "Q" 40% -> "B" by y\nend\n';
  it.each([
    ['another title', base.replace('"A"', '"B"')],
    ['another label of a role', base.replace('"X"', '"Z"')],
    ['roles in another order', base.replace('role x "X"\nrole y "Y"', 'role y "Y"\nrole x "X"')],
    ['another language', base.replace('role x', 'language de\nrole x')],
    ['a property', base.replace('role x', 'department "D"\nrole x')],
    ['a term', base.replace('touchpoint', 'term W "what it is"\ntouchpoint')],
    ['a stage', base.replace('step s "S" by x', 'stage "S" {\nstep s "S" by x\n}')],
    ['a missing end', base.replace('\nend\n', '\n')],
    ['branches that are swapped', base.replace('-> "B" by y', '{\n}\nelse -> "B" by y')],
  ])('notices %s', (_, text) => {
    const [one, other] = [compared(base), compared(text)];
    expect(one).toBeDefined();
    expect(other).toBeDefined();
    if (one !== undefined && other !== undefined) expect(compareProcesses(one, other)).not.toEqual([]);
  });

  it('takes no notice of names, of the order of what is apart, and of how a duration is spelt', () => {
    const [one, other] = [
      compared(
        'flow a "A"\ntouchpoint t "T"\nif "Q" -> x\nstep "S" within 60min\n  timeout -> x\nend "E"\nend x "X"\n',
      ),
      compared(
        'flow a "A"\ntouchpoint t "T"\nif "Q" -> end y "X"\nstep s "S" within 1h\n  timeout -> y\nend "E"\n',
      ),
    ];
    expect(one).toBeDefined();
    expect(other).toBeDefined();
    if (one !== undefined && other !== undefined) expect(compareProcesses(one, other)).toEqual([]);
  });
});
