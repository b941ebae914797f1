import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { isErrorWithCode } from '../error-code.ts';
import { UsageError } from '../usage-error.ts';
import { eventStream } from './event-stream.ts';
import { pageHtml } from './page-html.ts';
import type { PreviewModel } from './preview-model.ts';
import { refusal, securityHeaders } from './request-guard.ts';
import type { PageFiles } from './web-page-files.ts';

export interface PreviewServer {
  readonly url: string;
  /** Tells every page the state of the model. */
  update(): void;
  close(): Promise<void>;
}

/**
 * Serves the page and what a model shows, from memory, to this machine only: no address names a file on the disk.
 * `port` 0 is any that is free. Throws a `UsageError` where the port cannot be had.
 */
export async function startPreviewServer(
  model: PreviewModel,
  page: PageFiles,
  port: number,
): Promise<PreviewServer> {
  const events = eventStream();
  const state = (): string => JSON.stringify(model.state());
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const refused = refusal(request.method, request.headers, portOf(server));
    if (refused !== undefined) return send(response, refused.status, 'text/plain', refused.reason);
    const url = URL.parse(`http://localhost${request.url ?? '/'}`);
    const searchParams = url?.searchParams ?? new URLSearchParams();
    switch (url?.pathname) {
      case '/': {
        const nonce = randomBytes(18).toString('base64');
        return send(response, 200, 'text/html', pageHtml(nonce), nonce);
      }
      case '/page.js':
        return send(response, 200, 'text/javascript', page.script);
      case '/page.css':
        return send(response, 200, 'text/css', page.style);
      case '/events':
        setHeaders(response, undefined);
        return events.open(response, state());
      case '/picture': {
        const picture = await model.picture(searchParams.get('name') ?? '');
        if (picture === undefined) return send(response, 404, 'text/plain', 'there is no such picture now');
        // The page hears of the new one; nothing has gone wrong.
        if (picture === 'superseded') return send(response, 204, 'text/plain', '');
        return send(response, 200, 'application/json', JSON.stringify(picture));
      }
      case '/source': {
        const text = model.source(searchParams.get('file') ?? '');
        if (text === undefined) return send(response, 404, 'text/plain', 'this file is not shown');
        return send(response, 200, 'text/plain', text);
      }
      default:
        return send(response, 404, 'text/plain', 'there is nothing here');
    }
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (response.headersSent) response.end();
      else send(response, 500, 'text/plain', error instanceof Error ? error.message : String(error));
    });
  });
  await listen(server, port);
  return {
    url: `http://127.0.0.1:${portOf(server)}/`,
    update: () => events.send(state()),
    async close() {
      events.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function send(response: ServerResponse, status: number, type: string, body: string, nonce?: string): void {
  setHeaders(response, nonce);
  response.writeHead(status, { 'Content-Type': `${type}; charset=utf-8` });
  response.end(body);
}

function setHeaders(response: ServerResponse, nonce: string | undefined): void {
  for (const [name, value] of Object.entries(securityHeaders(nonce))) response.setHeader(name, value);
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function listen(server: Server, port: number): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ host: '127.0.0.1', port, exclusive: true }, resolve);
    });
  } catch (error) {
    if (!isErrorWithCode(error)) throw error;
    const reason =
      error.code === 'EADDRINUSE' ? 'is in use' : error.code === 'EACCES' ? 'needs more rights' : error.code;
    throw new UsageError(`port ${port} ${reason}`, 'Without --port, one that is free is taken');
  }
}
