// speedscope's importers, which run in its own page: it is served, given a file, and asked for the table of functions. It
// reads its own format, folded stacks and pprof. (Callgrind's it reads, too, but unfolds it by rules of its own.)

import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from '@playwright/test'
import { type PreviewServer, preview } from 'vite'
import { findBrowser } from '../../../e2e/browser.ts'
import type { FormatName } from '../../../src/export/formats.ts'
import { demangle } from '../../../src/parse/demangle/demangle.ts'
import type { Profile } from '../../../src/profile.ts'
import { framesOf, isWhole, perUnit, timesOf } from './figures.ts'
import { add, type Figures, type Reader } from './reader.ts'

const RELEASE = new URL('../../flameChart/node_modules/speedscope/dist/release', import.meta.url).pathname
/** High enough for the rows of many functions. */
const VIEWPORT = { width: 1400, height: 8000 }

/** Of the units that a table is written in, in seconds. */
const UNITS: Record<string, number> = { ns: 1e-9, µs: 1e-6, ms: 1e-3, s: 1, '': 1 }

let open: Promise<{ page: Page; browser: Browser; server: PreviewServer }> | null = null

async function openPage() {
  const browser = await chromium.launch({ executablePath: findBrowser() ?? '' })
  const options = { preview: { port: 4319 }, logLevel: 'error' as const }
  const server = await preview({ configFile: false, root: RELEASE, build: { outDir: '.' }, ...options })
  return { browser, server, page: await browser.newPage({ viewport: VIEWPORT }) }
}

async function readTable(file: string, perUnit: number): Promise<Figures> {
  open ??= openPage()
  const { page, server } = await open
  await page.goto(server.resolvedUrls?.local[0] ?? '')
  const imported = page.waitForEvent('console', message => message.text().startsWith('import:'))
  await page.locator('input[type=file]').setInputFiles(file)
  await imported
  const figures: Figures = new Map()
  await page.keyboard.press('3')
  await page.locator('table tr td').first().waitFor()
  const rows = await page
    .locator('table tr')
    .evaluateAll(all => all.map(row => [...row.querySelectorAll('td')].map(cell => cell.textContent ?? '')))
  for (const [total, self, name] of rows) {
    if (name === undefined) continue
    add(figures, `self ${name}`, amountOf(self) * perUnit)
    add(figures, `total ${name}`, amountOf(total) * perUnit)
  }
  return figures
}

/** `704.52ms (38%)` in seconds, `1,095,927 (60%)` as it is. */
function amountOf(text: string): number {
  const [, digits = '', unit = ''] = /^([\d.,]+)(\D*?) \(/.exec(text) ?? []
  const [, minutes, seconds] = /^(\d+):([\d.]+) \(/.exec(text) ?? []
  if (minutes !== undefined) return 60 * Number(minutes) + Number(seconds)
  return Number(digits.replaceAll(',', '')) * (UNITS[unit] ?? Number.NaN)
}

async function close() {
  const opened = await open
  open = null
  await opened?.browser.close()
  await opened?.server.close()
}

function lacks(): string | null {
  if (!existsSync(RELEASE)) return 'speedscope is not installed: npm ci --prefix bench/flameChart'
  return findBrowser() ? null : 'there is no Chromium'
}

const reader = (
  format: FormatName,
  { perUnit, rounding }: { perUnit: number; rounding: number },
  figures: (profile: Profile) => Figures,
): Reader => ({
  title: `speedscope, ${format}`,
  format,
  lacks,
  read: file => readTable(file, perUnit),
  expected: profile => (profile.total > 0 ? demangled(figures(profile)) : new Map()),
  // It shows three digits or more, but for whole seconds from a minute on.
  slack: { relative: 1 / 60, absolute: rounding },
  keysOf: () => 'read',
  close,
})

/** Names as speedscope shows them: it demangles what it is given mangled, and then some are alike. */
function demangled(figures: Figures): Figures {
  const shown: Figures = new Map()
  for (const [key, value] of figures)
    add(
      shown,
      key.replace(/(?<=^\w+ )_?(_Z.*)/, (_, name) => demangle(name)),
      value,
    )
  return shown
}

export const speedscopeReaders: readonly Reader[] = [
  reader('speedscope', { perUnit: 1, rounding: 1e-6 }, profile => framesOf(profile, 1)),
  // Paths are rounded to a microsecond, and many may be added up.
  reader('folded', { perUnit: 1e-6, rounding: 5e-5 }, profile => framesOf(profile, 1)),
  // It knows nanoseconds, and takes other units for mere numbers.
  reader('pprof', { perUnit: 1, rounding: 1e-6 }, profile =>
    isWhole(profile) ? timesOf(profile, profile.unit === 'seconds' ? 1 : perUnit(profile)) : new Map(),
  ),
]
