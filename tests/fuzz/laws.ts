import { fontFiles } from '../../src/cli/font-files.ts';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import { plainPalette } from '../../src/diagnostic/palette.ts';
import { format, formatUnchecked } from '../../src/format/format.ts';
import { lineEdits } from '../../src/format/line-edits.ts';
import { layoutFlow } from '../../src/layout/layout-flow.ts';
import { allRules } from '../../src/lint/all-rules.ts';
import { lintFlows } from '../../src/lint/lint.ts';
import type { RuleSettings } from '../../src/lint/settings.ts';
import type { Built } from '../../src/model/built.ts';
import { json } from '../../src/output/json.ts';
import { decodeSource } from '../../src/project/decode-source.ts';
import { embedMetadata, isFresh, readMetadata } from '../../src/render/metadata.ts';
import { renderSvg } from '../../src/render/render-svg.ts';
import { standard } from '../../src/render/theme/standard.ts';
import { compactReport } from '../../src/report/compact.ts';
import { githubReport } from '../../src/report/github.ts';
import { gitlabReport } from '../../src/report/gitlab.ts';
import { jsonReport } from '../../src/report/json.ts';
import { junitReport } from '../../src/report/junit.ts';
import { prettyReport } from '../../src/report/pretty.ts';
import { sarifReport } from '../../src/report/sarif.ts';
import { createLexer } from '../../src/syntax/lexer.ts';
import { parse } from '../../src/syntax/parse.ts';
import type { ParsedFile } from '../../src/syntax/parsed-file.ts';
import { Text } from '../../src/syntax/token-types.ts';
import { tokenize } from '../../src/syntax/tokenize.ts';
import type { Span } from '../../src/text/span.ts';
import { applyEdits } from '../../src/text/text-edit.ts';
import { createMeasurer } from '../../src/type/create-measurer.ts';
import { multilineLabels } from '../odd-layout.ts';
import { allElements, readXml, withClass } from '../render/read-xml.ts';
import { reportedFile, reportOf } from '../report/sample-report.ts';
import { understand } from '../understand.ts';

/** Something that must hold for every file, and did not. */
export class LawBroken extends Error {}

function must(holds: boolean, law: string): asserts holds {
  if (!holds) throw new LawBroken(law);
}

/** A file that others use, and that uses the one that is tried. */
const other = parse({
  path: 'other.flow',
  text: 'use "case.flow"\nflow other "Another"\nrole agent "Agent"\nsystem crm\nterm SKU "A number"\nstep o "O" by agent\nend\n',
});

const everyRule: RuleSettings = new Map(
  allRules.map(({ name, severity }) => [name, { severity, options: {} }]),
);
const measurer = await createMeasurer(fontFiles);

/** How long the layout of one flow may take, in ms, before it has to end by itself. */
const longestLayout = 2000;
/**
 * Larger flows are only read, checked and linted, and of the larger ones of the others one in four is drawn: a case is
 * to be short.
 */
const mostNodes = 200;
const manyNodes = 30;

/** Sends a file through all of flowc, and throws where something is not as it must be. */
export async function keepLaws(bytes: Uint8Array): Promise<void> {
  const source = decodeSource('case.flow', bytes);
  for (const { byte, offset } of source.invalidBytes ?? []) {
    must(byte < bytes.length, 'an invalid byte lies in the file');
    // Text in UTF-16 is read as such, so that its lines can be shown.
    must(source.isUtf16 === true || source.text[offset] === '\ufffd', 'an invalid byte is shown as U+FFFD');
  }
  const { text } = source;
  const parsed = parse(source);
  const tree = JSON.stringify(parsed);
  must(JSON.stringify(parse(source)) === tree, 'reading twice gives the same');
  // Text in UTF-16 has one mistake, and nothing is read.
  if (source.isUtf16 === true) {
    must(parsed.diagnostics.length === 1, 'text in UTF-16 is one mistake');
    return;
  }
  must(!tree.includes(':null'), 'every number of the tree is one');

  const files = new Map<string, ParsedFile>([
    ['case.flow', parsed],
    ['other.flow', other],
  ]);
  const understood = understand(files);
  const file = understood.get('case.flow');
  must(file !== undefined, 'every file is checked');
  const lengths = new Map([...files].map(([path, { source }]) => [path, source.text.length]));
  const settings = { today: '2026-11-21', rulesFor: () => everyRule };
  const findings = lintFlows([...understood.values()], settings).get('case.flow') ?? [];
  const diagnostics = [...file.diagnostics, ...findings];
  for (const diagnostic of diagnostics) keepDiagnosticLaws(diagnostic, text, lengths);
  keepReportLaws(text, diagnostics);
  keepFormatLaws(parsed);
  for (const built of file.built)
    if (built.process.nodes.length <= manyNodes || bytes.length % 4 === 0) await keepDrawingLaws(built);
}

const isWithin = ({ start, end }: Span, length: number): boolean =>
  Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= length;

function keepDiagnosticLaws(
  { code, span, related, fix, message, help }: Diagnostic,
  text: string,
  lengths: ReadonlyMap<string, number>,
): void {
  must(isWithin(span, text.length), `${code}: its span lies in the text`);
  must(message !== '' && !message.endsWith('.'), `${code}: its message is a sentence without its full stop`);
  const told = [message, help ?? '', ...related.map((place) => place.message)].join(' ');
  must(
    !/undefined|NaN|\[object/.test(told) || /undefined|NaN|\[object/.test(text),
    `${code}: it is told in words`,
  );
  for (const place of related)
    must(
      isWithin(place.span, lengths.get(place.path ?? 'case.flow') ?? -1),
      `${code}: a related span lies in its text`,
    );
  if (fix === undefined) return;
  const edits = [...fix.edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  for (const [at, edit] of edits.entries()) {
    must(isWithin(edit.span, text.length), `${code}: an edit lies in the text`);
    must(at === 0 || (edits[at - 1]?.span.end ?? 0) <= edit.span.start, `${code}: edits do not overlap`);
  }
  if (fix.kind !== 'hint') {
    const repaired = applyEdits(text, edits);
    must(repaired !== text, `${code}: a repair changes something`);
    parse({ path: 'case.flow', text: repaired });
  }
}

function keepReportLaws(text: string, diagnostics: readonly Diagnostic[]): void {
  const report = reportOf(
    reportedFile('case.flow', text, diagnostics),
    reportedFile('other.flow', other.source.text),
  );
  for (const width of [20, 100]) {
    const shown = prettyReport(report, { palette: plainPalette, width });
    must(isPrintable(shown), 'the terminal gets no control characters');
  }
  must(isPrintable(compactReport(report)), 'the compact report has no control characters');
  readXml(junitReport(report));
  for (const json of [jsonReport(report), sarifReport(report), gitlabReport(report)]) JSON.parse(json);
  githubReport(report);
}

const isPrintable = (text: string): boolean =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it looks for
  !/[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/.test(text);

/** The tree without its places; a chain behind a step is a statement of its own, which means the same. */
const meaning = ({ document }: ParsedFile): string =>
  JSON.stringify(document, (key, value: unknown) => {
    if (['span', 'keyword', 'comments', 'arrow', 'mark', 'ownLine'].includes(key)) return undefined;
    // Words that are there or not, and attributes, whose order says nothing but among those of one kind.
    if (key === 'all' || key === 'first') return true;
    if (!Array.isArray(value)) return value;
    if (key === 'attributes')
      return [...Map.groupBy(value, (each: { readonly kind: string }) => each.kind)].sort(([a], [b]) =>
        a < b ? -1 : 1,
      );
    return value.flatMap((item: unknown) => {
      if (typeof item !== 'object' || item === null || !('attributes' in item) || !('chain' in item))
        return [item];
      const { chain, ...step } = item;
      return [step, { kind: 'arrow', broken: false, chain }];
    });
  });
const comments = ({ document }: ParsedFile): string =>
  JSON.stringify(document.comments.map(({ text }) => text).sort());

/**
 * Whether nothing is lost: all characters that are no layout are there, and each odd space that stood in a quotation or
 * comment is still somewhere. In a broken text another line break can pair other quotes, so that it may stand in none.
 * Quotes and arrows may be written in another way.
 */
function losesNothing(before: string, after: string): boolean {
  if (substance(after) !== substance(before)) return false;
  const left = [...oddSpaces(after)];
  return oddSpaces(saidIn(before)).every((space) => {
    const at = left.indexOf(space);
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  });
}

/** What stands in quotations and comments. Only blanks, tabs and line breaks are layout there. */
function saidIn(text: string): string {
  const { tokens, comments } = tokenize(text, createLexer());
  const quotations = tokens.filter(({ tokenType }) => tokenType === Text).map(({ image }) => image);
  return [...quotations, ...comments.map(({ span }) => text.slice(span.start, span.end))].join('');
}

const layout = /[\s\x85\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

const oddSpaces = (text: string): readonly string[] =>
  (text.match(layout) ?? []).filter((space) => !' \t\r\n'.includes(space));

/** All characters that are no layout, in order of their codes. */
const substance = (text: string): string =>
  text
    .replaceAll(layout, '')
    .replaceAll(/["“”„‟«»‹›＂\\]/g, '')
    .replaceAll('→', '->')
    .split('')
    .sort()
    .join('');

function keepFormatLaws(parsed: ParsedFile): void {
  const { text } = parsed.source;
  const once = format(parsed);
  const again = parse({ path: 'case.flow', text: once });
  must(comments(again) === comments(parsed), 'formatting keeps every comment');
  must(losesNothing(text, once), 'formatting keeps every character that is not layout');
  const edits = lineEdits(text, once, multilineLabels(text));
  must(applyEdits(text, edits) === once, 'the changes of lines make the formatted text');
  const some = edits.filter((_, index) => index % 2 === 0);
  must(losesNothing(text, applyEdits(text, some)), 'any choice of changed lines loses nothing');
  const known = new Set(parsed.diagnostics.map(({ message }) => message));
  // A text that stays as it is has the mistakes of its text, and none of the bytes that it was decoded from.
  must(
    once === text || again.diagnostics.every(({ message }) => known.has(message)),
    'formatting makes no mistakes',
  );
  if (parsed.diagnostics.length === 0) {
    must(formatUnchecked(parsed) === once, 'what is right is always laid out');
    must(format(again) === once, 'formatting twice is formatting once');
    must(meaning(again) === meaning(parsed), 'formatting keeps the meaning');
  }
}

async function keepDrawingLaws({ process, gaps }: Built): Promise<void> {
  const exported: unknown = JSON.parse(json.make(process, gaps));
  must(typeof exported === 'object', 'the exported process is JSON');
  if (process.nodes.length > mostNodes) return;
  const end = Date.now() + longestLayout;
  const { value: drawing, failure } = await layoutFlow(process, {
    measurer,
    isTimeUp: () => Date.now() > end,
  });
  if (drawing === undefined) {
    must(failure !== undefined, 'what is not laid out has a reason');
    return;
  }
  keepFinite(drawing);
  const svg = renderSvg(drawing, { theme: standard, text: { kind: 'system' } });
  const written = embedMetadata(svg, '0.0.0', { inputs: '0'.repeat(32) });
  must(isFresh(readMetadata(written), '0'.repeat(32)), 'a picture knows that it is fresh');
  const root = readXml(written);
  for (const { name, attributes } of allElements(root)) {
    must(name !== 'script', 'a picture has no script');
    for (const [attribute, value] of Object.entries(attributes)) {
      must(
        !/NaN|Infinity|undefined/.test(value) || attribute.startsWith('data-'),
        `${attribute} is a number`,
      );
      must(!attribute.startsWith('on'), 'a picture has no handlers');
      if (attribute.endsWith('href'))
        must(!/^\s*(?:javascript|data|vbscript):/i.test(value), 'links are safe');
    }
  }
  const ids = withClass(root, 'node').map(({ attributes }) => attributes['data-id']);
  must(new Set(ids).size === process.nodes.length, 'every node is drawn once');
}

/** All numbers of a drawing are places on a page. */
function keepFinite(drawing: object): void {
  JSON.stringify(drawing, (key, value: unknown) => {
    must(typeof value !== 'number' || Math.abs(value) < 1e7, `${key} of the drawing is a number in bounds`);
    return value;
  });
}
