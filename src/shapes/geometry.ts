/** Pixels, y downwards, from the top left corner of the picture. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export type Side = 'top' | 'right' | 'bottom' | 'left';

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}
