import { SaxesParser } from 'saxes';

/** An element as a strict XML parser reads it. `text` is all text within, in order. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

interface OpenElement extends XmlElement {
  children: XmlElement[];
  text: string;
}

/** Reads XML and throws where it is not well-formed. */
export const readXml = (xml: string): XmlElement => {
  const parser = new SaxesParser();
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    open.push({ name, attributes, children: [], text: '' });
  });
  parser.on('text', (text) => {
    for (const element of open) element.text += text;
  });
  parser.on('closetag', () => {
    const closed = open.pop();
    const parent = open.at(-1);
    if (closed !== undefined && parent !== undefined) parent.children.push(closed);
    else root = closed;
  });
  parser.write(xml).close();
  if (root === undefined) throw new Error('there is no root element');
  return root;
};

/** All elements of a tree from the root down, in document order. */
export const allElements = (root: XmlElement): readonly XmlElement[] => [
  root,
  ...root.children.flatMap(allElements),
];

export const withClass = (root: XmlElement, name: string): readonly XmlElement[] =>
  allElements(root).filter(({ attributes }) => (attributes['class'] ?? '').split(' ').includes(name));
