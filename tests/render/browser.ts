import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Whether this machine has a Chromium to try pictures in; its path can be set by the variable CHROMIUM. */
export const hasBrowser = existsSync(executablePath);

export const launchBrowser = (environment: Readonly<Record<string, string>> = {}): Promise<Browser> =>
  chromium.launch({
    executablePath,
    env: { ...process.env, ...environment },
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
