import {
  type FunctionRow,
  type Interval,
  type Profile,
  sampledSelf,
  totalPlacesOf,
  uncertaintyOfTotal,
} from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { formatCount, formatTime } from '../../ui/format.ts'
import { type PlacesSaid, placesFrom, placesOf } from '../placesOf.ts'

/**
 * How sure the times of a function are, and its ranks. What sampling leaves open and what the assumption does stand apart: the
 * first is mended by a longer run.
 */
export function HowSure({ profile, fn }: { profile: Profile; fn: FunctionRow }) {
  const words = useMessages().sure
  const total = uncertaintyOfTotal(profile, fn)
  if (!total) return null
  const self = sampledSelf(profile, fn)
  const bySelf = placesOf(profile, fn)
  const byTotal = placesFrom(profile, totalPlacesOf(profile, fn))
  const between = ([low, high]: Interval) =>
    words.between(formatTime(low, profile.unit), formatTime(high, profile.unit))
  const all = formatCount(profile.functions.length)
  const said = (places: PlacesSaid) => (places === 'any' ? words.anyOf(all) : words.placesOf(...places, all))
  return (
    <dl className="how-sure" aria-label={words.title}>
      {bySelf && (
        <div className="sure-row" title={words.rankTitle}>
          <dt className="sure-term">{words.rankBySelf}</dt>
          <dd className="sure-range">{said(bySelf)}</dd>
        </div>
      )}
      {byTotal && (
        <div className="sure-row" title={words.rankByTotalTitle}>
          <dt className="sure-term">{words.rankByTotal}</dt>
          <dd className="sure-range">{said(byTotal)}</dd>
        </div>
      )}
      {self && (
        <div className="sure-row" title={words.rangeHint}>
          <dt className="sure-term">{words.selfRange}</dt>
          <dd className="sure-range">{between(self.range)}</dd>
        </div>
      )}
      <div className="sure-row" title={words.rangeHint}>
        <dt className="sure-term">{words.totalRange}</dt>
        <dd className="sure-range">{between(total.sampling.range)}</dd>
      </div>
      {total.assumption && (
        <div className="sure-row" title={words.assumedHint}>
          <dt className="sure-term">{words.assumedRange}</dt>
          <dd className="sure-range">{between(total.assumption)}</dd>
        </div>
      )}
    </dl>
  )
}
