import { beforeAll, expect, test, vi } from 'vitest'
import { type DroppedFile, printReport, type WorkerReply, type WorkerRequest } from '../../src/index.ts'
import { profileOf } from '../../src/profile.fixture.ts'
import { startHere } from '../../src/worker.fixture.ts'
import { ask, readBeside, readFiles, stopReading } from './reader.ts'

type Listener = (event: { data: unknown }) => void
/** What the page hears of. */
let listeners: Listener[] = []
let tell: (request: WorkerRequest) => void
/** All that the worker said, and what of it the page has not heard yet, while that is held up. */
const said: WorkerReply[] = []
let heldUp: WorkerReply[] | null = null

const deliver = (data: WorkerReply) => setTimeout(() => listeners.forEach(listener => void listener({ data })))

/** The real worker, in this thread: messages arrive later than they are sent, in order. */
vi.mock('./ownScripts.ts', () => ({
  startWorker: () => ({
    postMessage: (data: WorkerRequest) => setTimeout(() => tell(data)),
    addEventListener: (kind: string, listener: Listener) => {
      if (kind === 'message') listeners.push(listener)
    },
    removeEventListener: (_: string, listener: Listener) => {
      listeners = listeners.filter(each => each !== listener)
    },
    terminate: () => {},
  }),
}))

beforeAll(async () => {
  tell = await startHere(reply => {
    said.push(reply)
    if (heldUp) heldUp.push(reply)
    else deliver(reply)
  })
})

const listing = (name: string): DroppedFile => ({
  name: `${name}.txt`,
  blob: new Blob([printReport(profileOf(`main 0.2 -> ${name} x3\n ${name} 0.1`))]),
})
const nothing = { programs: [], profiles: [] }

async function openTwo() {
  await readFiles([listing('after')], nothing, () => {})
  await readBeside([listing('before')], nothing, 1, () => {})
}

/** The functions of the profile that the worker has beside the one on screen. */
async function namesBeside(): Promise<string[]> {
  const source = { part: 2, selection: null, against: null, transforms: [] }
  const answer = await ask('select', source, null)
  if (!answer.ok) throw new Error(answer.errors[0].message)
  return answer.value.profile.functions.name
}

test('what is read beside takes the place of what was beside before', async () => {
  await openTwo()
  expect(await namesBeside()).toContain('before')
  await readBeside([listing('other')], nothing, 1, () => {})
  expect(await namesBeside()).toContain('other')
})

test('a reading beside that is cancelled changes nothing, also where the worker had finished it already', async () => {
  await openTwo()
  heldUp = []
  const reading = readBeside([listing('other')], nothing, 1, () => {})
  await vi.waitUntil(() => heldUp?.some(({ kind }) => kind === 'read'))
  stopReading()
  heldUp.forEach(deliver)
  heldUp = null
  expect(await reading).toBeNull()
  expect(await namesBeside()).toContain('before')
})

test('a reading beside that is cancelled ends after the file that it is at, and tells no more of itself', async () => {
  await openTwo()
  let clock = performance.now()
  vi.spyOn(performance, 'now').mockImplementation(() => (clock += 100)) // so that the worker looks after each file
  try {
    const files = Array.from({ length: 30 }, (_, i) => listing(`other${i}`))
    const size = files.reduce((sum, { blob }) => sum + blob.size, 0)
    said.length = 0
    let told = 0
    const reading = readBeside(files, nothing, 1, ({ read }) => {
      if (read === 0) return
      told++
      stopReading()
    })
    expect(await reading).toBeNull()
    expect(told).toBe(1)
    const read = said.map(reply => (reply.kind === 'progress' ? reply.done : 0))
    expect(Math.max(...read)).toBeLessThan(size / 2)
    expect(said.at(-1)?.kind).toBe('cancelled')
  } finally {
    vi.restoreAllMocks()
  }
  expect(await namesBeside()).toContain('before')
})

test('of two readings beside, the later one counts', async () => {
  await openTwo()
  const [first, second] = [listing('other'), listing('another')].map(file => readBeside([file], nothing, 1, () => {}))
  expect(await first).toBeNull()
  expect(await second).not.toBeNull()
  expect(await namesBeside()).toContain('another')
})
