import { describe, expect, it } from 'vitest';
import { mostPaths } from '../../src/analysis/count-paths.ts';
import { codeLenses } from '../../src/server/features/code-lens.ts';
import { documentLinks } from '../../src/server/features/document-links.ts';
import { folds } from '../../src/server/features/folding.ts';
import { inlayHints } from '../../src/server/features/inlay-hints.ts';
import { selections } from '../../src/server/features/selection.ts';
import { semanticTokens } from '../../src/server/features/semantic-tokens.ts';
import { type OutlineEntry, outline, workspaceSymbols } from '../../src/server/features/symbols.ts';
import type { FileView, Snapshot } from '../../src/server/snapshot.ts';
import { expectNested } from './nested-outline.ts';
import { openFiles } from './open-files.ts';

function view(marked: string | Readonly<Record<string, string>>): {
  readonly file: FileView;
  readonly snapshot: Snapshot;
  readonly offset: number;
  readonly text: string;
} {
  const { snapshot, path, offset, text } = openFiles(marked);
  const file = snapshot.file(path);
  if (file === undefined) throw new Error('the file is not there');
  return { file, snapshot, offset, text };
}

const flow = `use "b.flow"
# First
# and second

flow a "A flow"
role agent "Agent"
touchpoint phone "Customer calls" for buy
stage work "The work" {
  step check "Check it" by agent
    say """
    Good
    morning
    """
  choose kind? "Which?" {
    when "One" -> "In place" -> end one
    otherwise { call b }
  }
}
parallel { branch { step "Left" } branch { step } }
if again? "Again?" -> check
else -> end
`;

const tree = (entries: readonly OutlineEntry[], depth = 0): readonly string[] =>
  entries.flatMap(({ kind, name, detail, children }) => [
    `${'  '.repeat(depth)}${kind} ${name}${detail === '' ? '' : ` (${detail})`}`,
    ...tree(children, depth + 1),
  ]);

describe('the outline', () => {
  it('has flows, what they declare, and their statements as they stand in each other', () => {
    expect(tree(outline(view(flow).file))).toEqual([
      'flow A flow (a)',
      '  declaration Agent (role agent)',
      '  touchpoint Customer calls (phone)',
      '  stage The work (work)',
      '    step Check it (check)',
      '    question Which? (kind)',
      '      answer One',
      '        step In place',
      '        end One (one)',
      '      call B (b)',
      '  parallel parallel',
      '    step Left',
      '    step step',
      '  question Again? (again)',
      '  end end',
    ]);
  });

  it('nests by places, and what is selected lies inside', () => {
    expectNested(outline(view(flow).file));
  });

  it('of the whole project is searched by letters in their order', () => {
    const { snapshot } = view({
      'a.flow': flow,
      'b.flow': 'flow b\ntouchpoint t\nstep x "Check the stock"\nend\n',
    });
    const found = (query: string) =>
      workspaceSymbols(snapshot, query).map(({ path, entry }) => `${path} ${entry.name}`);
    expect(found('chck')).toEqual(['/p/a.flow Check it', '/p/b.flow Check the stock']);
    expect(found('chec stoc')).toEqual(['/p/b.flow Check the stock']);
    expect(found('zzz')).toEqual([]);
    expect(workspaceSymbols(snapshot, 'check')[0]?.container).toBe('A flow');
  });
});

describe('folding', () => {
  it('flows, blocks, texts of several lines, comments', () => {
    expect(
      folds(view(flow).file).map(({ kind, startLine, endLine }) => `${kind} ${startLine}-${endLine}`),
    ).toEqual(['comment 1-2', 'region 4-20', 'region 7-16', 'region 9-12', 'region 13-15']);
  });

  it('the uses of a file', () => {
    expect(folds(view('use "a.flow"\nuse "b.flow"\nflow c\n').file)).toEqual([
      { kind: 'imports', startLine: 0, endLine: 1 },
    ]);
  });
});

describe('semantic tokens', () => {
  it('tell a name from a word that is spelt the same', () => {
    const { file, text } = view(
      'flow a # owner\nowner "X"\nrole owner\ntouchpoint t -> "Y" by owner to customer within 2d -> end as success\n',
    );
    expect(
      semanticTokens(file).map(({ span, type, modifiers }) =>
        [type, text.slice(span.start, span.end), ...modifiers].join(' '),
      ),
    ).toEqual([
      'keyword flow',
      'namespace a declaration',
      'comment # owner',
      'modifier owner',
      'string "X"',
      'modifier role',
      'class owner declaration',
      'keyword touchpoint',
      'function t declaration',
      'operator ->',
      'string "Y"',
      'modifier by',
      'class owner',
      'modifier to',
      'class customer defaultLibrary',
      'modifier within',
      'number 2d',
      'operator ->',
      'keyword end',
      'modifier as',
      'enumMember success',
    ]);
  });
});

describe('selections', () => {
  it('grow from the word to the file', () => {
    const { file, offset, text } = view(
      'flow a\ntouchpoint t\nif x? {\n  step y "The la|bel" by agent\n}\nend\n',
    );
    const shown = selections(file, offset).map(({ start, end }) => text.slice(start, end));
    expect(shown).toEqual([
      'The label',
      '"The label"',
      'y "The label"',
      'step y "The label" by agent',
      '{\n  step y "The label" by agent\n}',
      'if x? {\n  step y "The label" by agent\n}',
      'flow a\ntouchpoint t\nif x? {\n  step y "The label" by agent\n}\nend',
      text,
    ]);
  });
});

describe('links', () => {
  it('lead to files, pages and flows', () => {
    const { snapshot, file, text } = view({
      'a.flow':
        'use "sub/b.flow"\nuse "missing.flow"\nflow a\ntouchpoint t\ncall b\nstep x\n  link "https://example.com/a"\nstep y\n  link "doc/list.pdf#page=2"\ntransfer missing\n',
      'sub/b.flow': '\n\nflow b\ntouchpoint t\nend\n',
    });
    expect(
      documentLinks(snapshot, file).map(({ span, target }) => [text.slice(span.start, span.end), target]),
    ).toEqual([
      ['sub/b.flow', { path: '/p/sub/b.flow' }],
      ['b', { path: '/p/sub/b.flow', line: 3 }],
      ['https://example.com/a', { address: 'https://example.com/a' }],
      ['doc/list.pdf#page=2', { path: '/p/doc/list.pdf' }],
    ]);
  });

  it('lead nowhere that a chart may not', () => {
    const { snapshot, file } = view('flow a\ntouchpoint t\nstep x\n  link "javascript:alert(1)"\nend\n');
    expect(documentLinks(snapshot, file)).toEqual([]);
  });
});

describe('hints', () => {
  const hinted = (text: string): string => {
    const { file } = view(text);
    return [...inlayHints(file, { start: 0, end: text.length })]
      .reverse()
      .reduce(
        (shown, { offset, label }) => `${shown.slice(0, offset)}«${label}»${shown.slice(offset)}`,
        text,
      );
  };

  it('sum up the limits since the customer came in, no loop gone round', () => {
    expect(
      hinted(
        'flow a\ntouchpoint t\nstep x within 1h\nif y? { wait z within 2d }\nstep w within 30min\nif v? -> x\nend\n',
      ),
    ).toBe(
      'flow a\ntouchpoint t\nstep x within 1h\nif y? { wait z within 2d«≤ 2 days 1 hour in all» }\nstep w within 30min«≤ 2 days 2 hours in all»\nif v? -> x\nend\n',
    );
  });

  it('say where a bare jump goes, unless its name says it', () => {
    expect(
      hinted(
        'flow a\ntouchpoint t\nstep x "Check the stock"\nstep open-account\nif y? -> x\nif z? -> open-account\nend\n',
      ),
    ).toContain('if y? -> x«Check the stock»\nif z? -> open-account\n');
  });

  it('are given for what is in sight', () => {
    const text = 'flow a\ntouchpoint t\nstep x "X it"\nif y? -> x\nif z? -> x\nend\n';
    const { file } = view(text);
    expect(inlayHints(file, { start: 0, end: text.indexOf('if z') })).toHaveLength(1);
  });
});

describe('lenses', () => {
  const titles = (marked: string | Readonly<Record<string, string>>) =>
    codeLenses(view(marked).file).map(({ title }) => title);

  it('say how many paths a flow has, how long the longest lasts, who calls it', () => {
    expect(titles('flow a\ntouchpoint t\nstep x within 2d\nif y? -> end one\nif z? -> x\nend two\n')).toEqual(
      ['2 paths · at most 4 days'],
    );
    expect(
      titles({
        'a.flow': 'flow a\ntouchpoint t\nend\n',
        'b.flow': 'use "a.flow"\nflow b\ntouchpoint t\ncall a\nend\n',
      }),
    ).toEqual(['1 path · called by 1 flow']);
  });

  it('stop counting', () => {
    const questions = Array.from({ length: 40 }, (_, n) => `if q${n}? { step "S${n}" }\n`).join('');
    expect(titles(`flow a\ntouchpoint t\n${questions}end\n`)).toEqual([`more than ${mostPaths} paths`]);
  });
});
