/** A plot with logarithmic axes, as an SVG. */
export interface Plot {
  readonly title: string;
  readonly x: string;
  readonly y: string;
  readonly series: readonly Series[];
}
export interface Series {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

const width = 720;
const height = 420;
const frame = { left: 64, right: 190, top: 44, bottom: 48 };
const colours = ['#1f5fa8', '#c2571a', '#2c7a4b', '#8a3ffc', '#a11', '#09818f', '#94690f', '#666', '#c2188b'];

export function drawPlot({ title, x, y, series }: Plot): string {
  const all = series.flatMap(({ points }) => points);
  const range = (values: readonly number[]): readonly [number, number] => [
    Math.floor(Math.log10(Math.min(...values))),
    Math.ceil(Math.log10(Math.max(...values))),
  ];
  const [x0, x1] = range(all.map(([value]) => value));
  const [y0, y1] = range(all.map(([, value]) => value));
  const right = width - frame.right;
  const bottom = height - frame.bottom;
  const atX = (value: number): number =>
    round(frame.left + ((Math.log10(value) - x0) / (x1 - x0)) * (right - frame.left));
  const atY = (value: number): number =>
    round(bottom - ((Math.log10(value) - y0) / (y1 - y0)) * (bottom - frame.top));
  const powers = (from: number, to: number): readonly number[] =>
    Array.from({ length: to - from + 1 }, (_, index) => 10 ** (from + index));
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Noto Sans, sans-serif" font-size="12">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<text x="${frame.left}" y="24" font-size="15">${title}</text>`,
    `<text x="${(frame.left + right) / 2}" y="${height - 10}" text-anchor="middle">${x}</text>`,
    `<text x="16" y="${(frame.top + bottom) / 2}" text-anchor="middle" transform="rotate(-90 16 ${(frame.top + bottom) / 2})">${y}</text>`,
    ...powers(x0, x1).flatMap((value) => [
      `<path d="M${atX(value)} ${frame.top}V${bottom}" stroke="#ddd"/>`,
      `<text x="${atX(value)}" y="${bottom + 18}" text-anchor="middle">${value}</text>`,
    ]),
    ...powers(y0, y1).flatMap((value) => [
      `<path d="M${frame.left} ${atY(value)}H${right}" stroke="#ddd"/>`,
      `<text x="${frame.left - 8}" y="${atY(value) + 4}" text-anchor="end">${value}</text>`,
    ]),
  ];
  // Names stand at the ends of their lines, from above, none on another.
  const ends = series
    .flatMap(({ name, points }, index) => {
      const last = points.at(-1);
      return last === undefined ? [] : [{ name, index, x: atX(last[0]), y: atY(last[1]) }];
    })
    .sort((a, b) => a.y - b.y);
  let lowest = Number.NEGATIVE_INFINITY;
  for (const [index, { points }] of series.entries()) {
    const colour = colours[index % colours.length] ?? '#000';
    const places = points.map(([px, py]) => `${atX(px)} ${atY(py)}`);
    parts.push(`<path d="M${places.join('L')}" fill="none" stroke="${colour}" stroke-width="2"/>`);
    for (const place of places) {
      const [cx, cy] = place.split(' ');
      parts.push(`<circle cx="${cx}" cy="${cy}" r="3" fill="${colour}"/>`);
    }
  }
  for (const { name, index, y: end } of ends) {
    lowest = Math.max(end + 4, lowest + 15);
    parts.push(
      `<text x="${right + 10}" y="${lowest}" fill="${colours[index % colours.length]}">${name}</text>`,
    );
  }
  return `${parts.join('\n')}\n</svg>\n`;
}

const round = (value: number): number => Math.round(value * 10) / 10;
