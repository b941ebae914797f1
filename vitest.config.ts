import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Those take minutes and the network: `npm run test:readers`.
    exclude: ['tests/readers/**'],
    globalSetup: ['tests/choose-seed.ts'],
    setupFiles: ['tests/seed.ts'],
    // By default a core is left idle, which on two cores is half of them.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
