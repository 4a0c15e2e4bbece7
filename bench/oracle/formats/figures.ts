// What a profile says, as figures by name.

import { walkFrames } from '../../../src/export/stackFrames.ts'
import { layoutFlame, USUAL_CUT } from '../../../src/layout/flame.ts'
import { NO_CYCLE, type Profile, SPONTANEOUS } from '../../../src/profile.ts'
import { isRoot } from '../../../src/query/adjacency.ts'
import { callTreeOf } from '../../../src/query/callTree.ts'
import { cycleLabel, labelsOf } from '../../../src/query/names.ts'
import { totalOf } from '../../../src/query/totals.ts'
import { add, type Figures, onOneLine } from './reader.ts'

/** Names as files have them, by function row. */
export const namesOf = (profile: Profile): string[] => labelsOf(profile).map(onOneLine)

/** Whether times are those of a whole call graph, or of none: printed ones do not add up, or functions are missing that would account for some. */
export function isWhole(profile: Profile): boolean {
  const tree = callTreeOf(profile)
  const isFlat = profile.completeness.callGraph.state === 'none'
  return (profile.times === 'recomputed' || isFlat) && tree.size[tree.notListed] === 0
}

/** Whole numbers in files are nanoseconds, or millionths of another unit. */
export const perUnit = ({ unit }: Profile): number => (unit === 'seconds' ? 1e9 : 1e6)

/** Self and total time by function and cycle, and what goes by each call, with a cycle as one that calls its members. */
export function timesOf(profile: Profile, perUnit: number): Figures {
  const { functions, arcs, cycles } = profile
  const names = namesOf(profile)
  const figures: Figures = new Map()
  const total = totalOf(profile)
  const unitOf = (fn: number) =>
    functions.cycle[fn] === NO_CYCLE ? names[fn] : cycleLabel(profile, functions.cycle[fn])
  for (const [fn, name] of names.entries()) {
    add(figures, `self ${name}`, functions.self[fn] * perUnit || 0)
    add(figures, `total ${name}`, (total[fn] || functions.self[fn]) * perUnit || 0) // without a call graph they are one
    if (functions.cycle[fn] !== NO_CYCLE) add(figures, `${unitOf(fn)} > ${name}`, total[fn] * perUnit)
  }
  for (let cycle = 0; cycle < cycles.length; cycle++)
    add(figures, `total ${cycleLabel(profile, cycle)}`, (cycles.self[cycle] + cycles.children[cycle]) * perUnit)
  for (let arc = 0; arc < arcs.length; arc++) {
    const time = arcs.self[arc] + arcs.children[arc]
    if (arcs.caller[arc] !== SPONTANEOUS && time > 0)
      add(figures, `${names[arcs.caller[arc]]} > ${unitOf(arcs.callee[arc])}`, time * perUnit)
  }
  return figures
}

/** How often each function was called, by itself, too; once if nobody called it that is known. */
export function callsOf(profile: Profile): Figures {
  const { functions, arcs } = profile
  const recorded = new Float64Array(functions.length)
  for (let arc = 0; arc < arcs.length; arc++) recorded[arcs.callee[arc]] += arcs.count[arc] || 0
  return new Map(
    namesOf(profile).map((name, fn) => {
      const stated = (functions.calls[fn] || 0) + functions.selfCalls[fn]
      const isUncounted = isRoot(profile, fn) && stated <= recorded[fn]
      return [`self ${name}`, Math.max(stated, recorded[fn]) + (isUncounted ? 1 : 0)]
    }),
  )
}

/** Self and total time by frame of the flame chart, in which narrow paths are summed. */
export function framesOf(profile: Profile, perUnit: number): Figures {
  const table = layoutFlame(profile, { cut: USUAL_CUT, path: [] })
  const figures: Figures = new Map()
  const open: { name: string; at: number }[] = []
  walkFrames(
    { profile, table },
    {
      open: (name, at) => open.push({ name: onOneLine(name).replaceAll(';', ':'), at }),
      close: (_, at, own) => {
        const { name, at: from } = open.pop()!
        add(figures, `self ${name}`, own * table.total * perUnit)
        if (!open.some(above => above.name === name)) add(figures, `total ${name}`, (at - from) * table.total * perUnit)
      },
    },
  )
  return figures
}
