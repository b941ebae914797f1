#!/usr/bin/env node
// A CommonJS script in old words: the oldest Node can read it to the end, and no Node starts one sooner than this.
var oldest = [22, 13];

if (isNewEnough(process.versions.node)) require('../dist/start.cjs');
else startWithNewerNode();

function isNewEnough(version) {
  var parts = version.split('.').map(Number);
  return parts[0] > oldest[0] || (parts[0] === oldest[0] && parts[1] >= oldest[1]);
}

// The npm package `node`, where it is installed beside flowc, as in a clone: whoever has an old Node has flowc all
// the same.
function startWithNewerNode() {
  var program = newerNode();
  if (program === undefined) {
    console.error(
      'flowc needs Node.js ' +
        oldest.join('.') +
        ' or newer; this is ' +
        process.versions.node +
        '\n' +
        '  https://nodejs.org has one for the whole computer; npm install --save-dev node@24 brings one into a project',
    );
    process.exit(2);
  }
  var argv = [__filename].concat(process.argv.slice(2));
  var child = require('node:child_process').spawn(program, argv, { stdio: 'inherit' });
  // Who ends this process means the other one.
  ['SIGINT', 'SIGTERM', 'SIGHUP'].forEach((signal) => {
    process.on(signal, () => child.kill(signal));
  });
  child.on('error', (error) => {
    console.error(`flowc: ${program} does not start: ${error.message}`);
    process.exit(2);
  });
  child.on('exit', (code) => {
    process.exit(code === null ? 1 : code);
  });
}

function newerNode() {
  var path = require('node:path');
  var found;
  try {
    found = require.resolve('node/package.json');
  } catch (_) {
    return undefined;
  }
  if (!isNewEnough(require(found).version)) return undefined;
  return ['node', 'node.exe']
    .map((name) => path.join(path.dirname(found), 'bin', name))
    .find((program) => require('node:fs').existsSync(program));
}
