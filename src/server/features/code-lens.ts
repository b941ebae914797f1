import { countPaths, mostPaths } from '../../analysis/count-paths.ts';
import { counted } from '../../diagnostic/counted.ts';
import type { Span } from '../../text/span.ts';
import { runningLimits } from '../running-limits.ts';
import type { FileView } from '../snapshot.ts';

/** A line of text that an editor shows above what `span` covers. */
export interface CodeLens {
  readonly span: Span;
  readonly title: string;
}

/** Above each flow: how many paths it has, how long the longest can last, and who calls it. */
export function codeLenses(file: FileView): readonly CodeLens[] {
  return file.flows().map((flow, index) => {
    const paths = countPaths(flow);
    const longest = runningLimits(file, index)?.longest;
    const callers = flow.project.callersOf(flow.process).length;
    const facts = [
      paths > mostPaths ? `more than ${mostPaths} paths` : counted(paths, 'path'),
      ...(longest === undefined ? [] : [longest]),
      ...(callers === 0 ? [] : [`called by ${counted(callers, 'flow')}`]),
    ];
    return { span: flow.origin.flow, title: facts.join(' · ') };
  });
}
