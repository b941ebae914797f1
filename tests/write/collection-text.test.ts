import { describe, expect, it } from 'vitest';
import { collectionOf } from '../../src/model/collection.ts';
import { writeCollection } from '../../src/write/collection-text.ts';
import { compareProcesses } from './compare-processes.ts';
import { readProcesses, readText } from './read-processes.ts';
import { errorsOf } from './round-trip.ts';

const two = `flow sell "Sell it"
role agent "Agent"
role clerk "Clerk"
system crm "Customer database"
touchpoint t "In"
step "Look" by agent using crm
call pay
end

flow pay "Pay it"
role agent "Agent"
touchpoint t "In"
step "Take the money" by agent
end
`;

describe('several flows of one file', () => {
  it('declare once what they name', () => {
    const { value, diagnostics } = writeCollection(readText(two).processes);
    expect(value.match(/role agent/g)).toHaveLength(1);
    expect(diagnostics).toEqual([]);
    const again = readText(value);
    expect(errorsOf(again)).toEqual([]);
    expect(again.processes.map(({ owners }) => owners.map(({ label }) => label))).toEqual([
      ['Agent'],
      ['Agent'],
    ]);
  });

  it('declare it each where that is asked for, and are the same then', () => {
    const file = readText(two);
    const again = readText(writeCollection(file.processes, { declarations: 'again' }).value);
    for (const [at, process] of file.processes.entries()) {
      const read = again.processes[at];
      if (read === undefined) throw new Error('no flow');
      expect(compareProcesses({ process, openExits: [] }, { process: read, openExits: [] })).toEqual([]);
    }
  });

  it('declare it again where lanes would change places without', () => {
    const swapped = two.replace(
      'role agent "Agent"\ntouchpoint t "In"\nstep "Take',
      'role clerk "Clerk"\nrole agent "Agent"\ntouchpoint t "In"\nstep "Count it" by agent\nstep "Sign" by clerk\nstep "Take',
    );
    const file = readText(swapped);
    const again = readText(writeCollection(file.processes).value);
    expect(again.processes.map(({ owners }) => owners.map(({ id }) => id))).toEqual([
      ['agent'],
      ['clerk', 'agent'],
    ]);
  });

  it('do not repeat the title of a flow that they call', () => {
    expect(writeCollection(readText(two).processes).value).toContain('call pay\n');
    const [first] = readText(two).processes;
    expect(writeCollection(first === undefined ? [] : [first]).value).toContain('call pay "Pay it"\n');
  });

  it('use the files of the flows that they call, and those that declare what they name', () => {
    const texts = new Map([
      [
        'a/main.flow',
        'use "../b/other.flow"\n\nflow main\ntouchpoint t\nstep "X" by agent\ncall other\nend\n',
      ],
      ['b/other.flow', 'flow other\nrole agent "The agent"\ntouchpoint t\nstep "Y" by agent\nend\n'],
    ]);
    const files = readProcesses(texts);
    const among = collectionOf([...files.values()].flatMap(({ processes }) => processes));
    const main = files.get('a/main.flow');
    if (main === undefined) throw new Error('no file');
    const { value } = writeCollection(main.processes, { among });
    expect(value).toMatch(/^use "\.\.\/b\/other\.flow"\n\nflow main "Main"\n\ntouchpoint/);
    const again = readProcesses(new Map([...texts, ['a/main.flow', value]])).get('a/main.flow');
    expect(again?.diagnostics).toEqual([]);
    expect(again?.processes[0]?.owners).toEqual(main.processes[0]?.owners);
  });

  it('name two things apart that have one name and two meanings, and tell so', () => {
    const [first, second] = [
      readText(two).processes[0],
      readText(two.replaceAll('"Agent"', '"Robot"')).processes[1],
    ];
    if (first === undefined || second === undefined) throw new Error('no flow');
    const { value, diagnostics } = writeCollection([first, second]);
    const again = readText(value);
    expect(errorsOf(again)).toEqual([]);
    expect(again.processes.map(({ owners }) => owners.map(({ label }) => label))).toEqual([
      ['Agent'],
      ['Robot'],
    ]);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      '“agent” means two things in one file: “Robot” is named “robot”',
    ]);
  });
});
