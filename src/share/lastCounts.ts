// Of parts of a sum, such as processes, most make a call as often as the one before did: so counts are foretold by that.

/** How often each of so many calls was made in the last part that has it; NaN before there was any. */
export function lastCounts(calls: number) {
  const last = new Float64Array(calls).fill(Number.NaN)
  return {
    of: (call: Int32Array): Float64Array => Float64Array.from(call, each => last[each]),
    take(call: Int32Array, count: Float64Array): void {
      call.forEach((each, i) => {
        last[each] = count[i]
      })
    },
  }
}
