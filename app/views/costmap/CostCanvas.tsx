import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import { type CostDirection, foldName, labelsOf, placeOnMap, pointBeside } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { chosenRow, matches, nameOf } from '../../state/derive.ts'
import { choose, pointAt, useApp } from '../../state/store.ts'
import { formatCount, formatCountShort, formatPercent, formatTime } from '../../ui/format.ts'
import { HoverCard } from '../../ui/HoverCard.tsx'
import { useFunctionMenu } from '../useFunctionMenu.tsx'
import { useSearching } from '../useSearching.ts'
import { CostFacts } from './CostFacts.tsx'
import { MARGIN } from './costScene.ts'
import { type CostData, errorPerCall } from './useCostMap.ts'
import { useCostWindow } from './useCostWindow.ts'

/** Characters of a name on the map. */
const NAME_LENGTH = 28

const arrows: Partial<Record<string, CostDirection>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

/** The picture, and what a pointer and a keyboard do with it. */
export function CostCanvas({ data }: { data: CostData }) {
  const { profile, map, columns, before, kind, all, radius, heat } = data
  const words = useMessages().costmap
  const id = useId()
  const plot = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const overlay = useRef<HTMLCanvasElement>(null)
  const name = useApp(nameOf)
  const chosenFn = useApp(chosenRow)
  const hover = useApp(state => state.hover)
  const hits = useApp(state => matches(state)?.hit ?? null)
  const dim = useSearching()
  const [focused, setFocused] = useState<{ map: typeof map; point: number } | null>(null)
  const [tip, setTip] = useState<{ map: typeof map; point: number } | null>(null)

  const chosen = chosenFn < 0 ? -1 : map.pointOf[chosenFn]
  const focusedPoint = focused?.map === map ? focused.point : -1
  const pointed = focusedPoint >= 0 ? focusedPoint : hover < 0 ? -1 : (map.pointOf[hover] ?? -1)
  const scene = useMemo(
    () => ({
      map,
      radius,
      heat,
      nameOf: (point: number) => foldName(name(map.fn[point]), NAME_LENGTH),
      formatCalls: (calls: number) => bare(formatCountShort(calls)),
      formatTime: (time: number) => bare(formatTime(time, profile.unit)),
      formatLine: (time: number) => words.line(bare(formatTime(time, profile.unit))),
      chosen,
      hits,
      dim,
    }),
    [profile, map, radius, heat, name, chosen, hits, dim, words],
  )
  const marks = useMemo(() => {
    const marked = pointed >= 0 ? pointed : chosen
    return {
      pointed,
      whisker: marked < 0 ? null : whiskerOf(data, marked),
      before: pointed < 0 || !before ? null : placeBefore(data, before, map.fn[pointed]),
    }
  }, [data, map, before, chosen, pointed])
  const window = useCostWindow(plot, canvas, overlay, scene, marks, () => setTip(null))

  useEffect(() => () => pointAt(-1), [])
  const labels = labelsOf(profile)
  const functionOf = (point: number) => (point < 0 ? -1 : map.fn[point])
  const pointUnder = ({ clientX, clientY }: MouseEvent | PointerEvent) => window.pointAt(clientX, clientY)
  const onPointerMove = (event: PointerEvent) => {
    if (event.pointerType === 'touch' || event.buttons !== 0) return
    const point = pointUnder(event)
    pointAt(functionOf(point))
    if (point !== (tip?.point ?? -1)) setTip(point < 0 ? null : { map, point })
  }
  const leave = () => {
    pointAt(-1)
    setTip(null)
  }
  const onClick = (event: MouseEvent) => {
    const point = pointUnder(event)
    if (point >= 0) choose(labels[map.fn[point]])
  }

  const current = focusedPoint >= 0 ? focusedPoint : Math.max(0, chosen)
  const focusOn = (point: number) => {
    setFocused({ map, point })
    window.reveal(point)
  }
  const { functionKey, menuEvents, menu } = useFunctionMenu(profile, event => {
    const isKey = 'key' in event || ('button' in event && event.button !== 2 && event.type === 'contextmenu')
    const point = isKey ? current : pointUnder(event as MouseEvent | PointerEvent)
    if (point < 0) return null
    const { left, bottom } = window.boxOf(point)
    return { fn: map.fn[point], at: { x: left, y: bottom + 4 } }
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const arrow = arrows[event.key]
    const last = map.fn.length - 1
    const ranks: Record<string, number> = {
      PageUp: current - 1,
      PageDown: current + 1,
      Home: 0,
      End: last,
    }
    if (arrow) focusOn(focusedPoint < 0 ? current : pointBeside(map, current, arrow, window.aspect()))
    else if (event.key in ranks) focusOn(Math.max(0, Math.min(last, ranks[event.key])))
    else if (event.key === 'Enter' || event.key === ' ') choose(labels[map.fn[current]])
    else if (event.key === '+' || event.key === '=') window.zoomIn()
    else if (event.key === '-') window.zoomOut()
    else if (event.key === '0') window.showAll()
    else if (!functionKey(event)) return
    event.preventDefault()
  }
  const described = (point: number) => {
    const fn = map.fn[point]
    return words.point(
      name(fn),
      formatCount(columns.calls[fn]),
      formatTime(map.time[point] / columns.calls[fn], profile.unit),
      formatTime(map.time[point], profile.unit),
      formatPercent(map.time[point] / all),
    )
  }

  return (
    <div className="costmap-picture">
      <canvas ref={canvas} />
      <canvas ref={overlay} />
      <span className="costmap-axis-x" aria-hidden="true">
        {words.axes.calls} →
      </span>
      <span className="costmap-axis-y" aria-hidden="true">
        {words.axes[kind]} ↑
      </span>
      <div
        ref={plot}
        className="costmap-plot"
        style={{ inset: `${MARGIN.top}px ${MARGIN.right}px ${MARGIN.bottom}px ${MARGIN.left}px` }}
        tabIndex={0}
        role="listbox"
        aria-label={words.points}
        aria-describedby={`${id}-keys`}
        aria-activedescendant={`${id}-point`}
        {...menuEvents}
        onPointerMove={onPointerMove}
        onPointerLeave={leave}
        onClick={onClick}
        onKeyDown={onKeyDown}
        onFocus={event => {
          if (event.target.matches(':focus-visible')) focusOn(current)
        }}
        onBlur={() => setFocused(null)}
      >
        {/* A canvas says nothing: of all points, the list has the one the keyboard is at. */}
        <div
          id={`${id}-point`}
          className="visually-hidden"
          role="option"
          tabIndex={-1}
          aria-posinset={current + 1}
          aria-setsize={map.fn.length}
          aria-selected={current === chosen}
        >
          {described(current)}
        </div>
      </div>
      <div className="costmap-zoom">
        <button
          type="button"
          className="button icon"
          aria-label={words.zoomOut}
          title={words.zoomOut}
          onClick={window.zoomOut}
        >
          −
        </button>
        <button
          type="button"
          className="button icon"
          aria-label={words.zoomIn}
          title={words.zoomIn}
          onClick={window.zoomIn}
        >
          +
        </button>
        <button type="button" className="button" onClick={window.showAll}>
          {words.showAll}
        </button>
      </div>
      <p id={`${id}-keys`} className="visually-hidden">
        {words.keys}
      </p>
      {menu}
      {tip?.map === map && !menu && (
        <HoverCard beside={window.boxOf(tip.point)}>
          <CostFacts data={data} point={tip.point} name={name(map.fn[tip.point])} />
        </HoverCard>
      )}
    </div>
  )
}

/** Without zeros after the point: numbers on scales are powers of ten. */
const bare = (text: string) => text.replace(/\.0+(?!\d)/, '')

/** ± √n samples as places on the map. Where as few were seen as may be chance, it reaches down to the end of the scale. */
function whiskerOf(data: CostData, point: number) {
  const { map, columns } = data
  const calls = columns.calls[map.fn[point]]
  const error = errorPerCall(data, point) * calls
  if (!(error > 0)) return null
  const low = map.time[point] - error
  return {
    x: map.x[point],
    low: low > 0 ? placeOnMap(map, calls, low)[1] : 0,
    high: placeOnMap(map, calls, map.time[point] + error)[1],
  }
}

/** Where a function stood before; null if it has no place there. */
function placeBefore({ map, kind }: CostData, before: NonNullable<CostData['before']>, fn: number) {
  if (!(before.calls[fn] > 0 && before[kind][fn] > 0)) return null
  const [x, y] = placeOnMap(map, before.calls[fn], before[kind][fn])
  return { x, y }
}
