import { type KeyboardEvent, type PointerEvent, useMemo } from 'react'
import type { TrendFigures } from '../../../src/index.ts'
import { type Room, runAt, trendPicture, xOfRun } from './trendChart.ts'

interface Props {
  figures: TrendFigures
  /** Of the function in the figures. */
  place: number
  runs: number
  room: Room
  label: string
  /** What is told of the run that the keyboard stands on. */
  said: string
  /** What keys do. */
  keys: string
  /** The run that is looked at in all pictures; -1 for none. */
  cursor: number
  /** The run that the keyboard stands on. */
  at: number
  /** Runs that all views show. */
  chosen: ReadonlySet<number>
  focusable: boolean
  onPoint: (run: number, chart: Element) => void
  onLeave: () => void
  onFocus: (chart: Element) => void
  onChoose: (run: number) => void
  onKeyDown: (event: KeyboardEvent) => void
}

/** How a function moved over the runs. By keyboard it is a slider over them. */
export function TrendChart(props: Props) {
  const { figures, place, runs, room, cursor, chosen } = props
  const picture = useMemo(() => trendPicture(figures, place, runs, room), [figures, place, runs, room])
  const { width, height } = room
  const step = width / runs
  const runUnder = ({ clientX, currentTarget }: { clientX: number; currentTarget: Element }) =>
    runAt(clientX - currentTarget.getBoundingClientRect().left, runs, width)
  const onPointerMove = (event: PointerEvent) => {
    if (event.pointerType !== 'touch') props.onPoint(runUnder(event), event.currentTarget)
  }
  return (
    <div
      role="slider"
      className="trend-chart"
      tabIndex={props.focusable ? 0 : -1}
      aria-label={props.label}
      aria-description={props.keys}
      aria-orientation="horizontal"
      aria-valuemin={1}
      aria-valuemax={runs}
      aria-valuenow={props.at + 1}
      aria-valuetext={props.said}
      style={room}
      onPointerMove={onPointerMove}
      onPointerLeave={props.onLeave}
      onFocus={event => props.onFocus(event.currentTarget)}
      onBlur={props.onLeave}
      onClick={event => props.onChoose(runUnder(event))}
      onKeyDown={props.onKeyDown}
    >
      <svg width={width} height={height} aria-hidden="true">
        {[...chosen].map(run => (
          <rect key={run} className="trend-chosen" x={run * step} y={0} width={Math.max(2, step)} height={height} />
        ))}
        {cursor >= 0 && <path className="trend-cursor" d={`M${xOfRun(cursor, runs, width)} 0V${height}`} />}
        <path className="trend-nought" d={`M0 ${height - 0.5}H${width}`} />
        {picture.changes.map(({ x, grows }) => (
          <path key={x} className={`trend-mark ${grows ? 'more' : 'less'}`} d={`M${x} 0V${height}`} />
        ))}
        <path className="trend-ranges" d={picture.ranges} />
        <path className="trend-levels" d={picture.levels} />
        <path className="trend-dots" d={picture.dots} strokeWidth={picture.dotSize} />
      </svg>
    </div>
  )
}
