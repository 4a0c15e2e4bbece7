// The flat profile as GNU gprof prints it.

import type { Profile } from '../profile.ts'
import { fixed, general, integer, time } from './cFormat.ts'

/** Letter and scale of the per-call columns. gprof takes the first that makes the largest figure at least 1 and below 1000. */
const units: [prefix: string, scale: number][] = [
  ['T', 1e-12],
  ['G', 1e-9],
  ['M', 1e-6],
  ['K', 1e-3],
  [' ', 1],
  ['m', 1e3],
  ['u', 1e6],
  ['n', 1e9],
  ['p', 1e12],
  ['f', 1e15],
  ['a', 1e18],
]

/**
 * "Flat profile:" and its rows, in the order of the function table. Functions with neither time nor calls have none,
 * unless one that has some comes later: rows fall by time, so theirs was only too short for two decimals.
 */
export function printFlat({ functions, total, samplePeriod, unit }: Profile): string {
  const [prefix, scale] = perCallUnit(functions)
  const perCall = `${prefix}${unit.slice(0, 1)}/call`
  let text = 'Flat profile:\n\n'
  if (!Number.isNaN(samplePeriod)) text += `Each sample counts as ${general(samplePeriod)} ${unit}.\n`
  if (!(total > 0)) text += ' no time accumulated\n\n'
  text += `${header(['%  ', 'cumulative', 'self  ', '', 'self  ', 'total ', ''], ' ')}\n`
  text += `${header(['time', unit, unit, 'calls', perCall, perCall, 'name'], '  ')}\n`

  let rows = functions.length
  while (rows > 0 && !(functions.self[rows - 1] > 0) && !(functions.calls[rows - 1] > 0)) rows--
  // gprof divides by the number of samples; what it credits to functions may add up to a little more.
  const samples = samplePeriod > 0 ? Math.round(total / samplePeriod) * samplePeriod : total
  let cumulative = 0
  for (let fn = 0; fn < rows; fn++) {
    const self = functions.self[fn]
    const calls = functions.calls[fn]
    if (Number.isNaN(self)) continue
    const all = self + (functions.children[fn] || 0)
    cumulative += self
    text += `${fixed((100 * self) / (samples > 0 ? samples : 1), 2).padStart(6)} ${time(cumulative, 9)} ${time(self, 8)}`
    text +=
      calls > 0
        ? ` ${integer(calls, 8)} ${time((scale * self) / calls, 8)} ${time((scale * all) / calls, 8)}  `
        : ' '.repeat(29)
    text += `${functions.name[fn]}\n`
  }
  return text
}

/** The columns of a heading: fields are cut and filled to fixed widths. The second column is one narrower in the second line. */
function header(fields: string[], gap: ' ' | '  '): string {
  const [share, cumulative, self, calls, selfPerCall, totalPerCall, name] = fields
  const right = (field: string, width: number) => field.slice(0, width).padStart(width)
  const left = `${right(share, 5)} ${right(cumulative, gap === ' ' ? 10 : 9)}${gap}${right(self, 8)}`
  return `${left} ${right(calls, 8)} ${right(selfPerCall, 8)} ${right(totalPerCall, 8)}  ${name.slice(0, 8).padEnd(8)}`
}

function perCallUnit({ length, self, children, calls }: Profile['functions']): [prefix: string, scale: number] {
  let most = 0
  for (let fn = 0; fn < length; fn++)
    if (calls[fn] > 0) most = Math.max(most, (self[fn] + (children[fn] || 0)) / calls[fn] || 0)
  return units.find(([, scale]) => most * scale >= 1 && most * scale < 1000) ?? units[0]
}
