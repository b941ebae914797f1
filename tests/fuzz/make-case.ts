import fc from 'fast-check';
import { habits, words } from '../../src/syntax/words.ts';
import { everyConstruct } from '../every-construct.ts';
import { examplePaths, textOfExample } from '../examples/example-files.ts';
import { flowText } from '../generate-flow.ts';
import { oddFlow } from '../odd-layout.ts';
import { sampleLabels } from '../sample-labels.ts';
import { type Random, randomFrom } from './random.ts';

/** The bytes of one random file. The same seed gives the same file. */
export function makeCase(seed: string): Uint8Array {
  const random = randomFrom(seed);
  const make = random.pick(makers);
  const made = make(random);
  return typeof made === 'string' ? Buffer.from(made, 'utf8') : made;
}

type Maker = (random: Random) => string | Uint8Array;

const examples = [everyConstruct, ...examplePaths.map(textOfExample)];

const randomBytes: Maker = (random) =>
  Uint8Array.from({ length: random.below(600) }, () => random.below(256));

/** Signs of the language, odd numbers, and characters that are trouble elsewhere. */
const signs = [
  ...[
    '{',
    '}',
    '->',
    '→',
    ',',
    '?',
    '？',
    '؟',
    '..',
    '"',
    '"""',
    '“',
    '”',
    '«',
    '»',
    '#',
    '\\',
    '\n',
    '\n',
    '\n',
  ],
  ...[
    '\r\n',
    '\r',
    '\t',
    ' ',
    '\u00a0',
    '\u2003',
    '\u3000',
    '\u202f',
    '\u2028',
    '\u0085',
    '\ufeff',
    '\0',
    '\u001b[31m',
    '\u007f',
  ],
  ...[
    '20s',
    '1h30min',
    '5m',
    '0d',
    '3wd',
    '4wh',
    '1wd4wh',
    '3bh',
    '2mo',
    '999999999999w',
    '1,5h',
    '5min20s',
    '30s..2min',
  ],
  ...['85%', '101%', '12.5%', '-3%', '2026-11-21', '2026-02-30', '0', '3', '99999999999999999999'],
  ...[
    '\u202e',
    '\u2066',
    '\u2069',
    '\u200d',
    '\u0301',
    'é',
    'e\u0301',
    '\ud83d',
    '\udc00',
    '👩‍👩‍👧‍👦',
    '\ufffe',
    '𝒳',
    'ﬁ',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'customer',
    'a--b',
    '-a',
    'a-',
    '_',
    'בדיקה',
    '库存',
  ],
  ...[
    '"\\u{10FFFF}"',
    '"\\u{D800}"',
    '"\\u{110000}"',
    '"<b>&amp;]]>"',
    '"use.flow"',
    '"../../x.flow"',
    '"C:\\\\x"',
  ],
  ...[
    '"javascript:alert(1)"',
    '"https://example.org/?a=1&b=\'2\'"',
    '# flowc-ignore dead-end: so',
    '# flowc-ignore-file',
  ],
];

const names = ['a', 'b', 'c', 'stock', 'agent', 'crm', 'x-1'];

const label = (random: Random): string =>
  `"${random.pick<string>(random.pick(Object.values(sampleLabels)))}"`;

const token: (random: Random) => string = (random) => {
  switch (random.below(6)) {
    case 0:
      return random.pick(signs);
    case 1:
      return random.pick(names);
    case 2:
      return label(random);
    case 3:
      return random.once(8) ? random.pick([...habits.keys()]) : `${random.pick(names)}?`;
    default:
      return random.pick(words);
  }
};

const tokens = (random: Random, count: number): string =>
  Array.from({ length: count }, () => token(random) + random.pick([' ', ' ', ' ', '\n', ''])).join('');

const tokenSoup: Maker = (random) =>
  (random.once(4) ? '' : 'flow f\n') + tokens(random, random.below(random.once(10) ? 400 : 60));

/** Lines that are whole statements, in an order that makes none or little sense. */
const statements: readonly ((random: Random) => string)[] = [
  (random) => `touchpoint ${random.pick(names)} ${label(random)}`,
  (random) => `step ${random.pick(names)} ${label(random)} by ${random.pick(names)}`,
  (random) => `step ${label(random)} within 2d timeout -> ${random.pick(names)}`,
  (random) => `wait ${label(random)} within 1h problem ${label(random)} {`,
  (random) => `if ${random.pick(names)}? {`,
  (random) => `} else if ${label(random)} 30% {`,
  (random) => `} else -> ${random.pick(names)}`,
  (random) => `choose ${random.pick(names)}? {`,
  (random) => `when ${label(random)} {`,
  () => 'otherwise {',
  () => 'parallel {',
  (random) => `branch ${label(random)} {`,
  (random) => `stage ${label(random)} {`,
  (random) => `-> ${random.pick(names)} max ${random.below(9)} then -> ${label(random)}`,
  (random) => `-> ${random.pick(names)} max 2 then -> ${random.pick(names)} max 3 then -> end`,
  (random) => `-> ${label(random)} -> ${random.pick(names)}`,
  (random) => `end ${random.pick(names)} as failure`,
  (random) => `call ${random.pick(['f', 'other', 'g'])}`,
  (random) => `transfer ${random.pick(['f', 'other', 'g'])}`,
  (random) => `escalate ${label(random)} to ${random.pick(names)}`,
  (random) => `step ${random.pick(names)} as document takes 1min..2min..3h say """\n  a\n   b\n  """`,
  (random) => `role ${random.pick(names)} ${label(random)}`,
  (random) => `touchpoint ${label(random)} by ${random.pick(names)} volume 4 per 1d -> ${random.pick(names)}`,
  (random) => `anytime ${random.pick(names)} ${label(random)} 2% -> end`,
  (random) => `anytime ${label(random)} {`,
  (random) => `late ${label(random)} -> ${random.pick(names)}`,
  (random) => `meanwhile every ${random.pick(names)} 30min, 1d -> ${label(random)}`,
  (random) => `meanwhile ${label(random)} after 2d {`,
  (random) => `wait ${random.pick(names)} ${label(random)} within 1d until ${label(random)} stops clock {`,
  (random) => `when ${label(random)} 20% note ${label(random)}`,
  (random) => `timeout ${label(random)} -> ${random.pick(names)}`,
  (random) => `choose all ${random.pick(names)}? ${label(random)} {`,
  () => 'parallel first {',
  (random) => `if ${label(random)} by ${random.pick(names)} note ${label(random)} 5% {`,
  (random) => `stage ${label(random)} by ${random.pick(names)} within p1 1h, 4h each "item" {`,
  (random) => `-> ${random.pick(names)} max 3`,
  (random) => `end ${label(random)} as success to ${random.pick(names)} note ${label(random)}`,
  (random) =>
    `step ${random.pick(names)} within p1 1h, p2 2h, 3h takes p1 1h..2h each "x" accountable ${random.pick(names)}`,
  (random) => `promise ${random.pick(names)} 4h from ${random.pick(names)} to ${random.pick(names)}`,
  (random) => `level ${random.pick(names)} ${label(random)}`,
  (random) => `party ${random.pick(names)} ${label(random)}`,
  (random) => `role ${random.pick(names)} ${label(random)} staff 3`,
  () => 'hours "Mon-Fri 09:00-17:00", "Sat 09:00-24:00"',
  (random) => `measure ${label(random)} 90% within p1 1h`,
  (random) => `field ${random.pick(names)} ${label(random)}`,
  () => 'language ar',
  () => 'direction right',
  () => 'use "other.flow"',
  () => 'flow g',
  () => '}',
  () => '}',
  () => '}',
  () => '}',
];

const statementSoup: Maker = (random) =>
  `flow f\n${Array.from({ length: random.below(40) }, () => `${random.pick(statements)(random)}\n`).join('')}`;

/** A flow without errors, of any kind and size. */
const generated = (random: Random): string => {
  const [text = ''] = fc.sample(
    flowText({
      sound: random.once(2),
      size: 2 + random.below(random.once(12) ? 14 : 6),
      owners: random.below(5),
      languages: random.once(2) ? ['en'] : ['he', 'ar', 'te', 'th', 'ja', 'de', 'hi'],
    }),
    { seed: random.below(2 ** 31), numRuns: 1 },
  );
  return text;
};

const wellFormed = (random: Random): string => (random.once(3) ? random.pick(examples) : generated(random));

/** A text with a few changes: cut, doubled, swapped, put in. */
const mutated: Maker = (random) => {
  let text = wellFormed(random);
  for (let left = 1 + random.below(6); left > 0; left--) {
    const from = random.below(text.length + 1);
    const to = Math.min(text.length, from + random.below(random.once(4) ? 400 : 12));
    const put = [
      () => '',
      () => text.slice(from, to).repeat(2),
      () => token(random),
      () => random.pick(statements)(random),
      () => tokens(random, random.below(5)),
      () => text.slice(from, to).split('').reverse().join(''),
    ];
    text = text.slice(0, from) + random.pick(put)() + text.slice(to);
  }
  return text;
};

/** A flow without errors whose layout, line ends, labels and comments are as odd as can be. */
const odd: Maker = (random) => fc.sample(oddFlow, { seed: random.below(2 ** 31), numRuns: 1 })[0]?.odd ?? '';

/** Lines of one file among those of another. */
const spliced: Maker = (random) => {
  const [one, other] = [wellFormed(random).split('\n'), wellFormed(random).split('\n')];
  const from = random.below(other.length);
  one.splice(random.below(one.length), random.below(6), ...other.slice(from, from + random.below(20)));
  return one.join(random.once(5) ? '\r\n' : '\n');
};

/** A well-formed text whose bytes were damaged on the way. */
const damaged: Maker = (random) => {
  const bytes = Buffer.from(wellFormed(random), 'utf8');
  for (let left = 1 + random.below(8); left > 0; left--)
    bytes[random.below(bytes.length)] = random.below(256);
  return bytes.subarray(0, random.once(3) ? random.below(bytes.length) : bytes.length);
};

const nested: Maker = (random) => {
  const depth = 1 + random.below(130);
  const open = Array.from({ length: depth }, () => random.pick(openers));
  const body = random.once(2) ? random.pick(statements)(random) : tokens(random, 4);
  return `flow f\ntouchpoint t\n${open.join('\n')}\n${body}\n${'}\n'.repeat(random.below(depth * 2))}end\n`;
};
const openers = [
  'if q? {',
  'if "Q?" { step "A" } else {',
  'stage s {',
  'parallel { branch {',
  'choose "Which" { when "a" {',
  'step "S" within 2d timeout {',
  'step "S" problem "P" {',
  'step "S" meanwhile after 1d {',
  'anytime "A" {',
  'choose all "Which" { when "a" {',
  'wait "W" { when "a" {',
  '-> t max 2 then',
  '-> "x" ->',
  '"""',
];

const makers: readonly Maker[] = [
  randomBytes,
  tokenSoup,
  tokenSoup,
  statementSoup,
  statementSoup,
  wellFormed,
  wellFormed,
  mutated,
  mutated,
  mutated,
  mutated,
  odd,
  odd,
  spliced,
  spliced,
  damaged,
  nested,
];
