import { byPlace, type Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { Process } from '../../model/process.ts';
import { nearestFlow } from '../../preview/flow-span.ts';
import { isWhole } from '../../preview/is-whole.ts';
import type { FlowNow } from '../../preview/last-good.ts';
import type { PreviewedFinding } from '../../preview/messages.ts';
import { nodePlaces } from '../../preview/node-places.ts';
import { closureOf } from '../../project/load-files.ts';
import { absolutePath } from '../../project/path.ts';
import { lineIndex } from '../../text/line-index.ts';
import { type DrawSettings, type DrawWishes, drawSettings } from '../build/draw-settings.ts';
import { refuseMistakes } from '../judge.ts';
import { askedFiles, openProject, type Project } from '../open-project.ts';
import type { ProjectMemory } from '../project-memory.ts';
import type { Shell } from '../shell.ts';
import type { EditorLink } from './editor-link.ts';
import { placesToShow } from './places-to-show.ts';

/** A file of a preview. */
export interface PreviewedFile {
  /** The file, as people name it. */
  readonly shown: string;
  readonly absolutePath: string;
  readonly text: string;
  readonly isBroken: boolean;
  readonly settings: DrawSettings;
}

/** All that is to be shown of a project as it is now. */
export interface FlowsNow {
  readonly flows: readonly FlowNow[];
  readonly findings: readonly PreviewedFinding[];
  /** By the shown path. */
  readonly files: ReadonlyMap<string, PreviewedFile>;
}

/**
 * Reads the flows that were asked for and those that they use; files outside of the project
 * are left out, wherever a `use` or a symbolic link leads. What `memory` knows of them is
 * not worked out again. Throws a `UsageError` where files or configurations cannot be read.
 */
export async function readFlows(
  shell: Shell,
  names: readonly string[],
  wishes: DrawWishes,
  editor: EditorLink,
  memory: ProjectMemory,
): Promise<FlowsNow> {
  const asked = await askedFiles(shell, names);
  const project = openProject(shell, asked, { today: shell.today() }, { memory });
  await refuseMistakes(shell, project);
  const mayShow = placesToShow(shell.cwd, project);
  const paths = new Set(
    project.asked.flatMap(({ path }) =>
      closureOf(project.loaded.files, path).map(({ source }) => source.path),
    ),
  );
  const flows: FlowNow[] = [];
  const findings: PreviewedFinding[] = [];
  const files = new Map<string, PreviewedFile>();
  const keys = keysOf(project, paths);
  for (const path of [...paths].sort()) {
    const { session } = project;
    const parsed = session.parsed(path);
    const built = session.built(path);
    const absolute = absolutePath(project.loaded.base, path);
    if (parsed === undefined || !mayShow(absolute)) continue;
    const { source, document } = parsed;
    const shown = project.shownPath(path);
    const lines = lineIndex(source.text);
    const link = ({ line, column }: { readonly line: number; readonly column: number }) =>
      editor(absolute, line, column);
    const errors = session.languageErrors(path).filter(({ severity }) => severity === 'error');
    files.set(shown, {
      shown,
      absolutePath: absolute,
      text: source.text,
      isBroken: errors.length > 0,
      settings: drawSettings(wishes, project.configurations.configurationFor(absolute), []),
    });
    const keyOf = (process: Process | undefined) => process && keys.get(process);
    for (const [at, each] of built.entries()) {
      const { process, origin } = each;
      flows.push({
        key: keyOf(process) ?? '',
        path: shown,
        process,
        nodes: nodePlaces(each, lines, (flow) => calleeKey(project, keys, path, flow), link),
        line: lines.position(origin.flow.start).line,
        whole: isWhole(document.flows, at, errors),
      });
    }
    for (const { span, severity, code, message, help } of diagnosticsOf(project, path)) {
      const place = { ...lines.position(span.start), end: lines.position(span.end) };
      const at = nearestFlow(document.flows, span.start);
      const flow = at === undefined ? undefined : keyOf(built[at]?.process);
      const address = link(place);
      findings.push({
        ...place,
        file: shown,
        severity,
        code,
        message,
        ...(flow === undefined ? {} : { flow }),
        ...(help === undefined ? {} : { help }),
        ...(address === undefined ? {} : { editor: address }),
      });
    }
  }
  return { flows, findings: findings.sort(bySeverity), files };
}

/** The errors of the language alone for a file that is only used: nobody asked what else is wrong with it. */
function diagnosticsOf({ asked, session }: Project, path: string): readonly Diagnostic[] {
  if (asked.some((file) => file.path === path)) return session.diagnostics(path);
  return [...session.languageErrors(path)].sort(byPlace);
}

/** `path#id` for every flow; where two have the same, which is an error, the later ones are counted. */
function keysOf(project: Project, paths: ReadonlySet<string>): ReadonlyMap<Process, string> {
  const keys = new Map<Process, string>();
  const taken = new Set<string>();
  for (const path of paths)
    for (const { process } of project.session.built(path)) {
      const name = `${project.shownPath(path)}#${process.id}`;
      let key = name;
      for (let count = 2; taken.has(key); count++) key = `${name}~${count}`;
      taken.add(key);
      keys.set(process, key);
    }
  return keys;
}

function calleeKey(
  project: Project,
  keys: ReadonlyMap<Process, string>,
  from: string,
  { id, path = from }: { readonly id: string; readonly path?: string },
): string | undefined {
  const found = project.session.built(path).find(({ process }) => process.id === id);
  return found && keys.get(found.process);
}

const rank = { error: 0, warning: 1, info: 2 } as const;
const bySeverity = (a: PreviewedFinding, b: PreviewedFinding): number => rank[a.severity] - rank[b.severity];
