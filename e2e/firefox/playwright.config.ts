// `npm run test:firefox`: a smoke suite in the Firefox of this machine. Playwright runs the tests and serves the page; the
// browser is driven by Puppeteer over WebDriver BiDi, which any Firefox understands.

import { defineConfig } from '@playwright/test'
import { findFirefox } from '../browser.ts'

if (!findFirefox()) {
  console.error(
    'These tests need Firefox, and found none. Install it (on Debian: apt-get install firefox-esr), or set FIREFOX_PATH ' +
      'to one, and run again.',
  )
  process.exit(1)
}
const port = Number(process.env.E2E_PORT ?? 4317)

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/firefox',
  forbidOnly: true,
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: { baseURL: `http://localhost:${port}/` },
  webServer: {
    command: `npx vite preview --port ${port} --strictPort`,
    cwd: '../..',
    url: `http://localhost:${port}/`,
    stdout: 'ignore',
  },
})
