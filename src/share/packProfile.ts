// A profile to a packed file. See format.ts for what that is.

import type { Result } from '../issue.ts'
import type { ProfileRead } from '../profileRead.ts'
import { byteWriter } from './byteWriter.ts'
import { deflate } from './deflate.ts'
import { writeFacts } from './facts.ts'
import { ARCS_LIMIT, checkOf, FUNCTIONS_LIMIT, MAGIC, PAYLOAD_LIMIT, VERSION } from './format.ts'
import { writeTables } from './tables.ts'

/** Packs a profile, with what its report takes. It fails for a profile that is larger than any that is unpacked. */
export async function packProfile({ profile }: ProfileRead): Promise<Result<Uint8Array>> {
  const { functions, arcs } = profile
  if (functions.length > FUNCTIONS_LIMIT || arcs.length > ARCS_LIMIT) return tooLarge()
  const out = byteWriter()
  writeFacts(out, profile)
  writeTables(out, profile)
  const check = checkOf(out.written())
  for (let byte = 0; byte < 4; byte++) out.u8((check >>> (8 * byte)) & 0xff)
  const payload = out.written()
  if (payload.length > PAYLOAD_LIMIT) return tooLarge()
  const file = byteWriter()
  file.bytes(MAGIC)
  file.u8(VERSION)
  file.bytes(await deflate(payload))
  return { ok: true, value: file.written(), warnings: [] }
}

const tooLarge = (): Result<Uint8Array> => ({
  ok: false,
  errors: [
    {
      code: 'too-large',
      message: `The profile is too large to be packed: ${FUNCTIONS_LIMIT.toLocaleString('en-US')} functions and ${PAYLOAD_LIMIT / 2 ** 20} MiB are the most. Keep fewer functions, or pass on the file itself.`,
    },
  ],
})
