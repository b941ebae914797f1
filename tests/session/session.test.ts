import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scope } from '../../src/check/checked-file.ts';
import { elkThread } from '../../src/cli/build/elk-thread.ts';
import { fontFiles } from '../../src/cli/font-files.ts';
import type { Preset } from '../../src/lint/presets.ts';
import { presetSettings } from '../../src/lint/settings.ts';
import { createSession, createSessionMemory, type Session } from '../../src/session/session.ts';
import { type SessionInput, sessionInput } from '../../src/session/session-input.ts';
import { startFonts } from '../../src/session/start-fonts.ts';

const fonts = await startFonts(fontFiles);

interface Project {
  readonly files: Readonly<Record<string, string>>;
  readonly preset: Preset;
  readonly today: string;
}

const inputFor = ({ files, preset, today }: Project): SessionInput =>
  sessionInput(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    { rulesFor: () => presetSettings(preset), today, fonts },
  );

const paths = ['a.flow', 'b.flow', 'sub/c.flow', 'd.flow'] as const;

/** Texts that use each other, call each other, and have mistakes of which some are seen only from another file. */
const text: fc.Arbitrary<string> = fc
  .record({
    comment: fc.constantFrom(
      '',
      '# One\n',
      '# A longer comment\n\n',
      '# flowc-ignore-file long-label: so it is\n',
    ),
    uses: fc.subarray(['a.flow', 'b.flow', 'sub/c.flow', '../a.flow', '../b.flow', 'e.flow']),
    name: fc.constantFrom('order', 'refund', 'hotline', 'review'),
    declarations: fc.subarray([
      'role agent "Agent"',
      'role agent "The agent"',
      'role store "Store"',
      'system crm "CRM"',
      'request order "Order"',
      'term RMA "A number for what comes back"',
      'reviewed 2026-01-01 every 6mo',
      'direction right',
    ]),
    body: fc.array(
      fc.constantFrom(
        'touchpoint phone "Customer calls"',
        'touchpoint mail "Customer writes" for order',
        'step "Do it" by agent',
        'step do "Do the RMA" by agnt using crm',
        'step pack "Pack" by store to customer within 1h',
        'step again "Do it anew" by agent # flowc-ignore unnamed-question: why not',
        'call order',
        'call refund',
        'transfer hotline',
        'transfer reveiw',
        'if ok? "All well?" -> do',
        'wait "For the customer" within 2d',
        'stage "Work" {',
        '}',
        'stpe "Broken"',
        '-> nowhere',
        'end done "Done"',
      ),
      { maxLength: 8 },
    ),
  })
  .map(({ comment, uses, name, declarations, body }) =>
    [comment, ...uses.map((path) => `use "${path}"`), `flow ${name}`, ...declarations, ...body, ''].join(
      '\n',
    ),
  );

type Edit = (project: Project) => Project;
const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(fc.constantFrom(...paths), text).map(
      ([path, written]): Edit =>
        (project) => ({ ...project, files: { ...project.files, [path]: written } }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...paths),
        fc.constantFrom('# x\n', 'role agent "Agent"\n', '\n'),
        fc.double({ min: 0, max: 1, noNaN: true }),
      )
      .map(
        ([path, added, share]): Edit =>
          (project) => {
            const old = project.files[path];
            if (old === undefined) return project;
            const lines = old.split('\n');
            lines.splice(Math.floor(share * lines.length), 0, added.trimEnd());
            return { ...project, files: { ...project.files, [path]: lines.join('\n') } };
          },
      ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...paths).map(
      (path): Edit =>
        (project) => ({
          ...project,
          files: Object.fromEntries(Object.entries(project.files).filter(([each]) => each !== path)),
        }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Preset>('recommended', 'service', 'none').map(
      (preset): Edit =>
        (project) => ({ ...project, preset }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('2026-05-01', '2026-11-21').map(
      (today): Edit =>
        (project) => ({ ...project, today }),
    ),
  },
);

/** All that a session says of a file. */
const answersOf = (session: Session, path: string) => ({
  parsed: session.parsed(path),
  uses: session.uses(path),
  usersOf: session.usersOf(path),
  checked: plain(session.checked(path)),
  built: session.built(path),
  languageErrors: session.languageErrors(path),
  findings: session.findings(path),
  diagnostics: session.diagnostics(path),
});

/** A scope may be a view of two maps, which is compared by what is in it. */
const plain = (checked: ReturnType<Session['checked']>) =>
  checked && {
    ...checked,
    scope: namesOf(checked.scope),
    flows: checked.flows.map((flow) => ({ ...flow, scope: namesOf(flow.scope) })),
  };

const namesOf = ({ flows, roles, systems, requests, terms }: Scope) =>
  [flows, roles, systems, requests, terms].map((names) => [...names]);

/** A memory that counts what is worked out, but for what is given. */
function counting() {
  const answered: string[] = [];
  const memory = createSessionMemory({
    remembers: true,
    onAnswer: (name, key) => answered.push(`${name} ${key}`),
  });
  return { memory, taken: () => new Set(answered.splice(0)) };
}

const judged = (files: Readonly<Record<string, string>>): SessionInput =>
  inputFor({ files, preset: 'service', today: '2026-11-21' });

const shared =
  'flow shared\nrole agent "Agent"\ntouchpoint phone "Call"\nstep ask "Ask" by agent to customer\nend known\n';
const user =
  'use "shared.flow"\nflow user\ntouchpoint mail "Mail"\nstep read "Read" by agent\ncall shared\nend done\n';
const alone =
  'flow alone\nrole clerk "Clerk"\ntouchpoint shop "Shop"\nstep greet "Greet" by clerk\nend gone\n';
const project = { 'alone.flow': alone, 'shared.flow': shared, 'user.flow': user };

describe('a session', () => {
  it('answers after any edits what a new one answers', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), fc.nat(), (edits, chosen) => {
        const memory = createSessionMemory({ remembers: true });
        let project: Project = { files: {}, preset: 'service', today: '2026-11-21' };
        for (const [at, change] of edits.entries()) {
          project = change(project);
          const session = memory.session(inputFor(project));
          // Not everything is asked every time, so that some answers are older than others.
          const asked = paths.filter((_, place) => ((chosen >> ((at + place) % 24)) & 1) === 0);
          for (const path of at === edits.length - 1 ? paths : asked) {
            const fresh = createSession(inputFor(project));
            expect(answersOf(session, path)).toEqual(answersOf(fresh, path));
            expect(session.drawing({ path, flow: 0 })).toEqual(fresh.drawing({ path, flow: 0 }));
          }
          const fresh = createSession(inputFor(project));
          expect(session.paths()).toEqual(fresh.paths());
          expect(session.allFindings()).toEqual(fresh.allFindings());
        }
      }),
      { numRuns: 60 },
    );
  });

  it('finds in a file by itself what it finds in all of them together', () => {
    fc.assert(
      fc.property(fc.tuple(text, text, text, text), (texts) => {
        const files = Object.fromEntries(paths.map((path, at) => [path, texts[at] ?? '']));
        const session = createSession(judged(files));
        for (const [path, found] of session.allFindings()) expect(session.findings(path)).toEqual(found);
      }),
      { numRuns: 50 },
    );
  });

  it('is as its sources are at one moment, whatever others are made of them', () => {
    const memory = createSessionMemory({ remembers: true });
    const before = memory.session(judged(project));
    const found = before.diagnostics('user.flow');
    const after = before.with(
      judged({ ...project, 'shared.flow': shared.replace('flow shared', 'flow other') }),
    );
    expect(after.diagnostics('user.flow').map(({ code }) => code)).toContain('unknown-flow');
    expect(before.diagnostics('user.flow')).toEqual(found);
  });

  it('reads nothing twice, and judges alone the file that was edited', () => {
    const { memory, taken } = counting();
    const all = Object.keys(project);
    for (const path of all) memory.session(judged(project)).diagnostics(path);
    expect(taken()).toContain('findings alone.flow');
    for (const path of all) memory.session(judged(project)).diagnostics(path);
    expect([...taken()].filter((each) => !/^(given paths|source|rules|today|beside) /.test(each))).toEqual(
      [],
    );
    const edited = memory.session(judged({ ...project, 'alone.flow': alone.replace('Greet', 'Greets') }));
    for (const path of all) edited.diagnostics(path);
    const work = [...taken()].filter((each) => /^(parsed|checked|built|findings|diagnostics) /.test(each));
    // Nothing was found in it before, nor is now: what was said of it stays.
    expect(work.sort()).toEqual(
      ['built', 'checked', 'findings', 'parsed'].map((each) => `${each} alone.flow`),
    );
  });

  it('does not judge or build again what uses a file in which only comments, blanks and places have changed', () => {
    const { memory, taken } = counting();
    const all = Object.keys(project);
    for (const path of all) memory.session(judged(project)).diagnostics(path);
    taken();
    const commented = `# What all use\n\n${shared}`;
    const edited = memory.session(judged({ ...project, 'shared.flow': commented }));
    for (const path of all) edited.diagnostics(path);
    const work = taken();
    expect(work).toContain('findings shared.flow');
    for (const each of ['findings user.flow', 'made user.flow', 'findings alone.flow', 'parsed user.flow'])
      expect(work).not.toContain(each);
    // What was declared elsewhere stands there now.
    expect(edited.checked('user.flow')?.scope.roles.get('agent')?.span.start).toBe(
      commented.indexOf('agent'),
    );
  });

  it('judges again what uses a file in which a name has changed, and what is used where its user has', () => {
    const { memory, taken } = counting();
    memory.session(judged(project)).diagnostics('user.flow');
    memory.session(judged(project)).diagnostics('shared.flow');
    taken();
    memory
      .session(judged({ ...project, 'shared.flow': shared.replaceAll('agent', 'clerk') }))
      .diagnostics('user.flow');
    expect(taken()).toContain('findings user.flow');
    const used = memory.session(
      judged({ ...project, 'user.flow': user.replace('call shared', 'step "Write" by agent') }),
    );
    expect(used.diagnostics('shared.flow')).toEqual(
      createSession(
        judged({ ...project, 'user.flow': user.replace('call shared', 'step "Write" by agent') }),
      ).diagnostics('shared.flow'),
    );
    expect(taken()).toContain('findings shared.flow');
  });

  it('calls an owner in a flow as the file calls him now in which he is declared', () => {
    const { memory } = counting();
    const ownersIn = (session: Session) =>
      session.built('user.flow')[0]?.process.owners.map(({ label }) => label);
    expect(ownersIn(memory.session(judged(project)))).toEqual(['Agent']);
    const renamed = { ...project, 'shared.flow': shared.replace('"Agent"', '"Clerk"') };
    expect(ownersIn(memory.session(judged(renamed)))).toEqual(['Clerk']);
  });

  it('judges again what uses a file in which a party or a level has another name', () => {
    const { memory } = counting();
    const head =
      'flow shared\nparty carrier "Network"\nlevel p1 "Nobody can work"\ntouchpoint phone "Call"\n';
    const declares = `${head}step look "Look" by carrier within p1 1h, 2h\nend known\n`;
    const asks =
      'use "shared.flow"\nflow asks\ntouchpoint mail "Mail"\nstep read "Read" by carrier within p1 1h, 2h\nend done\n';
    const ownersAndLevels = (text: string) =>
      memory
        .session(judged({ 'asks.flow': asks, 'shared.flow': text }))
        .built('asks.flow')
        .map(({ process: { owners, declarations } }) =>
          [...owners, ...declarations.levels].map(({ id, label, declared }) => `${id} ${label} ${declared}`),
        );
    expect(ownersAndLevels(declares)).toEqual([
      ['carrier Network elsewhere', 'p1 Nobody can work elsewhere'],
    ]);
    expect(ownersAndLevels(declares.replace('"Network"', '"Line"').replace('"Nobody', '"No one'))).toEqual([
      ['carrier Line elsewhere', 'p1 No one can work elsewhere'],
    ]);
  });

  it('knows what a misspelt name in another file is meant for, wherever that stands now', () => {
    const { memory } = counting();
    const roles = 'flow roles\nrole expert "Expert"\ntouchpoint phone "Call"\nend known\n';
    const misspelt =
      'use "roles.flow"\nflow asks\ntouchpoint mail "Mail"\nstep read "Read" by exprt\nend done\n';
    const unused = (text: string): readonly string[] =>
      memory
        .session(judged({ 'asks.flow': misspelt, 'roles.flow': text }))
        .findings('roles.flow')
        .map(({ code }) => code)
        .filter((code) => code === 'unused-declaration');
    expect(unused(roles)).toEqual([]);
    expect(unused(`# Who knows\n${roles}`)).toEqual([]);
    expect(unused(`# Who knows\n${roles.replaceAll('expert', 'supervisor')}`)).toEqual([
      'unused-declaration',
    ]);
  });

  it('keeps what it found, the very same list, where an edit elsewhere changes nothing in it', () => {
    const { memory } = counting();
    const before = memory.session(judged(project)).diagnostics('user.flow');
    const edited = memory.session(
      judged({ ...project, 'shared.flow': shared.replace('"Ask"', '"Ask him"') }),
    );
    expect(edited.diagnostics('user.flow')).toBe(before);
  });

  it('judges again when the day or the settings of a rule are others, and not when they are only read again', () => {
    const { memory, taken } = counting();
    const input = judged({ 'a.flow': alone.replace('role', 'reviewed 2026-11-01 every 6mo\nrole') });
    expect(
      memory
        .session(input)
        .findings('a.flow')
        .map(({ code }) => code),
    ).not.toContain('review-overdue');
    taken();
    memory.session({ ...input, rulesFor: () => presetSettings('service') }).findings('a.flow');
    expect(taken()).not.toContain('findings a.flow');
    const later = memory.session({ ...input, today: '2029-12-24' }).findings('a.flow');
    expect(later.map(({ code }) => code)).toContain('review-overdue');
    expect(memory.session({ ...input, rulesFor: () => new Map() }).findings('a.flow')).toEqual([]);
  });

  it('draws at once when its fonts are started, and the same flow once', () => {
    const { memory, taken } = counting();
    const wish = { path: 'alone.flow', flow: 0 };
    const drawn = memory.session(judged(project)).drawing(wish);
    expect(drawn?.value?.nodes.map(({ id }) => id)).toContain('greet');
    taken();
    const moved = memory.session(judged({ ...project, 'alone.flow': `# Moved\n${alone}` }));
    expect(moved.drawing(wish)).toBe(drawn);
    expect(taken()).not.toContain('drawing ["alone.flow",0,null,null,null]');
    expect(moved.drawing({ ...wish, direction: 'right' })).not.toEqual(drawn);
    expect(moved.drawing({ ...wish, show: [] })).not.toEqual(drawn);
    expect(moved.drawing({ ...wish, flow: 1 })).toBeUndefined();
    const { fonts: _, ...unstarted } = judged(project);
    expect(() => createSession(unstarted).drawing(wish)).toThrow('fonts');
  });

  it('divides words at once, too, in every language that it knows how to', async () => {
    const word = 'Donaudampfschifffahrtsgesellschaftskapitänsanwärterbescheinigung';
    const files = { 'a.flow': `flow a\nlanguage de\ntouchpoint telefon "${word}"\nend\n` };
    const session = createSession(judged(files));
    const [built] = session.built('a.flow');
    if (built === undefined) throw new Error('no flow');
    const { createMeasurer } = await import('../../src/type/create-measurer.ts');
    const { layoutFlow } = await import('../../src/layout/layout-flow.ts');
    const waited = await layoutFlow(built.process, { measurer: await createMeasurer(fontFiles) });
    expect(session.drawing({ path: 'a.flow', flow: 0 })).toEqual(waited);
  });

  it('waits for ELK alone, which places the flow that was asked for', async () => {
    const { session, wish } = {
      session: createSession(judged(project)),
      wish: { path: 'alone.flow', flow: 0 },
    };
    const own = session.drawing(wish);
    const byElk = await session.drawingByElk(wish, elkThread(60_000));
    expect(byElk?.value?.nodes.map(({ id }) => id).sort()).toEqual(
      own?.value?.nodes.map(({ id }) => id).sort(),
    );
    expect(byElk?.value).not.toEqual(own?.value);
    expect(await session.drawingByElk({ ...wish, flow: 1 }, elkThread(60_000))).toBeUndefined();
  });
});
