/** How a grammar comes to know which way to take at each token. */
export interface GrammarOptions {
  /**
   * `true`, which is usual: recalls what chevrotain found out about the grammar (`lookahead.ts`), because to find it
   * out takes longer than to read a usual file. `false`: has chevrotain find it out, and validate the grammar. Both
   * read the same.
   */
  readonly prepared?: boolean;
}
