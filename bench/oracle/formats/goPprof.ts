// pprof's own command, which comes with Go. Its tree has for each function the callers, a line of its own, the callees.

import { callsOf, isWhole, perUnit, timesOf } from './figures.ts'
import { type Figures, lacksCommand, outputOf, type Reader } from './reader.ts'

const ALL = ['-nodecount=1000000', '-nodefraction=0', '-edgefraction=0']
const lacks = () => lacksCommand('go', 'tool', '-n', 'pprof')

export const pprofTimes: Reader = {
  title: 'go tool pprof, times',
  format: 'pprof',
  lacks,
  read: file => readTree(file, ['-sample_index=time', '-unit=ns']),
  expected: profile => {
    const all = profile.total * perUnit(profile)
    return isWhole(profile) ? timesOf(profile, perUnit(profile)).set('all', all) : new Map([['all', all]])
  },
  // Each stack is rounded to a nanosecond, and many are added up.
  slack: { relative: 1e-12, absolute: 5000 },
  keysOf: profile => (isWhole(profile) ? 'either' : 'expected'),
}

export const pprofCalls: Reader = {
  title: 'go tool pprof, calls',
  format: 'pprof',
  lacks,
  read: file => new Map([...readTree(file, ['-sample_index=calls'])].filter(([key]) => key.startsWith('self '))),
  expected: profile => (isWhole(profile) ? callsOf(profile) : new Map()),
  slack: { relative: 0, absolute: 0 },
  keysOf: () => 'either',
}

function readTree(file: string, options: string[]): Figures {
  const figures: Figures = new Map()
  const [head, , ...blocks] = outputOf('go', ['tool', 'pprof', '-tree', ...ALL, ...options, file]).split(/^-+\+-+\n/m)
  const [, all = ''] = / of (\d+)\w* total$/m.exec(head) ?? []
  figures.set('all', Number(all))
  for (const block of blocks) {
    let fn = ''
    const callees: [name: string, time: number][] = []
    for (const line of block.split('\n')) {
      const at = line.indexOf('|')
      if (at < 0) continue
      const [first, , , cum] = line.slice(0, at).trim().split(/\s+/)
      const name = line.slice(at + 1)
      if (name.startsWith('   ')) callees.push([name.slice(3), Number.parseInt(first, 10)])
      else {
        fn = name.slice(1)
        callees.length = 0 // those were its callers
        figures.set(`self ${fn}`, Number.parseInt(first, 10))
        figures.set(`total ${fn}`, Number.parseInt(cum, 10))
      }
    }
    for (const [name, time] of callees) figures.set(`${fn} > ${name}`, time)
  }
  return figures
}
