// `npm run fixtures` names the annotated fixtures below tests/fixtures/ that say something else than is found;
// `npm run fixtures -- --update` writes what is found into them. Read the difference: it is what people will read.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { annotatedFixtures, outdatedFixtures } from '../tests/annotated-fixtures.ts';

const { values } = parseArgs({ options: { update: { type: 'boolean', short: 'u', default: false } } });
const outdated = outdatedFixtures(annotatedFixtures());
for (const [path, text] of outdated) {
  console.log(`tests/${path}`);
  if (values.update) writeFileSync(join(import.meta.dirname, '..', 'tests', path), text);
}
if (outdated.size > 0 && !values.update) process.exitCode = 1;
