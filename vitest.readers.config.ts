import { defineConfig } from 'vitest/config';

/** What takes minutes and the network: `npm run test:readers`, by hand before an issue is said to be resolved. */
export default defineConfig({
  test: { include: ['tests/readers/**/*.test.ts'], testTimeout: 900_000, hookTimeout: 900_000 },
});
