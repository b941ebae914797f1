import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { Process } from '../../model/process.ts';
import { outputNamed } from '../../output/registry.ts';
import { isUnreadable } from '../../project/file-system.ts';
import { absolutePath, parentFolder, relativePath } from '../../project/path.ts';
import { fingerprint } from '../../render/metadata.ts';
import type { Report, SeverityCounts } from '../../report/report.ts';
import { isFont } from '../../type/is-font.ts';
import type { CommonOptions } from '../commands/command-context.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { type Judgement, judge, refuseMistakes } from '../judge.ts';
import { askedFiles, openProject, type Project } from '../open-project.ts';
import { progressOn } from '../progress.ts';
import { reportFailure } from '../report-failure.ts';
import type { Shell } from '../shell.ts';
import { typedCommand } from '../typed-command.ts';
import { UsageError } from '../usage-error.ts';
import { version } from '../version.ts';
import { checkSummary, drawSummary, otherFindings } from './build-summary.ts';
import { chartLinks } from './chart-links.ts';
import { countJobs } from './count-jobs.ts';
import { drawFlows, type PictureJob } from './draw-flows.ts';
import { type DrawWishes, drawSettings } from './draw-settings.ts';
import { drawnHere } from './drawn-here.ts';
import { type Freshness, freshnessOf, inputsOf } from './freshness.ts';
import { type LeftPicture, leftBehind, removeLeft } from './left-behind.ts';
import { type FlowFile, type OutputPlan, type OutputWishes, planOutputs } from './plan-outputs.ts';
import { placeKey, refuseCollisions } from './refuse-collisions.ts';
import { refuseLanesByElk } from './refuse-lanes.ts';
import { surplusPages } from './surplus-pages.ts';

export interface BuildOptions extends CommonOptions, OutputWishes, DrawWishes {
  /** Fonts of the user's own. */
  readonly font?: readonly string[];
  readonly check?: boolean;
  /** Remove the pictures of flows that are no more. */
  readonly prune?: boolean;
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
  if (options.check === true && options.prune === true)
    throw new UsageError('--check and --prune exclude each other: the one writes nothing, the other removes');
  const found = await askedFiles(shell, names);
  const project = openProject(shell, found, { today: shell.today() });
  await refuseMistakes(shell, project);
  const judgement = judge(project);
  const plan = planOutputs(shell.files, shell.cwd, flowFiles(project), options);
  const { outputs } = plan;
  const counts = severityCounts(judgement);
  // Before anything else can end the build: it never hides what is wrong with a flow.
  if (counts.error > 0) await showErrors(shell, judgement.report(), options);
  refuseCollisions(shell.cwd, plan, options.force === true);
  const fonts = (options.font ?? []).map((path) => absolutePath(shell.cwd, path));
  const refused = options.force === true ? new Set<Process>() : refusedFlows(judgement);
  const known = drawnHere(shell.environment);
  const pictures = picturesOf(shell, project, plan, options, {
    refused,
    fonts: fonts.map((path) => fingerprintOf(shell, path)),
    // `--check` believes what a picture says of itself.
    isKnown: (inputs) => options.check === true || known.has(inputs),
  });
  refuseLanesByElk(pictures);
  const places = new Set(outputs.flatMap(({ place }) => (place ? [placeKey(place.path)] : [])));
  const left = leftBehind(shell, project, plan, found.folders);
  if (options.check === true) {
    const surplus = surplusPages(shell, pictures, places);
    const isFaulty = tellCheck(shell, { pictures, surplus, left, refused: refused.size, counts });
    return isFaulty || counts.error > 0 ? exitCodes.findings : exitCodes.clean;
  }

  const stale = pictures.filter(({ freshness }) => freshness !== 'fresh');
  const progress = progressOn(shell.stderr, 'drawing', stale.length);
  const { drawn, failed, unwritten, defects } = await drawFlows(shell, stale, {
    version: version(),
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
  const surplus = removeLeft(shell, surplusPages(shell, pictures, places), 'page');
  const pruned = options.prune === true ? removeLeft(shell, left, 'picture of a flow') : 0;
  for (const { message, help } of failed)
    shell.stderr.write(`error: ${message}\n${help === undefined ? '' : `  ${help}\n`}`);
  for (const error of unwritten) reportFailure(shell, error);
  if (options.prune !== true) tellLeft(shell, left);
  const summary = drawSummary(shell.cwd, {
    drawn,
    fresh: pathsOf(pictures.filter(({ freshness }) => freshness === 'fresh')),
    surplus,
    pruned,
    failed: failed.length + unwritten.length,
    refused: refused.size + defects.length,
  });
  const isPiped = outputs.some(({ place }) => place === undefined);
  const said = [...(isPiped ? [] : [summary]), ...otherFindings(counts, typedCommand(shell))].join('; ');
  if (said !== '') shell.stderr.write(`${said}\n`);
  if (defects.length > 0) throw defects[0];
  if (unwritten.length > 0) return exitCodes.usage;
  return counts.error > 0 || failed.length > 0 ? exitCodes.findings : exitCodes.clean;
}

interface FoundPicture extends PictureJob {
  readonly freshness: Freshness;
}

/**
 * The pictures that are due, each with what it is made from and how it is. One of inputs that are not known counts as
 * stale.
 */
function picturesOf(
  shell: Shell,
  project: Project,
  plan: OutputPlan,
  options: BuildOptions,
  {
    refused,
    fonts,
    isKnown,
  }: {
    readonly refused: ReadonlySet<Process>;
    /** Fingerprints. */
    readonly fonts: readonly string[];
    readonly isKnown: (inputs: string) => boolean;
  },
): readonly FoundPicture[] {
  const flowcVersion = version();
  return plan.outputs
    .filter(({ process }) => !refused.has(process))
    .map((output) => {
      const settings = drawSettings(options, output.file.configuration, fonts);
      const links = chartLinks(project, plan, output, options);
      const inputs = inputsOf(output, links, settings, flowcVersion);
      const found = freshnessOf(shell, output, settings, inputs);
      const isDoubtful =
        found === 'fresh' && outputNamed(output.format).fresh === 'metadata' && !isKnown(inputs);
      return { output, settings, links, inputs, freshness: isDoubtful ? 'stale' : found };
    });
}

/** Lists the pictures that are not as they should be, and says what was looked at; true where there are any. */
function tellCheck(
  shell: Shell,
  {
    pictures,
    surplus,
    left,
    refused,
    counts,
  }: {
    readonly pictures: readonly FoundPicture[];
    readonly surplus: readonly LeftPicture[];
    readonly left: readonly LeftPicture[];
    readonly refused: number;
    readonly counts: SeverityCounts;
  },
): boolean {
  const shown = ({ path }: { readonly path: string }): string => relativePath(shell.cwd, path);
  const listed = [
    ...pictures
      .filter(({ freshness }) => freshness !== 'fresh')
      .map(({ output: { place }, freshness }) => `${freshness} ${place ? shown(place) : 'standard output'}`),
    ...surplus.map((page) => `surplus ${shown(page)}`),
    ...left.map((picture) => `left-behind ${shown(picture)}`),
  ];
  for (const line of listed) shell.stdout.write(`${line}\n`);
  const summary = checkSummary(shell.cwd, {
    checked: pathsOf(pictures),
    states: pictures.map(({ freshness }) => freshness),
    surplus: surplus.length,
    left: left.length,
    refused,
  });
  shell.stderr.write(`${[summary, ...otherFindings(counts, typedCommand(shell))].join('; ')}\n`);
  return listed.length > 0;
}

function fingerprintOf({ cwd, files }: Shell, path: string): string {
  const bytes = files.read(path);
  if (isUnreadable(bytes))
    throw new UsageError(`the font ${relativePath(cwd, path)} cannot be read: ${bytes.message}`);
  if (!isFont(bytes))
    throw new UsageError(
      `${relativePath(cwd, path)} is no font that flowc can read`,
      'A font is a whole file that ends in .ttf, .otf or .ttc',
    );
  return fingerprint(bytes);
}

const flowFiles = ({ asked, session }: Project): readonly FlowFile[] =>
  asked.map((file) => ({ file, built: session.built(file.path) }));

/**
 * The flows that are not drawn: all of a file that has an error of the language, else those in which a rule found an
 * error.
 */
function refusedFlows({ project, diagnosticsOf }: Judgement): ReadonlySet<Process> {
  return new Set(
    project.asked.flatMap((file) => {
      const { session } = project;
      const processes = session.built(file.path).map(({ process }) => process);
      if (session.languageErrors(file.path).some(isError)) return processes;
      const errors = diagnosticsOf(file).filter(isError);
      const flows = session.checked(file.path)?.flows ?? [];
      return processes.filter((_, at) => {
        const span = flows[at]?.flow.span;
        return errors.some((error) => span === undefined || isIn(error, span));
      });
    }),
  );
}

const isError = ({ severity }: Diagnostic): boolean => severity === 'error';
const isIn = (error: Diagnostic, span: Diagnostic['span']): boolean =>
  error.span.start >= span.start && error.span.start <= span.end;

/** Shows the errors; of what is not so bad a build says only that it is there, and `flowc lint` the rest. */
async function showErrors(shell: Shell, report: Report, { color }: CommonOptions): Promise<void> {
  const files = report.files
    .map((file) => ({ ...file, diagnostics: file.diagnostics.filter(isError) }))
    .filter(({ diagnostics }) => diagnostics.length > 0);
  const { colourOf, paletteOf } = await import('../colour.ts');
  const { prettyFindings } = await import('../../report/pretty.ts');
  const palette = paletteOf(colourOf(shell.stderr, shell.environment, color));
  shell.stderr.write(prettyFindings({ ...report, files }, { palette, width: shell.stderr.columns }));
}

function severityCounts({ project, diagnosticsOf }: Judgement): SeverityCounts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const file of project.asked) for (const { severity } of diagnosticsOf(file)) counts[severity] += 1;
  return counts;
}

function tellLeft(shell: Shell, left: readonly LeftPicture[]): void {
  if (left.length === 0) return;
  shell.stderr.write(
    `warning: no flow makes these pictures any more; \`${typedCommand(shell)} build --prune\` removes them\n`,
  );
  for (const { path } of left) shell.stderr.write(`  ${relativePath(shell.cwd, path)}\n`);
}

const pathsOf = (pictures: readonly PictureJob[]): readonly string[] =>
  pictures.flatMap(({ output: { place } }) => (place === undefined ? [] : [place.path]));
