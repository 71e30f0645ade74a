// Where the unit tests are: beside the code they speak of.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'bench/**/*.test.ts'],
    environment: 'node',
    allowOnly: false,
    // A busy machine is no fault.
    testTimeout: 30_000,
  },
});
