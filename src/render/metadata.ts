import { sha256 } from '../text/sha256.ts';

/** What a picture was made from. Hashes are 32 hexadecimal digits. */
export interface PictureOrigin {
  /** The fingerprint of everything that went in: the built process, options, version. */
  readonly inputs: string;
  /** Which of how many, for a picture that is a page. */
  readonly page?: PageOfPages;
  /**
   * The way from the picture's folder to the file of its flow, with `/`. Unset where somebody chose the picture's name:
   * then no rule says which flow has to make it.
   */
  readonly source?: string;
}

/** What a picture knows about its own making. */
export interface PictureMetadata extends PictureOrigin {
  /** The version of flowc. */
  readonly version: string;
  /** The fingerprint of the picture without its metadata, as it was written. */
  readonly content: string;
  /** The hash of the picture as it is now; another one than `content` where it was edited by hand. */
  readonly actual: string;
}

export interface PageOfPages {
  readonly page: number;
  readonly pages: number;
}

/** The first 128 bits of SHA-256 (FIPS 180-4) of the parts, each set off from the next by its length. */
export const fingerprint = (...parts: readonly (string | Uint8Array)[]): string =>
  sha256(parts.flatMap((part) => [`${part.length}:`, part])).slice(0, 32);

/** Writes version, hashes and origin into a picture as a `<metadata>` before its end. */
export const embedMetadata = (svg: string, version: string, origin: PictureOrigin): string => {
  const end = svg.lastIndexOf(closing);
  const element = `<metadata>flowc ${pictureFacts(version, origin, fingerprint(svg))}</metadata>\n`;
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

/** What stands in the metadata of every picture, whatever its format: one line of printable ASCII. */
export const pictureFacts = (version: string, origin: PictureOrigin, content: string): string => {
  const { inputs, page, source } = origin;
  return [
    `${version} inputs ${inputs} content ${content}`,
    ...(page === undefined ? [] : [`page ${page.page}/${page.pages}`]),
    ...(source === undefined ? [] : [`from ${encodePath(source)}`]),
  ].join(' ');
};

/**
 * Reads that, or gives undefined where it is something else. `actual` makes the fingerprint of the picture as it is
 * now, which takes longer than all else: only when it is asked for.
 */
export const readPictureFacts = (facts: string, actual: () => string): PictureMetadata | undefined => {
  const [, version, inputs, content, page, pages, from] = factsForm.exec(facts) ?? [];
  if (version === undefined || inputs === undefined || content === undefined) return undefined;
  const source = from === undefined ? undefined : decodePath(from);
  return {
    version,
    inputs,
    content,
    ...(page === undefined ? {} : { page: { page: Number(page), pages: Number(pages) } }),
    ...(source === undefined ? {} : { source }),
    get actual() {
      return actual();
    },
  };
};

/**
 * Percent-encoded (RFC 3986): neither a blank nor a sign of XML, and Latin-1, which is all that a `tEXt` chunk holds.
 */
const encodePath = (path: string): string => path.toWellFormed().split('/').map(encodeURIComponent).join('/');

/** Undefined for what nobody has encoded. */
function decodePath(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}

/** True for a picture that was made from these inputs and that no one has edited since. */
export const isFresh = (metadata: PictureMetadata | undefined, inputs: string): boolean =>
  metadata !== undefined && metadata.inputs === inputs && metadata.actual === metadata.content;

const closing = '</svg>';
const written = /^<metadata>flowc ([^<]*)<\/metadata>\n/;
const factsForm =
  /^(\S+) inputs ([0-9a-f]{32}) content ([0-9a-f]{32})(?: page (\d{1,5})\/(\d{1,5}))?(?: from (\S+))?$/;
