import { sha256 } from '../text/sha256.ts';

/** What a picture knows about its own making. Hashes are 32 hexadecimal digits. */
export interface PictureMetadata {
  /** Of flowc. */
  readonly version: string;
  /** Of everything that went in: sources, options, version. */
  readonly inputs: string;
  /** Of the picture without its metadata, as it was written. */
  readonly content: string;
  /** Which of how many, for a picture that is a page. */
  readonly page?: PageOfPages;
  /** Of the picture without its metadata, as it is now; another one than `content` where it was edited by hand. */
  readonly actual: string;
}

export interface PageOfPages {
  readonly page: number;
  readonly pages: number;
}

/** The first 128 bits of SHA-256 (FIPS 180-4) of the parts, each set off from the next by its length. */
export const fingerprint = (...parts: readonly (string | Uint8Array)[]): string =>
  sha256(parts.flatMap((part) => [`${part.length}:`, part])).slice(0, 32);

/**
 * Writes version and hashes into a picture as a `<metadata>` before its end. `inputs` is the fingerprint of everything
 * that went in.
 */
export const embedMetadata = (svg: string, version: string, inputs: string, page?: PageOfPages): string => {
  const end = svg.lastIndexOf(closing);
  const facts = pictureFacts(version, inputs, fingerprint(svg), page);
  const element = `<metadata>flowc ${facts}</metadata>\n`;
  return svg.slice(0, end) + element + svg.slice(end);
};

/**
 * Reads what `embedMetadata` wrote, or undefined where nothing or something else is there. Looks only at the end of the
 * text; line ends of another system, as version control may write them, do not count as a change.
 */
export const readMetadata = (svg: string): PictureMetadata | undefined => {
  const text = svg.replaceAll('\r\n', '\n');
  const start = text.lastIndexOf('<metadata>');
  if (start < 0) return undefined;
  const [whole, facts] = written.exec(text.slice(start)) ?? [];
  if (whole === undefined || facts === undefined) return undefined;
  return readPictureFacts(facts, () => fingerprint(text.slice(0, start) + text.slice(start + whole.length)));
};

/** What stands in the metadata of every picture, whatever its format. */
export const pictureFacts = (version: string, inputs: string, content: string, page?: PageOfPages): string =>
  `${version} inputs ${inputs} content ${content}${page === undefined ? '' : ` page ${page.page}/${page.pages}`}`;

/** Reads that, or gives undefined where it is something else; `actual` makes the fingerprint of the picture as it is now. */
export const readPictureFacts = (facts: string, actual: () => string): PictureMetadata | undefined => {
  const [, version, inputs, content, page, pages] = factsForm.exec(facts) ?? [];
  if (version === undefined || inputs === undefined || content === undefined) return undefined;
  return {
    version,
    inputs,
    content,
    ...(page === undefined ? {} : { page: { page: Number(page), pages: Number(pages) } }),
    actual: actual(),
  };
};

/** True for a picture that was made from these inputs and that no one has edited since. */
export const isFresh = (metadata: PictureMetadata | undefined, inputs: string): boolean =>
  metadata !== undefined && metadata.inputs === inputs && metadata.actual === metadata.content;

const closing = '</svg>';
const written = /^<metadata>flowc ([^<]*)<\/metadata>\n/;
const factsForm = /^(\S+) inputs ([0-9a-f]{32}) content ([0-9a-f]{32})(?: page (\d{1,5})\/(\d{1,5}))?$/;
