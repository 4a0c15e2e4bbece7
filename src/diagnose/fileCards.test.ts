// Cards that need to know what was read: a listing as it is printed, or an executable and its gmon.out.

import { expect, test } from 'vitest'
import { type GmonRecord, gnuGmon } from '../gmon.fixture.ts'
import { allBins } from '../parse/bins.ts'
import { readGmonOut } from '../parse/gmonOut.ts'
import { bytesOf, dropped, folder, program } from '../processes/processes.fixture.ts'
import { profileOf } from '../profile.fixture.ts'
import type { DroppedFile } from '../sortFiles.ts'
import { strippedOf } from '../stripped.fixture.ts'
import { type Diagnosis, diagnose } from './diagnose.ts'
import { cardOf, ofFiles, ofListing, ofProgram, ofReport } from './diagnosed.fixture.ts'
import type { DiagnosisInput } from './input.ts'
import type { Recorded } from './recorded/recorded.ts'

/** `main` calls `parse`, which calls `lex`: of the last, nothing is left out. */
const drawn = profileOf('main 2 -> parse x10\n parse 3 -> lex x40\n lex 5')
const whole = () => ofReport(drawn)

/** The program cycles-O2 was linked for addresses from 0x401000 on, and its histogram covers these. */
const low = 0x400000n
const high = 0x401418n
const bins = 1288
/** Ticks at addresses. */
function histogram(
  ticks: [at: number, n: number][],
  more: { rate?: number; low?: bigint; high?: bigint } = {},
): GmonRecord {
  const all = new Uint16Array(bins)
  for (const [at, n] of ticks) all[Math.floor((bins * (at - Number(low))) / Number(high - low))] = n
  return { low, high, bins: all, ...more }
}
/** A call of `fact` (0x401264 is in it), from `_start`. */
const call = { from: 0x401060n, self: 0x401264n, count: 7 }
const recordedBy = (...records: GmonRecord[]) => ofProgram('cycles-O2', gnuGmon(records))
/** 0x401264 is in a function. */
const plain = () => recordedBy(histogram([[0x401264, 100]]), call)

/** A program of the fixtures after `strip`, and after the named sections were taken out. */
const ofStripped = (fixture: string, ...without: string[]) =>
  ofFiles(
    dropped('program', strippedOf(bytesOf(`${fixture}/program`), ...without)),
    dropped('gmon.out', bytesOf(`${fixture}/gmon.out`)),
  )

/** What was recorded, with something else in it. */
const with_ = async (input: Promise<DiagnosisInput>, change: Partial<Recorded>): Promise<DiagnosisInput> => {
  const { recorded, ...rest } = await input
  return { ...rest, recorded: recorded && { ...recorded, ...change } }
}

function moved(by: bigint): Uint8Array<ArrayBuffer> {
  const gmon = readGmonOut(bytesOf('statics-O0/gmon.out'), { wide: true, littleEndian: true })
  if (!gmon.ok) throw new Error(gmon.errors[0].message)
  const { histograms, arcs } = gmon.value
  return gnuGmon([
    ...histograms.map(each => ({ ...each, low: each.low + by, high: each.high + by, bins: allBins(each.bins) })),
    ...Array.from(arcs.from, (from, i) => ({ from: from + by, self: arcs.self[i] + by, count: arcs.count[i] })),
  ])
}

interface Case {
  card: Diagnosis['card']
  raisedBy: () => Promise<DiagnosisInput>
  says: object
  notBy: () => Promise<DiagnosisInput>
}

const cases: Case[] = [
  {
    card: 'cutListing',
    raisedBy: () => ofReport(drawn, text => `${text.slice(0, text.indexOf('\n[2]') + 1)}...\n`),
    says: {
      risk: 'amber',
      callGraph: { state: 'part' },
      leftOutCount: 1,
      leftOut: { text: '...' },
      isKnown: false,
      command: ['gprof -b ./PROGRAM gmon.out > profile.txt'],
      place: { kind: 'line', line: expect.any(Number) },
    },
    notBy: whole,
  },
  {
    card: 'onePart',
    raisedBy: () => ofReport(drawn, text => text.slice(0, text.indexOf('\f'))),
    says: { risk: 'amber', part: 'flat', found: 3 },
    notBy: whole,
  },
  {
    card: 'unreadLines',
    raisedBy: () => ofReport(drawn, text => text.replace(/^( *)50\.00.*lex$/m, '$&\n 1.00 2.00 3,4,5 oops oops')),
    says: { lines: 1, first: { text: expect.stringContaining('oops') } },
    notBy: whole,
  },
  {
    card: 'translated',
    raisedBy: () =>
      ofReport(drawn, text =>
        text
          .replace('Flat profile:', 'Flaches Profil:')
          .replace('Each sample counts as 0.01 seconds.', 'Jedes Muster zählt als 0.01 seconds.'),
      ),
    says: {
      heading: { line: 3, text: 'Jedes Muster zählt als 0.01 seconds.' },
      command: [expect.stringMatching(/^LC_ALL=C gprof /)],
    },
    notBy: whole,
  },
  {
    card: 'mangledNames',
    raisedBy: () => ofReport(profileOf('main 2 -> _ZN3geo4areaEi x10\n _ZN3geo4areaEi 3')),
    says: { functions: 1, share: 0.6, example: { name: '_ZN3geo4areaEi', means: 'geo::area(int)' } },
    notBy: whole,
  },
  {
    card: 'timeOutside',
    raisedBy: () =>
      ofReport(drawn, text => text.replace(/^ (\d\d\.00)/gm, (_, percent) => ` ${(percent / 2).toFixed(2)}`)),
    says: { risk: 'amber', share: 0.5, time: expect.closeTo(10, 1), samples: expect.closeTo(1000, -1), range: null },
    notBy: whole,
  },
  {
    card: 'nothingRecorded',
    raisedBy: () => recordedBy(histogram([])),
    says: { risk: 'amber', bins, rate: 100, command: [expect.stringContaining('-pg')] },
    notBy: plain,
  },
  {
    card: 'noSamples',
    raisedBy: () => recordedBy(call),
    says: { risk: 'amber', hasHistogram: false, arcs: 1, calls: 7 },
    notBy: plain,
  },
  {
    card: 'noArcs',
    raisedBy: () => ofProgram('no-calls'),
    says: { risk: 'amber', samples: 4 },
    notBy: plain,
  },
  {
    card: 'wrongExecutable',
    raisedBy: () => ofProgram('empty', bytesOf('cycles-O2/gmon.out')),
    says: {
      risk: 'amber',
      program: 'program',
      ranges: [{ low: '0x400000', high: '0x401418' }],
      code: { low: '0x1000', high: '0x4018' },
    },
    notBy: () => ofProgram('cycles-O2'),
  },
  {
    card: 'movedProgram',
    raisedBy: () => ofProgram('statics-O0', moved(0x555555554000n)),
    says: {
      risk: 'amber',
      distance: '0x555555554000',
      fitMoved: 1,
      arcs: 3,
      command: [expect.stringContaining('-no-pie')],
    },
    notBy: () => ofProgram('statics-O0', moved(0n)),
  },
  {
    card: 'stripped',
    raisedBy: () => ofStripped('cycles-O2'),
    says: {
      risk: 'amber',
      program: 'program',
      isByAddress: true,
      named: 4,
      unnamed: 13,
      stretches: 1,
      debugFile: { buildId: '9b53de8bcbdc4e15f20620bf9eb8ce8dd88b7aa1', name: '' },
      command: [
        'nm UNSTRIPPED | wc -l',
        expect.stringMatching(/^addr2line -f -e UNSTRIPPED 0x401[0-9a-f]{3} /),
        expect.stringMatching(/^make /),
      ],
      place: { kind: 'function', fn: 0 },
    },
    notBy: plain,
  },
  {
    card: 'stripped',
    raisedBy: () => ofStripped('fortran', '.eh_frame'),
    says: { risk: 'amber', isByAddress: false, named: 1, unnamed: 0 },
    notBy: () => ofProgram('fortran'),
  },
  {
    card: 'oddRate',
    raisedBy: () => recordedBy(histogram([[0x401264, 100]], { rate: 0 }), call),
    says: { risk: 'amber', rate: 0 },
    notBy: plain,
  },
  {
    card: 'badRange',
    raisedBy: () => recordedBy(histogram([[0x401264, 100]], { low: high, high: low }), call),
    says: { risk: 'amber', ranges: [{ low: '0x401418', high: '0x400000' }] },
    notBy: plain,
  },
  {
    card: 'fullBins',
    raisedBy: () =>
      recordedBy(
        histogram([
          [0x401264, 65535],
          [0x40126c, 65534],
        ]),
        call,
      ),
    says: {
      risk: 'amber',
      bins: 1,
      most: 65535,
      fullAfter: 655.35,
      share: expect.closeTo(0.5, 3),
      heaviest: [{ address: expect.stringMatching(/^0x40126/), samples: 65535 }],
    },
    notBy: () => recordedBy(histogram([[0x401264, 65534]]), call),
  },
  {
    card: 'timeOutside',
    raisedBy: () =>
      recordedBy(
        histogram([
          [0x400100, 30],
          [0x401264, 70],
        ]),
        call,
      ),
    says: {
      risk: 'amber',
      share: expect.closeTo(0.3, 2),
      samples: expect.closeTo(30, 0),
      range: { low: expect.stringMatching(/^0x400(0f|10)/), high: expect.stringMatching(/^0x400(0f|10)/) },
    },
    notBy: plain,
  },
  {
    card: 'droppedArcs',
    raisedBy: () => recordedBy(histogram([[0x401264, 100]]), call, { from: 0x10n, self: 0x401264n, count: 21 }),
    says: { records: 1, ofRecords: 2, calls: 21, share: 0.75 },
    notBy: plain,
  },
  {
    card: 'uncoveredCode',
    raisedBy: () => recordedBy({ low: 0x401260n, high: 0x401268n, bins: [9, 9] }, call),
    says: { functions: expect.any(Number), ranges: [{ low: '0x401260', high: '0x401268' }] },
    notBy: plain,
  },
  {
    card: 'arcsNearLimit',
    // Room for 154 arcs: 3 to 100 of 0x1418 bytes.
    raisedBy: () =>
      recordedBy(
        histogram([[0x401264, 100]]),
        ...Array.from({ length: 120 }, (_, i) => ({ ...call, from: 0x401060n + BigInt(i) })),
      ),
    says: { arcs: 120, limit: 154, command: ['GLIBC_TUNABLES=glibc.gmon.minarcs=308 ./program'] },
    notBy: plain,
  },
  {
    card: 'folded',
    raisedBy: () => ofProgram('cycles-O2'),
    says: {
      risk: 'note',
      symbols: 1,
      calls: 400,
      heaviest: [{ name: 'fact.constprop.0.isra.0', samples: 0, calls: 400 }],
    },
    notBy: () => ofProgram('statics-O0'),
  },
  {
    card: 'neighbour',
    raisedBy: () =>
      with_(plain(), {
        neighbours: [
          {
            booked: { fn: 0, name: 'before' },
            caller: { fn: -1, name: 'tiny' },
            callee: { fn: 1, name: 'leaf' },
            calls: 7,
          },
        ],
      }),
    says: { risk: 'amber', arcs: 1, calls: 7, share: 1, heaviest: [{ booked: { name: 'before' } }] },
    notBy: plain,
  },
  {
    card: 'profilingOverhead',
    raisedBy: () => with_(plain(), { inRoutines: { names: ['mcount'], samples: 25 } }),
    says: { risk: 'note', time: 0, leftOut: { names: ['mcount'], time: 0.25 }, share: expect.closeTo(0.2, 3) },
    notBy: plain,
  },
  {
    card: 'threads',
    raisedBy: () => with_(plain(), { imports: new Set(['printf', 'pthread_create']) }),
    says: { starts: ['pthread_create'] },
    notBy: plain,
  },
  {
    card: 'forks',
    raisedBy: () => with_(plain(), { imports: new Set(['fork']) }),
    says: { risk: 'amber', file: 'gmon.out', calls: ['fork'], command: ['GMON_OUT_PREFIX=run ./program'] },
    notBy: () => with_(plain(), { imports: new Set(['fork']), files: ['gmon.out.4711'] }),
  },
  {
    card: 'overwritten',
    raisedBy: () => ofFiles(program, ...folder(9), { ...folder(10)[9], name: 'gprof/avworker/gmon.out' }),
    says: {
      risk: 'amber',
      suspects: [{ kind: 'autovacuum', file: 'gprof/avworker/gmon.out', other: null }],
      place: { kind: 'panel', panel: 'processes' },
    },
    notBy: () => ofFiles(program, ...folder(9)),
  },
  {
    card: 'countedTwice',
    raisedBy: () => ofFiles(program, ranFor(30, 'run.1'), ranFor(50, 'run.2'), ranFor(80, 'gmon.sum')),
    says: {
      risk: 'amber',
      share: 0.5,
      files: [{ file: 'gmon.sum', of: null }],
      place: { kind: 'without', processes: [2] },
    },
    notBy: () => ofFiles(program, ranFor(30, 'run.1'), ranFor(50, 'run.2'), ranFor(70, 'gmon.sum')),
  },
  {
    card: 'inherited',
    raisedBy: () => with_(twice(call, call), { imports: new Set(['fork']) }),
    says: { files: 2, arcs: 1, calls: 7, share: 0.5, callees: [{ calls: 7 }] },
    notBy: () => with_(twice(call, { ...call, count: 8 }), { imports: new Set(['fork']) }),
  },
]

/** What a process left that ran for so many ticks, with as many calls. */
const ranFor = (ticks: number, name: string): DroppedFile =>
  dropped(name, gnuGmon([histogram([[0x401264, ticks]]), { ...call, count: ticks }]))

/** Two processes with one arc each. */
function twice(...calls: [GmonRecord, GmonRecord]): Promise<DiagnosisInput> {
  const files = calls.map((each, i) => dropped(`gmon.out.${i + 1}`, gnuGmon([histogram([[0x401264, 9 + i]]), each])))
  return ofFiles(program, ...files)
}

test.each(cases)('$card is raised by files with its evidence, and not by others', async each => {
  expect(cardOf(await each.raisedBy(), each.card)).toMatchObject(each.says)
  expect(cardOf(await each.notBy(), each.card)).toBeUndefined()
})

test('a gmon.sum of one file makes no other process of it', async () => {
  const forking = (...files: DroppedFile[]) => with_(ofFiles(program, ...files), { imports: new Set(['fork']) })
  const [gmon, sum] = [ranFor(30, 'gmon.out'), ranFor(30, 'gmon.sum')]
  expect(cardOf(await forking(gmon, sum), 'forks')).toMatchObject({ file: 'gmon.out' })
  expect(cardOf(await forking(sum, gmon), 'countedTwice')).toMatchObject({
    files: [{ file: 'gmon.sum', of: 'gmon.out' }],
  })
  expect(cardOf(await forking(gmon, ranFor(31, 'gmon.sum')), 'forks')).toBeUndefined()
})

test('processes that do the same have inherited nothing where the program does not fork', async () => {
  expect(cardOf(await with_(twice(call, call), { imports: new Set() }), 'inherited')).toBeUndefined()
})

test('words of a command are read by the shell as they are', async () => {
  const names = { program: "bin/it's here", files: ['-gmon out'] }
  const input = await with_(recordedBy(histogram([[0x401264, 5]]), call), names)
  expect(cardOf(input, 'fewSamples')?.command?.[1]).toBe(`gprof -s './it'\\''s here' run.*`)
  const cycle = await with_(ofProgram('cycles-O2'), names)
  expect(cardOf(cycle, 'cycle')?.command?.[0]).toMatch(/ '\.\/it'\\''s here' '\.\/-gmon out'$/)
})

test('of a stripped executable, gprof is given the one that it can read, and no address for a name', async () => {
  const cards = diagnose(await ofStripped('cycles-O2'))
  const commands = cards.flatMap(({ command }) => command ?? []).filter(line => /^gprof/.test(line))
  expect(commands).toEqual(['gprof -s UNSTRIPPED run.*'])
  expect(cards.map(({ card }) => card)).toContain('cycle')
})

test('a text without any row has no cards beside those of what is missing', async () => {
  const input = await ofListing('Flat profile:\n\n  %   cumulative   self              self     total\n')
  expect(diagnose(input)).toEqual([])
})
