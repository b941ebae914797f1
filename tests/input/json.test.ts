import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonInput } from '../../src/input/json.ts';
import { inputOf, inputs } from '../../src/input/registry.ts';
import type { Built } from '../../src/model/built.ts';
import type { Process } from '../../src/model/process.ts';
import { json } from '../../src/output/json.ts';
import { writeFlow } from '../../src/write/flow-text.ts';
import { builtOf, compiled } from '../build/process-of.ts';
import { everyConstruct } from '../every-construct.ts';
import { flowText } from '../generate-flow.ts';

const written = ({ process, gaps }: Built): string => json.make(process, gaps);
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string) => jsonInput.read(bytesOf(text));

/** A process as it is read back: nobody said where its file lies. */
const withoutPath = (process: Process): Process => ({ ...process, path: '' });

/** What is found in a changed file of a flow, with the stretch of the text that each is about. */
function found(change: (text: string) => string): readonly string[] {
  const text = change(written(builtOf(sample)));
  return read(text).diagnostics.map(
    ({ severity, message, span }) => `${severity}: ${message} | ${text.slice(span.start, span.end)}`,
  );
}

const sample = `flow order "Order"
department "Sales"
reviewed 2026-10-01 every 6mo
audience "Agents", "Trainers"
promise 1h30min
role agent "Agent"
request buy
system crm "Customer database"
term SKU "The number of a product"
touchpoint phone "Customer calls" for buy
stage work "Work" {
  if stock? "In stock?" 85% {
    step check "Check" by agent with boss to customer using crm within 20s takes 1min..2min as data say "Hi" note "N" link "a.html"
  }
}
parallel both "At once" {
  branch "A" { step a }
  branch "B" { step b }
}
-> check max 3 then -> call order
end done as success
`;

describe('the JSON of a process, read back', () => {
  it.each([
    ['of language 1', sample],
    ['of language 1.1', everyConstruct],
    [
      'with bars at which every branch ends',
      'parallel { branch { end } }\nchoose all q? { when "A" -> end }\nend e',
    ],
    ['with a branch beside the work that begins once', 'level p1\nmeanwhile after p1 1h { step a }\nend e'],
  ])('is the same process, with all that a flow can say: %s', (_, text) => {
    const built = builtOf(text);
    const { value, diagnostics } = read(written(built));
    expect(diagnostics).toEqual([]);
    expect(value.processes).toEqual([withoutPath(built.process)]);
  });

  it('is the same process for every random flow, in any language, and is written as the same bytes', () => {
    fc.assert(
      fc.property(flowText({ sound: false, size: 10, languages: ['en', 'ar', 'te'] }), (text) => {
        for (const built of compiled(text).built) {
          const { value, diagnostics } = read(written(built));
          expect(diagnostics).toEqual([]);
          expect(value.processes).toEqual([withoutPath(built.process)]);
          for (const process of value.processes) expect(json.make(process, built.gaps)).toBe(written(built));
        }
      }),
      { numRuns: 200 },
    );
  });

  const folder = join(import.meta.dirname, '..', '..', 'examples');
  const examples = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.flow'),
  );
  it.each(examples)('is the same process for the example %s', (name) => {
    for (const built of compiled(readFileSync(join(folder, name), 'utf8')).built)
      expect(read(written(built)).value.processes).toEqual([withoutPath(built.process)]);
  });

  it('says what was not read whole when the file was written', () => {
    const { built } = compiled('flow a\ntouchpoint t\nstep x by\nend');
    const [first] = built;
    expect(
      first && read(written(first)).diagnostics.map(({ severity, message }) => [severity, message]),
    ).toEqual([['warning', '“X” was not read whole when this file was written; something may be missing']]);
  });
});

describe('a file that is no process of flowc', () => {
  const notRead = (bytes: Uint8Array): readonly string[] => {
    const { value, diagnostics } = jsonInput.read(bytes);
    expect(value.processes).toEqual([]);
    expect(diagnostics.map(({ code, severity }) => `${code} ${severity}`)).toContain('not-read error');
    return diagnostics.map(({ message }) => message);
  };

  it('is refused in words, whatever is wrong with it as a whole', () => {
    expect(notRead(bytesOf(''))).toEqual(['This file is no JSON, or only a part of one']);
    expect(notRead(bytesOf('{"version": 1,'))).toEqual(['This file is no JSON, or only a part of one']);
    expect(notRead(Uint8Array.of(0xff, 0xfe, 0x7b))).toEqual(['This file is not in UTF-8']);
    expect(notRead(new Uint8Array(64 * 1024 * 1024 + 1))).toEqual(['This file is larger than 64 MB']);
    expect(notRead(bytesOf('null'))).toEqual(['The file must be an object, in braces']);
    expect(notRead(bytesOf('[]'))).toEqual(['The file must be an object, in braces']);
    expect(notRead(bytesOf('{}'))).toContain('The file has no “version”');
    expect(notRead(bytesOf('{"version": 2}'))).toEqual([
      'This file is of another version than 1, which is the one that can be read',
    ]);
  });

  it('is refused without a crash where it nests deeper than any stack', () => {
    const deep = 300_000;
    expect(notRead(bytesOf(`${'['.repeat(deep)}${']'.repeat(deep)}`))).toEqual([
      'The file must be an object, in braces',
    ]);
    const inside = found((text) => text.replace('"Check"', `${'{"a":['.repeat(deep)}${']}'.repeat(deep)}`));
    expect(inside.map((line) => line.slice(0, 39))).toEqual(['error: “label” must be a text | {"a":[{']);
  });

  it('has each mistake shown at its place', () => {
    expect(found((text) => text.replace('"kind": "step"', '"kind": "circle"'))).toEqual([
      'error: “kind” must be one of “touchpoint”, “anytime”, “late”, “meanwhile”, “step”, “wait”, “escalate”, “call”, “transfer”, “decision”, “fork”, “join”, “end” | "circle"',
    ]);
    expect(found((text) => text.replace('"written": "20s"', '"written": "20s1h"'))).toEqual([
      'error: “20s1h” must name each unit once, the largest first | "20s1h"',
    ]);
    expect(found((text) => text.replace('0.85', '85'))).toEqual([
      'error: “probability” must be a number from 0 to 1 | 85',
    ]);
    expect(found((text) => text.replace('"label": "Check"', '"label": "\\ud800"'))).toEqual([
      'error: “label” must be a text | "\\ud800"',
    ]);
    expect(found((text) => text.replace('"boss"\n', '7\n'))).toEqual([
      'error: Number 1 of “with” must be a text that is not empty | 7',
    ]);
    expect(found((text) => text.replace('"max": 3', '"max": 3.5'))).toEqual([
      'error: “max” must be a whole number, 0 or more | 3.5',
    ]);
  });

  it('is refused where its parts contradict each other', () => {
    expect(found((text) => text.replace('"to": "stock"', '"to": "shelf"'))).toEqual([
      'error: “shelf” is not among the nodes | "shelf"',
    ]);
    expect(found((text) => text.replace('"id": "work"', '"id": "work", "parent": "work"'))).toEqual([
      'error: “work” does not stand before this stage, which it is to hold | "work"',
    ]);
    expect(found((text) => text.replace('"id": "a"', '"id": "b"')).slice(0, 1)).toEqual([
      'error: “b” stands twice among the nodes | "b"',
    ]);
    expect(found((text) => text.replace('"id": "phone>stock"', '"id": "stock>check"')).slice(0, 1)).toEqual([
      'error: “stock>check” stands twice among the edges | "stock>check"',
    ]);
    expect(found((text) => text.replace('"owner": "agent"', '"owner": "nobody"'))).toEqual([
      'error: “nobody” is not among the owners | "nobody"',
    ]);
    expect(found((text) => text.replace(/"partner": "[^"]+"/, '"partner": "check"')).slice(0, 1)).toEqual([
      expect.stringMatching(/^error: “check” is no join that has “both” for its partner \| "check"$/),
    ]);
    const twoForOne = (text: string): string =>
      text.replace(
        '"nodes": [',
        '"nodes": [{"id": "f", "kind": "fork", "label": "", "named": false, "partner": "join-1"},',
      );
    expect(found(twoForOne)).toEqual(['error: “join-1” is no join that has “f” for its partner | "join-1"']);
    expect(found((text) => text.replace(/"decision": \{\s+"kind": "if"\s+\}/, '"stage": "work"'))).toEqual([
      expect.stringMatching(/^error: “In stock\?” is of the kind “decision” and has no “decision” \| \{/),
    ]);
  });

  it('is refused where it names a level, an owner or a node that is not there', () => {
    const change = (text: string, from: string | RegExp, to: string): readonly string[] => {
      const file = written(builtOf(text)).replace(from, to);
      return read(file).diagnostics.map(({ message }) => message);
    };
    expect(change(everyConstruct, '"id": "p1"', '"id": "p9"')).toContain('“p1” is not among the levels');
    expect(change(everyConstruct, '"from": "take"', '"from": "tale"')).toEqual([
      '“tale” is not among the nodes',
    ]);
    expect(change(everyConstruct, '"accountable": "lead"', '"accountable": "boss"')).toEqual([
      '“boss” is not among the roles and systems',
    ]);
    expect(change(everyConstruct, '"partner": "what"', '"partner": "take"')).toContain(
      '“take” is no fork or decision that has “join-1” for its partner',
    );
    expect(change(everyConstruct, '"p1": {', '"": {')).toContain(
      '“promiseByLevel” has a value without a name',
    );
    expect(change(everyConstruct, '"first": true', '"first": false')).toEqual(['“first” must be true']);
  });

  it('reads a file from before language 1.1, with its one promise', () => {
    const old = JSON.parse(written(builtOf('promise 2h\ntouchpoint t\nend')));
    delete old.flow.properties.promises;
    delete old.declarations.parties;
    delete old.declarations.levels;
    const { value, diagnostics } = read(JSON.stringify(old));
    expect(diagnostics).toEqual([]);
    expect(value.processes[0]?.properties.promises).toEqual([
      { within: [{ value: 2, unit: 'h' }], withinByLevel: [] },
    ]);
  });

  it('loses what is not known or not allowed, and says so', () => {
    expect(found((text) => text.replace('"version": 1', '"version": 1, "colour": "red"'))).toEqual([
      'warning: “colour” is not known here, and is left out | "red"',
    ]);
    expect(found((text) => text.replace('"a.html"', '"javascript:alert(1)"'))).toEqual([
      'warning: “javascript:alert(1)” is nothing that a chart may link to, and is left out | "javascript:alert(1)"',
    ]);
    expect(found((text) => text.replace('"kind": "end"', '"kind": "end", "symbol": "data"'))).toEqual([
      'warning: “Done” is of the kind “end”, which has no “symbol”; that is left out | "data"',
    ]);
  });

  it('never throws, whatever its bytes are; and what is read of it can be written', () => {
    const good = written(builtOf(sample));
    const values = ['null', '[]', '{}', '""', '-1', '1e999', 'true', '"phone"', '"__proto__"', '[[]]'];
    const changed = fc
      .array(fc.tuple(fc.nat(good.length), fc.nat(12), fc.constantFrom('', ...values)), {
        minLength: 1,
        maxLength: 3,
      })
      .map((changes) =>
        changes.reduce((text, [at, length, put]) => text.slice(0, at) + put + text.slice(at + length), good),
      );
    const otherValue = fc.tuple(fc.nat(999), fc.constantFrom(...values)).map(([number, put]) => {
      const places = [...good.matchAll(/(?<=: |\n\s+)(?:"[^"\n]*"(?!:)|[\d.]+|true)/g)];
      const place = places[number % places.length];
      const { index = 0, 0: old = '' } = place ?? { 0: '' };
      return good.slice(0, index) + put + good.slice(index + old.length);
    });
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), changed.map(bytesOf), otherValue.map(bytesOf)), (bytes) => {
        const { value, diagnostics } = jsonInput.read(bytes);
        inputOf(bytes);
        const errors = diagnostics.filter(({ severity }) => severity === 'error');
        expect(value.processes.length).toBe(errors.length > 0 ? 0 : 1);
        for (const process of value.processes) writeFlow(process);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the registry of inputs', () => {
  it('knows flowc’s own JSON by its beginning, and nothing else for it', () => {
    expect(inputOf(bytesOf(written(builtOf(sample))))?.name).toBe('json');
    for (const other of ['', '{}', '{"flow": {}}', 'flow order', '<svg/>', 'digraph {}'])
      expect(inputOf(bytesOf(other)), other).toBeUndefined();
  });

  it('has a name of its own for each', () => {
    expect(new Set(inputs.map(({ name }) => name)).size).toBe(inputs.length);
  });
});
