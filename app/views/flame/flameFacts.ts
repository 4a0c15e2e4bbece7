// What there is to say about one box of a flame chart, for the card beside it and for a screen reader.

import {
  arcOfBox,
  BoxKind,
  type BoxRow,
  boundsOf,
  boxesBelow,
  calleeArcs,
  cycleOf,
  type FlameTable,
  type FunctionRow,
  groupsOf,
  isExact,
  kindOf,
  type Profile,
  totalOf,
  undrawnBelow,
} from '../../../src/index.ts'
import { formatCount, formatPercent, formatTime, THIN } from '../../ui/format.ts'

export interface FlameFacts {
  title: string
  /** Time on this path, in the profile's unit, and the range it may be in. */
  time: number
  least: number
  most: number
  certainty: 'exact' | 'assumed' | 'summed' | 'unknown'
  /** Name and value of each figure. */
  figures: [string, string][]
  sentence: string
}

/** Facts about a box, for people. */
export function factsOf(
  profile: Profile,
  table: FlameTable,
  nameOf: (fn: FunctionRow) => string,
  box: BoxRow,
): FlameFacts {
  const { total, unit, cycles } = profile
  const time = table.width[box] * total
  const kind = kindOf(table, box)
  const amounts = `${formatTime(time, unit)}, ${percent(time / total)}`
  if (kind === BoxKind.more) {
    const above = table.parent[box] >= 0 ? titleOf(profile, table, nameOf, table.parent[box]) : ''
    const whose = above === '' ? 'Roots' : `Callees of ${above}`
    const isUnfolded = hasBoxes(table, box)
    const sentence = `${whose}, too narrow to draw beside the others.${isUnfolded ? '' : ' A click unfolds them.'}`
    return {
      ...{ title: `${formatCount(table.count[box])} more`, time, least: 0, most: time, certainty: 'summed' },
      figures: [['together', amounts]],
      sentence,
    }
  }
  if (kind === BoxKind.notListed)
    return {
      ...{ title: 'not in this listing', time, least: 0, most: time, certainty: 'unknown' },
      figures: [['on this path', amounts]],
      sentence: hasBoxes(table, box)
        ? 'The listing leaves out who spent this time. What it shows without its callers is drawn inside; the place is a guess.'
        : 'The listing leaves out who spent this time.',
    }

  const isCycle = kind === BoxKind.cycle
  const row = isCycle ? cycleOf(table, box) : table.fn[box]
  const bounds = boundsOf(profile)
  const least = table.certain[box] * time
  const most = isCycle ? bounds.cycleMost[row] : bounds.most[row]
  const inAll = isCycle ? cycles.self[row] + cycles.children[row] : totalOf(profile)[row]
  const certainty = isExact(profile, least, most) ? 'exact' : 'assumed'
  const figures: [string, string][] = [
    ['on this path', `${certainty === 'assumed' ? '≈ ' : ''}${amounts}`],
    ['in all', Number.isNaN(inAll) ? 'not known' : `${formatTime(inAll, unit)}, ${percent(inAll / total)}`],
  ]
  const calls = callsFromHere(profile, table, box)
  if (calls !== '') figures.push(['calls from here', calls])
  const undrawn = undrawnBelow(table, box)
  if (undrawn.count > 0)
    figures.push([
      'not drawn',
      `${formatCount(undrawn.count)} ${undrawn.count === 1 ? 'callee' : 'callees'}, ${formatTime(undrawn.width * total, unit)}`,
    ])
  if (!isCycle) {
    const { group, prefix } = groupsOf(profile)
    if (group[row] > 0) figures.push(['group', prefix[group[row]]])
  }
  return { title: titleOf(profile, table, nameOf, box), time, least, most, certainty, figures, sentence: '' }
}

/** One line for a screen reader. */
export function describeBox(
  profile: Profile,
  table: FlameTable,
  nameOf: (fn: FunctionRow) => string,
  box: BoxRow,
): string {
  const { title, time, certainty } = factsOf(profile, table, nameOf, box)
  const words = { exact: 'exact', assumed: 'assumed', summed: 'summed', unknown: 'not known' }
  return `${title}, ${formatTime(time, profile.unit)}, ${percent(time / profile.total)}, ${words[certainty]}`
}

const percent = (share: number) => `${formatPercent(share)}${THIN}%`

const titleOf = (profile: Profile, table: FlameTable, nameOf: (fn: FunctionRow) => string, box: BoxRow): string => {
  switch (kindOf(table, box)) {
    case BoxKind.function:
      return nameOf(table.fn[box])
    case BoxKind.cycle:
      return cycleName(profile, cycleOf(table, box))
    case BoxKind.more:
      return `${formatCount(table.count[box])} more`
    default:
      return 'not in this listing'
  }
}

const hasBoxes = (table: FlameTable, box: BoxRow): boolean => {
  const { first, end } = boxesBelow(table, box)
  return first < end
}

export const cycleName = ({ cycles }: Profile, cycle: number): string => `cycle ${cycles.number[cycle]} as a whole`

/** `n of m`: calls of the box above to this one, among all it received. */
function callsFromHere(profile: Profile, table: FlameTable, box: BoxRow): string {
  const { arcs, functions, cycles } = profile
  const arc = arcOfBox(table, profile, box)
  if (arc < 0) return ''
  const isCycle = kindOf(table, box) === BoxKind.cycle
  const row = isCycle ? cycleOf(table, box) : table.fn[box]
  const all = isCycle ? cycles.calls[row] : functions.calls[row]
  let here = 0
  if (!isCycle) here = arcs.count[arc]
  else
    for (const other of calleeArcs(profile, arcs.caller[arc]))
      if (functions.cycle[arcs.callee[other]] === row) here += arcs.count[other]
  if (Number.isNaN(here)) return ''
  return here === all || Number.isNaN(all) ? formatCount(here) : `${formatCount(here)} of ${formatCount(all)}`
}
