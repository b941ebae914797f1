import { type Diagnostic, type Fix, languageError } from '../diagnostic/diagnostic.ts';
import type { Identifier } from '../syntax/ast.ts';
import { lineBreakNear } from '../text/insertion.ts';
import { pathFromFile } from '../text/relative-path.ts';
import type { FlowCheck, FlowSubject } from './flow-subject.ts';
import { inQuotes } from './in-quotes.ts';

/** A `call` or `transfer` to a flow that neither this file nor one that it uses has. */
export const unknownFlow: FlowCheck = (subject) =>
  subject.parts.flatMap(({ item }) => {
    if (item.kind !== 'call' && item.kind !== 'transfer') return [];
    const { flow } = item;
    return flow.name === '' || subject.scope.flows.has(flow.name) ? [] : explained(subject, flow);
  });

function explained(subject: FlowSubject, { name, span }: Identifier): readonly Diagnostic[] {
  const { path, names, endOfUses, text } = subject;
  const error = (help: string, fix?: Fix): readonly Diagnostic[] => [
    languageError('unknown-flow', span, `There is no flow named ${inQuotes(name)}`, {
      help,
      ...(fix === undefined ? {} : { fix }),
    }),
  ];
  const [file, another] = subject.filesWithFlow(name);
  if (file !== undefined) {
    const way = pathFromFile(path, file);
    const fix: Fix = {
      kind: 'safe',
      title: `Use ${inQuotes(way)}`,
      edits: [
        { span: { start: endOfUses, end: endOfUses }, text: `use "${way}"${lineBreakNear(text, endOfUses)}` },
      ],
    };
    const help = `It is in ${inQuotes(way)}, which this file does not use`;
    return another === undefined ? error(help, fix) : error(help);
  }
  const meant = subject.suggest(name, subject.known.flows);
  if (meant !== undefined)
    return error(`Did you mean ${inQuotes(meant)}?`, {
      kind: 'unsafe',
      title: `Write ${inQuotes(meant)}`,
      edits: [{ span, text: meant }],
    });
  // It may be in what could not be read, which is an error already.
  if (subject.incomplete) return [];
  const node = names.byName.get(name);
  if (node !== undefined && node.kind !== 'call')
    return error(`${inQuotes(name)} is a step of this flow; a path goes there by -> ${name}`);
  return error('Write that flow, or use the file that has it');
}
