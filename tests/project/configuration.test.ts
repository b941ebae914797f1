import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { configSchema } from '../../scripts/config-schema.ts';
import { configurationFinder } from '../../src/project/find-configuration.ts';
import { readConfiguration } from '../../src/project/read-configuration.ts';
import { memoryFileSystem } from './memory-file-system.ts';

/** The problems of a configuration, each as the text it points at, its message and its help. */
const problemsOf = (text: string): readonly string[] =>
  readConfiguration(text).problems.map(
    ({ span, message, help }) =>
      `${text.slice(span.start, span.end)} ${message}${help === undefined ? '' : ` (${help})`}`,
  );

describe('a configuration', () => {
  it('that nests deeper than any stack is refused at the bracket that is too much, which no text or comment has', () => {
    const message = 'Brackets nest more than 100 deep here, and no setting does';
    expect(problemsOf('['.repeat(200_000))).toEqual([`[ ${message}`]);
    expect(problemsOf('{"rules":'.repeat(200_000))).toEqual([`{ ${message}`]);
    const brackets = '['.repeat(101);
    expect(problemsOf(`{ "out": "${brackets}", /* ${brackets} */ // ${brackets}\n "scale": 1 }`)).toEqual([]);
  });

  it.each([
    ['{ "them": "mono" }', '"them" There is no key “them” (Did you mean “theme”?)'],
    [
      '{ "rules": { "dead-edn": "off" } }',
      '"dead-edn" There is no rule “dead-edn” (Did you mean “dead-end”?)',
    ],
    [
      '{ "rules": { "dead-end": "warn" } }',
      '"warn" “warn” is not known here (Known are: “off”, “info”, “warning”, “error”)',
    ],
    [
      '{ "rules": { "dead-end": 2 } }',
      '2 This must be one of the words below (Known are: “off”, “info”, “warning”, “error”)',
    ],
    [
      '{ "rules": { "dead-end": ["off", 3] } }',
      '["off", 3] This must be a severity, or a list of a severity and an object of options',
    ],
    [
      '{ "preset": "strict" }',
      '"strict" “strict” is not known here (Known are: “recommended”, “service”, “none”)',
    ],
    ['{ "scale": 0 }', '0 This must be a number from 0.1 to 10'],
    ['{ "lanes": "yes" }', '"yes" This must be true or false'],
    ['{ "show": ["owner", "note"] }', '"note" “note” is not known here (Did you mean “notes”?)'],
    ['{ "out": 3 }', '3 This must be a text in quotes'],
    ['{ "extends": "base.json" }', '"base.json" This must be a path that begins with ./ or ../'],
    ['{ "overrides": [{ "file": "x" }] }', '"file" There is no key “file” (Did you mean “files”?)'],
    ['{ "colours": { "light": { "step.fill": "red" } } }', '"red" This must be a colour such as "#2c7a4b"'],
    ['[]', '[] This must be an object, in braces'],
    ['{ "theme": "mono", "theme": "mono" }', '"theme" “theme” stands twice'],
    ['{ "theme" "mono" }', '"mono" This is not JSON: colon expected'],
    ['', ' This is not JSON: value expected'],
  ])('says what is wrong in %s, and where', (text, problem) => {
    expect(problemsOf(text)[0]).toBe(problem);
  });

  it('has all its mistakes found at once', () => {
    expect(problemsOf('{ "a": 1, "scale": "big", "rules": { "b": "off" } }')).toHaveLength(3);
  });

  it('may have comments and trailing commas', () => {
    const { value, problems } = readConfiguration('{ // why\n "theme": "mono", "format": "png", }');
    expect(problems).toEqual([]);
    expect(value).toEqual({ theme: 'mono', format: ['png'] });
  });

  it.each([
    '{ "rules": { "dead-end": ["error", { "max": 3 }], "no-end": "off" }, "format": ["svg", "png"] }',
    '{ "show": [], "overrides": [{ "files": "a/**", "show": ["owner", "within", "takes"] }] }',
    '{ "overrides": [{ "files": "a/**", "lanes": false }], "extends": ["./x.json"], "scale": 2 }',
    '{ "rules": { "dead": "off" } }',
    '{ "rules": { "dead-end": ["off", {}, 3] } }',
    '{ "overrides": [{ "files": 3 }] }',
    '{ "colours": { "dark": { "step.fill": "#12345" } } }',
    '{ "x": 1 }',
  ])('is judged alike by its schema and by flowc: %s', (text) => {
    const validate = new Ajv({ strictTuples: false }).compile(configSchema);
    expect(validate(JSON.parse(text))).toBe(problemsOf(text).length === 0);
  });
});

describe('finding what holds for a file', () => {
  const finderOf = (files: Readonly<Record<string, string>>) =>
    configurationFinder(memoryFileSystem(files), '/p');

  it('is the nearest file upwards', () => {
    const finder = finderOf({
      '/p/flowc.config.json': '{ "theme": "mono" }',
      '/p/in/flowc.config.json': '{ "lanes": false }',
    });
    expect(finder.configurationFor('/p/deep/er/a.flow')).toMatchObject({
      path: '/p/flowc.config.json',
      theme: 'mono',
    });
    expect(finder.configurationFor('/p/in/a.flow')).toMatchObject({
      path: '/p/in/flowc.config.json',
      lanes: false,
    });
    expect(finder.configurationFor('/p/in/a.flow').theme).toBeUndefined();
    expect(finder.configurationFor('/q/a.flow')).toMatchObject({ preset: 'recommended' });
  });

  it('puts a file over what it extends, and overrides over both, rule by rule and colour by colour', () => {
    const finder = finderOf({
      '/p/shared/base.json': `{ "preset": "service", "out": "pictures", "rules": { "no-end": "off", "dead-end": "info" },
        "colours": { "light": { "step.fill": "#111111", "step.line": "#222222" } },
        "overrides": [{ "files": "../old/**", "rules": { "no-end": "info" } }] }`,
      '/p/flowc.config.json': `{ "extends": "./shared/base.json", "rules": { "dead-end": "error" },
        "colours": { "light": { "step.fill": "#333333" } },
        "overrides": [{ "files": ["old/**", "*.tmp.flow"], "direction": "right", "rules": { "dead-end": "off" } }] }`,
    });
    const rules = (path: string) =>
      [...finder.configurationFor(path).rules].map(([name, { severity }]) => `${name} ${severity}`).sort();
    expect(rules('/p/a.flow')).toEqual(['dead-end error', 'no-end off']);
    expect(rules('/p/old/b/a.flow')).toEqual(['dead-end off', 'no-end info']);
    expect(finder.configurationFor('/p/x.tmp.flow').direction).toBe('right');
    expect(finder.configurationFor('/p/a.flow')).toMatchObject({
      preset: 'service',
      out: '/p/shared/pictures',
      colours: { light: { 'step.fill': '#333333', 'step.line': '#222222' } },
    });
    expect(finder.problems()).toEqual([]);
  });

  it('is one object for all files for which the same holds', () => {
    const finder = finderOf({
      '/p/flowc.config.json': '{ "overrides": [{ "files": "old/**", "lanes": false }] }',
    });
    expect(finder.configurationFor('/p/a.flow')).toBe(finder.configurationFor('/p/in/b.flow'));
    expect(finder.configurationFor('/p/a.flow')).not.toBe(finder.configurationFor('/p/old/b.flow'));
  });

  it('keeps the options of a rule where only its severity is set anew', () => {
    const finder = finderOf({
      '/p/base.json':
        '{ "rules": { "too-large": ["warning", { "nodes": 80 }], "long-label": ["info", { "characters": 9 }] } }',
      '/p/flowc.config.json':
        '{ "extends": "./base.json", "rules": { "too-large": "error", "long-label": ["error", {}] } }',
    });
    const { rules } = finder.configurationFor('/p/a.flow');
    expect(rules.get('too-large')).toMatchObject({ severity: 'error', options: { nodes: 80 } });
    expect(rules.get('long-label')).toMatchObject({ severity: 'error', options: {} });
  });

  it('says where a circle of extends is closed, and which file is missing', () => {
    const finder = finderOf({
      '/p/flowc.config.json': '{ "extends": ["./a.json", "./gone.json"] }',
      '/p/a.json': '{ "extends": "./flowc.config.json", "theme": "mono" }',
    });
    expect(finder.configurationFor('/p/x.flow').theme).toBe('mono');
    expect(
      finder
        .problems()
        .map(({ path, text, span, message }) => [path, text.slice(span.start, span.end), message]),
    ).toEqual([
      ['a.json', '"./flowc.config.json"', '“./flowc.config.json” extends this file again, in a circle'],
      ['flowc.config.json', '"./gone.json"', 'There is no file “./gone.json”'],
    ]);
  });
});
