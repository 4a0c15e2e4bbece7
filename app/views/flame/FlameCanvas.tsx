import { type KeyboardEvent, type PointerEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import {
  BoxKind,
  type BoxRow,
  boxAround,
  boxBeside,
  boxesBelow,
  boxOfPath,
  depthOf,
  type FlameTable,
  kindOf,
  levelsOf,
  type Profile,
  pathOf,
  type Sides,
  widestBoxOf,
} from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { chosenRow, comparison, matches, nameOf } from '../../state/derive.ts'
import { choose, pointAt, useApp } from '../../state/store.ts'
import type { Span } from '../../state/view.ts'
import { useNarrow } from '../../ui/useNarrow.ts'
import { useFunctionMenu } from '../useFunctionMenu.tsx'
import { useSearching } from '../useSearching.ts'
import { FlameTip } from './FlameTip.tsx'
import { colouringFor, scaleOf, stepsBy } from './flameColouring.ts'
import { cycleName, describeBox } from './flameFacts.ts'
import { boxAtPoint, boxRectangle, GAP, type Rectangle } from './flameWindow.ts'
import { shownSide } from './shownSide.ts'
import { sourceOfBox } from './sourceOfBox.ts'
import { useFlameGestures } from './useFlameGestures.ts'
import { useFlamePicture } from './useFlamePicture.ts'
import { useHitStrip } from './useHitStrip.tsx'

interface Props {
  profile: Profile
  labels: readonly string[]
  table: FlameTable
  /** Whether the table is of one function that was asked for. */
  isRooted: boolean
  /** Of two profiles that are compared, the one that it is of. */
  side: keyof Sides | undefined
  /** The path the table was laid out for. */
  zoom: string[]
  /** The part of the box at its end that is in view. */
  span: Span | null
  onZoom: (path: string[], span?: Span | null) => void
}

const arrows: Partial<Record<string, Parameters<typeof boxBeside>[2]>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}
/** Where callers stand above what they call. */
const upwardArrows: typeof arrows = { ...arrows, ArrowUp: 'down', ArrowDown: 'up' }
const TIP_DELAY = 120
/** Room below the deepest box. */
const BELOW = 12

const isSamePath = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((label, i) => label === b[i])

/** Where a box stands, for a screen reader. */
function placeInTree(table: FlameTable, box: BoxRow) {
  if (table.length === 0) return {}
  const siblings = boxesBelow(table, table.parent[box])
  const below = boxesBelow(table, box)
  return {
    'aria-level': depthOf(table, box) + 1,
    'aria-posinset': box - siblings.first + 1,
    'aria-setsize': siblings.end - siblings.first,
    'aria-expanded': below.first < below.end ? true : undefined,
  }
}

/** The picture, and what a pointer and a keyboard do with it. */
export function FlameCanvas({ profile, labels, table, isRooted, side, zoom, span, onZoom }: Props) {
  const words = useMessages().flame
  const keys = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const surface = useRef<HTMLDivElement>(null)
  const chosen = useApp(chosenRow)
  const name = useApp(nameOf)
  const hovered = useApp(state => state.hover)
  const hits = useApp(state => matches(state)?.hit ?? null)
  const searching = useSearching()
  const compared = useApp(comparison)
  const colouring = useApp(state => colouringFor(state.view.colouring, compared))
  const steps = useMemo(() => stepsBy(profile, colouring, compared), [profile, colouring, compared])
  const shown = useMemo(() => shownSide(profile, table, compared, side), [profile, table, compared, side])
  const row = useNarrow() ? 30 : 18
  const [clickedPath, setClickedPath] = useState<string[]>([])
  const [focusedPath, setFocusedPath] = useState<string[] | null>(null)
  const [tip, setTip] = useState<{ table: FlameTable; box: BoxRow; beside: Rectangle } | null>(null)

  const chosenBox = useMemo(() => {
    const clicked = boxOfPath(table, profile, labels, clickedPath)
    const isIt = clicked >= 0 && chosen >= 0 && table.fn[clicked] === chosen
    return isIt ? clicked : widestBoxOf(table, chosen)
  }, [table, profile, labels, clickedPath, chosen])
  const focusedBox = useMemo(
    () => (focusedPath ? boxOfPath(table, profile, labels, focusedPath) : -1),
    [table, profile, labels, focusedPath],
  )
  const picture = useFlamePicture(scroller, surface, {
    table,
    span,
    isRooted,
    onDrawn: (window, colours) => strip.draw(window, colours),
    nameOf: name,
    steps,
    scale: scaleOf(colouring),
    own: shown?.own ?? null,
    chosen,
    hovered,
    chosenBox,
    focusedBox,
    pointedBox: tip?.table === table ? tip.box : -1,
    hits,
    dim: searching,
    cycleName: cycle => cycleName(profile, cycle),
  })
  const { view, reveal } = picture
  const revealed = useRef(-1)
  useEffect(() => {
    if (revealed.current === chosen) return // zooming goes where the person wants to be
    revealed.current = chosen
    if (chosenBox >= 0) reveal(depthOf(table, chosenBox))
  }, [chosen, chosenBox, table, reveal])

  const functionAt = (box: BoxRow) => (box >= 0 ? Math.max(-1, table.fn[box]) : -1)
  const pathTo = (box: BoxRow) => pathOf(table, profile, labels, box)
  const zoomInto = (box: BoxRow) => {
    const path = pathTo(box)
    if (span || !isSamePath(path, zoom)) onZoom(path)
  }
  /**
   * A part of all time is named by the deepest box that holds it, and the part of that box. What is "n more" below the
   * zoomed box hangs on how much of that is in view: the box it belongs to does not.
   */
  const settle = (x0: number, x1: number) => {
    const around = boxAround(table, x0, x1)
    const isOfView = around >= 0 && around !== table.zoomed && kindOf(table, around) === BoxKind.more
    const box = isOfView ? table.parent[around] : around
    const [start, width] = box < 0 ? [0, 1] : [table.start[box], table.width[box]]
    const [first, last] = picture.extent()
    if (x0 <= first && x1 >= last) return onZoom([])
    const [from, to] = [(x0 - start) / width, (x1 - start) / width].map(part => Number(part.toPrecision(6)))
    onZoom(box < 0 ? [] : pathTo(box), from <= 0 && to >= 1 ? null : [Math.max(0, from), Math.min(1, to)])
  }
  const strip = useHitStrip(table, hits, picture, (box, x0, x1) => {
    reveal(depthOf(table, box))
    settle(x0, x1)
  })
  const { range, gestureEvents, wasDragged, onKey } = useFlameGestures(surface, scroller, picture, settle)

  const timer = useRef(0)
  useEffect(() => () => clearTimeout(timer.current), [])
  const pointed = useRef({ table, box: -1 })
  const pointTo = (box: BoxRow, x: number) => {
    if (box === pointed.current.box && table === pointed.current.table) return
    pointed.current = { table, box }
    pointAt(functionAt(box))
    clearTimeout(timer.current)
    const show = () => setTip(box < 0 ? null : { table, box, beside: besideBox(box, x) })
    if (box < 0 || tip) show()
    else timer.current = window.setTimeout(show, TIP_DELAY)
  }
  /** The box on screen; of a box wider than a card can stand beside, what is around the pointer. */
  const besideBox = (box: BoxRow, x: number): Rectangle => {
    const frame = surface.current?.getBoundingClientRect() ?? new DOMRect()
    const { left, top, right, bottom } = boxRectangle(table, view(), box)
    const isWide = Math.min(right, frame.width) - Math.max(left, 0) > frame.width / 2
    return {
      left: isWide ? x - 8 : frame.left + Math.max(0, left),
      right: isWide ? x + 8 : frame.left + Math.min(frame.width, right),
      top: frame.top + top,
      bottom: frame.top + bottom,
    }
  }
  const boxUnder = (event: { clientX: number; clientY: number }) => {
    const frame = surface.current?.getBoundingClientRect()
    return frame ? boxAtPoint(table, view(), event.clientX - frame.left, event.clientY - frame.top) : -1
  }
  const move = (event: PointerEvent) => {
    if (event.pointerType !== 'touch') pointTo(boxUnder(event), event.clientX)
  }
  const leave = () => pointTo(-1, 0)

  const { openMenu, menuEvents, menu } = useFunctionMenu(profile, event => {
    const isKey = 'key' in event || ('button' in event && event.button !== 2 && event.type === 'contextmenu')
    const box = isKey ? current : boxUnder(event)
    if (box < 0) return null
    const { left, bottom } = besideBox(box, 0)
    return { fn: functionAt(box), at: { x: left, y: bottom }, more: sourceOfBox(profile, table, box) }
  })

  const firstOfTwo = useRef<string[]>([])
  const click = (event: { clientX: number; clientY: number; detail: number }) => {
    if (wasDragged()) return
    // The second click of two is about the same box as the first, wherever that has gone meanwhile.
    const box = event.detail > 1 ? boxOfPath(table, profile, labels, firstOfTwo.current) : boxUnder(event)
    if (box < 0) return
    const fn = functionAt(box)
    firstOfTwo.current = pathTo(box)
    setClickedPath(firstOfTwo.current)
    setFocusedPath(null)
    if (fn >= 0 && fn !== chosen) choose(labels[fn])
    else zoomInto(box)
  }

  const focusOn = (box: BoxRow) => {
    setFocusedPath(pathTo(box))
    reveal(depthOf(table, box))
  }
  const current = Math.max(0, focusedBox >= 0 ? focusedBox : chosenBox >= 0 ? chosenBox : table.zoomed)
  const key = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const arrow = (table.toward === 'callers' ? upwardArrows : arrows)[event.key]
    if (arrow) focusOn(focusedBox < 0 ? current : boxBeside(table, current, arrow))
    else if (event.key === 'm') openMenu(event)
    else if (event.key === 'Enter') zoomInto(current)
    else if (event.key === ' ') {
      setClickedPath(pathTo(current))
      if (functionAt(current) >= 0) choose(labels[functionAt(current)])
    } else if (event.key === 'Escape' || event.key === '0') {
      if (zoom.length > 0 || span) onZoom([])
    } else if (event.key === 'Backspace') {
      if (zoom.length > 0) onZoom(zoom.slice(0, -1))
    } else if (!onKey(event.key)) return
    event.preventDefault()
  }

  return (
    <>
      {strip.element}
      <div className="flame-scroller" ref={scroller} onScroll={leave}>
        <div className="flame-room" style={{ height: levelsOf(table) * (row + GAP) + BELOW }}>
          <div
            className="flame-picture"
            tabIndex={0}
            role="tree"
            aria-label={table.toward === 'callers' ? words.callers : words.callPaths}
            aria-describedby={keys}
            aria-activedescendant={`${keys}-box-${current}`}
            {...menuEvents}
            onPointerDown={event => {
              menuEvents.onPointerDown(event)
              gestureEvents.onPointerDown(event)
            }}
            onPointerUp={event => {
              menuEvents.onPointerUp()
              gestureEvents.onPointerUp(event)
            }}
            onPointerCancel={event => {
              menuEvents.onPointerCancel()
              gestureEvents.onPointerCancel(event)
            }}
            onPointerMove={event => {
              gestureEvents.onPointerMove(event)
              move(event)
            }}
            onPointerLeave={leave}
            onClick={click}
            onKeyDown={key}
            onFocus={event => {
              if (event.target.matches(':focus-visible')) focusOn(current)
            }}
            onBlur={() => setFocusedPath(null)}
          >
            <div ref={surface} className="flame-canvas" />
            {range && <div className="flame-dragged" style={range} />}
            {/* A canvas says nothing: of a million boxes, the tree has the one the keyboard is at. */}
            <div
              id={`${keys}-box-${current}`}
              className="visually-hidden"
              role="treeitem"
              tabIndex={-1}
              {...placeInTree(table, current)}
              aria-selected={functionAt(current) >= 0 && functionAt(current) === chosen}
            >
              {describeBox(profile, table, name, current, shown)}
            </div>
          </div>
        </div>
      </div>
      <p id={keys} className="visually-hidden">
        {words.keys}
      </p>
      {menu}
      {tip?.table === table && !menu && !range && (
        <FlameTip {...{ profile, table, shown }} nameOf={name} box={tip.box} beside={tip.beside} />
      )}
    </>
  )
}
