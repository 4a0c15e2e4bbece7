// Which rows a pruned profile has: functions that stay, and rows that others are summed in.

import { NO_CYCLE, type Profile, SPONTANEOUS } from '../profile.ts'
import { amount } from '../query/flow.ts'
import { count } from '../saying.ts'

/** The rows of a pruned profile. */
export interface PrunedRows {
  length: number
  name: string[]
  /** The function that a row is of; -1 for rows that are sums. */
  from: Int32Array
  /** Row of the cycle in the pruned profile, and the rows of cycles that are left in the whole one. */
  cycle: Int32Array
  cycles: number[]
  /** By function of the whole profile: the row that stands for it where it is called, and where it calls. */
  asCallee: Int32Array
  asCaller: Int32Array
  /** The rows of those others that are in no cycle that is left: where they are called, and where they call; -1 for none. */
  others: number
  callers: number
  /** The sum of a column over functions, by row; what is not known counts for nothing, but where nothing is known. */
  sumOf: (column: Float64Array) => Float64Array
}

interface Row {
  name: string
  /** Functions that it stands for; none for the row of callers. */
  of: number[]
  /** Row of a cycle of the whole profile. */
  cycle: number
  isKept: boolean
}

/** Rows for the functions with a 1 in `kept` in their order, and for the others where their self time puts them. */
export function rowsAfter({ functions, arcs, cycles }: Profile, kept: Uint8Array): PrunedRows {
  const { name, self, cycle } = functions
  const all = [...kept.keys()]
  const isLeft = new Uint8Array(cycles.length)
  for (const fn of all) if (kept[fn] && cycle[fn] !== NO_CYCLE) isLeft[cycle[fn]] = 1
  const gone: number[] = []
  const goneOf = new Map<number, number[]>()
  for (const fn of all) {
    if (kept[fn]) continue
    const of = isLeft[cycle[fn]] ? (goneOf.get(cycle[fn]) ?? []) : gone
    of.push(fn)
    if (of !== gone) goneOf.set(cycle[fn], of)
  }
  const others: Row = { name: `(${othersIn(gone)})`, of: gone, cycle: NO_CYCLE, isKept: false }
  const callers: Row = { name: `(callers among ${othersIn(gone)})`, of: [], cycle: NO_CYCLE, isKept: false }
  const inCycles = [...goneOf].map(
    ([each, of]): Row => ({
      name: `(${othersIn(of)} of <cycle ${cycles.number[each]}>)`,
      of,
      cycle: each,
      isKept: false,
    }),
  )
  const isGone = new Uint8Array(functions.length)
  for (const fn of gone) isGone[fn] = 1
  const calls = arcs.caller.some((from, arc) => from !== SPONTANEOUS && isGone[from] && !isGone[arcs.callee[arc]])
  const sums = [...(gone.length > 0 ? [others] : []), ...(calls ? [callers] : []), ...inCycles]

  const selfOf = ({ of }: Row) => of.reduce((sum, fn) => sum + amount(self[fn]), 0)
  const rows = all
    .filter(fn => kept[fn])
    .map((fn): Row => ({ name: name[fn], of: [fn], cycle: cycle[fn], isKept: true }))
  for (const sum of sums) {
    const own = selfOf(sum)
    const at = rows.findIndex(row => selfOf(row) < own)
    rows.splice(at < 0 ? rows.length : at, 0, sum)
  }

  const left = [...isLeft.keys()].filter(each => isLeft[each])
  const rowOfCycle = new Map(left.map((each, row) => [each, row]))
  const asCallee = new Int32Array(functions.length)
  rows.forEach(({ of }, row) => {
    for (const fn of of) asCallee[fn] = row
  })
  const [atOthers, atCallers] = [rows.indexOf(others), rows.indexOf(callers)]
  return {
    length: rows.length,
    name: rows.map(row => row.name),
    from: Int32Array.from(rows, ({ of, isKept }) => (isKept ? of[0] : -1)),
    cycle: Int32Array.from(rows, row => rowOfCycle.get(row.cycle) ?? NO_CYCLE),
    cycles: left,
    asCallee,
    asCaller: asCallee.map(row => (row === atOthers ? atCallers : row)),
    others: atOthers,
    callers: atCallers,
    sumOf: column => Float64Array.from(rows, ({ of }) => sumKnown(of.map(fn => column[fn]))),
  }
}

const othersIn = ({ length }: number[]) => count(length, 'other function')

const sumKnown = (values: number[]): number => {
  const known = values.filter(value => !Number.isNaN(value))
  return known.length > 0 || values.length === 0 ? known.reduce((sum, value) => sum + value, 0) : Number.NaN
}

/** An arc of a pruned profile, and those of the whole one that it stands for. */
export interface PrunedArc {
  caller: number
  callee: number
  from: number[]
}

/** Arcs by caller and callee, those from spontaneous callers behind the others. */
export function arcsAfter({ arcs }: Profile, { asCaller, asCallee, others, length }: PrunedRows): PrunedArc[] {
  const found = new Map<number, PrunedArc>()
  for (let arc = 0; arc < arcs.length; arc++) {
    const from = arcs.caller[arc]
    const callee = asCallee[arcs.callee[arc]]
    if (from !== SPONTANEOUS && callee === others && asCallee[from] === others) continue
    const caller = from === SPONTANEOUS ? SPONTANEOUS : asCaller[from]
    const pair = (caller === SPONTANEOUS ? length : caller) * length + callee
    const known = found.get(pair)
    if (known) known.from.push(arc)
    else found.set(pair, { caller, callee, from: [arc] })
  }
  return [...found.keys()].sort((a, b) => a - b).map(pair => found.get(pair) as PrunedArc)
}
