import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findCycles } from './findCycles.ts'
import { groupRows } from './groupRows.ts'
import { numberFunctions } from './numberFunctions.ts'

const graphs = fc.nat({ max: 30 }).chain(last =>
  fc.record({
    functions: fc.constant(last + 1),
    calls: fc.array(fc.tuple(fc.nat(last), fc.nat(last)), { maxLength: 90 }),
  }),
)

const run = (functions: number, calls: [number, number][]) => {
  const caller = Int32Array.from(calls, call => call[0])
  const callee = Int32Array.from(calls, call => call[1])
  return { caller, callee, numbering: numberFunctions(functions, groupRows(caller, functions), callee) }
}

test('functions share a number just where they are in one cycle', () => {
  fc.assert(
    fc.property(graphs, ({ functions, calls }) => {
      const { caller, callee, numbering } = run(functions, calls)
      const { cycle } = findCycles({ functions, caller, callee })
      for (let a = 0; a < functions; a++)
        for (let b = 0; b < a; b++)
          expect(numbering.order[a] === numbering.order[b]).toBe(cycle[a] >= 0 && cycle[a] === cycle[b])
    }),
  )
})

test('a callee outside of the caller’s cycle has the lower number', () => {
  fc.assert(
    fc.property(graphs, ({ functions, calls }) => {
      const { numbering } = run(functions, calls)
      for (const [from, to] of calls) expect(numbering.order[to]).toBeLessThanOrEqual(numbering.order[from])
    }),
  )
})

test('a path of a hundred thousand calls does not exhaust the stack', () => {
  const calls = Array.from({ length: 100_000 }, (_, i): [number, number] => [i, i + 1])
  expect(run(100_001, calls).numbering.order[0]).toBe(100_001)
})
