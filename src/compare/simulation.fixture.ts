/** A Poisson count of this mean, drawn by adding up waits between events. */
export function poissonCount(random: () => number, mean: number): number {
  let count = 0
  for (let time = -Math.log(1 - random()); time <= mean; time -= Math.log(1 - random())) count++
  return count
}
