import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { serverCommand, temporaryProject } from './client.ts';

const common = `flow identify "Identify the customer"

role agent "Agent"
touchpoint contact "Customer is asked who he is"
step ask "Ask for the name" by agent to customer
end known "Customer known" as success
`;
const order = `use "common.flow"

flow order "Order by phone"

touchpoint phone "Customer calls"
step answer "Answer the call 📞" by agent to customer within 20s
call identify
end placed "Order placed" as success
`;

const isThere = spawnSync('nvim', ['--version']).error === undefined;
if (!isThere) process.stderr.write('Neovim cannot be found: what people do in it is not tried\n');

describe.runIf(isThere)('in Neovim', () => {
  it('one opens, breaks, sees, fixes, formats, looks and renames', () => {
    const { folder, remove } = temporaryProject({ 'common.flow': common, 'order.flow': order });
    const script = join(import.meta.dirname, 'neovim.lua');
    const { status, stdout, stderr } = spawnSync(
      'nvim',
      ['--clean', '--headless', '-c', `luafile ${script}`, '-c', 'cquit'],
      {
        cwd: folder,
        env: {
          ...process.env,
          FLOWC_SERVER: serverCommand.join('\n'),
          XDG_STATE_HOME: folder,
          XDG_CACHE_HOME: folder,
        },
        input: '',
        encoding: 'utf8',
        timeout: 50_000,
      },
    );
    remove();
    expect(`${stdout}${stderr}`).toContain('all is well');
    expect(stdout).not.toContain('FAILED');
    expect(status).toBe(0);
  });
});
