// A packed file to a profile. Whoever sent it may have sent anything: see format.ts for the limits.

import { profileOfRun } from '../analyse/profileOfRun.ts'
import type { Issue, Result } from '../issue.ts'
import { namesOfSymbols } from '../parse/demangle/namesOfSymbols.ts'
import type { ProfileRead } from '../profileRead.ts'
import type { Said } from '../saying.ts'
import { foretellRunWarning, foretellWarning, readCompleteness, readPruned, readScale, readWarnings } from './facts.ts'
import { CHECK, CONTENTS, checkOf, FIRST_VERSION, HEADER, isPacked, MAGIC, PAYLOAD_LIMIT, VERSION } from './format.ts'
import { readListings } from './listings.ts'
import { readText } from './names.ts'
import { type Fault, PackReader } from './packReader.ts'
import { type PiecesRead, readPieces } from './pieces.ts'
import { readProcesses } from './processes.ts'
import { readRun } from './run.ts'
import { say, sayPart } from './sentences.ts'
import { readTables } from './tables.ts'

/** Unpacks a profile; a sentence where that cannot be done. */
export async function unpackProfile(file: Uint8Array): Promise<Result<ProfileRead>> {
  if (!isPacked(file)) return failed('not-gprof', say('notPacked'), 0)
  const version = file[MAGIC.length]
  if (version > VERSION) return failed('not-understood', say('packedLater', { version, known: VERSION }), MAGIC.length)
  const { payload, stopped } = await readPieces(file.subarray(HEADER))
  if (stopped === 'limit') return failed('too-large', say('unpacksTooLarge', { mib: PAYLOAD_LIMIT / 2 ** 20 }), HEADER)
  const input = new PackReader(payload)
  const read = readPayload(input, version)
  input.what = 'check'
  const end = input.offset
  const check = [0, 8, 16, 24].reduce((sum, shift) => sum | (input.u8() << shift), 0) >>> 0
  if (!input.fault && (check !== checkOf(payload.subarray(0, end)) || input.left > 0)) input.fail('wrong')
  if (input.fault) return failed('damaged', faultOf(input.fault, stopped, file.length), file.length)
  return { ok: true, value: read!, warnings: [] } // nothing is null that is without fault
}

function readPayload(input: PackReader, version: number): ProfileRead | null {
  input.what = 'title'
  const title = readText(input)
  const contents = input.below(version === FIRST_VERSION ? 2 : 3)
  if (contents === CONTENTS.listings) return readListings(input, title)
  if (contents === CONTENTS.run) {
    const { run, file } = readRun(input)
    const warnings = readWarnings(input, foretellRunWarning(run))
    const { shown, ...names } = namesOfSymbols(run.functions.name)
    const profile = profileOfRun(run, names, title, warnings)
    const source = { kind: 'run' as const, run, shown, file, unused: false }
    const processes = input.left > CHECK ? readProcesses(input, source, profile) : null
    return { profile, source, processes }
  }
  const scale = readScale(input)
  const tables = { title, ...scale, ...readTables(input, scale) }
  const pruned = readPruned(input)
  const told = { ...tables, ...(pruned && { pruned }), completeness: readCompleteness(input, tables) }
  return { profile: { ...told, warnings: readWarnings(input, foretellWarning(told)) }, source: null, processes: null }
}

function faultOf({ kind, what, at }: Fault, stopped: PiecesRead['stopped'], size: number): Said {
  const ends = stopped === 'cut' || (stopped === 'damaged' && kind === 'ends')
  return ends
    ? say('packedCut', { what: sayPart(what), byte: size })
    : say('packedAltered', { what: sayPart(what), byte: at })
}

const failed = (code: Issue['code'], said: Said, byte: number): Result<ProfileRead> => ({
  ok: false,
  errors: [{ code, ...said, at: { byte } }],
})
