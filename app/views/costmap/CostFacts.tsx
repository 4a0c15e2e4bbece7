import { useMessages } from '../../messages/messages.ts'
import { formatCount, formatPercent, formatTime } from '../../ui/format.ts'
import { type CostData, errorPerCall } from './useCostMap.ts'

/** What one point is: its calls, its time per call with the sampling error, and both together. */
export function CostFacts({ data, point, name }: { data: CostData; point: number; name: string }) {
  const words = useMessages().costmap
  const { map, columns, before, kind, all, profile } = data
  const fn = map.fn[point]
  const time = (value: number) => formatTime(value, profile.unit)
  const perCall = map.time[point] / columns.calls[fn]
  const error = errorPerCall(data, point)
  return (
    <>
      <h3>{name}</h3>
      <dl>
        <dt>{words.axes.calls}</dt>
        <dd>{formatCount(columns.calls[fn])}</dd>
        <dt>{words.axes[kind]}</dt>
        <dd>{error > 0 ? words.plusMinus(time(perCall), time(error)) : time(perCall)}</dd>
        <dt>{words.inAll}</dt>
        <dd>{words.ofAll(time(map.time[point]), formatPercent(map.time[point] / all))}</dd>
        {before && before.calls[fn] > 0 && (
          <>
            <dt>{words.beforeCalls}</dt>
            <dd>{formatCount(before.calls[fn])}</dd>
            <dt>{words.beforePerCall}</dt>
            <dd>{time(before[kind][fn] / before.calls[fn])}</dd>
          </>
        )}
      </dl>
    </>
  )
}
