// Which processes are unlike the others: those whose time goes elsewhere than that of all together. Many samples alone make
// nobody odd, and few are taken for what they are.

import type { ProcessRow, ProcessTable } from './processTable.ts'

/**
 * How far the shares of each process lie from those of all together: their Kullback–Leibler divergence in nats, less what
 * chance brings about. With n samples, 2n times the divergence is the likelihood ratio G, which for processes that are
 * alike follows χ² with k − 1 degrees of freedom; what lies within its mean and two standard deviations is taken off. The k
 * is that of the functions that were seen in the process: an assumption, since nobody knows which others it might have
 * been seen in. Nought where there is no more than noise.
 *
 * @see S. Kullback and R. A. Leibler, On information and sufficiency, Annals of Mathematical Statistics 1951
 * @see S. S. Wilks, The large-sample distribution of the likelihood ratio, Annals of Mathematical Statistics 1938
 */
export function oddityOf({ length, self }: ProcessTable): Float64Array {
  const functions = self.fn.reduce((most, fn) => Math.max(most, fn + 1), 0)
  const all = new Float64Array(functions)
  let total = 0
  for (let i = 0; i < self.fn.length; i++) {
    all[self.fn[i]] += self.ticks[i]
    total += self.ticks[i]
  }
  return Float64Array.from({ length }, (_, process) => {
    const [from, to] = [self.start[process], self.start[process + 1]]
    let own = 0
    for (let i = from; i < to; i++) own += self.ticks[i]
    if (!(own > 0)) return 0
    let divergence = 0
    for (let i = from; i < to; i++) {
      const share = self.ticks[i] / own
      divergence += share * Math.log(share / (all[self.fn[i]] / total))
    }
    const freedom = to - from - 1
    return Math.max(0, divergence - (freedom + 2 * Math.sqrt(2 * freedom)) / (2 * own))
  })
}

/** Rows of processes, the oddest first; those that are no odder than chance would have it, by their samples. */
export function orderByOddity(table: ProcessTable): ProcessRow[] {
  const oddity = oddityOf(table)
  return Array.from(oddity.keys()).sort((a, b) => oddity[b] - oddity[a] || table.ticks[b] - table.ticks[a] || a - b)
}
