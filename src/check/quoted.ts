/** A name or label as messages show it. */
export const quoted = (text: string): string => `“${text}”`;
