import { describe, expect, it } from 'vitest';
import { documentLinks } from '../../src/server/features/document-links.ts';
import { folds } from '../../src/server/features/folding.ts';
import { selections } from '../../src/server/features/selection.ts';
import { semanticTokens } from '../../src/server/features/semantic-tokens.ts';
import { type OutlineEntry, outline, workspaceSymbols } from '../../src/server/features/symbols.ts';
import { expectNested } from './nested-outline.ts';
import { openFiles } from './open-files.ts';

function view(marked: string) {
  const { snapshot, path, offset, text } = openFiles(marked);
  const file = snapshot.file(path);
  if (file === undefined) throw new Error('the file is not there');
  return { file, snapshot, offset, text };
}

const desk = `flow desk "Service desk"
level p1 "Nobody can work"
party carrier "Network owner"
promise final "Final response" 8w from log to answer
promise 4h
reference "ITIL 4" link "https://example.com"
field cost-centre "4711"
field late "Often"
touchpoint "Customer calls"
anytime off "Customer cancels" 2% -> end cancelled "Cancelled"
late "A limit has passed" { step tell "Tell the lead" }
meanwhile every 1d -> "Tell all users"
stage s "Log" within p1 4h { step log "Log it" }
wait answer-it "Wait for the answer" within 3d {
  when yes "Accepts" -> answer
  when "By phone"
  timeout -> "Call the customer"
  meanwhile "Remind" after 2d -> "Remind the customer"
}
choose all what? "What applies?" {
  when "Hotel" -> "Book"
  when "Bus"
}
parallel first race { branch "A" { step a } }
call pay
  problem "Refused" -> "Ask again"
step answer "Answer"
end
`;

const tree = (entries: readonly OutlineEntry[], depth = 0): readonly string[] =>
  entries.flatMap(({ kind, name, detail, children }) => [
    `${'  '.repeat(depth)}${kind} ${name}${detail === '' ? '' : ` (${detail})`}`,
    ...tree(children, depth + 1),
  ]);

describe('the outline', () => {
  it('has levels, parties, named promises, what comes in from beside, events, answers without a branch', () => {
    expect(tree(outline(view(desk).file))).toEqual([
      'flow Service desk (desk)',
      '  declaration Nobody can work (level p1)',
      '  declaration Network owner (party carrier)',
      '  declaration Final response (promise final)',
      '  touchpoint Customer calls',
      '  anytime Customer cancels (off)',
      '    end Cancelled (cancelled)',
      '  late A limit has passed',
      '    step Tell the lead (tell)',
      '  meanwhile meanwhile',
      '    step Tell all users',
      '  stage Log (s)',
      '    step Log it (log)',
      '  step Wait for the answer (answer-it)',
      '    answer Accepts (yes)',
      '    answer By phone',
      '    step Call the customer',
      '    meanwhile Remind',
      '      step Remind the customer',
      '  question What applies? (what)',
      '    answer Hotel',
      '      step Book',
      '    answer Bus',
      '  parallel Race (race)',
      '    step A (a)',
      '  call Pay (pay)',
      '    step Ask again',
      '  step Answer (answer)',
      '  end end',
    ]);
  });

  it('nests by places, and what is selected lies inside', () => {
    expectNested(outline(view(desk).file));
  });

  it('is searched for levels, events and entries, too', () => {
    const { snapshot } = view(desk);
    const found = (query: string) => workspaceSymbols(snapshot, query).map(({ entry }) => entry.name);
    expect(found('nobody')).toEqual(['Nobody can work']);
    expect(found('byphone')).toEqual(['By phone']);
    expect(found('cancels')).toEqual(['Customer cancels']);
  });
});

describe('colours', () => {
  const coloured = (text: string): readonly string[] => {
    const { file } = view(text);
    return semanticTokens(file).map(({ span, type, modifiers }) =>
      [type, text.slice(span.start, span.end), ...modifiers].join(' '),
    );
  };

  it('of what begins a statement, of levels, parties, names and keys', () => {
    const all = coloured(desk);
    for (const expected of [
      'modifier level',
      'enumMember p1 declaration',
      'modifier party',
      'class carrier declaration',
      'modifier promise',
      'enumMember final declaration',
      'modifier from',
      'function log',
      'modifier to',
      'function answer',
      'modifier reference',
      'modifier link',
      'modifier field',
      'property cost-centre',
      'keyword anytime',
      'function off declaration',
      'keyword late',
      'keyword meanwhile',
      'modifier every',
      'modifier after',
      'enumMember p1',
      'enumMember yes declaration',
      'modifier all',
      'modifier first',
      'function race declaration',
    ])
      expect(all, expected).toContain(expected);
    // The key of a field that is spelt like a word.
    expect(all).toContain('property late');
  });

  it('of attributes', () => {
    expect(
      coloured(
        'flow a\ntouchpoint t volume 4 per 1d\nwait w by customer accountable b each "x" until "y" stops clock\n',
      ).filter((each) => each.startsWith('modifier')),
    ).toEqual([
      'modifier volume',
      'modifier per',
      'modifier by',
      'modifier accountable',
      'modifier each',
      'modifier until',
      'modifier stops',
      'modifier clock',
    ]);
  });

  it('of names that are spelt like words', () => {
    expect(
      coloured('flow a\nlevel first\ntouchpoint call\nstep late within first 1h\n-> late\n').filter((each) =>
        /late|first|call/.test(each),
      ),
    ).toEqual([
      'enumMember first declaration',
      'function call declaration',
      'function late declaration',
      'enumMember first',
      'function late',
    ]);
  });
});

describe('folds, selections and links', () => {
  it('fold the block of a wait, of a choice of several, and what comes in from beside', () => {
    const lines = desk.split('\n');
    const starts = folds(view(desk.replace('{ step tell "Tell the lead" }', '{\n  step tell\n}')).file).map(
      ({ startLine }) => startLine,
    );
    const lineOf = (text: string): number => lines.findIndex((line) => line.startsWith(text));
    expect(starts).toContain(lineOf('late "A limit'));
    expect(starts).toContain(lineOf('wait answer-it') + 2);
    expect(starts).toContain(lineOf('choose all') + 2);
  });

  it('grow from a level to its limit, to the list, to the statement', () => {
    const { file, offset, text } = view(
      'flow a\ntouchpoint t\nstep x within p|1 15min, p2 1h\n  meanwhile after 1d -> "R"\nend\n',
    );
    const shown = selections(file, offset).map(({ start, end }) => text.slice(start, end));
    expect(shown.slice(0, 4)).toEqual([
      'p1',
      'p1 15min',
      'within p1 15min, p2 1h',
      'step x within p1 15min, p2 1h\n  meanwhile after 1d -> "R"',
    ]);
  });

  it('grow from an event to the block of its wait', () => {
    const { file, offset, text } = view('flow a\ntouchpoint t\nwait x {\n  when "A|" -> y\n}\nstep y\nend\n');
    const shown = selections(file, offset).map(({ start, end }) => text.slice(start, end));
    expect(shown.slice(0, 5)).toEqual([
      'A',
      '"A"',
      'when "A" -> y',
      '{\n  when "A" -> y\n}',
      'wait x {\n  when "A" -> y\n}',
    ]);
  });

  it('lead to the page of a reference, and from whatever has a link', () => {
    const { snapshot, file, text } = view(
      'flow a\nreference "ITIL" link "https://example.com/a"\nreference "Bad" link "javascript:alert(1)"\ntouchpoint t link "b.pdf"\nstage s link "c.pdf" { step x }\nif q? "Q?" link "d.pdf" -> end e link "e.pdf"\nchoose k? {\n  when "A" link "f.pdf" -> x\n}\n',
    );
    expect(documentLinks(snapshot, file).map(({ span }) => text.slice(span.start, span.end))).toEqual([
      'https://example.com/a',
      'b.pdf',
      'c.pdf',
      'd.pdf',
      'e.pdf',
      'f.pdf',
    ]);
  });
});
