import { doublesOf } from '../../query/names.ts'
import { type Card, MOST_LISTED, type Named } from '../card.ts'
import { type DiagnosisInput, shareOf } from '../input.ts'

/** Different functions of one name: static ones of several files, or constructors that a compiler doubles. */
export interface SameNames extends Card<'sameNames'> {
  names: number
  /** Those with most time first; labels tell them apart. */
  heaviest: { name: string; functions: (Named & { label: string; time: number })[] }[]
}

export function sameNames({ profile }: DiagnosisInput): SameNames | null {
  const { functions } = profile
  const groups = new Map<string, (Named & { label: string; time: number })[]>()
  for (const [fn, label] of doublesOf(profile)) {
    const name = functions.name[fn]
    const group = groups.get(name)
    const each = { fn, name, label, time: functions.self[fn] || 0 }
    if (group) group.push(each)
    else groups.set(name, [each])
  }
  // After a transform, one of a pair may be left with its label.
  const doubles = [...groups].filter(([, group]) => group.length > 1)
  if (doubles.length === 0) return null
  const timeOf = (group: { time: number }[]) => group.reduce((sum, { time }) => sum + time, 0)
  const heaviest = doubles
    .map(([name, group]) => ({ name, group, time: timeOf(group) }))
    .sort((a, b) => b.time - a.time || a.group[0].fn - b.group[0].fn)
  return {
    card: 'sameNames',
    risk: 'note',
    share: shareOf(timeOf(heaviest), profile),
    names: doubles.length,
    heaviest: heaviest
      .slice(0, MOST_LISTED)
      .map(({ name, group }) => ({ name, functions: group.slice(0, MOST_LISTED) })),
    place: { kind: 'function', fn: heaviest[0].group[0].fn },
  }
}
