// Preloaded into flowc by late-loads.test.ts, into its threads too: notes the path or address of all that is loaded.
const fs = require('node:fs');
const { registerHooks } = require('node:module');

const note = (what) => fs.appendFileSync(process.env.FLOWC_TEST_LOADS, `${what}\n`);
const { readFileSync } = fs;
// Chunks, and what else is a script with a code cache.
fs.readFileSync = (path, ...options) => {
  if (/\.c?js$/.test(String(path))) note(path);
  return readFileSync(path, ...options);
};
// What Node itself imports and requires.
registerHooks({
  load(url, context, next) {
    note(url);
    return next(url, context);
  },
});
// A question is asked on a terminal only.
if (process.env.FLOWC_TEST_TERMINAL === 'yes')
  for (const stream of [process.stdin, process.stderr])
    Object.defineProperty(stream, 'isTTY', { value: true });
