// callgrind_annotate, which comes with Valgrind. What it calls inclusive is what came in by calls, if there are any, also
// from the function itself. So it is less than gprof's total for members of a cycle, and for functions that are called by
// something and by something else that gprof did not record.

import { NO_CYCLE, type Profile, SPONTANEOUS } from '../../../src/profile.ts'
import { callerArcs } from '../../../src/query/adjacency.ts'
import { totalOf } from '../../../src/query/totals.ts'
import { isWhole, namesOf, perUnit } from './figures.ts'
import { type Figures, lacksCommand, outputOf, type Reader } from './reader.ts'

const shared = {
  format: 'callgrind',
  lacks: () => lacksCommand('callgrind_annotate', '--version'),
} as const

export const callgrindSelf: Reader = {
  ...shared,
  title: 'callgrind_annotate, self costs',
  read: file => readTree(file, 'no'),
  expected: profile =>
    new Map(namesOf(profile).map((name, fn) => [`cost ${name}`, rounded(profile, profile.functions.self[fn])])),
  slack: { relative: 0, absolute: 0 },
  keysOf: () => 'expected',
}

export const callgrindInclusive: Reader = {
  ...shared,
  title: 'callgrind_annotate, inclusive costs and calls',
  read: file => readTree(file, 'yes'),
  expected: inclusiveOf,
  slack: { relative: 0, absolute: 5000 },
  keysOf: () => 'expected',
}

const rounded = (profile: Profile, time: number) => Math.round((time || 0) * perUnit(profile))

function inclusiveOf(profile: Profile): Figures {
  const { functions, arcs } = profile
  const names = namesOf(profile)
  const total = totalOf(profile)
  const figures: Figures = new Map()
  for (const [fn, name] of names.entries()) {
    const callers = [...callerArcs(profile, fn)]
    const isRecorded = callers.length === 1 || callers.every(arc => arcs.caller[arc] !== SPONTANEOUS)
    if (functions.cycle[fn] === NO_CYCLE && isRecorded && isWhole(profile))
      figures.set(`cost ${name}`, rounded(profile, total[fn] || functions.self[fn])) // without a call graph they are one
  }
  for (let arc = 0; arc < arcs.length; arc++) {
    const time = rounded(profile, arcs.self[arc] + arcs.children[arc])
    if (arcs.caller[arc] === SPONTANEOUS || (arcs.count[arc] === 0 && time === 0)) continue
    const call = `${names[arcs.caller[arc]]} > ${names[arcs.callee[arc]]}`
    figures.set(call, time)
    figures.set(`calls ${call}`, arcs.count[arc])
  }
  return figures
}

function readTree(file: string, inclusive: 'yes' | 'no'): Figures {
  const options = [`--inclusive=${inclusive}`, '--tree=both', '--threshold=100', '--auto=no', '--show-percs=no']
  const figures: Figures = new Map()
  let fn = ''
  for (const line of outputOf('callgrind_annotate', [...options, file]).split('\n')) {
    const [, cost = '', role = '', words = ''] = /^\s*([\d,]+|\.) +([<>*]) +\?\?\?:(.*?)(?: \[\])?$/.exec(line) ?? []
    const amount = Number(cost.replace(/[,.]/g, ''))
    if (role === '*') {
      fn = words
      figures.set(`cost ${fn}`, amount)
    } else if (role === '>') {
      const [, callee = '', calls = ''] = /^(.*) \(([\d,]+)x\)$/.exec(words) ?? []
      figures.set(`${fn} > ${callee}`, amount)
      figures.set(`calls ${fn} > ${callee}`, Number(calls.replaceAll(',', '')))
    }
  }
  return figures
}
