// `npm run test:e2e`: the built page in a real browser. Arguments go to Playwright.

import { spawnSync } from 'node:child_process'
import { findBrowser } from './browser.ts'

const browser = findBrowser()
if (!browser) {
  console.error(
    'The browser tests need Chrome or Chromium and could not get one. Install it (on Debian or Ubuntu: ' +
      'apt-get install chromium; elsewhere: npx playwright install chromium), or set CHROME_PATH to one, and run again.',
  )
  process.exit(1)
}
console.error(`Browser: ${browser}`)
const { status } = spawnSync('npx', ['playwright', 'test', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, CHROME_PATH: browser },
})
process.exit(status ?? 1)
