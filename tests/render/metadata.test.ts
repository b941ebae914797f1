import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { embedMetadata, fingerprint, isFresh, readMetadata } from '../../src/render/metadata.ts';
import { readXml } from './read-xml.ts';

const picture = '<svg xmlns="http://www.w3.org/2000/svg">\n<text>&lt;metadata&gt;</text>\n</svg>\n';
const inputs = fingerprint('source', 'options');
const embedded = embedMetadata(picture, '1.2.3', { inputs });

describe('the metadata of a picture', () => {
  it('comes back as it was written', () => {
    const metadata = readMetadata(embedded);
    expect(metadata?.version).toBe('1.2.3');
    expect(metadata?.inputs).toBe(inputs);
    expect(metadata?.actual).toBe(metadata?.content);
  });

  it('keeps the picture well-formed and holds no comment', () => {
    expect(readXml(embedded).children.map(({ name }) => name)).toEqual(['text', 'metadata']);
    expect(embedded).not.toContain('<!--');
  });

  it('tells any edit by hand', () => {
    fc.assert(
      fc.property(fc.nat(picture.length - 1), fc.string({ minLength: 1, maxLength: 3 }), (at, edit) => {
        const edited = embedded.slice(0, at) + edit + embedded.slice(at);
        const metadata = readMetadata(edited);
        return metadata === undefined || edited === embedded || metadata.actual !== metadata.content;
      }),
    );
  });

  it('tells an edited text, a deleted line, and a text behind the end', () => {
    for (const edited of [
      embedded.replace('&lt;', 'x'),
      embedded.replace(/<text>.*\n/, ''),
      `${embedded}\n`,
    ]) {
      const metadata = readMetadata(edited);
      expect(metadata?.actual).not.toBe(metadata?.content);
    }
  });

  it('takes line ends that version control turned into those of Windows for the same', () => {
    const metadata = readMetadata(embedded.replaceAll('\n', '\r\n'));
    expect(metadata?.actual).toBe(metadata?.content);
  });

  it('is undefined where there is none, or another program wrote it', () => {
    for (const text of ['', picture, '<svg><metadata>cc:Work</metadata></svg>', '<metadata>flowc'])
      expect(readMetadata(text)).toBeUndefined();
  });

  it('calls fresh only what was made from the same inputs and was not edited', () => {
    expect(isFresh(readMetadata(embedded), inputs)).toBe(true);
    expect(isFresh(readMetadata(embedded), fingerprint('other source'))).toBe(false);
    expect(isFresh(readMetadata(embedded.replace('&lt;', '')), inputs)).toBe(false);
    expect(isFresh(readMetadata(picture), inputs)).toBe(false);
  });

  it('has fingerprints that tell where one part ends', () => {
    expect(fingerprint('ab', 'c')).not.toBe(fingerprint('a', 'bc'));
    expect(fingerprint('ab')).toMatch(/^[0-9a-f]{32}$/);
  });
});
