/** What the tests use of the globals of a page in Chromium. */
export interface PageDocument {
  readonly fonts: Iterable<{ load(): Promise<unknown> }>;
  createElement(name: string): PageCanvas;
}
export type DecodeImage = (blob: unknown) => Promise<{ width: number; height: number }>;
export type Fetch = (address: string) => Promise<{ blob(): Promise<unknown> }>;

interface PageCanvas {
  width: number;
  height: number;
  getContext(kind: '2d'): {
    drawImage(image: unknown, x: number, y: number): void;
    getImageData(x: number, y: number, width: number, height: number): { data: Uint8ClampedArray };
  };
}
