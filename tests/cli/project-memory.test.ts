import { describe, expect, it } from 'vitest';
import { askedFiles, openProject } from '../../src/cli/open-project.ts';
import { createProjectMemory } from '../../src/cli/project-memory.ts';
import { parse } from '../../src/syntax/parse.ts';
import { worldOf } from './test-shell.ts';

const a = 'flow a\ntouchpoint phone "Call"\nstep help "Help"\nend\n';
const b = 'use "a.flow"\nflow b\ntouchpoint mail "Mail"\ncall a\nend\n';

describe('projects that are opened one after the other', () => {
  const opened = async (memory: ReturnType<typeof createProjectMemory>, files: Record<string, string>) => {
    const { shell } = worldOf({ files });
    return openProject(shell, await askedFiles(shell, []), { today: '2026-11-21' }, { memory });
  };

  it('are read again where they have changed, and only there', async () => {
    const memory = createProjectMemory(parse, true);
    const before = (await opened(memory, { 'a.flow': a, 'b.flow': b })).session;
    const known = {
      a: before.parsed('a.flow'),
      b: before.built('b.flow'),
      found: before.diagnostics('b.flow'),
    };
    const after = (await opened(memory, { 'a.flow': a.replace('Help', 'Listen'), 'b.flow': b })).session;
    expect(after.parsed('a.flow')).not.toBe(known.a);
    expect(after.built('a.flow')[0]?.process.nodes.map(({ label }) => label)).toContain('Listen');
    expect(after.built('b.flow')).toBe(known.b);
    expect(after.diagnostics('b.flow')).toBe(known.found);
  });

  it('are forgotten where nothing is to be remembered', async () => {
    const memory = createProjectMemory(parse, false);
    const before = (await opened(memory, { 'a.flow': a })).session.parsed('a.flow');
    const after = (await opened(memory, { 'a.flow': a })).session.parsed('a.flow');
    expect(after).toEqual(before);
    expect(after).not.toBe(before);
  });
});
