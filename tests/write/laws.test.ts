import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeFlow } from '../../src/write/flow-text.ts';
import { flowText } from '../generate-flow.ts';
import { compareGraphs } from './compare-processes.ts';
import { anyProcess, calledFlows } from './generate-process.ts';
import { readText } from './read-processes.ts';
import { errorsOf, roundTrip } from './round-trip.ts';

const runs = { numRuns: 60 };

describe('a process that was read', () => {
  it.each(['needed', 'keep', 'all'] as const)(
    'is the same when it is written and read again, every node being reached, names: %s',
    (names) => {
      fc.assert(
        fc.property(flowText(), (text) => {
          const { told, errors, differences } = roundTrip(readText(text), { names });
          expect({ told, errors, differences }).toEqual({ told: [], errors: [], differences: [] });
        }),
        runs,
      );
    },
  );

  it('is the same in every language', () => {
    fc.assert(
      fc.property(flowText({ languages: ['de', 'he', 'ja', 'te', 'el'] }), (text) => {
        const { told, errors, differences } = roundTrip(readText(text));
        expect({ told, errors, differences }).toEqual({ told: [], errors: [], differences: [] });
      }),
      runs,
    );
  });

  it('is the same or is reported, whatever jumps into what nothing reaches; and has no error either way', () => {
    let exact = 0;
    let all = 0;
    fc.assert(
      fc.property(flowText({ sound: false }), (text) => {
        const { told, errors, differences } = roundTrip(readText(text));
        all += 1;
        expect(errors).toEqual([]);
        if (told.length > 0) return;
        exact += 1;
        expect(differences).toEqual([]);
      }),
      { ...runs, seed: 7 },
    );
    // Dead code in nests has a spelling that the search does not always find: one in fifty at most.
    expect(exact / all).toBeGreaterThan(0.95);
  });

  it('gives the same text again when what was written is read and written', () => {
    let same = 0;
    let all = 0;
    fc.assert(
      fc.property(flowText(), (text) => {
        const { text: first, again } = roundTrip(readText(text));
        const { text: second, differences } = roundTrip(again);
        all += 1;
        if (second === first) same += 1;
        expect(differences).toEqual([]);
      }),
      runs,
    );
    // The search begins where the order of touchpoints lets it, and may find another spelling that is as good: one in
    // fifty at most. Of flows that people wrote none has two (`examples.test.ts`).
    expect(same / all).toBeGreaterThan(0.98);
  });
});

describe('a graph that nobody wrote', () => {
  it('is written with the same nodes and edges, where all that lines lead to can have a name', () => {
    fc.assert(
      fc.property(anyProcess(), (process) => {
        const { value, diagnostics } = writeFlow(process);
        const again = readText(value + calledFlows(process));
        const [read = process] = again.processes;
        expect(diagnostics.map(({ message }) => message)).toEqual([]);
        expect(errorsOf(again)).toEqual([]);
        expect(
          compareGraphs({ process, openExits: [] }, { process: read, openExits: again.gaps(read).openExits }),
        ).toEqual([]);
      }),
      runs,
    );
  });

  it('is written with the same nodes and edges where frames lie strewn over it', () => {
    fc.assert(
      fc.property(anyProcess({ stages: true }), (process) => {
        const { value, diagnostics } = writeFlow(process);
        const again = readText(value + calledFlows(process));
        const [read = process] = again.processes;
        expect(diagnostics.map(({ message }) => message)).toEqual([]);
        expect(errorsOf(again)).toEqual([]);
        expect(
          compareGraphs({ process, openExits: [] }, { process: read, openExits: again.gaps(read).openExits }),
        ).toEqual([]);
      }),
      runs,
    );
  });

  it('is the same or is reported, and has no error, where lines lead to what can have no name or past bars', () => {
    fc.assert(
      fc.property(
        fc.record({ nameless: fc.boolean(), stages: fc.boolean(), bars: fc.boolean() }).chain(anyProcess),
        (process) => {
          const { value, diagnostics } = writeFlow(process);
          const again = readText(value + calledFlows(process));
          const [read = process] = again.processes;
          expect(errorsOf(again)).toEqual([]);
          const differences = compareGraphs(
            { process, openExits: [] },
            { process: read, openExits: again.gaps(read).openExits },
          );
          expect(diagnostics.length > 0 ? [] : differences).toEqual([]);
          expect(diagnostics.every(({ code }) => code === 'not-written')).toBe(true);
        },
      ),
      runs,
    );
  });
});
