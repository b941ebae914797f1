/** A user's own text, so that Markdown shows it as it is, on one line. */
export const plain = (text: string): string =>
  text
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\`*_[\]<>|~&]/g, '\\$&')
    // What would begin a heading, a list or a rule.
    .replace(/^(?:[#+=-]|\d+[.)])/, (mark) => `${mark.slice(0, -1)}\\${mark.slice(-1)}`);

/** Code of the language. Back-ticks cannot stand in names or words. */
export const code = (text: string): string => `\`${text}\``;

export const example = (text: string): string => `\`\`\`flow\n${text}\n\`\`\``;

/** Markdown for a client that shows plain text only. */
export const withoutMarkdown = (markdown: string): string =>
  markdown
    .replaceAll(/^```\w*\n?/gm, '')
    .replaceAll(/\*\*|(?<!\\)`|(?<!\\)\*/g, '')
    .replaceAll(/\\([^\w\s])/g, '$1')
    .trimEnd();
