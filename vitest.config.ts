// Where the unit tests are: beside the code they speak of.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'bench/**/*.test.ts'],
    environment: 'node',
    allowOnly: false,
    // Tests read the tokens as text; vitest would hand on an empty one.
    css: { include: [/tokens\.css/] },
    // A busy machine is no fault.
    testTimeout: 30_000,
  },
});
