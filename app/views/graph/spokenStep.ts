import type { FunctionRow } from '../../../src/index.ts'
import { formatCount, formatPercent } from '../../ui/format.ts'
import { type GraphDrawing, SEVERAL } from './graphDrawing.ts'

/**
 * What is said of a function that the keyboard has come to: "parse, 34 % of time, called 1,200 times from load". Where it
 * came from is told if a call joins the two, else by whom it is called most.
 */
export function spokenStep(
  { profile, edges, nodes, nameOf, compared }: GraphDrawing,
  to: FunctionRow,
  from: FunctionRow,
): string {
  const node = nodes.get(to)
  if (!node) return ''
  if (compared) return node.description
  const parts = [nameOf(to)]
  if (node.totalShare >= 0) parts.push(`${formatPercent(node.totalShare)} % of time`)
  const calls = edges.filter(({ arc, caller }) => arc >= 0 && caller !== SEVERAL)
  const heaviest = calls.filter(({ callee }) => callee === to).sort((a, b) => b.width - a.width)
  const down = heaviest.find(({ caller }) => caller === from) ?? heaviest[0]
  const up = calls.find(({ caller, callee }) => caller === to && callee === from)
  if (up) parts.push(`calls ${nameOf(from)} ${times(profile.arcs.count[up.arc])}`)
  else if (down) parts.push(`called ${times(profile.arcs.count[down.arc])} from ${nameOf(down.caller)}`)
  return parts.join(', ')
}

const times = (count: number) =>
  Number.isNaN(count) ? 'without a count' : count === 1 ? 'once' : `${formatCount(count)} times`
