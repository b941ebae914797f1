import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lineIndex } from '../../src/text/line-index.ts';
import { lintText, rulesWith } from '../lint/lint-texts.ts';

/**
 * Seven procedures as they are published by service desks, banks, insurers, shops and airlines, one of them in two
 * flows.
 */
const folder = join(import.meta.dirname, 'real');
const names = readdirSync(folder).sort();

const findings = names.map((name) => {
  const text = readFileSync(join(folder, name), 'utf8');
  const { position } = lineIndex(text);
  return {
    name,
    flows: text.match(/^flow /gm)?.length ?? 0,
    lines: lintText(text, rulesWith('service')).map(
      ({ code, message, span }) => `${position(span.start).line}: ${message} [${code}]`,
    ),
  };
});

describe('real procedures', () => {
  it('get at most four findings a flow on average, of the rules for a service team', () => {
    const flows = findings.reduce((sum, each) => sum + each.flows, 0);
    const lines = findings.reduce((sum, each) => sum + each.lines.length, 0);
    expect(lines / flows).toBeLessThanOrEqual(4);
  });

  it('get findings that one would put to the team', () => {
    const page = findings.map(({ name, lines }) => [name, ...lines.map((line) => `  ${line}`)].join('\n'));
    expect(page.join('\n\n')).toMatchSnapshot();
  });
});
