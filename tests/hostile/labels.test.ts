import { describe, expect, it } from 'vitest';
import { flowc } from '../cli/test-shell.ts';
import { keepLaws } from '../fuzz/laws.ts';
import { readXml, withClass } from '../render/read-xml.ts';

const labels: Readonly<Record<string, string>> = {
  markup: '</text><script>alert(1)</script><!-- ]]> & &amp; &#0; %x; <![CDATA[',
  'an attribute that ends': '" onload="alert(1)" x=\'',
  'marks that turn the text around': '\u202egnirts a\u202c \u2066a\u2069 \u200f\u200e \u061c',
  'a row of marks that open and never close': '\u202e\u2067\u202a'.repeat(200),
  'half characters': '\ud83d a \udc00\ud83d',
  controls: '\u0001\u0008\u000b\u001b[2J\u007f\u0085\u009b',
  'a zero': 'a\u0000b',
  'non-characters': '\ufffe \uffff \ufdd0 \u{1ffff}',
  'marks upon marks': `a${'\u0301'.repeat(1000)}`,
  'one long word': 'w'.repeat(9_990),
  'characters of all planes': '𝒳👩‍👩‍👧‍👦🏳️‍🌈\u{10ffff}\u{e0001}',
  'no width at all': '\u200b\u200d\ufeff\u2060',
  'an empty one': '',
  lines: 'a\n\n\nb\r\nc\u2028d\u2029e',
  'templates and paths': `\${process.exit()} {{x}} %s %n ../../x \\\\server\\x`,
};

/** A flow that has a label in every place that there is. */
const flowWith = (label: string): string => {
  const text = JSON.stringify(label)
    .replaceAll(/\\u([0-9a-f]{4})/g, '\\u{$1}')
    .replaceAll(/\\[rbf]/g, '')
    .replaceAll('\\/', '/');
  return `flow f ${text}
department ${text}
purpose ${text}
role a ${text}
system s ${text}
request r ${text}
term ${label === '' ? '"x"' : text} ${text}
touchpoint t ${text} for r
stage ${text} {
  step x ${text} by a using s say ${text} note ${text}
    problem ${text} -> y
  choose ${text} {
    when ${text} -> y
    otherwise -> ${text}
  }
}
step y ${text} by s
end ${text}
`;
};

describe('a label', () => {
  it.each(Object.entries(labels))('of %s goes through everything', async (_, label) => {
    await keepLaws(Buffer.from(flowWith(label)));
    // The characters themselves too, not only their escapes.
    await keepLaws(Buffer.from(`flow f\ntouchpoint t\nstep "${label.replaceAll(/["\\]/g, '')}"\nend\n`));
  });

  it('of markup is text in the picture, and runs nothing', async () => {
    const { out, code } = await flowc(['build', '-', '-o', '-', '--force'], {
      stdin: flowWith(labels['markup'] ?? ''),
    });
    expect(code).toBe(0);
    const root = readXml(out);
    expect(withClass(root, 'node').length).toBeGreaterThan(5);
    expect(root.text).toContain('<script>');
    expect(out).not.toMatch(/<script|<!--|<!\[CDATA\[<|\son\w+=/);
  });

  it.each([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    '/etc/passwd',
    'file:///etc/passwd',
    '\\\\server\\x',
    'java\tscript:x',
  ])('that is the link %j is refused, and never drawn', async (link) => {
    const text = JSON.stringify(link);
    const stdin = `flow f\ntouchpoint t\nstep "S" link ${text}\nend\n`;
    const { err, out } = await flowc(['build', '-', '-o', '-'], { stdin });
    expect(out).toBe('');
    expect(err).toContain('unsafe-link');
    const forced = await flowc(['build', '-', '-o', '-', '--force'], { stdin });
    expect(forced.out).not.toContain('href');
  });
});
