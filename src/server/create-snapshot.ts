import type { FlowContext } from '../lint/context.ts';
import { projectContext } from '../lint/project-context.ts';
import type { RuleSettings } from '../lint/settings.ts';
import type { Configuration } from '../project/find-configuration.ts';
import { settingsOf } from '../project/rule-settings.ts';
import { createSessionMemory, type Session, type SessionMemory } from '../session/session.ts';
import { createLexer } from '../syntax/lexer.ts';
import { parse } from '../syntax/parse.ts';
import type { ParsedFile } from '../syntax/parsed-file.ts';
import { tokenize } from '../syntax/tokenize.ts';
import { lineIndex } from '../text/line-index.ts';
import type { Source } from '../text/source.ts';
import { type Occurrence, occurrencesIn } from './occurrences.ts';
import type { Configurations, FileView, Snapshot } from './snapshot.ts';

export interface SnapshotInput {
  readonly paths: ReadonlySet<string>;
  readonly source: (path: string) => Source | undefined;
  readonly configurations: Configurations;
  readonly today: string;
}

/** Makes snapshots that follow one another; what was worked out for one of them is known to the next. */
export function createSnapshots(
  read: (source: Source) => ParsedFile = parse,
): (input: SnapshotInput) => Snapshot {
  const memory = createSessionMemory({ remembers: true, parse: read });
  const queries = serverQueries(memory, read);
  const rulesOf = rulesOfConfigurations();
  return (input) => {
    const session = memory.session({
      paths: [...input.paths],
      source: input.source,
      rulesFor: (path) => rulesOf(input.configurations.of(path)),
      today: input.today,
    });
    return snapshotOf(session, queries, input);
  };
}

/** The settings of configurations, without what is wrong in them: that is shown there. */
function rulesOfConfigurations(): (configuration: Configuration) => RuleSettings {
  const known = new WeakMap<Configuration, RuleSettings>();
  return (configuration) => {
    const rules = known.get(configuration) ?? settingsOf(configuration, new Map(), () => undefined);
    known.set(configuration, rules);
    return rules;
  };
}

type ServerQueries = ReturnType<typeof serverQueries>;

/** What features ask of a file besides what the session knows of it. */
function serverQueries({ memo: { derived }, queries }: SessionMemory, read: (source: Source) => ParsedFile) {
  const { parsed, checked, built, judgedWith, today } = queries;
  const lexer = createLexer();
  const textOf = derived('text', (moment, path) => parsed(moment, path)?.source.text ?? '');
  return {
    read,
    tokens: derived('tokens', (moment, path) => tokenize(textOf(moment, path), lexer)),
    lines: derived('lines', (moment, path) => lineIndex(textOf(moment, path))),
    occurrences: derived('occurrences', (moment, path): readonly Occurrence[] => {
      const file = checked(moment, path);
      return file === undefined ? [] : occurrencesIn(file);
    }),
    flows: derived('contexts', (moment, path): readonly FlowContext[] => {
      const judged = judgedWith(moment, path).flatMap((each) => {
        const file = checked(moment, each);
        return file === undefined ? [] : [{ checked: file, built: built(moment, each) }];
      });
      return projectContext(judged, today(moment, ''))
        .files()
        .filter((file) => file.path === path)
        .flatMap((file) => file.flows());
    }),
  };
}

function snapshotOf(session: Session, queries: ServerQueries, input: SnapshotInput): Snapshot {
  const { source, configurations, today } = input;
  const views = new Map<string, FileView>();
  return {
    get paths() {
      return session.paths();
    },
    configurations,
    today,
    usersOf: session.usersOf,
    textOf: (path) => source(path)?.text ?? '',
    file(path) {
      const known = views.get(path);
      if (known !== undefined) return known;
      const parsed = session.has(path) ? session.parsed(path) : undefined;
      if (parsed === undefined) return undefined;
      const view = viewOf(session, queries, path, parsed);
      views.set(path, view);
      return view;
    },
    with: (path, text) => {
      const edited = (other: string): Source | undefined => (other === path ? { path, text } : source(other));
      const paths = new Set([...input.paths, path]);
      const next = { ...input, paths, source: edited };
      return snapshotOf(session.with({ paths: [...paths], source: edited }), queries, next);
    },
  };
}

function viewOf(session: Session, queries: ServerQueries, path: string, parsed: ParsedFile): FileView {
  const { moment } = session;
  const view: FileView = {
    path,
    text: parsed.source.text,
    parsed,
    read: queries.read,
    uses: session.uses(path),
    tokens: () => queries.tokens(moment, path),
    lines: () => queries.lines(moment, path),
    checked() {
      const checked = session.checked(path);
      if (checked === undefined) throw new Error(`nothing is known of ${path}`);
      return checked;
    },
    built: () => session.built(path),
    processes: () => view.built().map(({ process }) => process),
    occurrences: () => queries.occurrences(moment, path),
    rules: () => session.rules(path),
    flows: () => queries.flows(moment, path),
    diagnostics: () => session.diagnostics(path),
  };
  return view;
}
