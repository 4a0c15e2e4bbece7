// A profile to a packed file. See format.ts for what that is.

import type { Result } from '../issue.ts'
import type { ProcessRun } from '../processes/processRuns.ts'
import type { Profile } from '../profile.ts'
import type { ProfileRead } from '../profileRead.ts'
import { type ByteWriter, byteWriter } from './byteWriter.ts'
import {
  foretellRunWarning,
  foretellWarning,
  hasSayings,
  writeCompleteness,
  writePruned,
  writeScale,
  writeWarnings,
} from './facts.ts'
import {
  ARCS_LIMIT,
  CONTENTS,
  checkOf,
  FIRST_VERSION,
  FUNCTIONS_LIMIT,
  HEADER,
  MAGIC,
  PAYLOAD_LIMIT,
  PROCESSES_LIMIT,
  VERSION,
} from './format.ts'
import { areTooMany, listingsOf, writeListings } from './listings.ts'
import { writeText } from './names.ts'
import { writePieces } from './pieces.ts'
import { writeProcesses } from './processes.ts'
import { keptFunctions, writeRun } from './run.ts'
import { say } from './sentences.ts'
import { writeTables } from './tables.ts'

/**
 * Packs a profile, with what its report takes, and the processes whose sum it is if that is a run or if they are listings.
 * It fails for what is larger than anything that is unpacked.
 */
export async function packProfile(read: ProfileRead): Promise<Result<Uint8Array>> {
  const { functions, arcs } = read.profile
  if (functions.length > FUNCTIONS_LIMIT || arcs.length > ARCS_LIMIT) return tooLarge()
  const listings = listingsOf(read)
  if (listings && areTooMany(listings)) return tooLarge()
  const runs = await runsOf(read)
  if (!runs.ok) return runs
  const out = byteWriter()
  writePayload(out, read, runs.value, listings)
  const payload = out.written()
  if (payload.length + 4 > PAYLOAD_LIMIT) return tooLarge()
  const check = checkOf(payload)
  for (let byte = 0; byte < 4; byte++) out.u8((check >>> (8 * byte)) & 0xff)
  const pieces = await writePieces(out)
  const file = new Uint8Array(HEADER + pieces.length)
  file.set(MAGIC)
  file[MAGIC.length] = listings || saysMore(read, runs.value) ? VERSION : FIRST_VERSION
  file.set(pieces, HEADER)
  return { ok: true, value: file, warnings: [] }
}

/** Whether something written has what its sentence is made from. */
const saysMore = ({ profile, processes, ...read }: ProfileRead, runs: readonly ProcessRun[]): boolean =>
  hasSayings(profile.warnings, foretold({ profile, ...read })) ||
  (runs.length > 0 && hasSayings(processes?.table.issues ?? [], null))

/** What each process adds to the run: its file is read for that, which fails where it is gone. */
async function runsOf({ source, processes }: ProfileRead): Promise<Result<ProcessRun[]>> {
  const runs: ProcessRun[] = []
  let cells = 0
  if (source?.kind === 'run' && processes?.runs)
    for await (const run of processes.runs()) {
      if (!run.ok) return run
      cells += run.value.fn.length + run.value.arc.length
      if (cells > PAYLOAD_LIMIT || runs.push(run.value) > PROCESSES_LIMIT) return tooLarge()
    }
  return { ok: true, value: runs, warnings: [] }
}

function writePayload(
  out: ByteWriter,
  { profile, source, processes }: ProfileRead,
  runs: readonly ProcessRun[],
  listings: readonly Profile[] | null,
): void {
  writeText(out, profile.title)
  if (source?.kind === 'run') {
    out.u8(CONTENTS.run)
    writeRun(out, source)
    writeWarnings(out, profile.warnings, foretold({ profile, source }))
    if (!processes || runs.length === 0) return
    out.mark()
    const rowOf = new Map(Array.from(keptFunctions(source.run), (fn, row) => [fn, row]))
    writeProcesses(out, processes.table, source.run, fn => rowOf.get(fn) ?? 0, runs)
  } else if (processes && listings) {
    out.u8(CONTENTS.listings)
    writeListings(out, listings, processes)
  } else {
    out.u8(CONTENTS.tables)
    writeScale(out, profile)
    writeTables(out, profile)
    writePruned(out, profile.pruned)
    writeCompleteness(out, profile.completeness, profile)
    writeWarnings(out, profile.warnings, foretold({ profile, source }))
  }
}

/** The warning that follows from the rest. */
const foretold = ({ profile, source }: Pick<ProfileRead, 'profile' | 'source'>) =>
  source?.kind === 'run' ? foretellRunWarning(source.run) : foretellWarning(profile)

const tooLarge = (): Result<never> => ({
  ok: false,
  errors: [
    {
      code: 'too-large',
      ...say('tooLargeToPack', { functions: FUNCTIONS_LIMIT, arcs: ARCS_LIMIT, mib: PAYLOAD_LIMIT / 2 ** 20 }),
    },
  ],
})
