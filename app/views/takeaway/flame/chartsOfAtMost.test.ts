import { expect, test } from 'vitest'
import { layoutFlame, type Profile } from '../../../../src/index.ts'
import { profileFrom } from '../../../../src/profile.fixture.ts'
import { boxesIn, chartsOfAtMost } from './chartsOfAtMost.ts'
import { sampleProfile } from './flamePicture.fixture.ts'

const backend = await sampleProfile('backend.txt.gz')

/** Two charts of a profile. */
const chartsOf = (profile: Profile) => async (coarser: number) =>
  [[], ['main']].map(path => ({
    table: layoutFlame(profile, { cut: 1e-4 * coarser, path }),
    isRooted: false,
    span: null,
    shown: null,
  }))

test('charts that fit are as they are on screen', async () => {
  const charts = await chartsOfAtMost(20_000, chartsOf(backend))
  expect(charts.map(({ table }) => table.cut)).toEqual([1e-4, 1e-4])
})

test('where there are too many boxes, the narrow ones are summed, no more of them than need be', async () => {
  const charts = await chartsOfAtMost(2_000, chartsOf(backend))
  const [{ table }] = charts
  expect(boxesIn(charts)).toBeLessThanOrEqual(2_000)
  expect(boxesIn(await chartsOf(backend)(table.cut / 1e-4 / 2))).toBeGreaterThan(2_000)
})

test('where too many are as wide as everything, a sentence says so, rather than a picture of nothing', async () => {
  const n = 300
  const chain = profileFrom(
    Array.from({ length: n }, (_, i) => `f${i}`),
    Array.from({ length: n }, (_, i) => (i === n - 1 ? 5 : 0)),
    Array.from({ length: n - 1 }, (_, i) => [i, i + 1, 1]),
  )
  await expect(chartsOfAtMost(500, chartsOf(chain))).rejects.toThrow('It has 600 boxes even without the narrow ones')
})
