import { buildProcess } from '../../src/build/build-process.ts';
import { byPlace, type Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import { lineIndex } from '../../src/text/line-index.ts';
import { withoutAnnotations } from '../fixture.ts';
import { checkTexts } from './read-fixture.ts';

/** Everything that is found in a project, with carets under its place, as the fixtures have it. */
export function annotatedByCheck(texts: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const clean = new Map([...texts].map(([path, text]) => [path, withoutAnnotations(text)]));
  return new Map(
    [...checkTexts(clean)].map(([path, file]) => {
      const { text } = file.parsed.source;
      const built = file.flows.flatMap((flow) => buildProcess(flow).diagnostics);
      const found = [...file.diagnostics, ...built].sort(byPlace);
      return [path, withCarets(text, found)];
    }),
  );
}

function withCarets(text: string, found: readonly Diagnostic[]): string {
  const index = lineIndex(text);
  const carets = Map.groupBy(found, ({ span }) => index.position(span.start).line);
  return text
    .split('\n')
    .flatMap((line, at) => [
      line,
      ...(carets.get(at + 1) ?? []).map(({ span, code, message }) => {
        const { column } = index.position(span.start);
        return `#${' '.repeat(column - 2)}${'^'.repeat(span.end - span.start)} ${code}: ${message}`;
      }),
    ])
    .join('\n');
}
