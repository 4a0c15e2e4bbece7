// What is known of a stripped executable, held against the same one with its symbols.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { GprofRun } from './analyse/gprofRun.ts'
import { type PairRead, readRun } from './readRun.ts'
import { realPairs } from './realPairs.fixture.ts'
import { sourceOfFile, strippedOf } from './stripped.fixture.ts'

async function readBoth([program, ...profiles]: string[]): Promise<{ whole: PairRead; stripped: PairRead }> {
  const gmon = profiles.map(path => sourceOfFile(path))
  const whole = await readRun(sourceOfFile(program), gmon)
  const stripped = await readRun(sourceOfFile(program, strippedOf(readFileSync(program))), gmon)
  if (!whole.ok || !stripped.ok) throw new Error(`${program} does not open`)
  return { whole: whole.value, stripped: stripped.value }
}

/** Arcs as `caller > callee`, with their counts. */
function arcsOf({ arcs }: GprofRun, ofFunction: (fn: number) => number): Record<string, number> {
  const counts: Record<string, number> = {}
  for (let arc = 0; arc < arcs.length; arc++) {
    const ends = `${ofFunction(arcs.caller[arc])} > ${ofFunction(arcs.callee[arc])}`
    counts[ends] = (counts[ends] ?? 0) + arcs.count[arc]
  }
  return counts
}

test.each(realPairs)(
  '$name, stripped, has the functions, ticks and calls that it has with its symbols',
  async ({ files }) => {
    const { whole, stripped } = await readBoth(files)
    const { functions, run } = whole
    // gprof folds parts and copies of functions into the one before; by address they are functions of their own.
    const owner = (fn: number) => functions.address.findLastIndex(at => at <= stripped.functions.address[fn])
    const ticks = new Float64Array(functions.length)
    for (let fn = 0; fn < stripped.functions.length; fn++)
      if (owner(fn) >= 0) ticks[owner(fn)] += stripped.run.ticks[fn]
    const starts = new Set(stripped.functions.address)
    const used = Array.from(functions.name.keys()).filter(
      fn => run.ticks[fn] > 0 || run.arcs.calls[fn] > 0 || run.arcs.caller.includes(fn),
    )
    expect(used.filter(fn => !starts.has(functions.address[fn])).map(fn => functions.name[fn])).toEqual([])
    expect(used.filter(fn => Math.abs(ticks[fn] - run.ticks[fn]) > 1e-9).map(fn => functions.name[fn])).toEqual([])
    expect(arcsOf(stripped.run, owner)).toEqual(arcsOf(run, fn => fn))
  },
)
