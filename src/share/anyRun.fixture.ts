// Runs of programs that never were: what gprof works out from any samples and calls.

import fc from 'fast-check'
import { runGprof } from '../analyse/gprofRun.ts'
import { profileOfRun } from '../analyse/profileOfRun.ts'
import { namesOfSymbols } from '../parse/demangle/namesOfSymbols.ts'
import type { ProfileRead } from '../profileRead.ts'

const anyName = fc.oneof(
  fc.constantFrom(
    'main',
    '_start',
    'mcount',
    '_ZN3geo5ShapeC1Ev',
    '_ZN3geo5ShapeC2Ev',
    'na\xc3\xafve',
    'b\xff',
    'f',
    'f',
    '',
  ),
  fc.string({ minLength: 1, maxLength: 5, unit: fc.constantFrom('a', 'b', '_') }),
)

/** A run of a program of up to a dozen functions of 16 bytes: some to which nothing happens, some static, many alike. */
export const anyRun: fc.Arbitrary<ProfileRead> = fc.array(anyName, { minLength: 1, maxLength: 12 }).chain(symbols => {
  const length = symbols.length
  const address = fc.nat(16 * length - 1).map(BigInt)
  return fc
    .record({
      bins: fc.option(
        fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(9)), { minLength: 1, maxLength: 40 }),
      ),
      rate: fc.constantFrom(100, 100, 1000, 8192, 0),
      high: fc.integer({ min: 1, max: 16 * length + 9 }),
      arcs: fc.array(fc.tuple(address, address, fc.nat(5)), { maxLength: 30 }),
      hasArcs: fc.boolean(),
      files: fc.array(fc.constantFrom('', '', 'a.c', 'b.c'), { minLength: length, maxLength: length }),
    })
    .map(({ bins, rate, high, arcs, hasArcs, files }) => {
      const run = runGprof(
        {
          length,
          origin: 0x1000n,
          address: Float64Array.from(symbols, (_, fn) => 16 * fn),
          end: Float64Array.from(symbols, (_, fn) => 16 * fn + 15),
          name: symbols,
          isFunction: new Uint8Array(length).fill(1),
          isStatic: Uint8Array.from(files, file => (file === '' ? 0 : 1)),
        },
        {
          histograms: bins
            ? [
                {
                  low: 0x1000n,
                  high: 0x1000n + BigInt(high),
                  rate,
                  dimension: 'seconds',
                  abbreviation: 's',
                  bins: Uint16Array.from(bins),
                },
              ]
            : [],
          arcs: {
            length: arcs.length,
            from: BigUint64Array.from(arcs, ([from]) => 0x1000n + from),
            self: BigUint64Array.from(arcs, ([, to]) => 0x1000n + to),
            count: Float64Array.from(arcs, ([, , count]) => count),
          },
          hasArcs,
        },
      )
      const { shown, ...names } = namesOfSymbols(symbols)
      const profile = profileOfRun(run, names, 'any run', [])
      return { profile, source: { kind: 'run', run, shown, file: files, unused: true }, processes: null }
    })
})
