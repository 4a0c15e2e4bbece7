// What there is to say about one box of a flame chart, for the card beside it and for a screen reader.

import {
  arcOfBox,
  BoxKind,
  type BoxRow,
  boxesBelow,
  calleeArcs,
  cycleOf,
  type FlameTable,
  type FunctionRow,
  groupsOf,
  isExact,
  kindOf,
  mostOf,
  ownWidth,
  type Profile,
  type Sampled,
  sampledCycle,
  sampledPart,
  sampledTotal,
  totalOf,
  undrawnBelow,
} from '../../../src/index.ts'
import { messages } from '../../messages/messages.ts'
import { formatCount, formatPercent, formatTime, formatTimeWithError, THIN } from '../../ui/format.ts'
import {
  type ChangeFact,
  compareCycles,
  factLine,
  factsOfFunction,
  rangesOfFunction,
  timeFact,
} from '../comparedFigures.ts'
import { pathWord, type ShownSide } from './shownSide.ts'

export interface FlameFacts {
  title: string
  /** What the box is worth on this path, and the range it may be in, in the unit of the table. */
  amount: number
  least: number
  most: number
  certainty: 'exact' | 'assumed' | 'summed' | 'unknown'
  /** Name and value of each figure. */
  figures: [string, string][]
  sentence: string
  /** How the function or the cycle changed in all, where two profiles are compared. */
  change: { facts: ChangeFact[]; sentences: string[] } | null
}

/** An amount of what a table measures, for people. */
export const formatAmount = ({ unit }: Profile, { measure }: FlameTable, amount: number): string =>
  measure !== 'calls'
    ? formatTime(amount, unit)
    : `${formatCount(amount)} ${formatCount(amount) === '1' ? 'call' : 'calls'}`

/** How much of what a table measures has only one place it can be; null if nothing is measured. */
export function certainWords({ measure, bounds }: FlameTable): { share: string; words: string } | null {
  if (Number.isNaN(bounds.certainShare)) return null
  const words =
    measure === 'calls' ? 'of the calls have only one place they can be' : 'of the time has only one place it can be'
  return { share: `${Math.round(bounds.certainShare * 100)} %`, words }
}

/** Facts about a box, for people. */
export function factsOf(
  profile: Profile,
  table: FlameTable,
  nameOf: (fn: FunctionRow) => string,
  box: BoxRow,
  shown: ShownSide | null = null,
): FlameFacts {
  const amount = table.width[box] * table.total
  const kind = kindOf(table, box)
  const written = (share: number) => formatAmount(profile, table, share * table.total)
  const amounts = `${written(table.width[box])}, ${percent(table.width[box])}`
  const [near, far] = table.toward === 'callers' ? ['Callers', 'caller'] : ['Callees', 'callee']
  if (kind === BoxKind.more) {
    let above = table.parent[box]
    while (above >= 0 && kindOf(table, above) === BoxKind.more) above = table.parent[above]
    const whose = above < 0 ? 'Roots' : `${near} of ${titleOf(profile, table, nameOf, above)}`
    const isUnfolded = hasBoxes(table, box)
    const sentence = `${whose}, too narrow to draw beside the others.${isUnfolded ? '' : ' A click unfolds them.'}`
    return {
      ...{ title: `${formatCount(table.count[box])} more`, amount, least: 0, most: amount, certainty: 'summed' },
      figures: [['together', amounts]],
      sentence,
      change: shown && changeOfPath(shown, box),
    }
  }
  if (kind === BoxKind.notListed)
    return {
      ...{ title: 'not in this listing', amount, least: 0, most: amount, certainty: 'unknown' },
      figures: [['on this path', amounts]],
      sentence: hasBoxes(table, box)
        ? 'The listing leaves out who spent this time. What it shows without its callers is drawn inside; the place is a guess.'
        : 'The listing leaves out who spent this time.',
      change: shown && changeOfPath(shown, box),
    }

  const isCycle = kind === BoxKind.cycle
  const row = isCycle ? cycleOf(table, box) : table.fn[box]
  const least = table.certain[box] * amount
  const most = mostOf(table, box)
  const isSure = table.measure === 'calls' ? formatCount(least) === formatCount(most) : isExact(profile, least, most)
  const sampled = shown ? null : sampledBox(profile, table, box, isCycle, row)
  const here = sampled
    ? `${formatTimeWithError(amount, sampled.error, profile.unit)}, ${percent(table.width[box])}`
    : amounts
  const figures: [string, string][] = [['on this path', `${isSure ? '' : '≈ '}${here}`]]
  const parent = table.parent[box]
  if (parent >= 0) figures.push(['of the box it is in', percent(table.width[box] / table.width[parent])])
  const own = significant(ownWidth(table, box), table.width[box])
  if (table.toward === 'callees') figures.push(['self, here', own > 0 ? written(own) : '0'])
  else if (own > 0) figures.push(['by no recorded caller', written(own)])
  // Those of two profiles together mean nothing.
  if (!shown) {
    figures.push(...overall(profile, isCycle, row))
    const calls = callsFromHere(profile, table, box)
    if (calls !== '') figures.push(['calls from here', calls])
  }
  const undrawn = undrawnBelow(table, box)
  if (undrawn.count > 0)
    figures.push([
      'not drawn',
      `${formatCount(undrawn.count)} ${far}${undrawn.count === 1 ? '' : 's'}, ${written(undrawn.width)}`,
    ])
  if (!isCycle) {
    const { group, prefix } = groupsOf(profile)
    if (group[row] > 0) figures.push(['group', prefix[group[row]]])
  }
  return {
    ...{ title: titleOf(profile, table, nameOf, box), amount, least, most },
    certainty: isSure ? 'exact' : 'assumed',
    figures,
    sentence: '',
    change: shown && changeOf(profile, shown, box, isCycle, row),
  }
}

/** What is to be said of a path that only one side has. */
function changeOfPath({ side, own }: ShownSide, box: BoxRow): NonNullable<FlameFacts['change']> {
  const { pathIs } = messages().pictures
  return { facts: [], sentences: own[box] ? [pathIs[side === 'b' ? 'new' : 'gone']] : [] }
}

function changeOf(profile: Profile, shown: ShownSide, box: BoxRow, isCycle: boolean, row: number) {
  const { compared } = shown
  const { sentences } = changeOfPath(shown, box)
  const written = { normalisation: compared.normalisation, unit: profile.unit }
  if (isCycle)
    return { facts: [timeFact(messages().pictures.self, compareCycles(profile, compared), row, written)], sentences }
  return {
    facts: factsOfFunction(compared, row, profile.unit),
    sentences: [...sentences, ...rangesOfFunction(compared, row, profile.unit)],
  }
}

/** The time of a box that is a part of its function's or cycle's, with its error; null where it is not, or nothing is known. */
function sampledBox(profile: Profile, table: FlameTable, box: BoxRow, isCycle: boolean, row: number): Sampled | null {
  if (table.measure !== 'time' || table.toward !== 'callees') return null
  const whole = (isCycle ? sampledCycle : sampledTotal)(profile, row)
  return whole && sampledPart(whole, table.width[box] * table.total, profile)
}

/** What is left of a subtraction: next to nothing is nothing. */
const significant = (part: number, whole: number) => (part < 1e-9 * whole ? 0 : part)

/** What a function or cycle has and is called on all paths together. */
function overall(profile: Profile, isCycle: boolean, row: number): [string, string][] {
  const { total, unit, cycles, functions } = profile
  const time = isCycle ? cycles.self[row] + cycles.children[row] : totalOf(profile)[row]
  const calls = (isCycle ? cycles : functions).calls[row]
  const figures: [string, string][] = []
  const error = (isCycle ? sampledCycle : sampledTotal)(profile, row)?.error ?? Number.NaN
  figures.push([
    'in all',
    Number.isNaN(time) ? 'not known' : `${formatTimeWithError(time, error, unit)}, ${percent(time / total)}`,
  ])
  if (calls > 0) {
    figures.push(['called', `${formatCount(calls)} ${calls === 1 ? 'time' : 'times'}`])
    if (time > 0) figures.push(['each call', formatTimeWithError(time / calls, error / calls, unit)])
  }
  return figures
}

/** One line for a screen reader. */
export function describeBox(
  profile: Profile,
  table: FlameTable,
  nameOf: (fn: FunctionRow) => string,
  box: BoxRow,
  shown: ShownSide | null = null,
): string {
  const { title, amount, certainty, change } = factsOf(profile, table, nameOf, box, shown)
  const words = { exact: 'exact', assumed: 'assumed', summed: 'summed', unknown: 'not known' }
  const told = `${title}, ${formatAmount(profile, table, amount)}, ${percent(table.width[box])}, ${words[certainty]}`
  if (!shown || !change) return told
  const path = pathWord(shown, box)
  return messages().pictures.list([told, ...(path === '' ? [] : [path]), ...change.facts.map(factLine)])
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
