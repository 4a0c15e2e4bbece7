// From a listing to a picture: here, and by what people use today, gprof2dot and Graphviz as programs. GPROF2DOT names
// its script; without that, the reference is Graphviz's part alone, of the graph that is drawn here, with names.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Viz } from '@viz-js/viz'
import { profileOfListing } from '../src/analyse/joinListing.ts'
import { graphToDot } from '../src/layout/graph.ts'
import { runGraphviz } from '../src/layout/runGraphviz.ts'
import { readListings } from '../src/parse/gprofText.ts'
import type { Profile } from '../src/profile.ts'
import { chooseGraph, type VisibleGraph } from '../src/query/graph/chooseGraph.ts'
import { type Measurement, timeInTurn } from './measure.ts'
import { sizesOf } from './movement.ts'

const ROUNDS = 5

/** Null where Graphviz is not installed. */
export function pipeline(viz: Viz, name: string, listing: Uint8Array): Measurement | null {
  if (!runs('dot', '-V')) return null
  const script = process.env.GPROF2DOT
  if (script && !runs('python3', script, '--help')) throw new Error('GPROF2DOT names no script that runs.')
  const folder = mkdtempSync(join(tmpdir(), 'arcflame-bench-'))
  try {
    const input = join(folder, script ? 'listing' : 'dot')
    const shown = draw(viz, listing)
    writeFileSync(input, script ? listing : namedDot(shown))
    const command = script
      ? `python3 "${script}" -f prof "${input}" | dot -Tsvg -o "${join(folder, 'svg')}"`
      : `dot -Tsvg "${input}" -o "${join(folder, 'svg')}"`
    const { value, reference } = timeInTurn(
      () => void draw(viz, listing),
      () => {
        const { status, stderr } = spawnSync('sh', ['-c', command])
        if (status !== 0) throw new Error(String(stderr))
      },
      ROUNDS,
    )
    return {
      bench: 'graph',
      case: `${name}, listing to picture, ${shown.graph.functions.length} functions`,
      metric: 'time',
      value,
      unit: 'ms',
      reference,
      ratio: value / reference,
      note: script ? 'reference: gprof2dot | dot -Tsvg' : 'reference: dot -Tsvg alone, of the same graph with names',
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const runs = (command: string, ...args: string[]) => spawnSync(command, args).status === 0

function draw(viz: Viz, listing: Uint8Array): { profile: Profile; graph: VisibleGraph } {
  const profile = profileOfListing(readListings(listing)[0], 'listing')
  const graph = chooseGraph(profile, { minShare: Number.NaN, pinned: [] })
  const dot = graphToDot(profile, graph, { sizes: sizesOf(profile, graph), sums: [], direction: 'down' })
  const layout = runGraphviz(viz, dot)
  if ('failed' in layout) throw new Error(layout.failed)
  return { profile, graph }
}

function namedDot({ profile, graph }: { profile: Profile; graph: VisibleGraph }): string {
  const { arcs, functions } = profile
  const nodes = graph.functions.map(fn => `${fn}[shape=box,label=${JSON.stringify(functions.name[fn])}]`)
  const drawn = graph.arcs.map(arc => `${arcs.caller[arc]}->${arcs.callee[arc]}[label=${arcs.count[arc] || 0}]`)
  const dashed = graph.elided.map(({ caller, callee }) => `${caller}->${callee}[style=dashed]`)
  return `digraph{${[...nodes, ...drawn, ...dashed].join(';')}}`
}
