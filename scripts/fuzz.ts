// `npm run fuzz -- --seconds 60 [--seed WORD]` tries random files; `--case SEED` shows one of them, made as small as
// it fails.
import { parseArgs } from 'node:util';
import { keepLaws } from '../tests/fuzz/laws.ts';
import { makeCase } from '../tests/fuzz/make-case.ts';
import { runFuzz } from '../tests/fuzz/run-fuzz.ts';
import { shrink } from '../tests/fuzz/shrink.ts';

const { values } = parseArgs({
  options: { seconds: { type: 'string' }, seed: { type: 'string' }, case: { type: 'string' } },
});

const reasonOf = async (bytes: Uint8Array): Promise<string | undefined> => {
  try {
    await keepLaws(bytes);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

if (values.case !== undefined) {
  const bytes = makeCase(values.case);
  const reason = await reasonOf(bytes);
  const small =
    reason === undefined ? bytes : await shrink(bytes, async (part) => (await reasonOf(part)) === reason);
  console.log(`${reason ?? 'keeps all laws'}\n${JSON.stringify(Buffer.from(small).toString('utf8'))}`);
  if (!Buffer.from(Buffer.from(small).toString('utf8')).equals(small))
    console.log(Buffer.from(small).toString('hex'));
} else {
  const seed = values.seed ?? String(Date.now());
  const { cases, failures } = await runFuzz(seed, Number(values.seconds ?? 60) * 1000);
  for (const { seed: name, reason } of failures)
    console.log(`${name}\n  ${reason.replaceAll('\n', '\n  ')}\n`);
  console.log(`${cases} cases of seed ${seed}, ${failures.length} failed`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}
