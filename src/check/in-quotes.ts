/** A name or label as messages show it. */
export const inQuotes = (text: string): string => `“${text}”`;
