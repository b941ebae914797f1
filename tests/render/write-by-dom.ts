import { createSVGDocument, type SvgdomDocument, type SvgdomElement, type SvgdomNode } from 'svgdom';
import { closeMarks } from '../../src/render/svg-document.ts';
import type { SvgElement } from '../../src/render/svg-element.ts';
import type { ThemeColours } from '../../src/render/theme/theme.ts';
import { xmlText } from '../../src/render/xml-text.ts';
import { decimal } from '../../src/shapes/decimal.ts';

/** What `writeSvg` writes, by way of an SVG document object model: whatever the texts in it hold, it is well-formed. */
export const writeByDom = (root: SvgElement, palette: ThemeColours): string => {
  const document = createSVGDocument();
  fill(document.documentElement, root, document, palette);
  return `${closeMarks(document.documentElement.outerHTML)}\n`;
};

const svgNamespace = 'http://www.w3.org/2000/svg';
const xlinkNamespace = 'http://www.w3.org/1999/xlink';

const fill = (
  node: SvgdomElement,
  content: SvgElement,
  document: SvgdomDocument,
  palette: ThemeColours,
): void => {
  for (const [name, value] of Object.entries(content.attributes))
    if (value !== undefined)
      setAttribute(node, name, typeof value === 'number' ? decimal(value) : xmlText(value));
  for (const property of ['fill', 'stroke'] as const) {
    const colour = content.paint[property];
    if (colour !== undefined) node.setAttribute(property, colour === 'none' ? colour : palette[colour]);
  }
  // Empty children go into their parent first and are filled there: svgdom visits all that is in a child it takes in.
  const made = content.children.map((child) => {
    if (typeof child === 'string')
      return { node: document.createTextNode(content.name === 'style' ? child : xmlText(child)) };
    const element = document.createElementNS(svgNamespace, child.name);
    return { node: element, fillIt: () => fill(element, child, document, palette) };
  });
  const broken = made.length > 0 && content.children.every((child) => typeof child !== 'string');
  appendAll(
    node,
    broken && content.name !== 'text'
      ? [...made.flatMap((each) => [document.createTextNode('\n'), each.node]), document.createTextNode('\n')]
      : made.map((each) => each.node),
    document,
  );
  for (const { fillIt } of made) fillIt?.();
};

/** svgdom writes an attribute with a prefix only when it knows the namespace. */
const setAttribute = (node: SvgdomElement, name: string, value: string): void => {
  const [prefix] = name.split(':', 1);
  const namespace = prefix === undefined ? undefined : namespaces.get(prefix);
  if (namespace === undefined || prefix === name) node.setAttribute(name, value);
  else node.setAttributeNS(namespace, name, value);
};

const namespaces: ReadonlyMap<string, string> = new Map([
  ['xmlns', 'http://www.w3.org/2000/xmlns/'],
  ['xlink', xlinkNamespace],
]);

const batch = 500;

/** svgdom copies all siblings at each call, so children come in batches: 20,000 of them would take a minute singly. */
const appendAll = (parent: SvgdomNode, children: readonly SvgdomNode[], document: SvgdomDocument): void => {
  for (let start = 0; start < children.length; start += batch) {
    const fragment = document.createDocumentFragment();
    fragment.replaceChildren(...children.slice(start, start + batch));
    parent.appendChild(fragment);
  }
};
