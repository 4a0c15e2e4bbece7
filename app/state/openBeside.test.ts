import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { profileOf } from '../../src/profile.fixture.ts'
import { openLinkedBeside } from './openBeside.ts'
import { beginFetching } from './readingTask.ts'
import { type Opened, store } from './store.ts'
import { initialView, noOrigin, type Origin } from './view.ts'

const { found, readBeside } = vi.hoisted(() => ({ found: vi.fn(), readBeside: vi.fn(async () => null) }))
vi.mock('./openedBefore.ts', () => ({ filesOpenedBefore: found, rememberOpened: async () => {} }))
vi.mock('./samples.ts', () => ({ listSamples: found }))
vi.mock('./reader.ts', () => ({ readBeside, stopReading: () => {} }))

const fetched = vi.fn(async () => new Response('nothing', { status: 404 }))
beforeEach(() => {
  vi.stubGlobal('fetch', fetched)
  store.setState({ opened: openedAs('first') })
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.clearAllMocks()
})

const openedAs = (name: string): Opened => ({
  ...{ name, origin: { ...noOrigin, file: name, fingerprint: name } },
  ...{ profiles: [profileOf('main 1')], processes: [null], beside: null, written: 0, warnings: [] },
})

const linked = (beside: Partial<Origin>) =>
  openLinkedBeside({ ...initialView, against: { part: 2, processes: [] }, beside: { ...noOrigin, ...beside } })

test('what a link compares with is read beside what is open', async () => {
  found.mockResolvedValue([{ name: 'before.txt', blob: new Blob(['x']) }])
  await linked({ fingerprint: 'before' })
  expect(readBeside).toHaveBeenCalledOnce()
})

test('it is not read beside what was opened while it was looked for', async () => {
  found.mockImplementation(async () => {
    store.setState({ opened: openedAs('second') })
    return [{ name: 'before.txt', blob: new Blob(['x']) }]
  })
  await linked({ fingerprint: 'before' })
  expect(readBeside).not.toHaveBeenCalled()
})

test('a sample to compare with gives way to what was begun to be opened meanwhile', async () => {
  let another: AbortSignal | null = null
  found.mockImplementation(async () => {
    another = beginFetching()
    return []
  })
  await linked({ sample: 'cyc' })
  expect(another).toMatchObject({ aborted: false })
  expect(fetched).not.toHaveBeenCalled()
})
