import type { Picture, PreviewState } from '../messages.ts';

export interface ServerEvents {
  state(state: PreviewState): void;
  /** False as long as flowc does not answer. */
  connected(connected: boolean): void;
}

/** What the page asks of flowc. */
export interface ServerLink {
  /** Undefined where there is another picture by now, or no answer. */
  picture(name: string): Promise<Picture | undefined>;
  source(file: string): Promise<string | undefined>;
}

/** Listens while the page is seen: a browser keeps few connections open, and a hidden page needs none. */
export function connect({ state, connected }: ServerEvents): ServerLink {
  let events: EventSource | undefined;
  const follow = (): void => {
    events?.close();
    events = undefined;
    if (document.hidden) return;
    events = new EventSource('/events');
    events.addEventListener('open', () => connected(true));
    events.addEventListener('error', () => connected(false));
    events.addEventListener('message', ({ data }) => state(JSON.parse(data)));
  };
  document.addEventListener('visibilitychange', follow);
  follow();
  const ask = async (address: string): Promise<Response | undefined> => {
    try {
      const response = await fetch(address);
      return response.status === 200 ? response : undefined;
    } catch {
      return undefined;
    }
  };
  return {
    picture: async (name) => (await ask(`/picture?name=${encodeURIComponent(name)}`))?.json(),
    source: async (file) => (await ask(`/source?file=${encodeURIComponent(file)}`))?.text(),
  };
}
