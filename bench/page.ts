// The built page in a real Chromium: how long its own thread is held up at a stretch while a big listing is read and
// shown, and how soon after the drop the call graph stands. References are the limits we set ourselves: 50 ms, 200 ms for a
// hundred functions, 600 ms for three hundred. Needs `npm run build` first.

import { type BuiltPage, type DropTimes, dropAndWatch, openBuiltPage } from './builtPage.ts'
import { equalFunctions } from './equalFunctions.ts'
import { type Measurement, median } from './measure.ts'
import { syntheticListing } from './syntheticListing.ts'

const ROUNDS = 5

export async function* page(): AsyncIterable<Measurement> {
  const built = await openBuiltPage()
  try {
    const tenMegabytes = syntheticListing(10_000_000)
    yield await measure(built, tenMegabytes, {
      case: 'synthetic 10 MB, read and shown',
      metric: 'longest task',
      limit: 50,
      of: times => times.longestTask,
      note: 'longest task of the page’s own thread from the drop until two seconds after both pictures stand',
    })
    for (const [functions, limit] of [
      [100, 200],
      [300, 600],
    ])
      yield await measure(built, equalFunctions(functions), {
        case: `call graph of ${functions} functions`,
        metric: 'time',
        limit,
        of: times => times.graph,
        note: `from the drop to ${functions} drawn nodes, reading and layout included`,
        nodes: functions,
      })
  } finally {
    await built.close()
  }
}

interface Case {
  case: string
  metric: string
  limit: number
  of: (times: DropTimes) => number
  note: string
  /** How many nodes must stand, with no least share asked for; whatever the page chooses if left out. */
  nodes?: number
}

async function measure({ browser, url }: BuiltPage, listing: Uint8Array, what: Case): Promise<Measurement> {
  const values: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
    })
    const page = await context.newPage()
    try {
      const view = what.nodes === undefined ? '' : '#min=0'
      values.push(what.of(await dropAndWatch(page, url + view, { listing, nodes: what.nodes ?? 1 })))
    } finally {
      await context.close()
    }
  }
  const value = median(values)
  return {
    bench: 'page',
    case: what.case,
    metric: what.metric,
    value,
    unit: 'ms',
    reference: what.limit,
    ratio: value / what.limit,
    note: `${what.note}; reference: our limit; median of ${ROUNDS}`,
  }
}
