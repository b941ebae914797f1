import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['tests/choose-seed.ts'],
    setupFiles: ['tests/seed.ts', 'tests/note-start.ts'],
    // By default a core is left idle, which on two cores is half of them.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'flowc',
          include: ['tests/**/*.test.ts'],
          // Those take minutes and the network: `npm run test:readers`.
          exclude: ['tests/readers/**'],
          env: { FLOWC_START: '' },
        },
      },
      {
        // The command line again, without the tricks of its start: see ARCHITECTURE.md.
        extends: true,
        test: {
          name: 'FLOWC_START=plain',
          include: ['tests/cli/**/*.test.ts'],
          // The tests of the tricks themselves, which set the switch as they need it.
          exclude: ['cache', 'start', 'start-tricks'].map((name) => `tests/cli/${name}.test.ts`),
          env: { FLOWC_START: 'plain' },
        },
      },
    ],
  },
});
