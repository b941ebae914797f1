// Preloaded into flowc by start-tricks.test.ts, into its threads too: notes what is loaded, and what V8 is told.
const fs = require('node:fs');
const v8 = require('node:v8');
const { registerHooks } = require('node:module');

const note = (what) => fs.appendFileSync(process.env.FLOWC_TEST_NOTES, `${what}\n`);
const { readFileSync } = fs;
fs.readFileSync = (path, ...options) => {
  if (/\.cjs$/.test(String(path))) note(`loads ${path}`);
  return readFileSync(path, ...options);
};
registerHooks({
  load(url, context, next) {
    note(`loads ${url}`);
    return next(url, context);
  },
});
const { setFlagsFromString } = v8;
v8.setFlagsFromString = (flags) => {
  note(`tells V8 ${flags}`);
  setFlagsFromString(flags);
};
