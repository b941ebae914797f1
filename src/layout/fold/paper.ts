export const paperNames = ['a4', 'a3', 'letter'] as const;
export type PaperName = (typeof paperNames)[number];
export const orientations = ['portrait', 'landscape'] as const;
export type Orientation = (typeof orientations)[number];

/** A sheet as it is held, in mm. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
}

/** Sheets in mm, upright: ISO 216, and ANSI Letter. */
const sheets: Readonly<Record<PaperName, Sheet>> = {
  a4: { width: 210, height: 297 },
  a3: { width: 297, height: 420 },
  letter: { width: 215.9, height: 279.4 },
};

export const sheetOf = (name: PaperName, orientation: Orientation): Sheet => {
  const { width, height } = sheets[name];
  return orientation === 'portrait' ? { width, height } : { width: height, height: width };
};

/** CSS Values 4, 6.2: an inch is 96 px and 25.4 mm. */
export const pxPerMm = 96 / 25.4;

/** White space on each side in mm: more than printers leave. */
export const printMargin = 10;

/** Labels are 14 px, 10.5 pt at full size; much smaller than 8 pt nobody reads them from a wall. */
export const smallestScale = 0.75;
