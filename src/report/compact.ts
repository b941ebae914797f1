import { printable } from '../diagnostic/printable.ts';
import { placeOf } from '../diagnostic/render-diagnostic.ts';
import { withoutRunnerCommands } from '../diagnostic/runner-commands.ts';
import { findingsOf, type Report } from './report.ts';

/** A line a finding, as compilers write them and editors read them: `path:line:column: severity: message [rule]`. */
export const compactReport = (report: Report): string =>
  findingsOf(report)
    .map(
      ({ file, diagnostic: { span, severity, message, code } }) =>
        `${placeOf(file, span.start)}: ${severity}: ${withoutRunnerCommands(printable(message))} [${code}]\n`,
    )
    .join('');
