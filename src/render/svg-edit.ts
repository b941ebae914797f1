import { createSVGDocument, type SvgdomDocument, type SvgdomElement, type SvgdomNode } from 'svgdom';
import { safeLink } from './safe-link.ts';
import { closeMarks, writeElement } from './svg-document.ts';
import type { SvgElement } from './svg-element.ts';
import type { ThemeColours } from './theme/theme.ts';
import { xmlText } from './xml-text.ts';

/**
 * A finished picture that is changed without being drawn again: for documents, pictures of differences, links of a
 * handbook. What is not touched keeps its characters, and the same changes give the same text. A picture with metadata
 * no longer fits what these say of it: change it first, and embed them then.
 */
export interface EditablePicture {
  /**
   * All nodes of the chart, or those with this `data-id`; the same for swimlanes and stages. A page may show a lane
   * several times.
   */
  nodes(id?: string): readonly PicturePart[];
  lanes(id?: string): readonly PicturePart[];
  stages(id?: string): readonly PicturePart[];
  /** All edges, or those that lead from a node, to one, or both. */
  edges(ends?: { readonly from?: string; readonly to?: string }): readonly PicturePart[];
  /** The picture as SVG text. */
  text(): string;
}

/** A node, an edge, a lane or a stage in a picture. */
export interface PicturePart {
  /** An attribute of its group; undefined where it has none of this name. */
  attribute(name: string): string | undefined;
  /**
   * Sets an attribute, or takes it away. Throws where it could run a script or load something: only data and looks can
   * be set.
   */
  setAttribute(name: SettableAttribute, value: string | undefined): void;
  /** Adds a class, which must be one word. */
  addClass(name: string): void;
  /**
   * Makes all of it a link, or changes the one that it is. False, and nothing happens, where the address could do harm.
   */
  link(address: string): boolean;
  /** Gives it a title, which viewers show beside the pointer, in the place of the one that it has. */
  setTitle(text: string): void;
  /** Draws something more on top of it, in the colours of a palette. */
  mark(content: SvgElement, palette: ThemeColours): void;
}

/** What can be set: no `on…`, no `href`, no `style`, nothing by which a picture would run or load something. */
export type SettableAttribute =
  | `data-${string}`
  | `aria-${string}`
  | 'id'
  | 'role'
  | 'fill'
  | 'fill-opacity'
  | 'opacity'
  | 'stroke'
  | 'stroke-dasharray'
  | 'stroke-width'
  | 'transform';

/** Opens a picture that flowc drew; undefined for a text that is no well-formed SVG. */
export function editSvg(svg: string): EditablePicture | undefined {
  const picture = svg.trim();
  // Nothing may stand before it: svgdom would lose it.
  if (!/^<svg[\s>]/.test(picture)) return undefined;
  const document = createSVGDocument();
  try {
    // Takes the place of the root that a new document has.
    document.documentElement.outerHTML = picture;
  } catch {
    return undefined;
  }
  const root = document.documentElement;
  if (root === null) return undefined;
  const parts = partsOf(root);
  const find = (kind: Kind, id: string | undefined): readonly PicturePart[] =>
    (parts.get(id === undefined ? kind : `${kind} ${id}`) ?? []).map((element) => partOf(document, element));
  return {
    nodes: (id) => find('node', id),
    lanes: (id) => find('lane', id),
    stages: (id) => find('stage', id),
    edges: ({ from, to } = {}) =>
      find('edge', undefined).filter(
        (edge) =>
          (from === undefined || edge.attribute('data-from') === from) &&
          (to === undefined || edge.attribute('data-to') === to),
      ),
    text: () => {
      const start = svg.length - svg.trimStart().length;
      return svg.slice(0, start) + closeMarks(root.outerHTML) + svg.slice(start + picture.length);
    },
  };
}

const svgNamespace = 'http://www.w3.org/2000/svg';

const kinds = ['node', 'lane', 'stage', 'edge'] as const;
type Kind = (typeof kinds)[number];

/** The groups that stand for parts of the chart, in document order: by their kind, and by kind and id. */
const partsOf = (root: SvgdomElement): ReadonlyMap<string, readonly SvgdomElement[]> => {
  const found = new Map<string, SvgdomElement[]>();
  const add = (key: string, element: SvgdomElement): void => {
    const known = found.get(key);
    if (known === undefined) found.set(key, [element]);
    else known.push(element);
  };
  const open: SvgdomElement[] = [root];
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    const classes = element.getAttribute('class')?.split(' ') ?? [];
    const kind = kinds.find((each) => classes.includes(each));
    const id = element.getAttribute('data-id');
    if (kind !== undefined) add(kind, element);
    if (kind !== undefined && id !== null) add(`${kind} ${id}`, element);
    open.push(...element.childNodes.filter(isElement).toReversed());
  }
  return found;
};

const isElement = (node: SvgdomNode): node is SvgdomElement => node.nodeType === 1;

const partOf = (document: SvgdomDocument, element: SvgdomElement): PicturePart => ({
  attribute: (name) => element.getAttribute(name) ?? undefined,
  setAttribute(name, value) {
    if (!settable.test(name) || (!/^(?:data|aria)-/.test(name) && /url\s*\(/i.test(value ?? '')))
      throw new Error(`${name}="${value}" cannot be set in a picture`);
    if (value === undefined) element.removeAttribute(name);
    else element.setAttribute(name, xmlText(value));
  },
  addClass(name) {
    if (!/^[\w-]+$/.test(name)) throw new Error(`“${name}” is no name of a class`);
    const known = (element.getAttribute('class') ?? '').split(' ').filter((each) => each !== '');
    if (!known.includes(name)) element.setAttribute('class', [...known, name].join(' '));
  },
  link(address) {
    const href = safeLink(address);
    if (href === undefined) return false;
    const known = element.childNodes.filter(isElement).find(({ localName }) => localName === 'a');
    if (known === undefined) linkAll(document, element, xmlText(href));
    else known.setAttribute('href', xmlText(href));
    return true;
  },
  setTitle(text) {
    const known = element.childNodes.filter(isElement).find(({ localName }) => localName === 'title');
    const title = known ?? document.createElementNS(svgNamespace, 'title');
    title.replaceChildren(document.createTextNode(xmlText(text)));
    if (known !== undefined) return;
    element.insertBefore(title, element.firstChild);
    element.insertBefore(document.createTextNode('\n'), title);
  },
  mark(content, palette) {
    const holder = document.createElementNS(svgNamespace, 'g');
    holder.innerHTML = writeElement(content, palette);
    for (const made of holder.childNodes.slice()) element.appendChild(made);
    element.appendChild(document.createTextNode('\n'));
  },
});

const settable =
  /^(?:(?:data|aria)-[a-z-]+|id|role|fill|fill-opacity|opacity|stroke|stroke-dasharray|stroke-width|transform)$/;

/** Puts all that is in an element into a link, so that the element itself stays what it is: an item of a list. */
const linkAll = (document: SvgdomDocument, element: SvgdomElement, href: string): void => {
  const link = document.createElementNS(svgNamespace, 'a');
  link.setAttribute('href', href);
  for (const child of element.childNodes.slice()) link.appendChild(child);
  for (const child of [document.createTextNode('\n'), link, document.createTextNode('\n')])
    element.appendChild(child);
};
