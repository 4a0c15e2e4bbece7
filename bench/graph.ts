// How long the call graph takes from the tables to the places of everything in it: choosing what to show, Graphviz,
// reading its answer, placing the counts. Against Graphviz with nothing but the same nodes and edges, laid out as it
// does by itself. Choosing alone, of a large profile, and laying out alone, against what a person may be kept waiting
// for it. How much moves (movement.ts), and the way from a listing to a picture that people go today (pipeline.ts).

import { existsSync, readFileSync } from 'node:fs'
import { instance, type Viz } from '@viz-js/viz'
import { profileOfListing } from '../src/analyse/joinListing.ts'
import { placeEdgeLabels } from '../src/layout/edgeLabels.ts'
import { graphToDot } from '../src/layout/graph.ts'
import { runGraphviz } from '../src/layout/runGraphviz.ts'
import { readListings } from '../src/parse/gprofText.ts'
import type { Profile } from '../src/profile.ts'
import { chooseGraph, type VisibleGraph } from '../src/query/graph/chooseGraph.ts'
import { type Measurement, median, timeInTurn } from './measure.ts'
import { movement, sizesOf } from './movement.ts'
import { pipeline } from './pipeline.ts'
import { syntheticListing } from './syntheticListing.ts'

const SAMPLES = new URL('../../shared/samples/', import.meta.url).pathname
const REAL = [
  'postgres/expected/backend.gprof-b.txt',
  'postgres/expected/walsender.gprof-b.txt',
  'wild/dagelf__darkplaces__gmon.txt',
  'lua-O2/expected/gprof-b.txt',
]
const SIZES = [100, 300]
/** What choosing may take of a profile with 5,000 functions and 20,000 arcs. */
const CHOOSING_LIMIT = 50
/** What Graphviz may take once it is warm, ms, for so many functions. */
const LAYOUT_LIMITS = [
  { functions: 80, limit: 100 },
  { functions: 300, limit: 500 },
]

export async function* graph(): AsyncIterable<Measurement> {
  yield* choosing()
  const viz = await instance()
  for (const { name, bytes } of listings()) {
    const profile = profileOfListing(readListings(bytes)[0], name)
    yield* movement(viz, name, profile)
    yield* layingOut(viz, name, profile)
    const piped = pipeline(viz, name, bytes)
    if (piped) yield piped
    for (const size of SIZES) {
      const minShare = shareFor(profile, size)
      const shown = chooseGraph(profile, { minShare, pinned: [] })
      const bare = bareDot(profile, shown)
      const times = timeInTurn(
        () => {
          const again = { ...profile } // what is remembered of a profile is worked out anew
          const visible = chooseGraph(again, { minShare, pinned: [] })
          const sizes = sizesOf(again, visible)
          const layout = runGraphviz(viz, graphToDot(again, visible, { sizes, sums: [], direction: 'down' }))
          if ('failed' in layout) throw new Error(layout.failed)
          placeEdgeLabels(layout.placement, {
            sizes: layout.placement.edges.map(() => ({ width: 30, height: 13 })),
            weights: layout.placement.edges.map(({ edge }) => edge),
            kept: [],
          })
        },
        () => void viz.render(bare, { engine: 'dot', format: 'plain' }),
        5,
      )
      yield {
        bench: 'graph',
        case: `${name}, ${shown.functions.length} functions, ${shown.arcs.length + shown.elided.length} edges`,
        metric: 'time',
        value: times.value,
        unit: 'ms',
        reference: times.reference,
        ratio: times.value / times.reference,
        note: 'reference: Graphviz dot on the bare graph',
      }
    }
  }
}

/** With as many functions as the limit is for, or as the profile has. */
function* layingOut(viz: Viz, name: string, profile: Profile): Iterable<Measurement> {
  for (const { functions, limit } of LAYOUT_LIMITS) {
    const shown = chooseGraph(profile, { minShare: shareFor(profile, functions), pinned: [] })
    const dot = graphToDot(profile, shown, { sizes: sizesOf(profile, shown), sums: [], direction: 'down' })
    const times: number[] = []
    for (let round = -2; round < 5; round++) {
      const start = performance.now()
      runGraphviz(viz, dot)
      if (round >= 0) times.push(performance.now() - start)
    }
    const value = median(times)
    yield {
      bench: 'graph',
      case: `${name}, ${shown.functions.length} functions, ${shown.arcs.length + shown.elided.length} edges`,
      metric: 'layout time',
      value,
      unit: 'ms',
      reference: limit,
      ratio: value / limit,
      note: `reference: the limit for ${functions} functions`,
    }
  }
}

/** By the page's own choice, around one function, and with as much as can be drawn; what is remembered is worked out anew. */
function* choosing(): Iterable<Measurement> {
  const profile = profileOfListing(readListings(syntheticListing(8_400_000))[0], 'synthetic')
  const fn = profile.functions.name.indexOf('main')
  const cases = {
    'page chooses': { minShare: Number.NaN, pinned: [] },
    'around main': { minShare: Number.NaN, pinned: [], around: { fn, callers: 2, callees: 5 } },
    '300 functions': { minShare: 1e-6, pinned: [] },
  }
  for (const [name, options] of Object.entries(cases)) {
    const times: number[] = []
    for (let round = -3; round < 15; round++) {
      const again = { ...profile, arcs: { ...profile.arcs } }
      const start = performance.now()
      chooseGraph(again, options)
      if (round >= 0) times.push(performance.now() - start)
    }
    const value = median(times)
    yield {
      bench: 'graph',
      case: `${name}, ${profile.functions.length} functions, ${profile.arcs.length} arcs`,
      metric: 'choosing time',
      value,
      unit: 'ms',
      reference: CHOOSING_LIMIT,
      ratio: value / CHOOSING_LIMIT,
      note: 'reference: the limit',
    }
  }
}

function* listings(): Iterable<{ name: string; bytes: Uint8Array }> {
  yield { name: 'synthetic 10 MB', bytes: syntheticListing(10_000_000) }
  for (const name of REAL.filter(file => existsSync(SAMPLES + file)))
    yield { name, bytes: readFileSync(SAMPLES + name) }
}

/** The minimum share at which about so many functions are shown. */
function shareFor(profile: Profile, functions: number): number {
  let [low, high] = [1e-7, 1]
  for (let i = 0; i < 40; i++) {
    const middle = Math.sqrt(low * high)
    if (chooseGraph(profile, { minShare: middle, pinned: [] }).functions.length > functions) low = middle
    else high = middle
  }
  return high
}

function bareDot({ arcs }: Profile, { functions, arcs: shown, elided }: VisibleGraph): string {
  const drawn = shown.map(arc => `${arcs.caller[arc]}->${arcs.callee[arc]}`)
  const dashed = elided.map(({ caller, callee }) => `${caller}->${callee}`)
  return `digraph{${[...functions, ...drawn, ...dashed].join(';')}}`
}
