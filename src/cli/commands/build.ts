import type { Command } from 'commander';
import { orientations, paperNames } from '../../layout/fold/paper.ts';
import { showParts, usualShow } from '../../layout/show.ts';
import { outputFormats } from '../../output/registry.ts';
import { layouts, scales, textModeNames, themeNames } from '../../project/configuration.ts';
import { directions } from '../../syntax/words.ts';
import type { BuildOptions } from '../build/build.ts';
import {
  type CommandContext,
  gathered,
  newCommand,
  numberFrom,
  oneOf,
  someOf,
  someOrNone,
} from './command-context.ts';

const example = `Examples:
  $ flowc build                          every flow of the project, each picture beside its flow
  $ flowc build flows -o pictures        into a folder
  $ flowc build order.flow -o order.png  into a file
  $ flowc build order.flow --fit a4      onto as many sheets as it takes, to be hung up
  $ flowc build flows --watch            again at every save
  $ flowc build flows --prune            and away with pictures of flows that are no more
  $ flowc build flows --check            nothing written; fails where a picture is not that of its flow`;

/** `flowc build` draws. */
export const buildCommand = ({ shell, finish }: CommandContext): Command =>
  newCommand('build', 'draw flows', example)
    .argument('[files...]', 'files, folders or patterns; - for standard input')
    .option(
      '-f, --format <formats>',
      `${outputFormats.join(', ')}; several with commas`,
      someOf(outputFormats),
    )
    .option('-o, --out <place>', 'a folder, a file, or - for standard output; else beside the flow')
    .option('--theme <name>', themeNames.join(', '), oneOf(themeNames))
    .option('--direction <way>', 'which way the work runs: down or right', oneOf(directions))
    .option('--lanes', 'a lane for each owner')
    .option('--no-lanes', 'no lanes')
    .option(
      '--show <parts>',
      `what charts say beside the work: ${showParts.join(', ')}; several with commas, or none; else ${usualShow.join(',')}`,
      someOrNone(showParts),
    )
    .option('--layout <engine>', 'who places a chart: flowc, or elk, which draws no lanes', oneOf(layouts))
    .option(
      '--text <mode>',
      'text of an SVG: in the reader’s fonts (system), with fonts inside (embed), as shapes (outlines)',
      oneOf(textModeNames),
    )
    .option('--font <file>', 'a font for characters that the others lack; repeatable', gathered)
    .option('--scale <factor>', 'pixels of a PNG for one of the chart', numberFrom(scales.least, scales.most))
    .option(
      '--fit <paper>',
      `fold charts onto paper, for printing: ${paperNames.join(', ')}`,
      oneOf(paperNames),
    )
    .option('--no-fit', 'pictures of their own size, whatever the configuration says')
    .option(
      '--orientation <way>',
      'how the paper is held: portrait or landscape; else as suits the chart',
      oneOf(orientations),
    )
    .option('--check', 'write nothing; list the pictures that are missing, stale or left behind')
    .option('--prune', 'remove the pictures that flowc made of flows that are no more')
    .option('--force', 'draw in spite of findings')
    .option(
      '-j, --jobs <number>',
      'threads that draw; by itself as many as are worth it',
      numberFrom(1, 64, true),
    )
    .option('-w, --watch', 'draw again whenever a flow or a configuration changes; Ctrl-C ends it')
    .action(async (files: readonly string[], { watch, ...options }: BuildOptions & { watch?: true }) => {
      if (watch === true) {
        const { watchBuild } = await import('../watch/watch-build.ts');
        finish(await watchBuild(shell, files, options));
      } else {
        const { build } = await import('../build/build.ts');
        finish(await build(shell, files, options));
      }
    });
