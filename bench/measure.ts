// What every bench prints: the thing measured and its reference, taken in turn in the same run, so that a busy or a
// slow machine bears on both alike.

/** One line of JSON. */
export interface Measurement {
  bench: string
  case: string
  metric: string
  value: number
  unit: string
  reference: number
  /** value / reference */
  ratio: number
  note: string
}

/** `size` is for benches that have a smaller one usually, and say so. */
export type Bench = (size?: number) => AsyncIterable<Measurement> | Iterable<Measurement>

/** Median times in milliseconds of two pieces of work done in turn, after one round that warms them up. */
export function timeInTurn(
  value: () => void,
  reference: () => void,
  rounds = 15,
): { value: number; reference: number } {
  const times: [number[], number[]] = [[], []]
  for (let round = -2; round < rounds; round++)
    for (const [which, work] of [value, reference].entries()) {
      const start = performance.now()
      work()
      if (round >= 0) times[which].push(performance.now() - start)
    }
  return { value: median(times[0]), reference: median(times[1]) }
}

/** The middle one. */
export const median = (times: number[]) => times.sort((a, b) => a - b)[times.length >> 1]
