import type { IncomingHttpHeaders } from 'node:http';

/** Why a request is turned away, as an HTTP status. */
export interface RequestRefusal {
  readonly status: 403 | 405;
  readonly reason: string;
}

/**
 * Lets through what the page itself and the person before it ask for, and nothing else. Any website can make a browser
 * send requests to this machine; it can't choose the headers that tell so. A name that was made to point here (DNS
 * rebinding) shows in `Host`, another site in `Origin` and `Sec-Fetch-Site`. `port` is the one that is listened to.
 */
export function refusal(
  method: string | undefined,
  headers: IncomingHttpHeaders,
  port: number,
): RequestRefusal | undefined {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host, origin, 'sec-fetch-site': site } = headers;
  if (host === undefined || !hosts.includes(host)) return { status: 403, reason: 'unknown host' };
  if (origin !== undefined && !hosts.some((each) => origin === `http://${each}`))
    return { status: 403, reason: 'foreign origin' };
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    return { status: 403, reason: 'foreign site' };
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, reason: 'this can only be read' };
  return undefined;
}

/** The headers of every answer. `nonce` is that of the page's script and style; what is no page runs nothing at all. */
export const securityHeaders = (nonce: string | undefined): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': [
    "default-src 'none'",
    ...(nonce === undefined
      ? []
      : [`script-src 'nonce-${nonce}'`, `style-src 'nonce-${nonce}'`, "connect-src 'self'", 'img-src data:']),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
});
