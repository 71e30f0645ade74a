// Finds the unit tests, which stand next to the code they test.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'bench/**/*.test.ts'],
    environment: 'node',
    allowOnly: false,
    // Tests read these as text, but vitest would return empty text for CSS.
    css: { include: [/tokens\.css/, /fonts\.css/] },
    // A busy machine must not fail tests.
    testTimeout: 30_000,
  },
});
