import { describe, expect, it } from 'vitest';
import { judge } from '../../src/cli/judge.ts';
import { fixFiles } from '../../src/cli/lint/fix-files.ts';
import { askedFiles, openProject } from '../../src/cli/open-project.ts';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import { flowc, worldOf } from './test-shell.ts';

describe('repairing', () => {
  it('goes on with what a repair brings up, until nothing changes', async () => {
    // Only the first of two repairs of one text is made at once.
    const flowAsking = (label: string) =>
      `flow a "A"\ntouchpoint phone "Customer calls"\nif there? ${label} -> end found\nend lost\n`;
    const { code, files } = await flowc(['lint', '--fix'], {
      files: { 'a.flow': flowAsking('“Is it there”') },
    });
    expect({ code, text: files['a.flow'] }).toEqual({ code: 0, text: flowAsking('"Is it there?"') });
  });

  it('stops after ten rounds where each repair brings up another one', async () => {
    const { shell } = worldOf({ files: { 'a.flow': 'flow a' } });
    const asked = await askedFiles(shell, []);
    let judged = 0;
    const judgeAgain = (texts?: ReadonlyMap<string, string>) => {
      judged += 1;
      const grow: Diagnostic = {
        code: 'question-mark',
        severity: 'info',
        span: { start: 0, end: 4 },
        message: 'one more',
        related: [],
        fix: { kind: 'safe', title: 'Write it', edits: [{ span: { start: 6, end: 6 }, text: 'a' }] },
      };
      const judgement = judge(
        openProject(shell, asked, { today: '2026-11-21' }, texts === undefined ? {} : { texts }),
      );
      return { ...judgement, diagnosticsOf: () => [grow] };
    };
    const { changed } = fixFiles(judgeAgain(), false, judgeAgain);
    expect(changed.map(({ after }) => after)).toEqual([`flow a${'a'.repeat(10)}`]);
    expect(judged).toBe(11);
  });
});
