/** A number as it is written in pictures: px to two decimals. */
export const decimal = (value: number): string => String(Math.round(value * 100) / 100);
