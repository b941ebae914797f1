// Counts what vitest's JSON reporter says, names what was not tried, and ends with 1 where something is wrong:
// `node scripts/count-tests.js RESULTS SKIPS`. Where CI is set, a test that was skipped counts as failed, except for
// those of SKIPS, which gives each its reason. Run by .ci/run, on any Node that npm runs on.
import { readFileSync } from 'node:fs';

const [resultsPath, skipsPath] = process.argv.slice(2);
const results = read(resultsPath);
if (results === undefined) {
  console.log('the tests did not run');
  process.exit(1);
}
const mayBeSkipped = new Map(Object.entries(JSON.parse(readFileSync(skipsPath, 'utf8'))));
const isStrict = (process.env.CI ?? '') !== '' && process.env.CI !== 'false';

const tests = results.testResults.flatMap(({ assertionResults }) => assertionResults);
const count = (wanted) => tests.filter(({ status }) => status === wanted).length;
const skipped = tests.filter(({ status }) => status !== 'passed' && status !== 'failed');
const unexcused = isStrict ? skipped.filter(({ fullName }) => !mayBeSkipped.has(fullName)) : [];
// A file that could not even be loaded has no failed test of its own, and counts as one.
const unloaded = results.testResults.filter(
  ({ status, assertionResults }) =>
    status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
);
const names = new Set(tests.map(({ fullName }) => fullName));
const unknown = [...mayBeSkipped.keys()].filter((name) => !names.has(name));

for (const { fullName } of skipped) {
  const reason = mayBeSkipped.get(fullName);
  console.log(`not tried here: ${fullName}${reason === undefined ? '' : `, as ${reason}`}`);
}
for (const { fullName } of unexcused) console.log(`failed, as it must not be skipped: ${fullName}`);
for (const { name } of unloaded) console.log(`failed, as it could not be loaded: ${name}`);
for (const name of unknown) console.log(`failed, as ${skipsPath} names a test that there is not: ${name}`);
const plain = tests.filter(({ meta }) => meta?.start === 'plain').length;
if (plain > 0) console.log(`${plain} of these ran with FLOWC_START=plain`);
const failed = count('failed') + unloaded.length + unexcused.length + unknown.length;
console.log(`${count('passed')} passed, ${failed} failed, ${skipped.length - unexcused.length} skipped`);
process.exitCode = failed > 0 ? 1 : 0;

/** Undefined where nothing was written. */
function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
