/** Sheets in mm, upright: ISO 216, and ANSI Letter. */
const papers = {
  a4: { width: 210, height: 297 },
  a3: { width: 297, height: 420 },
  letter: { width: 215.9, height: 279.4 },
} as const;

export type PaperName = keyof typeof papers;
export type Orientation = 'portrait' | 'landscape';

/** A sheet as it is held, in mm. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
}

export const sheetOf = (name: PaperName, orientation: Orientation): Sheet => {
  const { width, height } = papers[name];
  return orientation === 'portrait' ? { width, height } : { width: height, height: width };
};

/** CSS Values 4, 6.2: an inch is 96 px and 25.4 mm. */
export const pxPerMm = 96 / 25.4;

/** White space on each side in mm: more than printers leave. */
export const printMargin = 10;

/** Labels are 14 px, 10.5 pt at full size; much smaller than 8 pt nobody reads them from a wall. */
export const smallestScale = 0.75;
