/** The key of the flow behind the `#`, so that a page shows the same flow when it is loaded again. */
export function flowInAddress(): string | undefined {
  try {
    return decodeURIComponent(location.hash.slice(1)) || undefined;
  } catch {
    return undefined;
  }
}

/** Makes a flow that a person goes to a step of the history, so that the browser's Back leads to the one before. */
export function visit(key: string): void {
  if (flowInAddress() !== key) history.pushState(undefined, '', addressOf(key));
}

/** Names the flow that is shown, where nobody went to it: as the page opens, or after the text has changed. */
export const setAddress = (key: string): void => history.replaceState(undefined, '', addressOf(key));

const addressOf = (key: string): string => `#${encodeURIComponent(key)}`;
