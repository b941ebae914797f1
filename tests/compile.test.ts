import { describe, expect, it } from 'vitest';
import { fontFiles } from '../src/cli/font-files.ts';
import { compile } from '../src/compile.ts';
import { standard } from '../src/render/theme/standard.ts';
import { createMeasurer } from '../src/type/create-measurer.ts';

const options = {
  layout: { measurer: await createMeasurer(fontFiles) },
  render: { theme: standard, text: { kind: 'system' } },
} as const;

describe('compiling', () => {
  it('goes from texts to one picture for each flow, in order, across files', async () => {
    const { value, diagnostics } = await compile(
      [
        {
          path: 'a.flow',
          text: 'use "b.flow"\nflow first\ntouchpoint phone\ncall second\nend\n\nflow third\nstep "C"\nend\n',
        },
        { path: 'b.flow', text: 'flow second "Second flow"\nstep "B"\nend\n' },
      ],
      options,
    );
    expect(diagnostics).toEqual([]);
    expect(value.map((svg) => /data-flow="(\w+)"/.exec(svg)?.[1])).toEqual(['first', 'third', 'second']);
  });

  it('gives the errors of the language with the pictures of what could be read', async () => {
    const { value, diagnostics } = await compile(
      [{ path: 'a.flow', text: 'flow a\ntuchpoint phone\nstep "Do"\nend\n' }],
      options,
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(['misspelt-word']);
    expect(value).toHaveLength(1);
  });
});
