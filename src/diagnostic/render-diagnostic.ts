import type { LineIndex } from '../text/line-index.ts';
import { codeFrame, type FrameOptions, type Mark } from './code-frame.ts';
import type { Diagnostic } from './diagnostic.ts';
import { displayWidth } from './display-width.ts';
import { fixPreview } from './fix-preview.ts';
import type { Palette } from './palette.ts';
import { printable } from './printable.ts';
import { printablePath } from './runner-commands.ts';
import { wrap } from './wrap.ts';

/** A text that findings point into. */
export interface FramedFile {
  readonly path: string;
  readonly text: string;
  readonly lines: LineIndex;
}

export interface RenderDiagnosticOptions {
  readonly palette: Palette;
  /** Columns of the screen; 80 where it is no screen. */
  readonly width: number;
  /** Finds the other files that related places are in. */
  readonly fileAt: (path: string) => FramedFile | undefined;
}

/** A finding, or something of the same form that has no code, such as a mistake in a configuration. */
export type Remark = Omit<Diagnostic, 'code'> & { readonly code?: string };

/**
 * One finding as rustc would show it: what, where, the lines with carets, what is related, help, and the repair. Ends
 * in a line break. `again`: the lines where the same mistake stands, and is not shown.
 */
export function renderDiagnostic(
  diagnostic: Remark,
  file: FramedFile,
  options: RenderDiagnosticOptions,
  again: readonly number[] = [],
): string {
  const { palette, width } = options;
  const style = palette.severity[diagnostic.severity];
  const related = diagnostic.related.map((place) => ({
    ...place,
    file: place.path === undefined || place.path === file.path ? file : options.fileAt(place.path),
  }));
  const edits = diagnostic.fix?.edits ?? [];
  const frame: FrameOptions = {
    palette,
    width,
    gutter: String(
      Math.max(
        file.lines.position(diagnostic.span.end).line,
        ...related.map((place) => place.file?.lines.position(place.span.end).line ?? 0),
        ...edits.map((edit) => file.lines.position(edit.span.end).line + edit.text.split('\n').length - 1),
      ),
    ).length,
  };
  const primary: Mark = { span: diagnostic.span, message: '', primary: true, style };
  const marksIn = (other: FramedFile): readonly Mark[] =>
    related
      .filter((place) => place.file === other)
      .map(({ span, message }) => ({ span, message, primary: false, style: palette.related }));
  const otherFiles = new Set(
    related.flatMap((place) => (place.file === undefined || place.file === file ? [] : [place.file])),
  );
  const indent = ' '.repeat(frame.gutter);
  const place = (arrow: string, at: FramedFile, offset: number): string =>
    `${indent}${palette.frame(arrow)} ${palette.place(placeOf(at, offset))}`;
  return [
    ...heading(diagnostic, options),
    place('-->', file, diagnostic.span.start),
    ...codeFrame(file.lines, [primary, ...marksIn(file)], frame),
    ...[...otherFiles].flatMap((other) => [
      place(':::', other, marksIn(other)[0]?.span.start ?? 0),
      ...codeFrame(other.lines, marksIn(other), frame),
    ]),
    ...related
      .filter((other) => other.file === undefined)
      .flatMap((other) => note(`${other.path ?? ''}: ${other.message}`, frame)),
    // A repair that says what the help says is shown once.
    ...(diagnostic.help === undefined || diagnostic.help === diagnostic.fix?.title
      ? []
      : note(`help: ${diagnostic.help}`, frame)),
    ...(again.length === 0 ? [] : note(`also: in ${linesInWords(again)}`, frame)),
    ...(diagnostic.fix === undefined
      ? []
      : [
          ...note(`${fixWord[diagnostic.fix.kind]}: ${diagnostic.fix.title}`, frame),
          ...fixPreview(file.text, file.lines, edits, frame),
        ]),
    '',
  ].join('\n');
}

/** `line 7`, `lines 7, 8 and 9`; of very many the first. */
function linesInWords(lines: readonly number[]): string {
  const [first, ...others] = [...new Set(lines)];
  if (others.length === 0) return `line ${first ?? ''}`;
  const shown = [first ?? 0, ...others].slice(0, mostLines);
  const more = others.length + 1 - shown.length;
  const last = more > 0 ? `${more} more` : String(shown.pop());
  return `lines ${shown.join(', ')} and ${last}`;
}

const mostLines = 10;

const fixWord = { safe: 'fix', unsafe: 'unsafe fix', hint: 'for example' } as const;

/** `path:line:column`, from 1. */
export function placeOf(file: FramedFile, offset: number): string {
  const { line, column } = file.lines.position(offset);
  return `${printablePath(file.path)}:${line}:${column}`;
}

function heading(
  { severity, code, message }: Remark,
  { palette, width }: RenderDiagnosticOptions,
): readonly string[] {
  const label = code === undefined ? `${severity}:` : `${severity}[${code}]:`;
  const [first = '', ...rest] = wrap(`${label} ${printable(message)}`, width - 2);
  return [
    palette.severity[severity](first.slice(0, label.length)) + palette.message(first.slice(label.length)),
    ...rest.map((line) => `  ${palette.message(line)}`),
  ];
}

/** A remark below the frame, wrapped under its first word. */
function note(text: string, { palette, gutter, width }: FrameOptions): readonly string[] {
  const indent = gutter + 3;
  const label = text.slice(0, text.indexOf(':') + 1);
  const hang = ' '.repeat(displayWidth(label) + 1);
  const [first = '', ...rest] = wrap(printable(text.slice(label.length + 1)), width - indent - hang.length);
  return [
    `${' '.repeat(gutter)} ${palette.frame('=')} ${palette.message(label)} ${first}`,
    ...rest.map((line) => `${' '.repeat(indent)}${hang}${line}`),
  ];
}
