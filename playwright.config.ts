// Runs the end-to-end tests one after the other, because each starts the real app in a window of its own.
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'e2e',
  workers: 1,
  retries: 0,
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
    { name: 'installed', testMatch: 'installed*.spec.ts' },
  ],
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ? [['list'], ['json']] : 'list',
});
