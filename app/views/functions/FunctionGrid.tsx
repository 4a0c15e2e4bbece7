// The rows of the function list. They are drawn only where they can be seen; the one that has the focus is always drawn,
// so that the keyboard is never lost.

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
import { useMessages } from '../../messages/messages.ts'
import { chosenRow, labels, rowOrder } from '../../state/derive.ts'
import { choose, useApp } from '../../state/store.ts'
import { useNarrow } from '../../ui/useNarrow.ts'
import { useWidth } from '../../ui/useWidth.ts'
import { below, useFunctionMenu } from '../useFunctionMenu.tsx'
import type { ComparedList } from './comparedListColumns.ts'
import { FunctionListHead } from './FunctionListHead.tsx'
import { FunctionListRow } from './FunctionListRow.tsx'
import type { ListColumn } from './listColumns.ts'
import './FunctionList.css'

/** Rows kept drawn above and below what is seen. */
const OVERSCAN = 8
/** Rows in view beside the one that was moved to. */
const PAGE_OVERLAP = 1

/** A table that is walked with the arrow keys and chosen from is a grid to assistive technology. */
const gridRole = { role: 'grid' }

interface GridProps {
  profile: Profile
  columns: ListColumn[]
  /** What else is said of each row, where two profiles are compared. */
  compared?: ComparedList
}

/** A row for each function, in the order of the view. */
export function FunctionGrid(props: GridProps) {
  const narrow = useNarrow()
  return <Grid key={narrow ? 'narrow' : 'wide'} {...props} narrow={narrow} />
}

function Grid({ profile, columns: all, compared, narrow }: GridProps & { narrow: boolean }) {
  const { title } = useMessages().functions
  const order = useApp(rowOrder)
  const chosen = useApp(chosenRow)
  const names = useApp(labels)
  const scroller = useRef<HTMLTableSectionElement>(null)
  const width = useWidth(scroller)
  const columns = useMemo(() => all.filter(({ from }) => width >= from), [all, width])
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
    // What is chosen need not be in the list: the keyboard must stand somewhere.
    if (place < 0 && !same) setActive(0)
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
    else if (!functionKey(event)) return
    event.preventDefault()
  }

  const onClick = (event: MouseEvent) => {
    const clicked = rowAt(event.target)
    if (clicked) choose(names[order[Number(clicked.dataset.place)]])
  }
  const { functionKey, menuEvents, menu } = useFunctionMenu(profile, ({ target }) => {
    const row = rowAt(target)
    return row && { fn: order[Number(row.dataset.place)], at: below(row) }
  })

  const room = charactersFor(width, columns, narrow)
  const widths = columns.map(column => `${narrow ? column.narrowWidth : column.width}px`)
  return (
    <>
      <table
        className={compared ? 'function-list compared' : 'function-list'}
        style={{ '--columns': ['minmax(0, 1fr)', ...widths].join(' ') } as CSSProperties}
        {...gridRole}
        aria-label={title}
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
              compared={compared}
              narrow={narrow}
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
