import type { Profile } from '../profile.ts'

/** One profile as an object, several as an array. */
export function toJson(profiles: readonly Profile[]): string {
  const objects = profiles.map(plain)
  return `${JSON.stringify(objects.length === 1 ? objects[0] : objects, tidyNumber)}\n`
}

function plain({ functions, arcs, cycles, total, samplePeriod, completeness, warnings }: Profile) {
  const cycleNumber = (row: number) => (row < 0 ? null : cycles.number[row])
  const members: number[][] = Array.from({ length: cycles.length }, () => [])
  functions.cycle.forEach((cycle, fn) => {
    if (cycle >= 0) members[cycle].push(fn)
  })
  return {
    functions: functions.name.map((name, fn) => ({
      name,
      self: functions.self[fn],
      children: functions.children[fn],
      calls: functions.calls[fn],
      selfCalls: functions.selfCalls[fn],
      cycle: cycleNumber(functions.cycle[fn]),
    })),
    arcs: Array.from({ length: arcs.length }, (_, arc) => ({
      caller: arcs.caller[arc],
      callee: arcs.callee[arc],
      count: arcs.count[arc],
      self: arcs.self[arc],
      children: arcs.children[arc],
    })),
    cycles: members.map((rows, cycle) => ({
      number: cycles.number[cycle],
      self: cycles.self[cycle],
      children: cycles.children[cycle],
      calls: cycles.calls[cycle],
      innerCalls: cycles.innerCalls[cycle],
      members: rows,
    })),
    total,
    samplePeriod,
    completeness,
    warnings: warnings.map(({ says: _, ...warning }) => warning),
  }
}

/** Twelve significant digits: all that was measured, without the dust of binary sums. JSON has no NaN; null is unknown. */
const tidyNumber = (_: string, value: unknown) =>
  typeof value === 'number' ? (Number.isFinite(value) ? tidy(value) : null) : value

export const tidy = (value: number): number => Number(value.toPrecision(12))
