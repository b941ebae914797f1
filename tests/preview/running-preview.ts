import { build } from 'esbuild';
import { type PreviewOptions, preview } from '../../src/cli/preview/preview.ts';
import type { PageFiles } from '../../src/cli/preview/web-page-files.ts';
import { type DiskShell, diskShell } from '../watch/disk-shell.ts';

/** The page as it is built from the sources as they are now. */
export async function buildPage(): Promise<PageFiles> {
  const { outputFiles } = await build({
    entryPoints: ['src/preview/page/page.ts', 'src/preview/page/page.css'],
    outdir: 'out',
    bundle: true,
    format: 'esm',
    write: false,
  });
  const text = (ending: string): string => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return { script: text('.js'), style: text('.css') };
}

export interface RunningPreview extends DiskShell {
  readonly url: string;
  readonly port: number;
  /** Interrupts it, waits for the end, removes the folder; gives the exit code. */
  end(): Promise<number>;
}

/** A preview of files on the real disk, up and answering. */
export async function runningPreview(
  files: Readonly<Record<string, string>>,
  page: PageFiles = { script: '', style: '' },
  names: readonly string[] = [],
  options: PreviewOptions = {},
): Promise<RunningPreview> {
  const world = diskShell(files);
  const ended = preview(world.shell, names, options, page);
  const failure = ended.then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  const up = world.until(() => world.out().includes('http://'));
  const failed = await Promise.race([up.then(() => undefined), failure]);
  if (failed !== undefined) {
    world.remove();
    throw failed.error;
  }
  const url = /http:\S+/.exec(world.out())?.[0] ?? '';
  return {
    ...world,
    url,
    port: Number(new URL(url).port),
    async end() {
      world.interrupt();
      const code = await ended;
      world.remove();
      return code;
    },
  };
}
