/** A text with a space for each no-break space, as one reads it. */
export const withSpaces = (text: string): string => text.replaceAll('\u00a0', ' ');
