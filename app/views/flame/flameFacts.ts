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
import type { Piece } from '../../messages/first/en.ts'
import { messages } from '../../messages/messages.ts'
import { formatCount, formatPercent, formatPlaces, formatTime, formatTimeWithError, THIN } from '../../ui/format.ts'
import {
  type ChangeFact,
  compareCycles,
  factLine,
  factsOfFunction,
  rangesOfFunction,
  timeFact,
} from '../compared/comparedFigures.ts'
import { cycleSentences } from '../cycleSentences.ts'
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
    : messages().graph.calls(formatCount(amount), formatCount(amount) === '1' ? 1 : amount)

/** How much of what a table measures has only one place it can be; null if nothing is measured. */
export function certainWords({ measure, bounds }: FlameTable): Piece[] | null {
  if (Number.isNaN(bounds.certainShare)) return null
  const { certainShare } = messages().flame
  return certainShare[measure === 'calls' ? 'calls' : 'time'](`${formatPlaces(100 * bounds.certainShare, 0)}${THIN}%`)
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
  const { flame: words } = messages()
  const near = table.toward === 'callers' ? 'callers' : 'callees'
  if (kind === BoxKind.more) {
    let above = table.parent[box]
    while (above >= 0 && kindOf(table, above) === BoxKind.more) above = table.parent[above]
    const isUnfolded = hasBoxes(table, box)
    const sentence =
      above < 0
        ? words.tooNarrow('roots', '', isUnfolded)
        : words.tooNarrow(near, titleOf(profile, table, nameOf, above), isUnfolded)
    return {
      ...{ title: words.more(formatCount(table.count[box])), amount, least: 0, most: amount, certainty: 'summed' },
      figures: [[words.together, amounts]],
      sentence,
      change: shown && changeOfPath(shown, box),
    }
  }
  if (kind === BoxKind.notListed)
    return {
      ...{ title: words.notListed, amount, least: 0, most: amount, certainty: 'unknown' },
      figures: [[words.onThisPath, amounts]],
      sentence: hasBoxes(table, box) ? words.leftOutInside : words.leftOut,
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
  const figures: [string, string][] = [[words.onThisPath, `${isSure ? '' : '≈ '}${here}`]]
  const parent = table.parent[box]
  if (parent >= 0) figures.push([words.ofBoxAround, percent(table.width[box] / table.width[parent])])
  const own = significant(ownWidth(table, box), table.width[box])
  if (table.toward === 'callees') figures.push([words.selfHere, own > 0 ? written(own) : '0'])
  else if (own > 0) figures.push([words.byNoCaller, written(own)])
  // Those of two profiles together mean nothing.
  if (!shown) {
    figures.push(...overall(profile, isCycle, row))
    const calls = callsFromHere(profile, table, box)
    if (calls !== '') figures.push([words.callsFromHere, calls])
  }
  const undrawn = undrawnBelow(table, box)
  if (undrawn.count > 0)
    figures.push([words.notDrawn, words.sumOf[near](formatCount(undrawn.count), undrawn.count, written(undrawn.width))])
  if (!isCycle) {
    const { group, prefix } = groupsOf(profile)
    if (group[row] > 0) figures.push([words.group, prefix[group[row]]])
  }
  return {
    ...{ title: titleOf(profile, table, nameOf, box), amount, least, most },
    certainty: isSure ? 'exact' : 'assumed',
    figures,
    sentence: '',
    change: shown && changeOf(profile, shown, nameOf, box, isCycle, row),
  }
}

/** What is to be said of a path that only one side has. */
function changeOfPath({ side, own }: ShownSide, box: BoxRow): NonNullable<FlameFacts['change']> {
  const { pathIs } = messages().pictures
  return { facts: [], sentences: own[box] ? [pathIs[side === 'b' ? 'new' : 'gone']] : [] }
}

function changeOf(
  profile: Profile,
  shown: ShownSide,
  nameOf: (fn: FunctionRow) => string,
  box: BoxRow,
  isCycle: boolean,
  row: number,
) {
  const { compared } = shown
  const { sentences } = changeOfPath(shown, box)
  const written = { normalisation: compared.normalisation, unit: profile.unit }
  if (isCycle)
    return {
      facts: [timeFact(messages().pictures.self, compareCycles(profile, compared), row, written)],
      sentences: [...sentences, ...cycleSentences(profile, compared, row, nameOf)],
    }
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
  const { flame: words } = messages()
  const figures: [string, string][] = []
  const error = (isCycle ? sampledCycle : sampledTotal)(profile, row)?.error ?? Number.NaN
  figures.push([
    words.inAll,
    Number.isNaN(time) ? words.notKnown : `${formatTimeWithError(time, error, unit)}, ${percent(time / total)}`,
  ])
  if (calls > 0) {
    figures.push([words.called, words.times(formatCount(calls), calls)])
    if (time > 0) figures.push([words.eachCall, formatTimeWithError(time / calls, error / calls, unit)])
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
  const { flame: words, pictures } = messages()
  const told = [title, formatAmount(profile, table, amount), percent(table.width[box]), words.certainty[certainty]]
  if (!shown || !change) return pictures.list(told)
  const path = pathWord(shown, box)
  return pictures.list([...told, ...(path === '' ? [] : [path]), ...change.facts.map(factLine)])
}

const percent = (share: number) => `${formatPercent(share)}${THIN}%`

const titleOf = (profile: Profile, table: FlameTable, nameOf: (fn: FunctionRow) => string, box: BoxRow): string => {
  switch (kindOf(table, box)) {
    case BoxKind.function:
      return nameOf(table.fn[box])
    case BoxKind.cycle:
      return cycleName(profile, cycleOf(table, box))
    case BoxKind.more:
      return messages().flame.more(formatCount(table.count[box]))
    default:
      return messages().flame.notListed
  }
}

const hasBoxes = (table: FlameTable, box: BoxRow): boolean => {
  const { first, end } = boxesBelow(table, box)
  return first < end
}

export const cycleName = ({ cycles }: Profile, cycle: number): string =>
  messages().ui.cycle(String(cycles.number[cycle]))

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
  return here === all || Number.isNaN(all)
    ? formatCount(here)
    : messages().flame.fromHere(formatCount(here), formatCount(all))
}
