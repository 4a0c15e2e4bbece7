import { beforeAll, expect, test, vi } from 'vitest'
import { printReport } from './export/gprofReport.ts'
import type { ReportLine } from './export/reportQuestions.ts'
import { folder, program } from './processes/processes.fixture.ts'
import { profileOf } from './profile.fixture.ts'
import type { Answer } from './questions.ts'
import type { PackResult } from './share/pruneToFit.ts'
import { unpackProfile } from './share/unpackProfile.ts'
import type { DroppedFile } from './sortFiles.ts'
import type { Transform } from './transform/transform.ts'
import { startHere } from './worker.fixture.ts'
import type { WorkerReply, WorkerRequest } from './worker.ts'

const replies: WorkerReply[] = []
let onReply: (reply: WorkerReply) => void = () => {}
let tell: (request: WorkerRequest) => void

/** Sends a request as a page would, and waits for the reply that is not progress. */
async function ask(request: WorkerRequest): Promise<WorkerReply> {
  tell(request)
  return vi.waitUntil(() => replies.find(({ id, kind }) => id === request.id && kind !== 'progress'))
}

/** Has files read, and takes what they hold behind so many of the profiles that were read before. */
async function open(id: number, files: DroppedFile[], keep = 0) {
  const read = await ask({ id, kind: 'read', files, held: { programs: [], profiles: [] } })
  if (read.kind !== 'read' || !read.result.ok) throw new Error('nothing was read')
  tell({ id, kind: 'take', keep })
  return { ...read, profiles: read.result.value }
}

const listing = (drawing: string): DroppedFile => ({
  name: 'x.txt',
  blob: new Blob([printReport(profileOf(drawing))]),
})

beforeAll(async () => {
  tell = await startHere(reply => {
    replies.push(reply)
    onReply(reply)
  })
})

test('files come in and profiles go out, which the worker keeps for layouts', async () => {
  const read = await open(1, [listing('main 0.2 -> leaf x3\n leaf 0.1')])
  expect(read.profiles[0].title).toBe('x')
  expect(replies.some(({ id, kind }) => id === 1 && kind === 'progress')).toBe(true)
  expect(read.findings[0].bounds.certainShare).toBe(1)
  const flame = await ask({
    id: 2,
    kind: 'flame',
    profile: 0,
    selection: null,
    against: null,
    transforms: [],
    options: { cut: 1e-4, path: [] },
  })
  expect(flame.kind === 'answer' && flame.answer).toMatchObject({ length: 2 })
  const folded = await ask({
    id: 7,
    kind: 'folded',
    profile: 0,
    selection: null,
    against: null,
    transforms: [],
    options: { cut: 1e-4, path: [] },
  })
  expect(folded.kind === 'answer' && folded.answer).toEqual(expect.arrayContaining(['main 200000', 'main;leaf 100000']))
  const search = await ask({
    id: 4,
    kind: 'search',
    profile: 0,
    selection: null,
    against: null,
    transforms: [],
    options: 'leaf',
  })
  expect(search.kind === 'answer' && search.answer).toMatchObject({ rows: [1] })
  const graph = await ask({
    id: 5,
    kind: 'graph',
    profile: 0,
    selection: null,
    against: null,
    transforms: [],
    options: { minShare: Number.NaN, pinned: [] },
  })
  expect(graph.kind === 'answer' && graph.answer).toMatchObject({ functions: [0, 1], arcs: [0] })
})

test('a file of a format is answered with its bytes, of what transforms leave', async () => {
  await open(8, [listing('main 0.2 -> leaf x3\n leaf 0.1')])
  const options = { format: 'csv', graph: { minShare: Number.NaN, pinned: [] } } as const
  const transforms = [{ kind: 'hide', match: 'leaf' }] as const
  const reply = await ask({ id: 9, kind: 'export', profile: 0, selection: null, against: null, transforms, options })
  const result = (reply.kind === 'answer' ? reply.answer : null) as Answer<'export'>
  expect(result.ok && new TextDecoder().decode(result.value)).toBe(
    'name,self,children,calls,selfCalls,cycle\nmain,0.3,0,,0,\n',
  )
})

test('the report of a listing is asked for line by line', async () => {
  await open(10, [listing('main 0.2 -> leaf x3\n leaf 0.1')])
  const switches = { brief: false, only: null, unused: false }
  const question = { about: 'lines', from: 5, to: 7 } as const
  const reply = await ask({
    id: 6,
    kind: 'report',
    profile: 0,
    selection: null,
    against: null,
    transforms: [],
    options: { switches, question },
  })
  const lines = (reply.kind === 'answer' ? reply.answer : []) as ReportLine[]
  expect(lines.map(({ text }) => text.trim().split(/ +/).at(-1))).toEqual(['main', 'leaf'])
})

test('questions may be about some of the processes, and never are about others', async () => {
  const read = await open(20, [program, ...folder(4)])
  expect(read.processes.map(table => table?.name)).toEqual([['101', '102', '103', '104']])
  const about = async (id: number, rows: number[]) => {
    const asked = { profile: 0, selection: { rows, as: 'sum' }, against: null, transforms: [] } as const
    const [selected, found] = await Promise.all([
      ask({ id, kind: 'select', ...asked, options: null }),
      ask({ id: id + 1, kind: 'export', ...asked, options: { format: 'json', graph: { minShare: 0, pinned: [] } } }),
    ])
    const answer = (selected.kind === 'answer' ? selected.answer : null) as Answer<'select'>
    const file = (found.kind === 'answer' ? found.answer : null) as Answer<'export'>
    if (!answer.ok || !file.ok) throw new Error('no answer')
    expect(answer.value.findings.bounds.certain).toHaveLength(answer.value.profile.functions.length)
    expect(JSON.parse(new TextDecoder().decode(file.value)).total).toBeCloseTo(answer.value.profile.total, 9)
    return answer.value.profile.total
  }
  const [one, other, both] = await Promise.all([about(21, [1]), about(23, [3]), about(25, [1, 3])])
  expect(both).toBeCloseTo(one + other, 9)
  const progress = replies.filter(({ id, kind }) => (id === 25 || id === 26) && kind === 'progress')
  expect(progress).toHaveLength(2) // read once for both questions
  const none = await ask({
    id: 27,
    kind: 'select',
    profile: 0,
    selection: { rows: [], as: 'sum' },
    against: null,
    transforms: [],
    options: null,
  })
  expect(none.kind === 'answer' && none.answer).toMatchObject({ ok: false, errors: [{ code: 'empty' }] })
})

test('a reading that is said to be enough has what was read by then', async () => {
  let clock = performance.now()
  vi.spyOn(performance, 'now').mockImplementation(() => (clock += 100)) // so that the worker looks after each file
  onReply = reply => {
    if (reply.id === 30 && reply.kind === 'progress' && reply.files === 5 && reply.ofFiles > 0)
      tell({ id: 30, kind: 'enough' })
  }
  try {
    const read = await open(30, [program, ...folder(9)])
    expect(read.processes[0]?.length).toBe(5)
  } finally {
    onReply = () => {}
    vi.restoreAllMocks()
  }
})

test('what should not happen comes back as text for a report', async () => {
  const reply = await ask({
    id: 3,
    kind: 'flame',
    profile: 99,
    selection: null,
    against: null,
    transforms: [],
    options: { cut: 1e-4, path: [] },
  })
  expect(reply.kind === 'failed' && reply.message).toContain('There is no profile 99')
})

test('a profile is packed for a link, whatever is done to it on screen', async () => {
  const read = await open(18, [listing('main 0.2 -> leaf x3\n leaf 0.1')])
  const transforms = [{ kind: 'hide' as const, match: 'leaf' }]
  const reply = await ask({
    id: 19,
    kind: 'pack',
    profile: 0,
    selection: null,
    against: null,
    transforms,
    options: { characters: null },
  })
  const packed = (reply.kind === 'answer' ? reply.answer : null) as PackResult
  const unpacked = packed.ok ? await unpackProfile(packed.value.bytes) : packed
  expect(unpacked.ok && unpacked.value.profile).toStrictEqual(read.profiles[0])
})

test('what is wrong with a profile is answered in cards, and whether its figures agree', async () => {
  const text = printReport(profileOf('main 0.02 -> leaf x30\n leaf 0.10'))
  const blob = new Blob([text.replace('30/30', '31/30')])
  await open(60, [{ name: 'x.txt', blob }])
  const about = { profile: 0, selection: null, against: null, transforms: [], options: null }
  const diagnosed = await ask({ id: 61, kind: 'diagnose', ...about })
  expect(diagnosed.kind === 'answer' && diagnosed.answer).toMatchObject({
    cards: expect.arrayContaining([expect.objectContaining({ card: 'fewSamples', samples: 12 })]),
    labels: expect.arrayContaining(['leaf']),
    unit: 'seconds',
  })
  const audited = await ask({ id: 62, kind: 'audit', ...about })
  const { checked, agreed, disagreements } = (audited.kind === 'answer' ? audited.answer : null) as Answer<'audit'>
  expect(checked - agreed).toBe(disagreements.length)
  const line = disagreements.find(each => each.printed === 31 && each.expected === 30)?.line ?? 0
  expect(text.split('\n')[line - 1]).toContain('30/30')
})

test('cards of chosen processes are of those alone', async () => {
  await open(63, [program, ...folder(3)])
  const about = { profile: 0, against: null, transforms: [], options: null }
  const [all, one] = await Promise.all([
    ask({ id: 64, kind: 'diagnose', selection: null, ...about }),
    ask({ id: 65, kind: 'diagnose', selection: { rows: [1], as: 'sum' }, ...about }),
  ])
  const kindsOf = (reply: WorkerReply) =>
    ((reply.kind === 'answer' ? reply.answer : null) as Answer<'diagnose'>).cards.map(({ card }) => card)
  // Of the three, only the first called the part of a function that gprof does not know.
  expect(kindsOf(all)).toContain('folded')
  expect(kindsOf(one)).not.toContain('folded')
})

test('two profiles that were read one after the other are compared, and questions are about both', async () => {
  await open(40, [listing('main 0.2 -> old x3, leaf x1\n leaf 1.0\n old 0.5')])
  await open(41, [listing('main 0.2 -> new x3, leaf x1\n leaf 9.0\n new 0.7')], 1)
  const asked = {
    profile: 1,
    selection: null,
    against: { profile: 0, selection: null },
    transforms: [],
  } as const
  const both = (await ask({ id: 42, kind: 'select', ...asked, options: null })) as { answer: Answer<'select'> }
  const names = both.answer.ok ? both.answer.value.profile.functions.name : []
  expect([...names].sort()).toEqual(['leaf', 'main', 'new', 'old'])
  const found = (await ask({ id: 43, kind: 'compare', ...asked, options: 'time' })) as { answer: Answer<'compare'> }
  const told = names.map((name, row) => `${name} ${found.answer?.self.a[row]} ${found.answer?.self.b[row]}`)
  expect(told.sort()).toEqual(['leaf 1 9', 'main 0.2 0.2', 'new 0 0.7', 'old 0.5 0'])
  const flame = async (id: number, side: 'a' | 'b') => {
    const options = { cut: 1e-4, path: ['main'], side }
    const reply = (await ask({ id, kind: 'flame', ...asked, options })) as { answer: Answer<'flame'> }
    return Array.from(reply.answer.fn, fn => names[fn])
  }
  expect(await flame(44, 'b')).toEqual(['main', 'leaf', 'new'])
  expect(await flame(45, 'a')).toEqual(['main', 'leaf', 'old'])
  const alone = await ask({ id: 46, kind: 'compare', ...asked, against: null, options: 'time' })
  expect(alone).toMatchObject({ answer: null })
})

test('of two means the runs judge, read once for all that they are compared by; of sums none are read', async () => {
  await open(90, [program, ...folder(5)])
  const steps = (of: number) => replies.filter(({ id, kind }) => id === of && kind === 'progress').length
  const about = (as: 'sum' | 'mean', transforms: readonly Transform[] = []) => ({
    profile: 0,
    selection: { rows: [2, 3, 4], as },
    against: { profile: 0, selection: { rows: [0, 1], as } },
    transforms,
  })
  const found = async (request: WorkerRequest) => ((await ask(request)) as { answer: Answer<'compare'> }).answer
  await ask({ id: 91, kind: 'select', ...about('mean'), options: null }) // reads the means themselves
  expect((await found({ id: 92, kind: 'compare', ...about('mean'), options: 'time' }))?.runs).toMatchObject({
    a: 2,
    b: 3,
  })
  expect(steps(92)).toBe(5)
  const byShare = await found({ id: 93, kind: 'compare', ...about('mean'), options: 'share' })
  expect([byShare?.runs?.b, byShare?.normalisation, steps(93)]).toEqual([3, 'share', 0])
  const ofSums = await found({ id: 94, kind: 'compare', ...about('sum'), options: 'time' })
  expect([ofSums?.runs, ofSums?.warnings]).toEqual([null, []])
  const folded = await found({
    id: 95,
    kind: 'compare',
    ...about('mean', [{ kind: 'foldRecursion' }]),
    options: 'time',
  })
  expect([folded?.runs, folded?.warnings.length]).toEqual([null, 1])
  tell({ id: 96, kind: 'enough' })
  const hidden = about('mean', [{ kind: 'hide', match: 'leaf' }])
  expect(await found({ id: 96, kind: 'compare', ...hidden, options: 'time' })).toBeNull()
  expect((await found({ id: 97, kind: 'compare', ...hidden, options: 'time' }))?.runs).toMatchObject({ a: 2, b: 3 })
})

test('a trend is of the runs of a set; another order reads none again, and one that is given up is null', async () => {
  const processes = 4
  await open(80, [program, ...folder(processes)])
  const about = { profile: 0, selection: null, against: null, transforms: [] }
  const how = { time: 'self', normalisation: 'time' } as const
  const steps = (of: number) => replies.filter(({ id, kind }) => id === of && kind === 'progress').length
  const first = await ask({ id: 81, kind: 'trend', ...about, options: { rows: [0, 1, 2, 3], ...how } })
  expect(first.kind === 'answer' && first.answer).toMatchObject({ ok: true, value: { rows: [0, 1, 2, 3] } })
  expect(steps(81)).toBe(processes)
  const second = await ask({ id: 82, kind: 'trend', ...about, options: { rows: [3, 1, 2, 0], ...how } })
  expect(second.kind === 'answer' && second.answer).toMatchObject({ ok: true, value: { rows: [3, 1, 2, 0] } })
  expect(steps(82)).toBe(0)
  tell({ id: 83, kind: 'enough' })
  const third = await ask({ id: 83, kind: 'trend', ...about, options: { rows: [0, 1, 2], ...how } })
  expect(third.kind === 'answer' && third.answer).toBeNull()
})
