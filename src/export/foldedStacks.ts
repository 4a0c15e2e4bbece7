// Folded stacks, the text that flamegraph.pl, inferno and most other viewers read: one line for each call path,
// `main;parse;next_token 1250000`, from the outermost caller down, then how much was spent at its end. Readers
// expect whole numbers, and a sample divided among paths is less than one; so these are microseconds (millionths of
// another unit), or calls.
//
// The format has no word for what a path of gprof needs: that it is an estimate, what of it is certain, how often it
// was called, what a cycle is. The first lines say what they can; readers skip them, as no number ends them.

import type { FlameTable } from '../layout/flameTable.ts'
import { type Chart, walkFrames } from './stackFrames.ts'

/**
 * Lines without line ends. Each number is rounded so that they add up to the total; paths that are left with none are
 * not there. With a title, each path begins with it: so several profiles fit into one file.
 */
export function foldedStacks(chart: Chart, title?: string): string[] {
  const { profile, table } = chart
  const isCalls = table.measure === 'calls'
  const perUnit = table.total * (isCalls ? 1 : 1e6)
  const unit = isCalls ? 'calls' : profile.unit === 'seconds' ? 'microseconds' : `millionths of ${profile.unit}`
  const lines = [
    `# Call paths estimated from a gprof profile, in ${unit}: gprof counts who called whom, and records no stacks.`,
    '# A call is taken to cost the same on every path. How much of that is certain cannot be told in this format.',
    '# (n more): paths too small to be listed, summed.',
  ]
  let sum = 0
  let written = 0
  const stacks: string[] = title === undefined ? [] : [asFrame(title)]
  walkFrames(chart, {
    open: name => {
      const above = stacks.at(-1)
      stacks.push(above === undefined ? asFrame(name) : joined(table, above, asFrame(name)))
    },
    close: (_, __, own) => {
      const stack = stacks.pop()
      sum += own * perUnit
      const amount = Math.round(sum) - written
      if (amount === 0) return
      written += amount
      lines.push(`${stack} ${amount}`)
    },
  })
  return lines
}

/** A chart of callers goes up, stacks go down. */
const joined = ({ toward }: FlameTable, above: string, frame: string): string =>
  toward === 'callers' ? `${frame};${above}` : `${above};${frame}`

/** A semicolon would end the frame, and a line end the path. */
const asFrame = (label: string): string => label.replaceAll(';', ':').replace(/\s+/g, ' ')
