import type { FunctionRow } from '../../../src/index.ts'
import { messages } from '../../messages/messages.ts'
import { formatCount, formatPercent } from '../../ui/format.ts'
import type { GraphDrawing } from './graphDrawing.ts'
import { SEVERAL } from './graphParts.ts'

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
  const { graph: words, pictures } = messages()
  const parts = [nameOf(to)]
  if (node.totalShare >= 0) parts.push(words.ofTime(formatPercent(node.totalShare)))
  const calls = edges.filter(({ arc, caller }) => arc >= 0 && caller !== SEVERAL)
  const heaviest = calls.filter(({ callee }) => callee === to).sort((a, b) => b.width - a.width)
  const down = heaviest.find(({ caller }) => caller === from) ?? heaviest[0]
  const up = calls.find(({ caller, callee }) => caller === to && callee === from)
  if (up) parts.push(words.callsIt(nameOf(from), ...times(profile.arcs.count[up.arc])))
  else if (down) parts.push(words.calledFrom(nameOf(down.caller), ...times(profile.arcs.count[down.arc])))
  return pictures.list(parts)
}

const times = (count: number) => [formatCount(count), count] as const
