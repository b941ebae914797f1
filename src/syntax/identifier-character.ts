import { continueRanges, startRanges } from './identifier-data.ts';

/** The first code point of each range, and at odd places the first one after it. */
function decode(data: string): Uint32Array {
  const numbers = data.split(' ');
  const bounds = new Uint32Array(numbers.length);
  let at = 0x80;
  numbers.forEach((number, index) => {
    at += Number.parseInt(number, 36);
    bounds[index] = at;
  });
  return bounds;
}

/** Made at the first name beyond ASCII. */
function membership(data: string): (point: number) => boolean {
  let decoded: Uint32Array | undefined;
  return (point) => {
    decoded ??= decode(data);
    let low = 0;
    let high = decoded.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((decoded[middle] ?? 0) <= point) low = middle + 1;
      else high = middle;
    }
    return low % 2 === 1;
  };
}

const isStart = membership(startRanges);
const isContinue = membership(continueRanges);
const isLetter = (point: number): boolean =>
  (point >= 0x41 && point <= 0x5a) || (point >= 0x61 && point <= 0x7a);

/** Whether a name may begin with this code point: XID_Start. */
export const isIdentifierStart = (point: number): boolean =>
  point < 0x80 ? isLetter(point) : isStart(point);

/** Whether a name may go on with this code point: XID_Continue, in which `_` is. */
export const isIdentifierPart = (point: number): boolean =>
  point < 0x80 ? isLetter(point) || (point >= 0x30 && point <= 0x39) || point === 0x5f : isContinue(point);
