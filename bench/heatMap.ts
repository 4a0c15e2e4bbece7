// What one frame costs the page's own thread while the heat map of many processes is scrolled, down and across. Needs
// `npm run build` first.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { Viewer } from '../e2e/viewer.ts'
import { randomNumbers } from '../src/randomNumbers.fixture.ts'
import { openBuiltPage } from './builtPage.ts'
import type { Measurement } from './measure.ts'
import { syntheticRun } from './syntheticRun.ts'
import { CATEGORIES, frameWork, mainThread, quantile } from './trace.ts'

const PROCESSES = 1000
const FUNCTIONS = 5000
/** Of each process: two seconds of a processor. */
const SAMPLES = 200
/** ms: half of what a frame has at 60 Hz. */
const FRAME_LIMIT = 8
/** Where the bins of a gmon.out of a 64-bit program begin, and where their number stands. */
const FIRST_BIN = 61
const BINS = 37

export async function* heatMap(): AsyncIterable<Measurement> {
  const folder = mkdtempSync(join(tmpdir(), 'arcflame-bench-'))
  const built = await openBuiltPage()
  try {
    writeProcesses(folder)
    const page = await built.browser.newPage({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' })
    await page.goto(built.url)
    const choosing = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Folder…' }).click()
    await (await choosing).setFiles(folder)
    await page.getByRole('button', { name: /processes$/ }).click({ timeout: 300_000 })
    await new Viewer(page).processes.getByRole('option').first().waitFor()
    await page.waitForTimeout(3000)
    await built.browser.startTracing(page, { categories: CATEGORIES })
    await scroll(page)
    const frames = frameWork(mainThread(await built.browser.stopTracing()), ['EventDispatch'])
    for (const [metric, share] of Object.entries({ p95: 0.95, p50: 0.5, max: 1 })) {
      const value = quantile(frames, share)
      yield {
        bench: 'heatMap',
        case: `${PROCESSES} processes, ${FUNCTIONS} functions`,
        metric,
        value,
        unit: 'ms',
        reference: FRAME_LIMIT,
        ratio: value / FRAME_LIMIT,
        note: `work of the page’s own thread in each of ${frames.length} frames; reference: our limit for p95`,
      }
    }
  } finally {
    await built.close()
    rmSync(folder, { recursive: true })
  }
}

function writeProcesses(folder: string): void {
  const { program, gmon } = syntheticRun(FUNCTIONS, 3)
  writeFileSync(join(folder, 'program'), program)
  const recorded = Buffer.from(gmon)
  const bins = recorded.readUInt32LE(BINS)
  for (let process = 0; process < PROCESSES; process++) {
    const copy = Buffer.from(recorded)
    copy.fill(0, FIRST_BIN, FIRST_BIN + 2 * bins)
    const random = randomNumbers(process + 1)
    for (let i = 0; i < SAMPLES; i++) {
      const at = FIRST_BIN + 2 * Math.floor(bins * random() ** 3) // most of them in the first functions
      copy.writeUInt16LE(copy.readUInt16LE(at) + 1, at)
    }
    mkdirSync(join(folder, 'gprof', String(process)), { recursive: true })
    writeFileSync(join(folder, 'gprof', String(process), 'gmon.out.gz'), gzipSync(copy))
  }
}

/** Turns of the wheel, as a hand makes them: down to the end and up again, then across. */
async function scroll(page: Page): Promise<void> {
  await page.mouse.move(900, 600)
  for (const [x, y] of [
    [0, 120],
    [0, -120],
    [120, 0],
    [-120, 0],
    [60, 120],
  ])
    for (let turn = 0; turn < 60; turn++) await page.mouse.wheel(x, y)
  await page.waitForTimeout(500)
}
