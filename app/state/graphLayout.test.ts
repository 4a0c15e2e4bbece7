import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { GraphAnswer, GraphLayout, GraphPlacement, GraphRequest } from '../../src/index.ts'
import { createLayoutClient, type LayoutWorker } from './graphLayout.ts'

/** A worker that answers when told to. */
interface Stub extends LayoutWorker {
  asked: GraphRequest[]
  ended: boolean
  answer(layout?: GraphLayout): void
}

function stubWorker(): Stub {
  const stub: Stub = {
    asked: [],
    ended: false,
    onmessage: null,
    onerror: null,
    postMessage: (request: GraphRequest) => stub.asked.push(request),
    terminate: () => {
      stub.ended = true
    },
    answer(layout) {
      const { id, dot } = stub.asked[stub.asked.length - 1]
      const data: GraphAnswer = { id, layout: layout ?? { failed: dot } } // any answer will do to know it again
      stub.onmessage?.call(stub as unknown as Worker, { data } as MessageEvent<GraphAnswer>)
    },
  }
  return stub
}

function setUp() {
  const workers: Stub[] = []
  const client = createLayoutClient(() => {
    const worker = stubWorker()
    workers.push(worker)
    return worker
  })
  return { client, workers }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('no worker is started before the first layout', async () => {
  const { client, workers } = setUp()
  expect(workers.length).toBe(0)
  const layout = client.layOut('a')
  workers[0].answer()
  expect(await layout).toEqual({ failed: 'a' })
})

test('of the requests that wait only the latest is laid out', async () => {
  const { client, workers } = setUp()
  const first = client.layOut('a')
  const second = client.layOut('b')
  const third = client.layOut('c')
  expect(await second).toBeNull()
  workers[0].answer()
  workers[0].answer()
  expect([await first, await third]).toEqual([{ failed: 'a' }, { failed: 'c' }])
  expect(workers[0].asked.map(({ dot }) => dot)).toEqual(['a', 'c'])
})

test('a layout that runs longer than 3 s is given up for one that waits', async () => {
  const { client, workers } = setUp()
  const slow = client.layOut('slow')
  vi.advanceTimersByTime(2_000)
  const next = client.layOut('next')
  vi.advanceTimersByTime(999)
  expect(workers[0].ended).toBe(false)
  vi.advanceTimersByTime(1)
  expect(workers[0].ended).toBe(true)
  expect(await slow).toBeNull()
  workers[1].answer()
  expect(await next).toEqual({ failed: 'next' })
})

test('a layout that nobody overtakes has 10 s, then fails with a sentence, and the next one works', async () => {
  const { client, workers } = setUp()
  const slow = client.layOut('slow')
  vi.advanceTimersByTime(10_000)
  expect(await slow).toEqual({ failed: expect.stringContaining('10 seconds') })
  const next = client.layOut('next')
  workers[1].answer()
  expect(await next).toEqual({ failed: 'next' })
})

test('a worker that cannot be loaded is a failed layout', async () => {
  const { client, workers } = setUp()
  const layout = client.layOut('a')
  workers[0].onerror?.call(workers[0] as unknown as Worker, { message: 'no network' } as ErrorEvent)
  expect(await layout).toEqual({ failed: 'no network' })
})

test('the graph that was asked for last is laid out once for all who ask, unless that failed', async () => {
  const { client, workers } = setUp()
  const placement: GraphPlacement = { width: 1, height: 1, nodes: [], sums: [], edges: [], cycles: [] }
  const first = client.layOut('a')
  const second = client.layOut('a')
  workers[0].answer({ placement })
  expect([await first, await second, await client.layOut('a')]).toEqual(Array(3).fill({ placement }))
  expect(workers[0].asked.length).toBe(1)
  const other = client.layOut('b')
  workers[0].answer()
  await other
  void client.layOut('b')
  expect(workers[0].asked.map(({ dot }) => dot)).toEqual(['a', 'b', 'b'])
})
