import { describe, expect, it } from 'vitest';
import { editorLink, editors } from '../../src/cli/preview/editor-link.ts';
import { refusal, securityHeaders } from '../../src/cli/preview/request-guard.ts';

describe('who may ask', () => {
  const port = 4000;
  const own = { host: '127.0.0.1:4000' };
  it.each([
    ['the person before the page', { ...own, 'sec-fetch-site': 'none' }],
    ['the page itself', { ...own, origin: 'http://127.0.0.1:4000', 'sec-fetch-site': 'same-origin' }],
    ['the page by its other name', { host: 'localhost:4000', origin: 'http://localhost:4000' }],
    ['a program without a browser', own],
  ])('%s', (_, headers) => {
    expect(refusal('GET', headers, port)).toBeUndefined();
    expect(refusal('HEAD', headers, port)).toBeUndefined();
    expect(refusal('POST', headers, port)?.status).toBe(405);
  });
  it.each([
    ['a name that was made to point here', { host: 'evil.test:4000' }],
    ['a request without a name', {}],
    ['another port', { host: '127.0.0.1:4001' }],
    ['a name that only begins like ours', { host: '127.0.0.1.evil.test:4000' }],
    ['a page of another site', { ...own, origin: 'https://evil.test' }],
    ['a page without an origin of its own', { ...own, origin: 'null' }],
    ['a page of another port', { ...own, origin: 'http://127.0.0.1:3000' }],
    ['another site', { ...own, 'sec-fetch-site': 'cross-site' }],
    ['another port of this machine', { ...own, 'sec-fetch-site': 'same-site' }],
  ])('not %s', (_, headers) => {
    expect(refusal('GET', headers, port)?.status).toBe(403);
  });
  it('lets nothing run but what has the nonce, and nothing at all in what is no page', () => {
    const policy = (nonce?: string) => securityHeaders(nonce)['Content-Security-Policy'];
    expect(policy('abc')).toContain(
      "default-src 'none'; script-src 'nonce-abc'; style-src 'nonce-abc'; connect-src 'self'",
    );
    expect(policy()).toBe("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
  });
});

describe('links to an editor', () => {
  it('name the place as each editor wants it, with every character of a path encoded', () => {
    expect(editorLink('vscode')('/p/a b#ü.flow', 3, 7)).toBe('vscode://file/p/a%20b%23%C3%BC.flow:3:7');
    expect(editorLink('vscode')('C:/p/a.flow', 3, 7)).toBe('vscode://file/C:/p/a.flow:3:7');
    expect(editorLink('idea')('/p/a&b.flow', 3, 7)).toBe('idea://open?file=/p/a%26b.flow&line=3&column=7');
    expect(editorLink('mine://{path}?l={line}')('/p/a.flow', 3, 7)).toBe('mine:///p/a.flow?l=3');
    expect(editorLink('none')('/p/a.flow', 3, 7)).toBeUndefined();
    for (const name of Object.keys(editors))
      expect(editorLink(name)('/p/a.flow', 3, 7)).toMatch(/^[a-z-]+:\/\/.*\/p\/a\.flow/);
  });
  it.each(['notepad', 'javascript:alert("{path}")', 'data:text/html,{path}', '{path}', 'JAVASCRIPT:{path}'])(
    'refuses %s',
    (name) => {
      expect(() => editorLink(name)).toThrow('there is no editor');
    },
  );
});
