// D2 has no command line on npm, only a library: this is the least that makes one of it.
import { readFileSync, writeFileSync } from 'node:fs';
import { D2 } from '@terrastruct/d2';

const [, , input, output] = process.argv;
const d2 = new D2();
const { diagram, renderOptions } = await d2.compile(readFileSync(input, 'utf8'));
writeFileSync(output, await d2.render(diagram, renderOptions));
process.exit(0);
