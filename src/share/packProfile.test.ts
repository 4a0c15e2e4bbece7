import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { profileOf } from '../profile.fixture.ts'
import type { ProfileRead } from '../profileRead.ts'
import { readFiles } from '../readProfile.ts'
import { anyProfile, anyTransform } from '../transform/laws.fixture.ts'
import { applyTransforms } from '../transform/transform.ts'
import { packProfile } from './packProfile.ts'
import { unpackProfile } from './unpackProfile.ts'

const root = join(import.meta.dirname, '../..')

/** There and back. */
async function through(read: ProfileRead): Promise<ProfileRead> {
  const packed = await packProfile(read)
  const unpacked = packed.ok ? await unpackProfile(packed.value) : packed
  if (!unpacked.ok) throw new Error(unpacked.errors[0].message)
  return unpacked.value
}

test('any profile comes out as it went in', async () => {
  await fc.assert(
    fc.asyncProperty(anyProfile(), async profile => {
      expect((await through({ profile, source: null, processes: null })).profile).toStrictEqual(profile)
    }),
  )
})

test('so does any transformed profile', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyProfile(),
      fc.array(anyTransform, { minLength: 1, maxLength: 3 }),
      async (whole, transforms) => {
        const { profile } = applyTransforms(whole, transforms)
        expect((await through({ profile, source: null, processes: null })).profile).toStrictEqual(profile)
      },
    ),
  )
})

test.each(readdirSync(join(root, 'public/samples')).filter(name => !name.endsWith('.json')))(
  '%s comes out as it went in',
  async name => {
    const { result } = await readFiles([{ name, blob: new Blob([readFileSync(join(root, 'public/samples', name))]) }])
    if (!result.ok) throw new Error(result.errors[0].message)
    for (const read of result.value) expect((await through(read)).profile).toStrictEqual(read.profile)
  },
)

test('names are text, whatever it is', async () => {
  const names = [
    '__proto__',
    '<img src=x onerror=alert(1)>',
    '\u202egnp.exe',
    '\ud800',
    '\udc00\ud800',
    'a\0b',
    'é',
    '',
  ]
  const profile = profileOf('main 0.1 -> a x1\n a 0.2')
  profile.functions.name = ['a', 'b']
  for (const name of names) {
    profile.functions.name[1] = name
    expect((await through({ profile, source: null, processes: null })).profile.functions.name[1]).toBe(name)
  }
})
