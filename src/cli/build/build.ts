import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { FlowGraph } from '../../graph/flow-graph.ts';
import { isUnreadable } from '../../project/file-system.ts';
import { absolutePath, parentFolder, relativePath } from '../../project/path.ts';
import { fingerprint } from '../../render/metadata.ts';
import { counted } from '../../report/count-words.ts';
import type { Report } from '../../report/report.ts';
import type { CommonOptions } from '../commands/command-context.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { type Judgement, judge, refuseMistakes } from '../judge.ts';
import { askedFiles, openProject, type Project } from '../open-project.ts';
import { progressOn } from '../progress.ts';
import { reportFailure } from '../report-failure.ts';
import type { Shell } from '../shell.ts';
import { UsageError } from '../usage-error.ts';
import { version } from '../version.ts';
import { countJobs } from './count-jobs.ts';
import { drawFlows } from './draw-flows.ts';
import { type DrawWishes, drawSettings } from './draw-settings.ts';
import { drawnHere } from './drawn-here.ts';
import { freshnessOf, inputsOf } from './freshness.ts';
import { type FlowFile, type Output, type OutputWishes, planOutputs } from './plan-outputs.ts';
import { removeSurplus, surplusPages } from './surplus-pages.ts';

export interface BuildOptions extends CommonOptions, OutputWishes, DrawWishes {
  /** Fonts of the user's own. */
  readonly font?: readonly string[];
  readonly check?: boolean;
  readonly force?: boolean;
  /** How many threads draw; by default as many as are worth it. */
  readonly jobs?: number;
}

/** Draws every flow that has no errors, and says what became of the others. */
export async function build(
  shell: Shell,
  names: readonly string[],
  options: BuildOptions,
): Promise<ExitCode> {
  const project = openProject(shell, await askedFiles(shell, names));
  const judgement = judge(shell, project, { today: shell.today() });
  await refuseMistakes(shell, judgement);
  const outputs = planOutputs(shell.files, shell.cwd, flowFiles(project), options);
  const flowcVersion = version();
  const fonts = (options.font ?? []).map((path) => absolutePath(shell.cwd, path));
  const fontPrints = fonts.map((path) => fingerprintOf(shell, path));
  const known = drawnHere(shell.environment);
  const refused = options.force === true ? new Set<FlowGraph>() : refusedFlows(judgement);
  const wanted = outputs
    .filter(({ graph }) => !refused.has(graph))
    .map((output) => {
      const settings = drawSettings(options, output.file.configuration, fontPrints);
      const inputs = inputsOf(project, output, settings, flowcVersion);
      const found = freshnessOf(shell, output, settings, inputs);
      const isDoubtful = found === 'fresh' && output.format !== 'json' && !known.has(inputs);
      return { output, settings, inputs, freshness: isDoubtful && options.check !== true ? 'stale' : found };
    });
  const places = new Set(outputs.flatMap(({ place }) => place?.path.toLowerCase() ?? []));
  const stale = wanted.filter(({ freshness }) => freshness !== 'fresh');
  const errors = await showErrors(shell, judgement.report(), options);

  if (options.check === true) {
    for (const { output, freshness } of stale)
      shell.stdout.write(`${freshness} ${shownPlace(shell, output)}\n`);
    const surplus = surplusPages(shell, wanted, places);
    for (const { path } of surplus) shell.stdout.write(`surplus ${relativePath(shell.cwd, path)}\n`);
    return errors + stale.length + surplus.length > 0 ? exitCodes.findings : exitCodes.clean;
  }
  const progress = progressOn(shell.stderr, 'drawing', stale.length);
  const { drawn, failed, unwritten, defects } = await drawFlows(shell, stale, {
    version: flowcVersion,
    fonts,
    jobs: countJobs(options.jobs, stale.length),
    places,
    progress,
  });
  progress.end();
  for (const folder of new Set(
    stale.flatMap(({ output: { place } }) => (place ? [parentFolder(place.path)] : [])),
  ))
    shell.files.removeLeftovers(folder);
  known.add(stale.map(({ inputs }) => inputs));
  const removed = removeSurplus(shell, surplusPages(shell, wanted, places));
  for (const { message, help } of failed)
    shell.stderr.write(`error: ${message}\n${help === undefined ? '' : `  ${help}\n`}`);
  for (const error of unwritten) reportFailure(shell, error);
  if (outputs.every(({ place }) => place !== undefined))
    shell.stderr.write(
      `${summary(drawn, wanted.length - stale.length, failed.length + unwritten.length, refused.size + defects.length, removed)}\n`,
    );
  if (defects.length > 0) throw defects[0];
  if (unwritten.length > 0) return exitCodes.usage;
  return errors > 0 || failed.length > 0 ? exitCodes.findings : exitCodes.clean;
}

function fingerprintOf({ cwd, files }: Shell, path: string): string {
  const bytes = files.read(path);
  if (isUnreadable(bytes))
    throw new UsageError(`the font ${relativePath(cwd, path)} cannot be read: ${bytes.message}`);
  return fingerprint(bytes);
}

const flowFiles = ({ asked, understood }: Project): readonly FlowFile[] =>
  asked.map((file) => ({ file, graphs: understood.get(file.path)?.graphs ?? [] }));

/** The flows that are not drawn: all of a file that has an error of the language, else those in which a rule found an error. */
function refusedFlows({ project, diagnosticsOf }: Judgement): ReadonlySet<FlowGraph> {
  return new Set(
    project.asked.flatMap((file) => {
      const understood = project.understood.get(file.path);
      if (understood === undefined) return [];
      const { graphs, checked, diagnostics } = understood;
      if (diagnostics.some(isError)) return graphs;
      const errors = diagnosticsOf(file).filter(isError);
      return graphs.filter((_, at) => {
        const span = checked.flows[at]?.flow.span;
        return errors.some((error) => span === undefined || isIn(error, span));
      });
    }),
  );
}

const isError = ({ severity }: Diagnostic): boolean => severity === 'error';
const isIn = (error: Diagnostic, span: Diagnostic['span']): boolean =>
  error.span.start >= span.start && error.span.start <= span.end;

/** Shows the errors; what is not so bad is the business of `flowc lint`. */
async function showErrors(shell: Shell, report: Report, { color }: CommonOptions): Promise<number> {
  const files = report.files
    .map((file) => ({ ...file, diagnostics: file.diagnostics.filter(isError) }))
    .filter(({ diagnostics }) => diagnostics.length > 0);
  if (files.length === 0) return 0;
  const { colourOf, paletteOf } = await import('../colour.ts');
  const { prettyFindings } = await import('../../report/pretty.ts');
  const palette = paletteOf(colourOf(shell.stderr, shell.environment, color));
  shell.stderr.write(prettyFindings({ ...report, files }, { palette, width: shell.stderr.columns }));
  return files.reduce((sum, { diagnostics }) => sum + diagnostics.length, 0);
}

const shownPlace = (shell: Shell, { place }: Output): string =>
  place === undefined ? 'standard output' : relativePath(shell.cwd, place.path);

function summary(drawn: number, fresh: number, failed: number, refused: number, removed: number): string {
  const parts = [
    `${counted(drawn, 'picture')} drawn`,
    ...(fresh > 0 ? [`${fresh} fresh already`] : []),
    ...(removed > 0 ? [`${counted(removed, 'surplus page')} removed`] : []),
    ...(failed > 0 ? [`${failed} not drawn`] : []),
    ...(refused > 0 ? [`${counted(refused, 'flow')} not drawn`] : []),
  ];
  return parts.join(', ');
}
