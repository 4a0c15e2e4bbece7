// `npm run test:e2e`: the built page in a real browser. Arguments go to Playwright. `npm run test:sets`: what is about the
// views of a profile, with each profile opened as a set whose sum it is; see asSet.ts.

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

/** Specs that open what they show as files or samples; the others are about files themselves, or bring pages of their own. */
const ofViews = [
  'access',
  'birdsEye',
  'export',
  'flame',
  'graph',
  'linked',
  'recent',
  'report',
  'safety',
  'share',
  'takeaway',
]

const [first, ...rest] = process.argv.slice(2)
const asSets = first === '--sets'
const args = asSets ? [...ofViews.map(name => `${name}.*spec`), ...rest] : process.argv.slice(2)
const { status } = spawnSync('npx', ['playwright', 'test', ...args], {
  stdio: 'inherit',
  env: { ...process.env, CHROME_PATH: browser, ...(asSets && { E2E_SET: '1' }) },
})
process.exit(status ?? 1)
