// Runs the end-to-end tests one file after the other, or two side by side where each worker has a display of its own.
import { defineConfig } from '@playwright/test';
import { takeSeat } from './scripts/seats.ts';

export default defineConfig({
  testDir: 'e2e',
  workers: takeSeat(),
  // A second try tells a race of the test from a fault; scripts/test.ts names each that needed one.
  retries: 1,
  forbidOnly: true,
  timeout: 60_000,
  projects: [
    {
      name: 'app',
      // Only Linux can lack a display.
      testIgnore: [
        'installed*.spec.ts',
        ...(process.platform === 'linux' ? [] : ['without-display.spec.ts']),
      ],
    },
    // Installs and removes the package, which takes root on Debian or a relative: scripts/test.ts decides.
    { name: 'installed', testMatch: 'installed*.spec.ts', workers: 1 },
  ],
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ? [['list'], ['json']] : 'list',
});
