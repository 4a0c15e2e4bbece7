import { beforeAll, expect, test, vi } from 'vitest'
import { printReport } from './export/gprofReport.ts'
import type { ReportLine } from './export/reportQuestions.ts'
import { profileOf } from './profile.fixture.ts'
import type { PackResult } from './share/pruneToFit.ts'
import { unpackProfile } from './share/unpackProfile.ts'
import type { Answer, WorkerReply, WorkerRequest } from './worker.ts'

const selection = { processes: [], mean: false }
const replies: WorkerReply[] = []
let hear: (event: { data: WorkerRequest }) => void

/** Sends a request as a page would, and waits for the reply that is not progress. */
async function ask(request: WorkerRequest): Promise<WorkerReply> {
  hear({ data: request })
  return vi.waitUntil(() => replies.find(({ id, kind }) => id === request.id && kind !== 'progress'))
}

beforeAll(async () => {
  vi.stubGlobal('addEventListener', (_: string, listener: typeof hear) => {
    hear = listener
  })
  vi.stubGlobal('postMessage', (reply: WorkerReply) => replies.push(reply))
  await import('./worker.ts')
})

test('files come in and profiles go out, which the worker keeps for layouts', async () => {
  const blob = new Blob([printReport(profileOf('main 0.2 -> leaf x3\n leaf 0.1'))])
  const read = await ask({
    id: 1,
    kind: 'read',
    files: [{ name: 'x.txt', blob }],
    held: { programs: [], profiles: [] },
  })
  expect(read.kind === 'read' && read.result.ok && read.result.value[0].title).toBe('x')
  expect(replies.some(({ id, kind }) => id === 1 && kind === 'progress')).toBe(true)
  expect(read.kind === 'read' && read.findings[0].bounds.certainShare).toBe(1)
  const flame = await ask({
    id: 2,
    kind: 'flame',
    profile: 0,
    selection,
    transforms: [],
    options: { cut: 1e-4, path: [] },
  })
  expect(flame.kind === 'answer' && flame.answer).toMatchObject({ length: 2 })
  const folded = await ask({
    id: 7,
    kind: 'folded',
    profile: 0,
    selection,
    transforms: [],
    options: { cut: 1e-4, path: [] },
  })
  expect(folded.kind === 'answer' && folded.answer).toEqual(expect.arrayContaining(['main 200000', 'main;leaf 100000']))
  const search = await ask({ id: 4, kind: 'search', profile: 0, selection, transforms: [], options: 'leaf' })
  expect(search.kind === 'answer' && search.answer).toMatchObject({ rows: [1] })
  const graph = await ask({
    id: 5,
    kind: 'graph',
    profile: 0,
    selection,
    transforms: [],
    options: { minShare: Number.NaN, pinned: [] },
  })
  expect(graph.kind === 'answer' && graph.answer).toMatchObject({ functions: [0, 1], arcs: [0] })
})

test('a file of a format is answered with its bytes, of what transforms leave', async () => {
  const blob = new Blob([printReport(profileOf('main 0.2 -> leaf x3\n leaf 0.1'))])
  await ask({ id: 8, kind: 'read', files: [{ name: 'x.txt', blob }], held: { programs: [], profiles: [] } })
  const options = { format: 'csv', graph: { minShare: Number.NaN, pinned: [] } } as const
  const transforms = [{ kind: 'hide', match: 'leaf' }] as const
  const reply = await ask({ id: 9, kind: 'export', profile: 0, selection, transforms, options })
  const result = (reply.kind === 'answer' ? reply.answer : null) as Answer<'export'>
  expect(result.ok && new TextDecoder().decode(result.value)).toBe(
    'name,self,children,calls,selfCalls,cycle\nmain,0.3,0,,0,\n',
  )
})

test('the report of a listing is asked for line by line', async () => {
  const blob = new Blob([printReport(profileOf('main 0.2 -> leaf x3\n leaf 0.1'))])
  await ask({ id: 5, kind: 'read', files: [{ name: 'x.txt', blob }], held: { programs: [], profiles: [] } })
  const switches = { brief: false, only: null, unused: false }
  const question = { about: 'lines', from: 5, to: 7 } as const
  const reply = await ask({
    id: 6,
    kind: 'report',
    profile: 0,
    selection,
    transforms: [],
    options: { switches, question },
  })
  const lines = (reply.kind === 'answer' ? reply.answer : []) as ReportLine[]
  expect(lines.map(({ text }) => text.trim().split(/ +/).at(-1))).toEqual(['main', 'leaf'])
})

test('a profile is packed for a link, whatever is done to it on screen', async () => {
  const blob = new Blob([printReport(profileOf('main 0.2 -> leaf x3\n leaf 0.1'))])
  const read = await ask({
    id: 18,
    kind: 'read',
    files: [{ name: 'x.txt', blob }],
    held: { programs: [], profiles: [] },
  })
  const transforms = [{ kind: 'hide' as const, match: 'leaf' }]
  const reply = await ask({ id: 19, kind: 'pack', profile: 0, selection, transforms, options: { characters: null } })
  const packed = (reply.kind === 'answer' ? reply.answer : null) as PackResult
  const unpacked = packed.ok ? await unpackProfile(packed.value.bytes) : packed
  expect(unpacked.ok && unpacked.value.profile).toStrictEqual(
    read.kind === 'read' && read.result.ok && read.result.value[0],
  )
})

test('what should not happen comes back as text for a report', async () => {
  const reply = await ask({
    id: 3,
    kind: 'flame',
    profile: 99,
    selection,
    transforms: [],
    options: { cut: 1e-4, path: [] },
  })
  expect(reply.kind === 'failed' && reply.message).toContain('There is no profile 99')
})
