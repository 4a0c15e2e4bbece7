import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reportOf, withoutSwitches } from '../export/reportOf.ts'
import type { ReportText } from '../export/reportText.ts'
import { gnuGmon } from '../gmon.fixture.ts'
import { readGmonOut } from '../parse/gmonOut.ts'
import { bytesOf, dropped, folder, program } from '../processes/processes.fixture.ts'
import { selectProcesses } from '../processes/selectProcesses.ts'
import { SPONTANEOUS } from '../profile.ts'
import type { ProfileRead } from '../profileRead.ts'
import { cycleLabel, labelsOf } from '../query/names.ts'
import { randomNumbers } from '../randomNumbers.fixture.ts'
import { readFiles } from '../readProfile.ts'
import { droppedFrom, realPairs } from '../realPairs.fixture.ts'
import type { DroppedFile } from '../sortFiles.ts'
import type { ArcProvenance } from './arcProvenance.ts'
import { arcShares } from './arcShares.ts'
import { callSites } from './callSites.ts'
import type { CycleProvenance } from './cycleProvenance.ts'
import type { FunctionProvenance } from './functionProvenance.ts'
import { provenanceOf } from './provenance.ts'
import type { WholeProvenance } from './wholeProvenance.ts'

async function readDropped(files: DroppedFile[], which = 0): Promise<ProfileRead> {
  const { result } = await readFiles(files)
  if (!result.ok) throw new Error(result.errors[0].message)
  return result.value[which]
}

const reportOfRead = ({ profile, source }: ProfileRead) => reportOf(profile, source, withoutSwitches)

function ofFunction(read: ProfileRead, report: ReportText, fn: string): FunctionProvenance {
  const found = provenanceOf(read, report, { fn, caller: null })
  if (found?.about !== 'function') throw new Error(`nothing about ${fn}`)
  return found
}

function ofArc(read: ProfileRead, report: ReportText, caller: string, fn: string): ArcProvenance {
  const found = provenanceOf(read, report, { fn, caller })
  if (found?.about !== 'arc') throw new Error(`nothing about ${caller} -> ${fn}`)
  return found
}

function ofWhole(read: ProfileRead): WholeProvenance {
  const found = provenanceOf(read, reportOfRead(read), { fn: '', caller: null })
  if (found?.about !== 'whole') throw new Error('nothing about the whole')
  return found
}

function ofCycle(read: ProfileRead, fn: string): CycleProvenance {
  const found = provenanceOf(read, reportOfRead(read), { fn, caller: null })
  if (found?.about !== 'cycle') throw new Error(`nothing about ${fn}`)
  return found
}

/** Whether two sums of floating-point numbers are the same. */
const isSame = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))

/** Of large programs so many functions and arcs, evenly spread. */
const MOST = 300
const spread = (count: number) =>
  Array.from({ length: count }, (_, i) => i).filter(i => i % Math.ceil(count / MOST) === 0)

test.each(realPairs)('$name: bins add up to self times, arcs to totals, records to counts', async ({ files }) => {
  const read = await readDropped(droppedFrom(files))
  const { profile } = read
  const report = reportOfRead(read)
  const labels = labelsOf(profile)
  const wrong: string[] = []
  for (const fn of spread(profile.functions.length)) {
    const { self, calls, total } = ofFunction(read, report, labels[fn])
    const { bins } = self
    if (!bins) throw new Error('no bins of a run')
    const ticks = bins.bins.listed.reduce((sum, { part }) => sum + part, bins.bins.rest.weight)
    const inStrip = bins.strip.own.reduce((sum, each) => sum + each, 0)
    const time = bins.ticks / (bins.rate > 0 ? bins.rate : 1)
    if (!isSame(ticks, bins.ticks) || !isSame(inStrip, bins.ticks)) wrong.push(`${labels[fn]}: ${ticks} ticks`)
    if (!isSame(time, profile.functions.self[fn])) wrong.push(`${labels[fn]}: ${time}`)
    if (bins.count !== bins.bins.listed.length + bins.bins.rest.count) wrong.push(`${labels[fn]}: ${bins.count} bins`)
    if (!isSame(total.difference, 0)) wrong.push(`${labels[fn]}: ${total.difference} is missing`)
    const counted = calls.arcs.listed.reduce((sum, { count }) => sum + count, calls.arcs.rest.weight)
    if (counted !== (calls.count || 0)) wrong.push(`${labels[fn]}: ${counted} calls`)
  }
  for (const arc of spread(profile.arcs.length)) {
    const caller = profile.arcs.caller[arc]
    if (caller === SPONTANEOUS) continue
    const { count, records, time } = ofArc(read, report, labels[caller], labels[profile.arcs.callee[arc]])
    const calls = records?.list.listed.reduce((sum, each) => sum + each.count, records.list.rest.weight)
    if (count !== profile.arcs.count[arc] || calls !== count || records?.calls !== count)
      wrong.push(`arc ${arc}: ${calls} calls of ${count}`)
    if (time && time.calls > 0 && !isSame((count / time.calls) * (time.self + time.children), time.time))
      wrong.push(`arc ${arc}: ${time.time}`)
  }
  const whole = ofWhole(read)
  const functions = whole.functions.listed.reduce((sum, { time }) => sum + time, whole.functions.rest.weight)
  if (!isSame(functions, profile.total) || !isSame(whole.difference, 0)) wrong.push(`functions add up to ${functions}`)
  const { ofFunctions, rate } = whole.records!
  if (!isSame(ofFunctions / (rate > 0 ? rate : 1), profile.total)) wrong.push(`${ofFunctions} ticks in all`)
  for (let cycle = 0; cycle < profile.cycles.length; cycle++) {
    const { self, calls, total } = ofCycle(read, cycleLabel(profile, cycle))
    const members = self.members.listed.reduce((sum, { time }) => sum + time, self.members.rest.weight)
    const entering = calls.arcs.listed.reduce((sum, { count }) => sum + count, calls.arcs.rest.weight)
    if (!isSame(members, profile.cycles.self[cycle])) wrong.push(`cycle ${cycle}: ${members}`)
    if (!isSame(total.difference, 0)) wrong.push(`cycle ${cycle}: ${total.difference} is missing`)
    if (entering !== (calls.count || 0)) wrong.push(`cycle ${cycle}: ${entering} calls of ${calls.count}`)
  }
  expect(wrong).toEqual([])
})

const ofFixtures = realPairs.filter(({ files }) => /fixtures/.test(files[0]))

test.each(ofFixtures)('$name: the bytes of the file are the ticks of the bins', async ({ files }) => {
  const read = await readDropped(droppedFrom(files))
  const bytes = new DataView(await droppedFrom(files)[1].blob.arrayBuffer())
  const report = reportOfRead(read)
  let checked = 0
  for (const fn of labelsOf(read.profile)) {
    const { bins } = ofFunction(read, report, fn).self
    for (const { bin, ticks, histogram } of bins?.bins.listed ?? []) {
      const { offset } = bins!.histograms[histogram]
      expect(bytes.getUint16(offset + 2 * bin, true)).toBe(ticks)
      checked++
    }
  }
  expect(checked > 0).toBe(read.profile.functions.self.some(time => time > 0))
})

test.each(ofFixtures)('$name: the bytes of the file are the records of calls', async ({ files }) => {
  const read = await readDropped(droppedFrom(files))
  const { profile, pair } = read
  const bytes = new DataView(await droppedFrom(files)[1].blob.arrayBuffer())
  const report = reportOfRead(read)
  const labels = labelsOf(profile)
  const wide = pair!.elf.form.wide
  const isGnu = bytes.getUint32(0, false) === 0x676d6f6e
  const addressAt = (at: number) => (wide ? bytes.getBigUint64(at, true) : BigInt(bytes.getUint32(at, true)))
  for (const [arc, caller] of profile.arcs.caller.entries()) {
    if (caller === SPONTANEOUS) continue
    const { records } = ofArc(read, report, labels[caller], labels[profile.arcs.callee[arc]])
    for (const { offset, from, to, count } of records!.list.listed) {
      const start = offset + (isGnu ? 1 : 0)
      if (isGnu) expect(bytes.getUint8(offset)).toBe(1)
      const size = wide ? 8 : 4
      expect([addressAt(start), addressAt(start + size)]).toEqual([BigInt(from), BigInt(to)])
      expect(bytes.getUint32(start + 2 * size, true)).toBe(count)
    }
  }
})

test('where the executable has lines, a call has the one it is on', async () => {
  const read = await readDropped(
    ['lines-Os-g/program', 'lines-Os-g/gmon.out'].map(path => dropped(path, bytesOf(path))),
  )
  const placesOf = async (caller: string, fn: string) =>
    (await callSites(read, { caller, fn })).map(
      ({ record, lines, isFound }) =>
        `${record}: ${isFound ? '' : 'one of '}${lines.map(({ file, line }) => `${file.replace(/.*\//, '')}:${line}`)}`,
    )
  // As addr2line has them for the byte before each return address. `chosen` ends with a jump to `other`, whose call seems
  // to be where `chosen` was called.
  expect(await placesOf('local', 'local')).toEqual(['4: two.c:4'])
  expect(await placesOf('other', 'local')).toEqual(['5: two.c:5'])
  expect(await placesOf('third', 'chosen')).toEqual(['6: three.c:9'])
  expect(await placesOf('third', 'other')).toEqual(['7: one of three.c:7,three.c:9'])
})

test('of a program without lines, calls have no places', async () => {
  const read = await readDropped([program, dropped('gmon.out', bytesOf('cycles-O2/gmon.out'))])
  const { profile } = read
  const labels = labelsOf(profile)
  const arc = profile.arcs.caller.findIndex(caller => caller !== SPONTANEOUS)
  const asked = { caller: labels[profile.arcs.caller[arc]], fn: labels[profile.arcs.callee[arc]] }
  expect(await callSites(read, asked)).toEqual([])
})

test('a bin that is shared says with whom, and those who share it have all of it together', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 1e6 }), async seed => {
      const read = await readDropped([program, dropped('gmon.out', everyBin(seed))])
      const report = reportOfRead(read)
      const labels = labelsOf(read.profile)
      const shared = new Map<string, { whole: number; parts: number; sharers: number }>()
      for (const fn of labels) {
        const { bins } = ofFunction(read, report, fn).self
        for (const { low, high, ticks, part, sharedWith } of bins?.bins.listed ?? []) {
          // gprof takes the edges of bins for whole numbers and their width for what it is.
          const whole = (ticks * (Number(high) - Number(low))) / bins!.bytesPerBin
          expect(part).toBeLessThanOrEqual(whole + 1e-6)
          if (!sharedWith.every(other => labels.includes(other)) || sharedWith.length === 0) continue
          expect(sharedWith).not.toContain(fn)
          const known = shared.get(low) ?? { whole, parts: 0, sharers: sharedWith.length + 1 }
          shared.set(low, { ...known, parts: known.parts + part, sharers: known.sharers - 1 })
        }
      }
      expect(shared.size).toBeGreaterThan(0)
      for (const { whole, parts, sharers } of shared.values()) {
        expect(parts).toBeCloseTo(whole, 6)
        expect(sharers).toBe(0)
      }
    }),
    { numRuns: 20 },
  )
})

/** The histogram of a program with ticks in every bin, and bins that are wider than functions are aligned. */
function everyBin(seed: number): Uint8Array<ArrayBuffer> {
  const recorded = readGmonOut(bytesOf('cycles-O2/gmon.out'), { wide: true, littleEndian: true })
  if (!recorded.ok) throw new Error(recorded.errors[0].message)
  const random = randomNumbers(seed)
  const filled = recorded.value.histograms.map(each => ({
    ...each,
    bins: Array.from(
      { length: Math.floor(each.bins.length / (3 + 4 * random())) },
      () => 1 + Math.floor(random() * 1000),
    ),
  }))
  return gnuGmon(filled)
}

test('of a sum, processes add up to the self time; of a mean, the same is divided', async () => {
  const read = await readDropped([program, ...folder(5)])
  const report = reportOfRead(read)
  for (const [fn, label] of labelsOf(read.profile).entries()) {
    const { processes, time, bins } = ofFunction(read, report, label).self
    expect(bins!.files).toBe(5)
    const sum = processes!.list.listed.reduce((all, share) => all + share.part, 0)
    expect(sum).toBeCloseTo(read.profile.functions.self[fn], 5)
    expect(time).toBe(read.profile.functions.self[fn])
    expect(processes).toMatchObject({ processes: 5, count: processes!.list.listed.length })
  }
  const mean = await selectProcesses(read.processes!, { rows: [0, 1, 2, 3, 4], as: 'mean' })
  if (!mean.ok) throw new Error(mean.errors[0].message)
  const ofMean = reportOfRead(mean.value)
  const [label] = labelsOf(mean.value.profile)
  const { meanOf, self } = ofFunction(mean.value, ofMean, label)
  expect(meanOf).toBe(5)
  expect(self.bins!.ticks / self.bins!.rate / meanOf).toBeCloseTo(self.time, 9)
})

test('of a sum, processes add up to the calls of an arc, whether their files are runs or listings', async () => {
  const ofRuns = await readDropped([program, ...folder(5)])
  const ofListings = await readDropped(
    [1, 2, 3].map(calls => dropped(`run${calls}.txt`, listingWith(calls))),
    3,
  )
  for (const read of [ofRuns, ofListings]) {
    const { profile } = read
    const labels = labelsOf(profile)
    for (const [arc, caller] of profile.arcs.caller.entries()) {
      if (caller === SPONTANEOUS || Number.isNaN(profile.arcs.count[arc])) continue
      const shares = await arcShares(read, { caller: labels[caller], fn: labels[profile.arcs.callee[arc]] })
      if (!shares?.ok) throw new Error('no shares')
      const calls = shares.value.list.listed.reduce((all, { part }) => all + part, 0)
      expect(calls).toBe(profile.arcs.count[arc])
      expect(shares.value.processes).toBe(read.processes!.table.length)
    }
    const [fn] = labels
    expect(await arcShares(read, { caller: 'nobody', fn })).toBeNull()
  }
  const labels = labelsOf(ofRuns.profile)
  const asked = { caller: labels[ofRuns.profile.arcs.caller[0]], fn: labels[ofRuns.profile.arcs.callee[0]] }
  expect(await arcShares(ofRuns, asked, done => done < 2)).toBeNull()
})

/** main calls work, so many times. */
const listingWith = (calls: number) => `Flat profile:

Each sample counts as 0.01 seconds.
  %   cumulative   self              self     total           
 time   seconds   seconds    calls  ms/call  ms/call  name    
 60.00      0.60     0.60        ${calls}   200.00   200.00  work
 40.00      1.00     0.40                             main

granularity: each sample hit covers 2 byte(s) for 1.00% of 1.00 seconds

index % time    self  children    called     name
                                                 <spontaneous>
[1]    100.0    0.40    0.60                 main [1]
                0.60    0.00       ${calls}/${calls}           work [2]
-----------------------------------------------
                0.60    0.00       ${calls}/${calls}           main [1]
[2]     60.0    0.60    0.00       ${calls}         work [2]
-----------------------------------------------
`

test('the total of a listing leads to the lines that have it', async () => {
  const read = await readDropped([dropped('run.txt', listingWith(3))])
  const { time, lines } = ofWhole(read)
  expect(time).toBe(1)
  const totals = lines.map(({ line, text, figures: { total } }) => [line, total ? text.slice(...total) : ''])
  expect(totals).toEqual([
    [3, ''],
    [7, '1.00'],
    [9, '1.00'],
  ])
})

test('a cycle as a whole leads to its line', async () => {
  const read = await readDropped([program, dropped('gmon.out', bytesOf('cycles-O2/gmon.out'))])
  const { lines } = ofCycle(read, '<cycle 1>')
  expect(lines).toHaveLength(1)
  expect(lines[0].text).toMatch(/<cycle 1 as a whole>/)
})

test('nothing is said of a function that is not there, nor of a call that did not happen', async () => {
  const read = await readDropped([program, ...folder(1)])
  const report = reportOfRead(read)
  const [fn] = labelsOf(read.profile)
  expect(provenanceOf(read, report, { fn: 'nobody', caller: null })).toBeNull()
  expect(provenanceOf(read, report, { fn, caller: 'nobody' })).toBeNull()
})
