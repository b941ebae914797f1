import { readFileSync } from 'node:fs';
import base64 from 'base64-js';
import UnicodeTrie from 'unicode-trie';

/** Latin, Greek and Cyrillic, and general punctuation. */
const known = 0x2100;

/**
 * The esbuild plugin that has `linebreak` unpack its table of Unicode only for a text that needs it: the classes of
 * the most usual characters are written out. To unpack it takes longer than to break all lines of a chart. `isOn` is
 * an expression that says in the built code whether that is wanted.
 */
export const quickLineBreaks = (isOn) => ({
  name: 'quick-line-breaks',
  setup(build) {
    build.onLoad({ filter: /[\\/]linebreak[\\/]dist[\\/]module\.mjs$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const packed =
        /^const (\S+) = (\S+\.toByteArray\("([^"]+)"\));\n+const (\S+) = new (\S+)\(\1\);$/m.exec(text);
      if (packed === null) throw new Error('linebreak has another form: see scripts/quick-line-breaks.js');
      const [whole, , unpack, data, name, trie] = packed;
      const classes = new UnicodeTrie(base64.toByteArray(data));
      const written = Array.from({ length: known }, (_, character) =>
        String.fromCharCode(48 + classes.get(character)),
      );
      const contents = text.replace(
        whole,
        () => `const usual = ${JSON.stringify(written.join(''))};
let unpacked;
const ${name} = {
  get(character) {
    if (${isOn} && character < usual.length) return usual.charCodeAt(character) - 48;
    unpacked ??= new ${trie}(${unpack});
    return unpacked.get(character);
  },
};`,
      );
      return { contents, loader: 'js' };
    });
  },
});
