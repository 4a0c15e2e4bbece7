import { fingerprintOf } from '../analyse/fingerprint.ts'
import type { Profile } from '../profile.ts'

/**
 * The mean of so many processes from their sum: every time and every count divided by their number, so counts need not be
 * whole. So is the sample period, since each sample tells less of the mean than of the sum: how sure figures are, which goes
 * by the number of samples, stays what it was.
 */
export function meanProfile(sum: Profile, processes: number): Profile {
  const part = (column: Float64Array) => column.map(value => value / processes)
  const { functions, arcs, cycles, selfRange } = sum
  const mean: Profile = {
    ...sum,
    title: `mean of ${processes}: ${sum.title}`,
    functions: {
      ...functions,
      self: part(functions.self),
      children: part(functions.children),
      calls: part(functions.calls),
      selfCalls: part(functions.selfCalls),
    },
    arcs: { ...arcs, count: part(arcs.count), self: part(arcs.self), children: part(arcs.children) },
    cycles: {
      ...cycles,
      self: part(cycles.self),
      children: part(cycles.children),
      calls: part(cycles.calls),
      innerCalls: part(cycles.innerCalls),
    },
    total: sum.total / processes,
    samplePeriod: sum.samplePeriod / processes,
    printed: null,
    ...(selfRange && {
      selfRange: { least: part(selfRange.least), most: part(selfRange.most), all: selfRange.all / processes },
    }),
  }
  return { ...mean, fingerprint: fingerprintOf(mean.functions, mean.arcs) }
}
