/**
 * How much processor time the usual commands take, against those of another checkout of flowc, in pairs: each run of
 * this one has one of the other beside it, and the ratio is that of the pair, so that neither a slow hour of the
 * machine nor a warm cache speaks for one side. Both have to be built in the same way: what users have is of `node
 * esbuild.config.js --release`. Each works on a copy of the other checkout's examples, which both can read, with a
 * cache of its own that has learnt. Run: npx node bench/against.ts OTHER [pairs] [part of a case's name]
 */
import type { ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { cpuTime } from './cpu-time.ts';
import { machine } from './machine.ts';
import { figure, table } from './table.ts';

interface Side {
  readonly script: string;
  readonly folder: string;
}
interface Case {
  readonly name: string;
  readonly argv: readonly string[];
  /** Done before each run, and not measured. */
  readonly before?: (side: Side) => void;
  readonly drive?: (child: ChildProcess, side: Side) => Promise<void>;
}

const [other, pairs = '15', only = ''] = process.argv.slice(2);
if (other === undefined)
  throw new Error('say which checkout to measure against: npx node bench/against.ts OTHER');
const scratch = mkdtempSync(join(tmpdir(), 'flowc-against-'));

const cases: readonly Case[] = [
  { name: '`--version`', argv: ['--version'] },
  { name: '`build examples`, nothing to do', argv: ['build', 'examples'] },
  { name: '`build examples` from nothing', argv: ['build', 'examples'], before: removePictures },
  { name: '`lint examples`', argv: ['lint', 'examples'] },
  { name: '`lsp` until the first diagnostics', argv: ['lsp'], drive: untilDiagnostics },
  { name: '`preview` until the first chart', argv: ['preview', 'examples'], drive: untilChart },
];

try {
  const sides = [
    sideOf(resolve(import.meta.dirname, '..'), 'this'),
    sideOf(resolve(other), 'other'),
  ] as const;
  const rows: (readonly string[])[] = [];
  for (const each of cases.filter(({ name }) => name.includes(only))) rows.push(await measure(each, sides));
  console.log(`Measured ${machine()}; medians of ${pairs} pairs, processor time of the process.\n`);
  console.log(table(['', 'this, ms', 'other, ms', 'ratio', 'middle half of the ratios'], rows));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function sideOf(checkout: string, name: string): Side {
  const folder = join(scratch, name);
  mkdirSync(folder);
  cpSync(join(resolve(other ?? ''), 'examples'), join(folder, 'examples'), { recursive: true });
  return { script: join(checkout, 'bin', 'flowc.js'), folder };
}

async function measure(each: Case, sides: readonly [Side, Side]): Promise<readonly string[]> {
  const run = (side: Side): Promise<number> => {
    each.before?.(side);
    const { drive } = each;
    return cpuTime(side.script, each.argv, {
      cwd: side.folder,
      scratch: side.folder,
      environment: { XDG_CACHE_HOME: join(side.folder, 'cache'), FLOWC_CACHE: '' },
      ...(drive === undefined ? {} : { drive: (child: ChildProcess) => drive(child, side) }),
    });
  };
  // The first rounds teach the code cache, and files that were written just now settle.
  for (let round = 0; round < 5; round++) for (const side of sides) await run(side);
  await new Promise((settled) => setTimeout(settled, 3000));
  for (const side of sides) await run(side);
  const times: [number, number][] = [];
  for (let round = 0; round < Number(pairs); round++) {
    // Which of the two is first changes, so that neither has the better place.
    const first = round % 2;
    const pair: [number, number] = [0, 0];
    for (const at of first === 0 ? ([0, 1] as const) : ([1, 0] as const)) pair[at] = await run(sides[at]);
    times.push(pair);
  }
  const ratios = times.map(([own, others]) => own / others);
  const row = [
    each.name,
    figure(
      quantile(
        times.map(([own]) => own),
        0.5,
      ),
    ),
    figure(
      quantile(
        times.map(([, others]) => others),
        0.5,
      ),
    ),
    quantile(ratios, 0.5).toFixed(3),
    `${quantile(ratios, 0.25).toFixed(3)} … ${quantile(ratios, 0.75).toFixed(3)}`,
  ];
  console.error(row.join('  '));
  return row;
}

function quantile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.round(share * (values.length - 1))] ?? Number.NaN;
}

function removePictures({ folder }: Side): void {
  for (const path of readdirSync(join(folder, 'examples'), { recursive: true, encoding: 'utf8' }))
    if (/\.(?:svg|png)$/.test(path)) rmSync(join(folder, 'examples', path));
}

/**
 * Acts as an editor that opens one example, and ends as soon as it has the diagnostics of it, or that there are none.
 */
async function untilDiagnostics({ stdin, stdout }: ChildProcess, { folder }: Side): Promise<void> {
  if (stdin === null || stdout === null) throw new Error('the server has no input or output');
  const connection = createProtocolConnection(
    new StreamMessageReader(stdout),
    new StreamMessageWriter(stdin),
  );
  const path = join(folder, 'examples', 'order-by-phone.flow');
  const uri = pathToFileURL(path).href;
  const reported = new Promise<void>((done) => {
    connection.onNotification('textDocument/publishDiagnostics', (told: { readonly uri: string }) => {
      if (told.uri === uri) done();
    });
  });
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'examples' }],
    capabilities: { textDocument: { publishDiagnostics: {} } },
  });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'flow', version: 1, text: readFileSync(path, 'utf8') },
  });
  await reported;
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  connection.end();
}

/** Acts as a browser that opens the page, gets the first chart that is announced, and goes. */
async function untilChart(child: ChildProcess): Promise<void> {
  let out = '';
  const url = await new Promise<string>((found) => {
    child.stdout?.on('data', (text) => {
      out += text;
      const [address] = /http:\S+/.exec(out) ?? [];
      if (address !== undefined) found(address);
    });
  });
  await (await fetch(url)).text();
  let told = '';
  for await (const bytes of (await fetch(`${url}events`)).body ?? []) {
    told += Buffer.from(bytes).toString('utf8');
    const [, name] = /"picture":"([^"]+)"/.exec(told) ?? [];
    if (name === undefined) continue;
    await (await fetch(`${url}picture?name=${encodeURIComponent(name)}`)).text();
    break;
  }
  child.kill('SIGINT');
}
