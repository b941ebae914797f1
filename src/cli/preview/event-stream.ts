import type { ServerResponse } from 'node:http';

/** Those who listen for server-sent events. */
export interface EventStream {
  /** Begins an answer that stays open, with a first event. */
  open(response: ServerResponse, data: string): void;
  /** One event for everyone; `data` holds no line breaks. */
  send(data: string): void;
  close(): void;
}

/** Often enough that nothing in between takes the silence for an end, in ms. */
const heartbeat = 20_000;

export function eventStream(): EventStream {
  const listeners = new Set<ServerResponse>();
  const all = (text: string): void => {
    for (const listener of listeners) listener.write(text);
  };
  const timer = setInterval(() => all(':\n\n'), heartbeat);
  timer.unref();
  return {
    open(response, data) {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      // The page asks again that soon, in ms, where the connection was lost.
      response.write(`retry: 500\ndata: ${data}\n\n`);
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
    },
    send: (data) => all(`data: ${data}\n\n`),
    close() {
      clearInterval(timer);
      for (const listener of listeners) listener.end();
    },
  };
}
