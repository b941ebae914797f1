import { analyse } from '../analysis/analyse.ts';
import { lazy } from '../analysis/lazy.ts';
import type { CheckedFile } from '../check/checked-file.ts';
import type { Built } from '../model/built.ts';
import type { FileContext, ProjectContext, UsesOfFile } from './context.ts';
import { flowContext } from './flow-context.ts';
import { nameUses } from './name-uses.ts';
import { usedDeclarations } from './used-declarations.ts';
import { usesOfFile } from './uses-of-file.ts';

/**
 * A file to judge: its names resolved, and what each of its flows was built to, in order. Nothing of it is asked for
 * before a rule needs it.
 */
export interface LintFile {
  readonly checked: CheckedFile;
  readonly built: readonly Built[];
  /** These two come from the others if they are not set. */
  readonly path?: string;
  readonly uses?: UsesOfFile;
}

/**
 * All that rules may ask about files that are judged together on a day, `2026-11-21`; each answer is worked out once.
 */
export function projectContext(input: readonly LintFile[], today: string): ProjectContext {
  const collection = analyse(input.flatMap(({ built }) => built));
  const project: ProjectContext = {
    ...collection,
    today,
    files: lazy(() => input.map(fileContext)),
    flows: lazy(() => project.files().flatMap((file) => file.flows())),
    flowAt: (flow) => {
      const called = collection.flowAt(flow);
      return called === undefined ? undefined : project.contextOf(called.process);
    },
    contextOf: (process) => contexts().get(process),
    usedDeclarations: lazy(() => usedDeclarations(project)),
  };
  const contexts = lazy(() => new Map(project.flows().map((flow) => [flow.process, flow])));
  return project;

  function fileContext(file: LintFile): FileContext {
    const context: FileContext = {
      path: file.path ?? file.checked.parsed.source.path,
      get text() {
        return file.checked.parsed.source.text;
      },
      get checked() {
        return file.checked;
      },
      project,
      nameUses: lazy(() => nameUses(context)),
      uses: lazy(
        () =>
          file.uses ??
          usesOfFile(
            file.checked,
            file.built.map(({ process }) => process),
          ),
      ),
      flows: lazy(() =>
        file.built.flatMap((built, at) => {
          const analysed = collection.analysisOf(built.process);
          return analysed === undefined ? [] : [flowContext(analysed, built, at, context, project)];
        }),
      ),
    };
    return context;
  }
}
