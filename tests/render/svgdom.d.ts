/** The few parts of svgdom that the tests use; the package ships no types. */
declare module 'svgdom' {
  export interface SvgdomNode {
    readonly outerHTML: string;
    setAttribute(name: string, value: string): void;
    setAttributeNS(namespace: string, name: string, value: string): void;
    appendChild(child: SvgdomNode): void;
    replaceChildren(...children: readonly SvgdomNode[]): void;
  }
  export interface SvgdomDocument {
    readonly documentElement: SvgdomNode;
    createElementNS(namespace: string, name: string): SvgdomNode;
    createTextNode(text: string): SvgdomNode;
    createDocumentFragment(): SvgdomNode;
  }
  export const createSVGDocument: () => SvgdomDocument;
}
