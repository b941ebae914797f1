/** `1 error`, `3 errors`; what takes no “s” is given in its plural too. */
export const counted = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;
