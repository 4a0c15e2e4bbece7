import { type ComparedSides, type CycleRow, cycleChange, type FunctionRow, type Profile } from '../../src/index.ts'
import { messages } from '../messages/messages.ts'
import { formatCount } from '../ui/format.ts'

/** Members that are named one by one. */
const MOST_NAMES = 6

/** What differs between the cycles that two sides have where both together have one; nothing where each has this very one. */
export function cycleSentences(
  profile: Profile,
  compared: ComparedSides,
  cycle: CycleRow,
  nameOf: (fn: FunctionRow) => string,
): string[] {
  const { kind, cycles, ...members } = cycleChange(profile, compared, cycle)
  if (kind === 'both') return []
  const words = messages().pictures
  const named = (which: keyof typeof members) => {
    const all = members[which]
    if (all.length === 0) return []
    const names = words.list(all.slice(0, MOST_NAMES).map(nameOf))
    const more = all.length - MOST_NAMES
    return [words.cycleMembers[which](more > 0 ? words.namesAndMore(names, formatCount(more)) : names)]
  }
  const isOne = Math.max(cycles.a, cycles.b) <= 1
  return [
    words.cycleIs[kind],
    ...(isOne ? [] : [words.cycleCounts(formatCount(cycles.a) || '0', formatCount(cycles.b) || '0')]),
    ...(kind === 'changed' ? [...named('joined'), ...named('left')] : []),
    ...(kind === 'neither' ? [] : named('outside')),
  ]
}
