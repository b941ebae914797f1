import { describe, expect, it } from 'vitest';
import { checkContrast } from '../../src/render/theme/check-contrast.ts';
import { contrastRatio, readColour } from '../../src/render/theme/colour.ts';
import { contrast } from '../../src/render/theme/contrast.ts';
import { customTheme } from '../../src/render/theme/custom-theme.ts';
import { mono } from '../../src/render/theme/mono.ts';
import { standard } from '../../src/render/theme/standard.ts';
import { themes } from '../../src/render/theme/themes.ts';

describe('contrast', () => {
  it('is that of WCAG: examples of its own documents', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBe(21);
    expect(contrastRatio('#777777', '#777777')).toBe(1);
    expect(contrastRatio('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
    expect(contrastRatio('#ffffff', '#949494')).toBeCloseTo(3.03, 2);
  });

  it.each(themes)('is enough for every text and line of the theme $name, in light and dark', (theme) => {
    expect(checkContrast(theme)).toEqual([]);
    expect(theme.contrast.text).toBeGreaterThanOrEqual(4.5);
    expect(theme.contrast.line).toBeGreaterThanOrEqual(3);
  });

  it('meets level AAA for texts in the theme of that name', () => {
    expect(contrast.contrast.text).toBe(7);
    expect(contrast.dark).toBeDefined();
  });

  it('is found wanting where a colour is too close to what it stands on', () => {
    const pale = {
      ...standard,
      light: { ...standard.light, 'step.text': '#c0c0c0', 'next.line': '#eeeeee' },
    };
    const found = checkContrast(pale).map(({ foreground, background }) => `${foreground} on ${background}`);
    expect(found).toContain('step.text on step.fill');
    expect(found).toContain('next.line on background');
    expect(found.every((pair) => /^(step\.text|next\.line) on /.test(pair))).toBe(true);
  });
});

describe('the themes', () => {
  it('have names of their own and colours that are written alike', () => {
    expect(themes.map(({ name }) => name)).toEqual(['standard', 'mono', 'contrast']);
    for (const { light, dark } of themes)
      for (const colour of [...Object.values(light), ...Object.values(dark ?? {})])
        expect(readColour(colour)).toBe(colour);
  });

  it('have no colour at all in mono, so that nothing can be told by colour alone', () => {
    for (const colour of Object.values(mono.light)) expect(colour).toMatch(/^#(..)\1\1$/);
    expect(mono.dark).toBeUndefined();
  });
});

describe('colours of one’s own', () => {
  it('take the place of those of the theme, in long or short form', () => {
    const { value, problems } = customTheme(standard, {
      light: { 'step.fill': '#FFF', 'step.line': '#205080' },
    });
    expect(problems).toEqual([]);
    expect(value.light).toEqual({ ...standard.light, 'step.fill': '#ffffff', 'step.line': '#205080' });
    expect(value.dark).toEqual(standard.dark);
  });

  it('are reported where they can’t be read, and the theme’s colour stays', () => {
    const { value, problems } = customTheme(standard, { dark: { 'step.fill': 'url(x)', 'end.line': 'red' } });
    expect(value).toEqual(standard);
    expect(problems).toEqual([
      {
        kind: 'invalid-colour',
        mode: 'dark',
        name: 'step.fill',
        message: "'url(x)' is not a colour: write it as #rgb or #rrggbb",
      },
      {
        kind: 'invalid-colour',
        mode: 'dark',
        name: 'end.line',
        message: "'red' is not a colour: write it as #rgb or #rrggbb",
      },
    ]);
  });

  it('are reported where no colour has the name, with the one that was meant', () => {
    const { value, problems } = customTheme(standard, { light: { 'stpe.fill': '#fff' } });
    expect(value).toEqual(standard);
    expect(problems).toEqual([
      {
        kind: 'unknown-name',
        mode: 'light',
        name: 'stpe.fill',
        message: "there is no colour 'stpe.fill'",
        suggestion: 'step.fill',
      },
    ]);
  });

  it('are reported where they have too little contrast, and only they', () => {
    const { problems } = customTheme(standard, { light: { 'step.fill': '#556677' } });
    expect(problems.length).toBeGreaterThan(0);
    for (const { kind, mode, name } of problems)
      expect([kind, mode, name]).toEqual(['low-contrast', 'light', 'step.fill']);
    expect(problems[0]?.message).toMatch(
      /^'step\.text' on 'step\.fill' has a contrast of \d\.\d+, less than the 4\.5 that it takes to be read$/,
    );
  });

  it('can’t be dark where the theme has no dark mode', () => {
    const { value, problems } = customTheme(mono, { dark: { background: '#000' } });
    expect(value).toEqual(mono);
    expect(problems).toEqual([
      {
        kind: 'no-dark-mode',
        mode: 'dark',
        name: 'background',
        message: "the theme 'mono' has no dark mode",
      },
    ]);
  });
});
