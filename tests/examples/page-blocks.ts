/** A fenced block of a Markdown page, with what a reader has read on the way to it. */
export interface PageBlock {
  readonly line: number;
  /** The language behind the fence; empty where there is none. */
  readonly language: string;
  readonly text: string;
  /** The nearest heading above, without its marks. */
  readonly heading: string;
  /** The paragraph that stands directly above, on one line; that above a block that follows another is empty. */
  readonly paragraph: string;
}

/** All fenced blocks of a page, in order. */
export function pageBlocks(markdown: string): readonly PageBlock[] {
  const blocks: PageBlock[] = [];
  let heading = '';
  let paragraph: string[] = [];
  /** A blank line has come behind it. */
  let isEnded = false;
  let open: { readonly language: string; readonly line: number; readonly lines: string[] } | undefined;
  for (const [at, line] of markdown.split('\n').entries()) {
    const fence = /^```(\w*)/.exec(line);
    if (open !== undefined && fence === null) open.lines.push(line);
    else if (open !== undefined) {
      const { language, lines } = open;
      const text = lines.map((each) => `${each}\n`).join('');
      blocks.push({ line: open.line, language, text, heading, paragraph: paragraph.join(' ') });
      open = undefined;
      paragraph = [];
    } else if (fence !== null) open = { language: fence[1] ?? '', line: at + 1, lines: [] };
    else if (/^#+ /.test(line)) {
      heading = line.replace(/^#+ /, '');
      paragraph = [];
    } else if (line.trim() !== '') {
      if (isEnded) paragraph = [];
      isEnded = false;
      paragraph.push(line.trim());
    } else isEnded = true;
  }
  return blocks;
}

/** What a block of commands is: one for each line. */
export const commandsOf = ({ text }: PageBlock): readonly string[] =>
  text.split('\n').filter((line) => line !== '');
