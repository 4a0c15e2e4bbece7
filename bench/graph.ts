// How long the call graph takes from the tables to the places of everything in it: choosing what to show, Graphviz,
// reading its answer, placing the counts. Against Graphviz with nothing but the same nodes and edges, laid out as it
// does by itself. And choosing alone, of a large profile, against what a person may be kept waiting for it.

import { existsSync, readFileSync } from 'node:fs'
import { instance } from '@viz-js/viz'
import { profileOfListing } from '../src/analyse/joinListing.ts'
import { placeEdgeLabels } from '../src/layout/edgeLabels.ts'
import { graphToDot } from '../src/layout/graph.ts'
import { runGraphviz } from '../src/layout/runGraphviz.ts'
import { readListings } from '../src/parse/gprofText.ts'
import type { Profile } from '../src/profile.ts'
import { chooseGraph, type VisibleGraph } from '../src/query/graph/chooseGraph.ts'
import { type Measurement, median, timeInTurn } from './measure.ts'
import { syntheticListing } from './syntheticListing.ts'

const SAMPLES = new URL('../../shared/samples/', import.meta.url).pathname
const REAL = [
  'postgres/expected/backend.gprof-b.txt',
  'postgres/expected/walsender.gprof-b.txt',
  'wild/dagelf__darkplaces__gmon.txt',
]
const SIZES = [100, 300]
/** What choosing may take of a profile with 5,000 functions and 20,000 arcs. */
const CHOOSING_LIMIT = 50

export async function* graph(): AsyncIterable<Measurement> {
  yield* choosing()
  const viz = await instance()
  for (const { name, profile } of profiles())
    for (const size of SIZES) {
      const minShare = shareFor(profile, size)
      const shown = chooseGraph(profile, { minShare, pinned: [] })
      const bare = bareDot(profile, shown)
      const times = timeInTurn(
        () => {
          const again = { ...profile } // what is remembered of a profile is worked out anew
          const visible = chooseGraph(again, { minShare, pinned: [] })
          const sizes = visible.functions.map(fn => ({
            width: 16 + 5.75 * Math.min(26, again.functions.name[fn].length),
            height: 40,
          }))
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

function* profiles(): Iterable<{ name: string; profile: Profile }> {
  const files = REAL.filter(name => existsSync(SAMPLES + name)).map(name => ({
    name,
    bytes: readFileSync(SAMPLES + name),
  }))
  for (const { name, bytes } of [{ name: 'synthetic 10 MB', bytes: syntheticListing(10_000_000) }, ...files])
    yield { name, profile: profileOfListing(readListings(bytes)[0], name) }
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
