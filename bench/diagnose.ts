// How long it takes to find out what is wrong with a large profile, from its tables to the cards, and to hold the figures of
// a long listing against one another. Cards: against one pass over the same columns, and against what a person may be
// kept waiting. Audit: against reading the listing. What is remembered of a profile is worked out anew each time.

import { auditListing } from '../src/audit/audit.ts'
import { diagnose } from '../src/diagnose/diagnose.ts'
import { diagnosisInput } from '../src/diagnose/input.ts'
import { readFiles } from '../src/index.ts'
import { readListings } from '../src/parse/gprofText.ts'
import type { Profile } from '../src/profile.ts'
import type { ProfileRead } from '../src/profileRead.ts'
import { findingsOf } from '../src/query/findings.ts'
import { type Measurement, median, timeInTurn } from './measure.ts'
import { syntheticListing } from './syntheticListing.ts'
import { syntheticRun } from './syntheticRun.ts'

const usualFunctions = 50_000
const LIMIT = 50

export async function* diagnoseBench(functions = usualFunctions): AsyncIterable<Measurement> {
  const { program, gmon } = syntheticRun(functions, 4)
  const run = await readOne({ program, 'gmon.out': gmon })
  const text = syntheticListing(170 * functions)
  const listing = await readOne({ 'listing.txt': text })
  for (const [kind, read] of [
    ['run', run],
    ['listing', listing],
  ] as const) {
    const { profile } = read
    const what = `${kind}, ${profile.functions.length} functions, ${profile.arcs.length} arcs`
    const input = await diagnosisInput(read)
    const anew = () => ({ ...input, profile: { ...profile, functions: { ...profile.functions } } })
    // What the views need, the worker has worked out before anyone asks.
    const prepared = Array.from({ length: 20 }, anew)
    for (const each of prepared) findingsOf(each.profile)
    let next = 0
    const { value, reference } = timeInTurn(
      () => void diagnose(prepared[next++ % prepared.length]),
      () => void onePass(profile),
    )
    yield row(what, 'cards', value, reference, 'reference: one pass over the columns')
    yield row(what, 'cards', value, LIMIT, 'reference: the limit')
  }
  const times: number[] = []
  for (let round = -1; round < 5; round++) {
    const again = await readOne({ program, 'gmon.out': gmon })
    const start = performance.now()
    await again.recorded?.()
    if (round >= 0) times.push(performance.now() - start)
  }
  yield row(`run, ${functions} functions`, 'evidence of the files', median(times), LIMIT, 'reference: the limit')
  const audited = timeInTurn(
    () => void auditListing(readListings(text)[0], text),
    () => void readListings(text),
    5,
  )
  const { value, reference } = audited
  const lines = `listing of ${(text.length / 1e6).toFixed(1)} MB`
  yield row(lines, 'audit', value - reference, reference, 'reference: reading the listing')
}

const row = (what: string, metric: string, value: number, reference: number, note: string): Measurement => ({
  bench: 'diagnose',
  case: what,
  metric,
  value,
  unit: 'ms',
  reference,
  ratio: value / reference,
  note,
})

async function readOne(files: Record<string, Uint8Array>): Promise<ProfileRead> {
  const { result } = await readFiles(
    Object.entries(files).map(([name, bytes]) => ({ name, blob: new Blob([bytes as Uint8Array<ArrayBuffer>]) })),
  )
  if (!result.ok) throw new Error(result.errors[0].message)
  return result.value[0]
}

/** Reads what cards read, once each. */
function onePass({ functions, arcs }: Profile): number {
  let sum = 0
  for (let fn = 0; fn < functions.length; fn++)
    sum +=
      functions.self[fn] +
      functions.children[fn] +
      (functions.calls[fn] || 0) +
      functions.selfCalls[fn] +
      functions.name[fn].length
  for (let arc = 0; arc < arcs.length; arc++)
    sum +=
      arcs.caller[arc] + arcs.callee[arc] + (arcs.count[arc] || 0) + (arcs.self[arc] || 0) + (arcs.children[arc] || 0)
  return sum
}
