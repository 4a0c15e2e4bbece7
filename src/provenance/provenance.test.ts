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
import { labelsOf } from '../query/names.ts'
import { randomNumbers } from '../randomNumbers.fixture.ts'
import { readFiles } from '../readProfile.ts'
import { droppedFrom, realPairs } from '../realPairs.fixture.ts'
import type { DroppedFile } from '../sortFiles.ts'
import { type ArcProvenance, type FunctionProvenance, provenanceOf } from './provenance.ts'

async function readDropped(files: DroppedFile[]): Promise<ProfileRead> {
  const { result } = await readFiles(files)
  if (!result.ok) throw new Error(result.errors[0].message)
  return result.value[0]
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
    const sum = processes!.list.listed.reduce((all, share) => all + share.time, 0)
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

test('nothing is said of a function that is not there, nor of a call that did not happen', async () => {
  const read = await readDropped([program, ...folder(1)])
  const report = reportOfRead(read)
  const [fn] = labelsOf(read.profile)
  expect(provenanceOf(read, report, { fn: 'nobody', caller: null })).toBeNull()
  expect(provenanceOf(read, report, { fn, caller: 'nobody' })).toBeNull()
})
