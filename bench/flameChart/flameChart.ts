// The flame chart beside speedscope's, in one Chromium, in turn: the same call paths, for us as the listing that gprof
// prints, for speedscope as the file that our exporter writes. Both are dropped on the built page, from the drop to the
// first picture; then both are zoomed and panned through the same windows by the same turns of a wheel.
//
// The page unfolds to a cut (see layout/flame.ts), so that however many paths there are, it never draws them all. What it
// costs is what a person gets; what the drawing code costs for that many boxes is measured by a page with nothing but the
// picture, which unfolds them all (harness/). There is no GPU in this headless Chromium: WebGL, which speedscope draws
// with, is computed by processors, and the figures for it would be others with one.
//
// "frame" and "script" are of the page's own thread, on which all else waits. Neither fills its canvas there: ours is
// painted by a worker (app/views/flame/paintWorker.ts), speedscope's in another process. "frame CPU" is what all threads
// of all processes take, painting and what puts it on screen included.
//
// Needs `npm run build`, and speedscope, which users of Arcflame do not install: `npm ci --prefix bench/flameChart`.

import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, preview } from 'vite'
import { profileOfListing } from '../../src/analyse/joinListing.ts'
import { speedscopeFile } from '../../src/export/speedscope.ts'
import { layoutFlame, USUAL_CUT } from '../../src/layout/flame.ts'
import { levelsOf } from '../../src/layout/flameTable.ts'
import { readListings } from '../../src/parse/gprofText.ts'
import { openBuiltPage } from '../builtPage.ts'
import { type Measurement, median } from '../measure.ts'
import { quantile } from '../trace.ts'
import { manyPaths } from './manyPaths.ts'
import { type Watched, watch } from './watched.ts'

const SPEEDSCOPE = new URL('node_modules/speedscope/dist/release', import.meta.url).pathname
const HARNESS = new URL('harness', import.meta.url).pathname
const ROUNDS = 3
const SIZES = [
  { paths: 1000, functions: 300 },
  { paths: 10_000, functions: 600 },
  { paths: 100_000, functions: 2000 },
  { paths: 1_080_000, functions: 6000 },
]

export async function* flameChart(): AsyncIterable<Measurement> {
  if (!existsSync(SPEEDSCOPE)) throw new Error('speedscope is missing: npm ci --prefix bench/flameChart')
  const folder = mkdtempSync(join(tmpdir(), 'arcflame-bench-'))
  const picture = await serve(await buildHarness(join(folder, 'harness')))
  const speedscope = await serve(SPEEDSCOPE)
  const { browser, url, close } = await openBuiltPage()
  try {
    for (const size of SIZES) {
      const { listing, json, drawn, boxes, levels } = writeFiles(folder, size)
      const ours = { file: listing, turnFor: (factor: number) => 500 * Math.log(factor) }
      const theirs = { file: json, turnFor: (factor: number) => 40 * (factor - 1) }
      const watched: Record<'speedscope' | 'page' | 'picture', Watched[]> = { speedscope: [], page: [], picture: [] }
      for (let round = 0; round < ROUNDS; round++) {
        watched.speedscope.push(await watch(browser, { ...theirs, url: speedscope.url }))
        watched.page.push(await watch(browser, { ...ours, url: `${url}#panel=flame` }))
        watched.picture.push(await watch(browser, { ...ours, url: picture.url }))
      }
      const of = `${boxes} boxes, ${levels} levels`
      yield* compare(`page with ${drawn} of ${of}`, watched.page, watched.speedscope)
      yield* compare(`picture alone of ${of}`, watched.picture, watched.speedscope)
    }
  } finally {
    await Promise.all([close(), picture.close(), speedscope.close()])
    rmSync(folder, { recursive: true })
  }
}

async function buildHarness(outDir: string): Promise<string> {
  const worker = { format: 'es' as const }
  await build({ configFile: false, logLevel: 'error', root: HARNESS, base: './', build: { outDir }, worker })
  return outDir
}

async function serve(folder: string): Promise<{ url: string; close(): Promise<void> }> {
  const options = { preview: { port: 4319 }, logLevel: 'error' as const }
  const server = await preview({ configFile: false, root: folder, build: { outDir: '.' }, ...options })
  return { url: server.resolvedUrls?.local[0] ?? '', close: () => server.close() }
}

/** The same program as a listing and, unfolded as far as can be, as speedscope's file. */
function writeFiles(folder: string, { paths, functions }: (typeof SIZES)[0]) {
  const [listing, json] = [join(folder, 'gprof.txt'), join(folder, 'speedscope.json')]
  const bytes = manyPaths(paths, functions)
  const profile = profileOfListing(readListings(bytes)[0], 'gprof.txt')
  const table = layoutFlame(profile, { cut: 0, path: [] })
  writeFileSync(listing, bytes)
  writeFileSync(json, JSON.stringify(speedscopeFile([{ profile, table }])))
  const drawn = layoutFlame(profile, { cut: USUAL_CUT, path: [] }).length
  return { listing, json, drawn, boxes: table.length, levels: levelsOf(table) }
}

function* compare(what: string, ours: readonly Watched[], theirs: readonly Watched[]): Iterable<Measurement> {
  const metrics: Record<string, (watched: Watched) => number> = {
    'first picture': ({ firstPicture }) => firstPicture,
    'frame p50': ({ frames }) => quantile(frames, 0.5),
    'frame p95': ({ frames }) => quantile(frames, 0.95),
    'frame max': ({ frames }) => quantile(frames, 1),
    'script p95': ({ scripts }) => quantile(scripts, 0.95),
    'frame CPU': ({ cpu }) => cpu,
  }
  for (const [metric, of] of Object.entries(metrics)) {
    const [value, reference] = [median(ours.map(of)), median(theirs.map(of))]
    const frames = `${median(ours.map(watched => watched.frames.length))} frames, ${median(theirs.map(watched => watched.frames.length))} in speedscope`
    yield {
      bench: 'flameChart',
      case: what,
      metric,
      value,
      unit: 'ms',
      reference,
      ratio: value / reference,
      note: `reference: speedscope 1.25.0 with all boxes; ${frames}; no GPU; median of ${ROUNDS}`,
    }
  }
}
