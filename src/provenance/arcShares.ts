// How many of the calls of an arc each process of a sum made: of that nothing is kept, so their files are read again.

import { profileRowsOf } from '../analyse/profileOfRun.ts'
import type { Result } from '../issue.ts'
import type { ArcRow } from '../profile.ts'
import type { ProfileRead } from '../profileRead.ts'
import { type ArcAsked, arcByLabels } from './arcByLabels.ts'
import { type ProcessShares, sharesOf } from './processShares.ts'

/**
 * The calls of each process, in the order of the table; null where the profile is of one process or has no such arc, or
 * where it was given up. It fails where files are gone.
 *
 * @param goOn Told how many were read: false gives it up.
 */
export async function arcShares(
  read: ProfileRead,
  asked: ArcAsked,
  goOn: (done: number) => boolean | Promise<boolean> = () => true,
): Promise<Result<ProcessShares> | null> {
  const { profile, processes } = read
  const arc = arcByLabels(profile, asked)
  if (!processes || arc < 0) return null
  const calls = new Float64Array(processes.table.length)
  let done = 0
  for await (const counted of callsByProcess(read, arc, asked)) {
    if (!counted.ok) return counted
    calls[done++] = counted.value
    if (!(await goOn(done))) return null
  }
  return { ok: true, value: sharesOf(processes.table, calls), warnings: [] }
}

async function* callsByProcess(
  { profile, processes, pair, source }: ProfileRead,
  arc: ArcRow,
  asked: ArcAsked,
): AsyncIterable<Result<number>> {
  const run = pair?.run ?? (source?.kind === 'run' ? source.run : null)
  if (processes?.runs && run) {
    const rows = profileRowsOf(run)
    const [from, to] = [rows[profile.arcs.caller[arc]], rows[profile.arcs.callee[arc]]]
    const wanted = run.arcs.caller.findIndex((each, i) => each === from && run.arcs.callee[i] === to)
    for await (const each of processes.runs()) {
      const place = each.ok ? each.value.arc.indexOf(wanted) : -1
      yield each.ok ? { ...each, value: place < 0 ? 0 : each.value.count[place] } : each
    }
    return
  }
  // Listings know their functions by name alone.
  for (let row = 0; row < (processes?.table.length ?? 0); row++) {
    const each = await processes!.read([row])
    const own = each.ok ? arcByLabels(each.value.profile, asked) : -1
    yield each.ok ? { ...each, value: own < 0 ? 0 : each.value.profile.arcs.count[own] } : each
  }
}
