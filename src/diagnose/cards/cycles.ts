import type { CycleRow, Profile } from '../../profile.ts'
import { breakCycle } from '../../query/cycle/breakCycle.ts'
import { labelsOf } from '../../query/names.ts'
import type { Card, Named } from '../card.ts'
import { gprof } from '../commands.ts'
import { type DiagnosisInput, rowsWhere, shareOf } from '../input.ts'
import { shortestLoop } from '../shortestLoop.ts'

/** Functions that call one another: gprof knows their time as a whole, and divides none of it among them. */
export interface Cycle extends Card<'cycle'> {
  cycle: CycleRow
  /** The N of `<cycle N>`. */
  number: number
  members: number
  /** Of all members, with what they called outside; in the unit of the profile. */
  time: number
  /** Calls from outside, and among members. NaN where the listing does not say. */
  calls: number
  innerCalls: number
  /** The fewest members that make a cycle by themselves, each with its calls of the next one, the last of the first. */
  loop: (Named & { calls: number })[]
  /** Calls without which none of it is a cycle, the fewest there are; null where that takes too long to find. */
  cut: { caller: string; callee: string; calls: number }[] | null
}

/** Cycles with so much of all time make other times hard to read. */
const MUCH = 0.25
/** So many of them have a card, the heaviest. */
const MOST_CYCLES = 3
/** Up to here, the calls to cut are known to be the fewest, and found at once. */
const FEW_MEMBERS = 18

export function cycles({ profile, recorded }: DiagnosisInput): Cycle[] {
  const { cycles } = profile
  const time = (cycle: CycleRow) => (cycles.self[cycle] || 0) + (cycles.children[cycle] || 0)
  const heaviest = [...cycles.number.keys()].sort(
    (a, b) => time(b) - time(a) || (cycles.innerCalls[b] || 0) - (cycles.innerCalls[a] || 0) || a - b,
  )
  return heaviest.slice(0, MOST_CYCLES).map(cycle => {
    const members = rowsWhere(profile, fn => profile.functions.cycle[fn] === cycle)
    const share = shareOf(time(cycle), profile)
    const cut = members.length <= FEW_MEMBERS ? callsToCut(profile, cycle) : null
    return {
      card: 'cycle',
      risk: share >= MUCH ? 'amber' : 'note',
      share,
      cycle,
      number: cycles.number[cycle],
      members: members.length,
      time: time(cycle),
      calls: cycles.calls[cycle],
      innerCalls: cycles.innerCalls[cycle],
      loop: shortestLoop(profile, members),
      cut,
      // An address is no name to gprof.
      ...(cut &&
        !recorded?.isStripped && {
          command: [gprof(recorded, ...cut.flatMap(({ caller, callee }) => ['-k', `${caller}/${callee}`]))],
        }),
      place: { kind: 'cycle', cycle },
    }
  })
}

function callsToCut(profile: Profile, cycle: CycleRow): Cycle['cut'] {
  const [best] = breakCycle(profile, cycle).whole
  if (!best) return null
  const { arcs } = profile
  const labels = labelsOf(profile)
  return best.arcs.map(arc => ({
    caller: labels[arcs.caller[arc]],
    callee: labels[arcs.callee[arc]],
    calls: arcs.count[arc],
  }))
}
