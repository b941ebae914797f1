import { describe, expect, it } from 'vitest';
import { flowc } from '../cli/test-shell.ts';

const flow =
  'flow calls "Calls"\nrole agent "Agent"\ntouchpoint phone "Customer calls"\nstep answer "Answer" by agent\nend done "Done" as success\n';
const shared = 'flow shared "Shared"\ntouchpoint phone "Customer calls"\nend done "Done" as success\n';

describe('a used file that is not there', () => {
  it('is missing, also where it would lie above the folder in which someone stands', async () => {
    const { code, out } = await flowc(['lint', 'calls.flow'], {
      cwd: '/p/flows',
      files: { 'calls.flow': `use "../shared.flow"\n${flow}` },
    });
    expect(code).toBe(1);
    expect(out).toContain('There is no file “../shared.flow”');
    expect(out).not.toContain('outside');
  });

  it.each([
    ['beside it', 'calls.flow', 'use "shard.flow"', 'shared.flow', 'shared.flow'],
    ['in the folder above', 'flows/calls.flow', 'use "../shard.flow"', 'shared.flow', '../shared.flow'],
  ])(
    'is misspelt, with another %s that was not asked for: it is proposed',
    async (_, path, use, other, meant) => {
      const world = { files: { [path]: `${use}\n${flow}`, [other]: shared } };
      const { out } = await flowc(['lint', path], world);
      expect(out).toContain(`Did you mean “${meant}”?`);
      const { files } = await flowc(['lint', '--fix=unsafe', path], world);
      expect(files[path]).toContain(`use "${meant}"`);
    },
  );
});
