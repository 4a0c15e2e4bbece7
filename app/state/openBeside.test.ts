import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { profileOf } from '../../src/profile.fixture.ts'
import { openLinkedBeside } from './openBeside.ts'
import { beginFetching } from './readingTask.ts'
import { type Opened, store } from './store.ts'
import { initialView, noOrigin, type Origin, type View } from './view.ts'

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

const linkTo = (beside: Partial<Origin>): View => ({
  ...initialView,
  against: { part: 2, processes: [] },
  beside: { ...noOrigin, ...beside },
})

function linked(beside: Partial<Origin>): Promise<void> {
  const view = linkTo(beside)
  store.setState({ view })
  return openLinkedBeside(view)
}

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

test('what a link compares with is not read beside what another link led to', async () => {
  store.setState({ view: linkTo({ fingerprint: 'other' }) })
  await openLinkedBeside(linkTo({ fingerprint: 'before' }))
  expect(found).not.toHaveBeenCalled()
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
