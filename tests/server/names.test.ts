import { describe, expect, it } from 'vitest';
import { definition } from '../../src/server/features/definition.ts';
import { highlights, references } from '../../src/server/features/references.ts';
import { prepareRename, rename } from '../../src/server/features/rename.ts';
import { applyEdits } from '../../src/text/text-edit.ts';
import { openFiles } from './open-files.ts';

type Marked = string | Readonly<Record<string, string>>;

/** All files that a renaming changes, by name; or why it was refused. */
function renamed(marked: Marked, name: string): Readonly<Record<string, string>> | string {
  const { snapshot, path, offset } = openFiles(marked);
  const result = rename(snapshot, path, offset, name);
  if ('refusal' in result) return result.refusal;
  return Object.fromEntries(
    [...result.edits].map(([of, edits]) => [of.slice(3), applyEdits(snapshot.file(of)?.text ?? '', edits)]),
  );
}
/** Places as `file:line text`. */
function shown(
  { snapshot }: ReturnType<typeof openFiles>,
  places: readonly {
    readonly path: string;
    readonly span: { readonly start: number; readonly end: number };
  }[],
): readonly string[] {
  return places.map(({ path, span }) => {
    const file = snapshot.file(path);
    return `${path.slice(3)}:${file?.lines().position(span.start).line} ${file?.text.slice(span.start, span.end)}`;
  });
}
const referred = (marked: Marked): readonly string[] => {
  const open = openFiles(marked);
  return shown(open, references(open.snapshot, open.path, open.offset));
};
const defined = (marked: Marked): readonly string[] => {
  const open = openFiles(marked);
  return shown(open, definition(open.snapshot, open.path, open.offset));
};

const common =
  'flow common\nlevel p1 "Nobody can work"\nparty carrier "Network owner"\nrole lead\ntouchpoint t\nend\n';

/** Every place in which a level or a party can stand. */
const desk = `use "common.flow"
flow desk
promise p1 4h, 1d
accountable lead
measure "Answered" 90% within p1 15min, 1h
touchpoint "Customer calls" by carrier
meanwhile "Tell" every p1 30min, 1d -> "Tell them" to carrier
stage s by carrier accountable lead within p1 2h, 1d {
  step x by carrier with carrier to carrier within p1 15min, 1h takes p1 5min..10min, 20min
    meanwhile "Remind" after p1 10min, 2h -> "Remind" by carrier
}
if a? by carrier -> x
choose b? by carrier with carrier { when "One" otherwise }
wait w "Wait" by carrier accountable carrier within p1 1d
end e to carrier
`;
const files = (file: 'common.flow' | 'desk.flow', from: string, to: string) => {
  const all = { 'common.flow': common, 'desk.flow': desk };
  return { ...all, [file]: all[file].replace(from, to) };
};

describe('a level', () => {
  it('is renamed wherever a limit is for it, in all files that share it', () => {
    const result = {
      'common.flow': common.replace('level p1', 'level urgent'),
      'desk.flow': desk.replaceAll('p1 ', 'urgent '),
    };
    expect(result['desk.flow'].match(/urgent/g)).toHaveLength(8);
    expect(
      renamed(files('desk.flow', 'within p1 15min, 1h takes', 'within p|1 15min, 1h takes'), 'urgent'),
    ).toEqual(result);
    expect(renamed(files('common.flow', 'level p1', 'level p|1'), 'urgent')).toEqual(result);
  });

  it('leads to where it is declared', () => {
    for (const [from, to] of [
      ['promise p1', 'promise p|1'],
      ['every p1', 'every p|1'],
      ['after p1', 'after p|1'],
      ['takes p1', 'takes p|1'],
      ['90% within p1', '90% within p|1'],
      ['lead within p1', 'lead within p|1'],
    ] as const)
      expect(defined(files('desk.flow', from, to)), to).toEqual(['common.flow:2 p1']);
  });

  it('has no second of its name, nor the name of a promise, which would turn into a limit for it', () => {
    const two = 'flow a\nlevel p|1\nlevel p2\npromise quick 2h\npromise "Named" 3h\ntouchpoint t\nend\n';
    expect(renamed(two, 'p2')).toBe('There is already a level “p2”, in a.flow: choose another name');
    expect(renamed(two, 'quick')).toBe('There is a promise “quick”, in a.flow: choose another name');
    expect(renamed(two, 'other')).not.toBeTypeOf('string');
  });
});

describe('a party', () => {
  it('is renamed wherever it is an owner, in all files that share it', () => {
    const result = {
      'common.flow': common.replace('carrier', 'network'),
      'desk.flow': desk.replaceAll('carrier', 'network'),
    };
    expect(result['desk.flow'].match(/network/g)).toHaveLength(13);
    expect(renamed(files('desk.flow', 'with carrier', 'with car|rier'), 'network')).toEqual(result);
    expect(renamed(files('common.flow', 'carrier', 'car|rier'), 'network')).toEqual(result);
  });

  it('leads to where it is declared, and marks its places in the open file', () => {
    expect(defined(files('desk.flow', 'end e to carrier', 'end e to car|rier'))).toEqual([
      'common.flow:3 carrier',
    ]);
    const open = openFiles(files('desk.flow', 'end e to carrier', 'end e to car|rier'));
    expect(highlights(open.snapshot, open.path, open.offset)).toHaveLength(13);
  });

  it('cannot have the name of a role, a system or the customer', () => {
    const marked = 'flow a\nparty pa|rt\nrole agent\nsystem crm\ntouchpoint t\nend\n';
    expect(renamed(marked, 'agent')).toBe('There is already a role “agent”, in a.flow: choose another name');
    expect(renamed(marked, 'crm')).toBe('There is already a system “crm”, in a.flow: choose another name');
    expect(renamed(marked, 'customer')).toContain('always exists');
    expect(renamed('flow a\nrole ag|ent\nparty part\ntouchpoint t\nend\n', 'part')).toBe(
      'There is already a party “part”, in a.flow: choose another name',
    );
  });
});

it('who is accountable is renamed with the role', () => {
  expect(referred(files('desk.flow', 'accountable lead\nmeasure', 'accountable le|ad\nmeasure'))).toEqual([
    'common.flow:4 lead',
    'desk.flow:4 lead',
    'desk.flow:8 lead',
  ]);
});

describe('a promise', () => {
  const flow = (promise: string): string =>
    `flow a\nlevel p1\n${promise}\ntouchpoint call "Customer calls"\nstep take\nstep answer\nif again? -> take\ncall pay\nend\n`;

  it('begins and ends at nodes, that are renamed with it', () => {
    expect(renamed(flow('promise final 8w from ta|ke to answer'), 'log')).toEqual({
      'a.flow': flow('promise final 8w from log to answer').replaceAll('take', 'log'),
    });
    expect(referred(flow('promise 8w from call to ans|wer'))).toEqual(['a.flow:3 answer', 'a.flow:6 answer']);
    expect(referred(flow('promise 8w from ca|ll'))).toEqual(['a.flow:3 call', 'a.flow:4 call']);
    expect(referred(flow('promise 8w to p|ay'))).toEqual(['a.flow:3 pay', 'a.flow:8 pay']);
  });

  it('leads to them', () => {
    expect(defined(flow('promise final 8w from ta|ke to answer'))).toEqual(['a.flow:5 take']);
    expect(defined(flow('promise final 8w to ag|ain'))).toEqual(['a.flow:7 again']);
    expect(defined(flow('promise final 8w to p|ay'))).toEqual(['a.flow:8 pay']);
  });

  it('has a name of its own, but that of a level', () => {
    expect(renamed(flow('promise fi|nal 8w'), 'last')).toEqual({ 'a.flow': flow('promise last 8w') });
    expect(renamed(flow('promise fi|nal "Final response" p1 8w'), 'last')).toEqual({
      'a.flow': flow('promise last "Final response" p1 8w'),
    });
    expect(renamed(flow('promise fi|nal 8w'), 'p1')).toBe(
      '“p1” is a level, and the promise would hold for that level alone: choose another name',
    );
    expect(referred(flow('promise p|1 8w'))).toEqual(['a.flow:2 p1', 'a.flow:3 p1']);
  });
});

describe('the names of what comes in from beside', () => {
  const flow = `flow a
touchpoint call "Customer calls"
anytime cancels "Customer cancels" -> end
late escalation "A limit has passed" -> "Tell the lead"
meanwhile news "Tell all" every 1d -> "Tell"
wait answer "Wait" { when accepts "Accepts" -> x timeout "Too late" -> x meanwhile remind "Remind" after 1d -> "R" }
choose all what { when one "One" }
parallel first race { branch a { step x } }
end
`;
  it.each([
    ['a touchpoint, even one that is called like a word', 'call'],
    ['anytime', 'cancels'],
    ['late', 'escalation'],
    ['meanwhile', 'news'],
    ['an event', 'accepts'],
    ['what is done beside a wait', 'remind'],
    ['choose all', 'what'],
    ['parallel first', 'race'],
  ])('%s', (_, name) => {
    expect(renamed(flow.replace(`${name} `, `${name}| `), 'other')).toEqual({
      'a.flow': flow.replace(`${name} `, 'other '),
    });
  });

  it('cannot be that of another node', () => {
    expect(renamed(flow.replace('cancels ', 'cancels| '), 'race')).toBe(
      'The flow “a” already has something named “race”: choose another name',
    );
  });

  it('fields have none', () => {
    const open = openFiles('flow a\nfield cost-cen|tre "4711"\ntouchpoint t\nend\n');
    expect(prepareRename(open.snapshot, open.path, open.offset)).toEqual({
      refusal: 'Here is no name that could be changed',
    });
  });
});
