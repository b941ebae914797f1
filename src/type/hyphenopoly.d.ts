/** As much of it as is used: the package has no types. */
declare module 'hyphenopoly' {
  interface Settings {
    readonly require: readonly string[];
    readonly sync: true;
    readonly loaderSync: (file: string) => Uint8Array;
    /** How many letters stay together at least at the beginning, and at the end, of a word. */
    readonly leftmin: number;
    readonly rightmin: number;
  }
  const hyphenopoly: {
    /** Functions that put soft hyphens into a text, by language. */
    config(settings: Settings): ReadonlyMap<string, (text: string) => string>;
  };
  export default hyphenopoly;
}
