#!/usr/bin/env node
// A CommonJS script in old words: the oldest Node can read it to the end, and no Node starts one sooner than this.
var version = process.versions.node.split('.').map(Number);
if (version[0] < 22 || (version[0] === 22 && version[1] < 13)) {
  console.error(`flowc needs Node.js 22.13 or newer; this is ${process.versions.node}`);
  process.exit(2);
}
require('../dist/start.cjs');
