// The flat profile. Rows are drawn only where they can be seen; the one that has the focus is always drawn, so that the
// keyboard is never lost.

import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { Profile } from '../../../src/index.ts'
import { chosenRow, labels, rowOrder } from '../../state/derive.ts'
import { choose, useApp } from '../../state/store.ts'
import { formatCount, formatPercent, formatTime } from '../../ui/format.ts'
import { Panel } from '../../ui/Panel.tsx'
import { useNarrow } from '../../ui/useNarrow.ts'
import { useWidth } from '../../ui/useWidth.ts'
import { below, useFunctionMenu } from '../useFunctionMenu.tsx'
import { FunctionListHead } from './FunctionListHead.tsx'
import { FunctionListRow } from './FunctionListRow.tsx'
import { type ListColumn, listColumns, selfBarsOf } from './listColumns.ts'
import { NamesSwitch } from './NamesSwitch.tsx'
import './FunctionList.css'

/** Rows kept drawn above and below what is seen. */
const OVERSCAN = 8
/** Rows in view beside the one that was moved to. */
const PAGE_OVERLAP = 1

export function FunctionList({ profile }: { profile: Profile }) {
  const narrow = useNarrow()
  const fills = useApp(state => state.view.panel === 'functions') && !narrow
  const columns = useMemo(() => listColumns(profile, fills), [profile, fills])
  return (
    <Panel name="functions" title="Functions" subtitle="flat profile" actions={<NamesSwitch profile={profile} />}>
      <Grid key={narrow ? 'narrow' : 'wide'} profile={profile} columns={columns} narrow={narrow} wide={fills} />
      <Footer profile={profile} />
    </Panel>
  )
}

/** A table that is walked with the arrow keys and chosen from is a grid to assistive technology. */
const gridRole = { role: 'grid' }

interface GridProps {
  profile: Profile
  columns: ListColumn[]
  narrow: boolean
  wide: boolean
}

function Grid({ profile, columns, narrow, wide }: GridProps) {
  const order = useApp(rowOrder)
  const chosen = useApp(chosenRow)
  const names = useApp(labels)
  const scroller = useRef<HTMLTableSectionElement>(null)
  const width = useWidth(scroller)
  const bars = useMemo(() => selfBarsOf(profile), [profile])
  // Place in the list that the keyboard stands on.
  const [active, setActive] = useState(0)
  const moved = useRef(false)

  const rowHeight = narrow ? 40 : 24
  const virtual = useVirtualizer({
    count: order.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    rangeExtractor: range => {
      const shown = defaultRangeExtractor(range)
      return active >= order.length || shown.includes(active) ? shown : [...shown, active].sort((a, b) => a - b)
    },
  })

  // What is in sight already is left alone: scrolling makes the browser lay out all that has just changed.
  const reveal = useCallback(
    (place: number) => {
      const top = place * rowHeight - (virtual.scrollOffset ?? 0)
      const room = virtual.scrollRect?.height ?? 0
      if (top < 0 || top + rowHeight > room) virtual.scrollToIndex(place, { align: 'auto' })
    },
    [virtual, rowHeight],
  )

  // Whatever was chosen, in whatever view, is in sight here, and the keyboard stands on it; without a choice, a new order
  // shows its beginning.
  const orderSeen = useRef(order)
  useEffect(() => {
    const place = chosen < 0 ? 0 : order.indexOf(chosen)
    const same = orderSeen.current === order
    orderSeen.current = order
    if (place < 0 || (chosen < 0 && same)) return
    setActive(place)
    reveal(place)
  }, [chosen, order, reveal])

  useEffect(() => {
    if (!moved.current) return
    moved.current = false
    scroller.current?.querySelector<HTMLElement>(`[data-place="${active}"]`)?.focus({ preventScroll: true })
  })

  const moveTo = (place: number) => {
    const next = Math.max(0, Math.min(order.length - 1, place))
    moved.current = true
    setActive(next)
    reveal(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - PAGE_OVERLAP)
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: order.length - 1,
    }
    if (event.key in steps) moveTo(steps[event.key])
    else if (event.key === 'Enter' || event.key === ' ') choose(names[order[active]])
    else if (event.key !== 'm' || !openMenu(event)) return
    event.preventDefault()
  }

  const onClick = (event: MouseEvent) => {
    const clicked = rowAt(event.target)
    if (clicked) choose(names[order[Number(clicked.dataset.place)]])
  }
  const { openMenu, menuEvents, menu } = useFunctionMenu(profile, ({ target }) => {
    const row = rowAt(target)
    return row && { fn: order[Number(row.dataset.place)], at: below(row) }
  })

  const room = charactersFor(width, columns, narrow)
  const size = narrow ? 'narrow' : wide ? 'wide' : 'compact'
  return (
    <>
      <table
        className={`function-list function-list-${size}`}
        {...gridRole}
        aria-label="Functions"
        aria-rowcount={order.length + 1}
        aria-colcount={columns.length + 1}
      >
        <FunctionListHead columns={columns} />
        <tbody
          ref={scroller}
          className="function-rows"
          style={{ '--all-rows': `${virtual.getTotalSize()}px` } as CSSProperties}
          onKeyDown={onKeyDown}
          onClick={onClick}
          {...menuEvents}
        >
          {virtual.getVirtualItems().map(({ index, start }) => (
            <FunctionListRow
              key={order[index]}
              columns={columns}
              row={order[index]}
              place={index}
              top={start}
              label={names[order[index]]}
              characters={room}
              bars={bars}
              focusable={index === active}
            />
          ))}
        </tbody>
      </table>
      {menu}
    </>
  )
}

const rowAt = (target: EventTarget): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-place]') : null

/** Names are set in a face whose letters are half as wide as high, so room is counted in characters. */
function charactersFor(width: number, columns: ListColumn[], narrow: boolean): number {
  const letter = narrow ? 6.5 : 6.25
  const others = columns.reduce((sum, column) => sum + (narrow ? column.narrowWidth : column.width) + 8, 0)
  return Math.max(6, Math.floor((width - 24 - others) / letter))
}

function Footer({ profile }: { profile: Profile }) {
  const { self, length } = profile.functions
  const sampled = useMemo(() => countPositive(self), [self])
  const period = profile.samplePeriod
  const oneSample =
    period > 0 && profile.total > 0
      ? `; one is ${formatTime(period, profile.unit)}, ${formatPercent(period / profile.total)} %`
      : ''
  return (
    <footer className="list-footer">
      {formatCount(sampled)} of {formatCount(length)} {period > 0 ? 'have samples' : 'have self time'}
      {oneSample}
    </footer>
  )
}

const countPositive = (times: Float64Array): number => times.reduce((count, time) => (time > 0 ? count + 1 : count), 0)
