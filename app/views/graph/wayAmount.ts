import { type GraphPath, isExact, wayOfSide } from '../../../src/index.ts'
import { messages } from '../../messages/messages.ts'
import { formatCount, formatTimeAndShare } from '../../ui/format.ts'
import { countsBeforeAfter } from '../compared/comparedFigures.ts'
import { timesOf } from './comparedDrawing.ts'
import type { GraphDrawing } from './graphDrawing.ts'

/** What came along a way: time, or calls where there is no time; of two profiles that are compared, before and after. */
export function wayAmount({ profile, graph, compared }: GraphDrawing, way: GraphPath): string {
  const { graph: words, pictures } = messages()
  if (compared) {
    const [a, b] = (['a', 'b'] as const).map(side => wayOfSide(profile, graph, compared.sides, side, way))
    if (a.time > 0 || b.time > 0) return timesOf(compared.sides, profile.unit)(a.time, b.time)
    const calls = countsBeforeAfter(a.calls, b.calls)
    if (a.calls === b.calls) return words.calls(calls, b.calls)
    return calls === '' ? words.timeNotKnown : pictures.callsAre(calls)
  }
  const { time, certain, most, calls } = way
  const sign = isExact(profile, certain, most) ? '' : '≈ '
  if (time > 0) return `${sign}${formatTimeAndShare(time, profile.unit, profile.total)}`
  return calls >= 0 ? words.calls(formatCount(calls), calls) : words.timeNotKnown
}
