// A packed file to a profile. Whoever sent it may have sent anything: see format.ts for the limits.

import type { Issue, Result } from '../issue.ts'
import type { ProfileRead } from '../profileRead.ts'
import { inflate } from './deflate.ts'
import { readFacts } from './facts.ts'
import { checkOf, HEADER, isPacked, MAGIC, PAYLOAD_LIMIT, VERSION } from './format.ts'
import { type Fault, PackReader } from './packReader.ts'
import { readTables } from './tables.ts'

/** Unpacks a profile; a sentence where that cannot be done. */
export async function unpackProfile(file: Uint8Array): Promise<Result<ProfileRead>> {
  if (!isPacked(file)) return failed('not-gprof', 'This is no profile that Arcflame packed.', 0)
  const version = file[MAGIC.length]
  if (version !== VERSION)
    return failed(
      'not-understood',
      `The profile was packed by a later Arcflame, as version ${version}; this one reads version ${VERSION}. Open it with the Arcflame that it came from, or reload this page to get a newer one.`,
      MAGIC.length,
    )
  const { bytes, stopped } = await inflate(file.subarray(HEADER), PAYLOAD_LIMIT)
  if (stopped === 'limit')
    return failed(
      'too-large',
      `The packed profile unpacks to more than ${PAYLOAD_LIMIT / 2 ** 20} MiB, more than any that Arcflame makes: it is damaged, or meant to do harm. It was not opened.`,
      HEADER,
    )
  const input = new PackReader(bytes)
  const facts = readFacts(input)
  const profile = readTables(input, facts)
  input.what = 'the check at its end'
  const end = input.offset
  const check = [0, 8, 16, 24].reduce((sum, shift) => sum | (input.u8() << shift), 0) >>> 0
  if (input.fault) return failed('damaged', faultOf(input.fault, file.length), file.length)
  if (check !== checkOf(bytes.subarray(0, end)) || input.left > 0) return failed('damaged', ALTERED, HEADER)
  return { ok: true, value: { profile, source: null, processes: null }, warnings: [] }
}

const ALTERED =
  'The packed profile was altered on its way: what it holds does not agree with the check at its end. Ask for it again, best as a file.'

const faultOf = ({ kind, what }: Fault, size: number): string =>
  kind === 'ends'
    ? `The packed profile was cut: it ends at byte ${size.toLocaleString('en-US')}, in the middle of ${what}. Mails and chats cut long links: ask for it as a file.`
    : `The packed profile is damaged: ${what} cannot be read. Mails and chats break long links: ask for it as a file.`

const failed = (code: Issue['code'], message: string, byte: number): Result<ProfileRead> => ({
  ok: false,
  errors: [{ code, message, at: { byte } }],
})
