declare module 'linebreak' {
  /** Finds the places where UAX #14 allows or demands a line break, one a call, the end of the text last. */
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): { readonly position: number; readonly required?: boolean } | null;
  }
}
