/** A Poisson count of this mean, drawn by adding up waits between events. */
export function poissonCount(random: () => number, mean: number): number {
  const wait = () => -Math.log(1 - random())
  let count = 0
  let time = wait()
  while (time <= mean) {
    time += wait()
    count++
  }
  return count
}

/**
 * A count of this mean from runs that differ among themselves by more than chance: Poisson counts, the mean of each drawn
 * from a gamma law of so whole a shape, so that the variance is `mean + mean² / shape` (a negative binomial count).
 */
export function variedCount(random: () => number, mean: number, shape: number): number {
  let sum = 0
  for (let i = 0; i < shape; i++) sum -= Math.log(1 - random())
  return poissonCount(random, (mean * sum) / shape)
}
