/**
 * The most nodes that a rule looks at in one row of such that do nothing, or that nobody is named for. No chart of
 * people has as many; with more, nothing is found, so that time stays short for charts that a program made.
 */
export const longestRow = 100;
