import { defineConfig } from '@playwright/test'
import chromiumFlags from '../support/chromiumFlags.json' with { type: 'json' }

/** Journeys: the built app and the real server, in a real browser. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.journey.ts',
  globalSetup: './support/fillDemo.ts',
  outputDir: '../../test-results/journeys',
  // Each worker has a server and a database of its own; two cores do not carry more.
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 150_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: '../../test-results/journeys.json' }]],
  use: {
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    actionTimeout: 30_000,
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: [
        // Chromium refuses its sandbox to root, who runs the tests in a container.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        ...chromiumFlags,
        // A microphone that hums, given without a question: nobody is there to answer one.
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
      ],
    },
  },
})
