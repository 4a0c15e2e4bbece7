// How long the flame chart takes from the tables to the places of all boxes: where time flows, what is certain, the
// unfolding. Against a plain depth-first walk over the same boxes, already unfolded as a tree of objects, that only
// adds up their widths.

import { existsSync, readFileSync } from 'node:fs'
import { profileOfListing } from '../src/analyse/joinListing.ts'
import { layoutFlame } from '../src/layout/flame.ts'
import { type FlameTable, flameBuffers, levelsOf } from '../src/layout/flameTable.ts'
import { readListings } from '../src/parse/gprofText.ts'
import { layersOf } from '../src/profile.fixture.ts'
import type { Profile } from '../src/profile.ts'
import { type Measurement, timeInTurn } from './measure.ts'
import { syntheticListing } from './syntheticListing.ts'

const SAMPLES = new URL('../../shared/samples/', import.meta.url).pathname
const REAL = ['postgres/expected/backend.gprof-b.txt', 'wild/dagelf__darkplaces__gmon.txt']
const CUTS = [1e-4, 1e-6]
/** Of so many layers of ten functions, the paths are 1,111,110. */
const LAYERS = 6

export async function* flame(): AsyncIterable<Measurement> {
  for (const { name, profile, cuts } of profiles())
    for (const cut of cuts) {
      const table = layoutFlame(profile, { cut, path: [] })
      const roots = asTree(table)
      const layOut = (of: Profile) => {
        if (layoutFlame(of, { cut, path: [] }).length !== table.length) throw new Error('unlike itself')
      }
      const walkAll = () => {
        if (!(roots.reduce((sum, root) => sum + walk(root), 0) > 0)) throw new Error('nothing walked')
      }
      const metrics = {
        time: () => layOut({ ...profile }), // what is remembered of a profile is worked out anew
        zoom: () => layOut(profile), // as after every zoom
      }
      for (const [metric, work] of Object.entries(metrics)) {
        const times = timeInTurn(work, walkAll)
        const bytes = flameBuffers(table).reduce((sum, buffer) => sum + buffer.byteLength, 0) / table.length
        yield {
          bench: 'flame',
          case: `${name}, cut ${cut}, ${table.length} boxes`,
          metric,
          value: times.value,
          unit: 'ms',
          reference: times.reference,
          ratio: times.value / times.reference,
          note: `reference: depth-first walk of the same boxes; ${levelsOf(table)} levels, ${bytes.toFixed(2)} bytes a box`,
        }
      }
    }
}

function* profiles(): Iterable<{ name: string; profile: Profile; cuts: number[] }> {
  const files = REAL.filter(name => existsSync(SAMPLES + name)).map(name => ({
    name,
    bytes: readFileSync(SAMPLES + name),
  }))
  for (const { name, bytes } of [...files, { name: 'synthetic 10 MB', bytes: syntheticListing(10_000_000) }])
    yield { name, profile: profileOfListing(readListings(bytes)[0], name), cuts: CUTS }
  yield { name: `${LAYERS} layers of 10`, profile: layersOf(LAYERS), cuts: [9e-7] }
}

interface Node {
  width: number
  children: Node[]
}

function asTree(table: FlameTable): Node[] {
  const roots: Node[] = []
  const nodes = Array.from(table.width, (width): Node => ({ width, children: [] }))
  for (const [box, node] of nodes.entries())
    (table.parent[box] < 0 ? roots : nodes[table.parent[box]].children).push(node)
  return roots
}

const walk = (node: Node): number => node.children.reduce((sum, child) => sum + walk(child), node.width)
