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
