import { describe, expect, it } from 'vitest';
import { safeLink } from '../../src/render/safe-link.ts';

describe('a link of a picture', () => {
  it.each([
    'https://example.com/a?b=c:d',
    'HTTPS://Example.com/Returns',
    'Http://example.com',
    'mailto:help@example.com',
    'MailTo:help@example.com',
    'guide/returns.html#cards',
    '../forms/a.pdf',
  ])('is %s', (address) => {
    expect(safeLink(address)).toBe(address);
  });

  it('has its spaces written out', () => {
    expect(safeLink('../forms/refund form.pdf')).toBe('../forms/refund%20form.pdf');
  });

  it.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'data:text/html,x',
    '//example.com',
    '/etc/passwd',
    'https:///x',
    'https:x',
    'java\tscript:alert(1)',
    '..\\forms',
    '',
  ])('is never %s', (address) => {
    expect(safeLink(address)).toBeUndefined();
  });
});
