// `npm run generate` runs this first: the parser must know its own grammar before anything else can be made with it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lookaheadText } from './lookahead.ts';

writeFileSync(join(import.meta.dirname, '..', 'src/syntax/lookahead.ts'), lookaheadText());
