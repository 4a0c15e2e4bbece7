/** Work that says by `yield` where it can be interrupted. */
export type Work<Result> = Generator<undefined, Result>

/** Of the page's own thread at a time, ms: less than a frame. */
const SLICE = 10

/** Does long work a slice at a time, with the page answering in between. */
export async function inSlices<Result>(work: Work<Result>): Promise<Result> {
  for (;;) {
    const end = performance.now() + SLICE
    while (performance.now() < end) {
      const { done, value } = work.next()
      if (done) return value
    }
    await new Promise(resolve => setTimeout(resolve))
  }
}
