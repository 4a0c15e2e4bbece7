import type { ProfileRead } from '../profileRead.ts'
import { packProfile } from './packProfile.ts'
import { unpackProfile } from './unpackProfile.ts'

/** What comes out of a link that a profile was put in. */
export async function through(read: ProfileRead): Promise<ProfileRead> {
  const packed = await packProfile(read)
  const unpacked = packed.ok ? await unpackProfile(packed.value) : packed
  if (!unpacked.ok) throw new Error(unpacked.errors[0].message)
  return unpacked.value
}
