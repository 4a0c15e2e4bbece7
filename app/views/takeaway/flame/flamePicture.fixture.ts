// Flame charts of real profiles and of small ones, as the page takes them away, in its colours.

import { type FlameOptions, labelsOf, layoutFlame, type Profile, readProfile } from '../../../../src/index.ts'
import { sample, themeColours } from '../picture.fixture.ts'
import { FLAME_TOKENS, type FlamePicture } from './flamePicture.ts'

export function flamePictureOf(
  profile: Profile,
  options: Partial<FlameOptions> = {},
  change: Partial<FlamePicture> = {},
): FlamePicture {
  const labels = labelsOf(profile)
  const table = layoutFlame(profile, { cut: 1e-4, path: [], ...options })
  return {
    profile,
    charts: [{ table, isRooted: options.root !== undefined, span: null, shown: null }],
    nameOf: fn => labels[fn],
    colouring: 'group',
    compared: null,
    chosen: -1,
    query: '',
    hits: null,
    title: profile.title,
    summary: 'half of it is certain',
    date: '12 Nov 2025',
    colours: themeColours('light', FLAME_TOKENS),
    ...change,
  }
}

export async function sampleProfile(name: string): Promise<Profile> {
  const result = await readProfile([{ name, blob: new Blob([sample(name)]) }])
  if (!result.ok) throw new Error(result.errors[0].message)
  return result.value[0]
}
