import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reportOf } from '../export/reportOf.ts'
import { anyRun } from './anyRun.fixture.ts'
import { through } from './through.fixture.ts'

test('of any run the profile comes out as it went in, and prints the same report', async () => {
  await fc.assert(
    fc.asyncProperty(anyRun, async read => {
      const link = await through(read)
      expect(link.profile).toStrictEqual(read.profile)
      for (const only of [null, 'flat', 'graph'] as const) {
        const options = { brief: true, only, unused: false }
        const [before, after] = [read, link].map(({ profile, source }) => reportOf(profile, source, options))
        expect(new TextDecoder('latin1').decode(after.bytes)).toBe(new TextDecoder('latin1').decode(before.bytes))
        expect(after).toStrictEqual({ ...before, unused: false })
      }
    }),
    { numRuns: 500 },
  )
})
