/** The few parts of svgdom that flowc uses; the package ships no types. */
declare module 'svgdom' {
  export interface SvgdomNode {
    readonly nodeType: number;
    readonly childNodes: readonly SvgdomNode[];
    readonly firstChild: SvgdomNode | null;
    readonly parentNode: SvgdomNode | null;
    appendChild(child: SvgdomNode): void;
    insertBefore(child: SvgdomNode, before: SvgdomNode | null): void;
    removeChild(child: SvgdomNode): void;
    replaceChildren(...children: readonly SvgdomNode[]): void;
  }
  export interface SvgdomElement extends SvgdomNode {
    readonly localName: string;
    outerHTML: string;
    innerHTML: string;
    getAttribute(name: string): string | null;
    setAttribute(name: string, value: string): void;
    setAttributeNS(namespace: string, name: string, value: string): void;
    removeAttribute(name: string): void;
  }
  export interface SvgdomDocument {
    readonly documentElement: SvgdomElement;
    createElementNS(namespace: string, name: string): SvgdomElement;
    createTextNode(text: string): SvgdomNode;
    createDocumentFragment(): SvgdomNode;
  }
  export const createSVGDocument: () => SvgdomDocument;
}
