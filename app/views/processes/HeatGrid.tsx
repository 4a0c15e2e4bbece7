import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, type PointerEvent, useCallback, useMemo, useRef, useState } from 'react'
import { foldName, labelsOf, type ProcessTable, visibleText } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { matches, processesChosen, profileOfAll, rowNamed } from '../../state/derive.ts'
import { choose, chooseProcesses, store, traceInProcess, useApp } from '../../state/store.ts'
import { formatCount } from '../../ui/format.ts'
import { HoverCard } from '../../ui/HoverCard.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { sourceInProcess, whole } from '../source/sourceInProcess.ts'
import { useFunctionMenu } from '../useFunctionMenu.tsx'
import { CellFacts } from './CellFacts.tsx'
import { CELL, NAMES, ROW } from './heatDrawing.ts'
import { columnsOf } from './heatMap.ts'
import { ProcessHeader } from './ProcessHeader.tsx'
import { useHeatCanvas } from './useHeatCanvas.ts'

/** Width of the column of processes, in CSS pixels: wide, and on a narrow screen. */
const HEADER = 300
const NARROW_HEADER = 148

/** Characters of a function's name that have room above the cells. */
const NAME_LENGTH = 20

const noLabels: string[] = []

const isChord = ({ ctrlKey, metaKey, altKey }: KeyboardEvent) => ctrlKey || metaKey || altKey

/** What stands above the cells, by function: worked out once, as each frame asks for it. */
function foldedNames(labels: string[]): (fn: number) => string {
  const known: string[] = []
  return fn => {
    known[fn] ??= foldName(visibleText(labels[fn]), NAME_LENGTH)
    return known[fn]
  }
}

/** The cell under the pointer: place of its process from the top, and function. */
interface Pointed {
  place: number
  fn: number
  beside: DOMRect
}

/** The heat map: processes as a list that is chosen from, cells as a picture beside it. Both scroll as one. */
export function HeatGrid({ table, processes }: { table: ProcessTable; processes: number[] }) {
  const profile = useApp(profileOfAll)
  const words = useMessages().processes
  const scroller = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [active, setActive] = useState(0)
  const [pointed, setPointed] = useState<Pointed | null>(null)
  const header = matchMedia('(max-width: 760px)').matches ? NARROW_HEADER : HEADER
  const columns = useMemo(() => columnsOf(table, profile?.functions.length ?? 0), [table, profile])
  const most = useMemo(() => table.ticks.reduce((a, b) => Math.max(a, b), 0), [table])
  const map = useMemo(() => ({ ...columns, processes }), [columns, processes])
  const rows = useApp(processesChosen)
  const chosen = useMemo(() => new Set(rows), [rows])
  const fn = useApp(state => (profile && state.view.fn !== '' ? rowNamed(state, state.view.fn) : -1))
  const hit = useApp(state => matches(state)?.hit ?? null)
  const labels = profile ? labelsOf(profile) : noLabels
  const names = useMemo(() => foldedNames(labels), [labels])
  const isSampled = profile !== null && profile.samplePeriod > 0
  const scene = useMemo(
    () => ({
      table,
      map,
      isSampled,
      names,
      chosen,
      fn,
      pointed: pointed?.fn ?? -1,
      hit,
    }),
    [table, map, isSampled, names, chosen, fn, pointed, hit],
  )
  const viewOf = useCallback(() => {
    const { scrollLeft = 0, scrollTop = 0, clientWidth = 0, clientHeight = 0 } = scroller.current ?? {}
    return { left: scrollLeft, top: scrollTop, width: Math.max(0, clientWidth - header), height: clientHeight }
  }, [header])
  useHeatCanvas(canvas, scroller, scene, viewOf)

  const virtual = useVirtualizer({
    count: processes.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 6,
    paddingStart: NAMES,
    scrollPaddingStart: NAMES,
  })

  const nameAt = (place: number) => table.name[processes[place]]
  /** Alone, or with Ctrl beside what is chosen, or with Shift all from the one that the keyboard stands on. */
  const take = (
    place: number,
    { ctrlKey, metaKey, shiftKey }: Pick<MouseEvent, 'ctrlKey' | 'metaKey' | 'shiftKey'>,
  ) => {
    const name = nameAt(place)
    const before = store.getState().view.processes
    if (shiftKey) {
      const [from, to] = active < place ? [active, place] : [place, active]
      chooseProcesses(processes.slice(from, to + 1).map(row => table.name[row]))
    } else if (ctrlKey || metaKey)
      chooseProcesses(before.includes(name) ? before.filter(other => other !== name) : [...before, name])
    else chooseProcesses(before.length === 1 && before[0] === name ? [] : [name])
    setActive(place)
  }
  const moveTo = (place: number) => {
    const next = Math.max(0, Math.min(processes.length - 1, place))
    setActive(next)
    virtual.scrollToIndex(next)
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-process="${next}"]`)?.focus())
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - NAMES) / ROW) - 1)
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: processes.length - 1,
    }
    if (event.key in steps) moveTo(steps[event.key])
    else if (event.key === 'Enter') take(active, event)
    else if (event.key === ' ') take(active, { ctrlKey: true, metaKey: false, shiftKey: event.shiftKey })
    else if (event.key === 'm' && !isChord(event)) openProcessMenu(event)
    else if (event.key === 's' && !isChord(event)) traceInProcess(nameAt(active), whole)
    else return
    event.preventDefault()
  }

  /** Place and function under the pointer, outside of the list of processes. */
  const cellUnder = ({ clientX, clientY }: MouseEvent | PointerEvent): Pointed | null => {
    const box = canvas.current?.getBoundingClientRect()
    const view = viewOf()
    if (!box) return null
    const column = Math.floor((clientX - box.left + view.left) / CELL)
    const place = Math.floor((clientY - box.top - NAMES + view.top) / ROW)
    const isName = clientY - box.top < NAMES
    const row = map.columns[column]
    if (row === undefined || (!isName && place >= processes.length)) return null
    const left = box.left + column * CELL - view.left
    const top = isName ? box.top : box.top + NAMES + place * ROW - view.top
    return { place: isName ? -1 : place, fn: row, beside: new DOMRect(left, top, CELL, isName ? NAMES : ROW) }
  }
  const onPointerMove = (event: PointerEvent) => {
    const next = event.pointerType === 'touch' ? null : cellUnder(event)
    if (next?.place !== pointed?.place || next?.fn !== pointed?.fn) setPointed(next)
  }
  const onClick = (event: MouseEvent) => {
    const cell = cellUnder(event)
    if (!cell) return
    choose(labels[cell.fn])
    if (cell.place >= 0) take(cell.place, event)
  }

  const { menuEvents, menu } = useFunctionMenu(profile, event => {
    const cell = 'clientX' in event ? cellUnder(event) : null
    if (!cell) return null
    const { left, bottom } = cell.beside
    const more = cell.place < 0 ? [] : [sourceInProcess(nameAt(cell.place), labels[cell.fn])]
    return { fn: cell.fn, at: { x: left, y: bottom }, more }
  })
  const [processMenu, setProcessMenu] = useState<{ process: string; at: Element } | null>(null)
  const closeProcessMenu = useCallback(() => setProcessMenu(null), [])
  const openProcessMenu = (event: MouseEvent | KeyboardEvent) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-process]') : null
    if (!row) return
    event.preventDefault()
    setProcessMenu({ process: nameAt(Number(row.dataset.process)), at: row })
  }

  const onClickProcess = (event: MouseEvent) => {
    const clicked = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-process]') : null
    if (clicked) take(Number(clicked.dataset.process), event)
  }

  if (processes.length === 0) return <p className="processes-none">{words.noneFound}</p>
  return (
    <div ref={scroller} className="heat-scroller">
      <div
        className="heat-space"
        style={{
          width: header + map.columns.length * CELL,
          height: NAMES + processes.length * ROW,
        }}
      >
        <div
          className="heat-rows"
          role="listbox"
          aria-label={words.title}
          aria-multiselectable="true"
          style={{ width: header, height: NAMES + processes.length * ROW }}
          onKeyDown={onKeyDown}
          onClick={onClickProcess}
          onContextMenu={openProcessMenu}
        >
          <div className="heat-corner" style={{ height: NAMES }}>
            {words.columns(formatCount(map.columns.length), map.columns.length)}
          </div>
          {virtual.getVirtualItems().map(({ index, start }) => (
            <ProcessHeader
              key={processes[index]}
              table={table}
              process={processes[index]}
              place={index}
              top={start}
              most={most}
              chosen={chosen.has(processes[index])}
              focusable={index === active}
            />
          ))}
        </div>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: by keyboard, processes are chosen in the list beside it, functions in the function list */}
        <div
          className="heat-cells"
          role="img"
          aria-label={words.cells}
          style={{ left: header, width: `calc(100cqw - ${header}px)` }}
          onPointerMove={onPointerMove}
          onPointerLeave={() => setPointed(null)}
          onClick={onClick}
          {...menuEvents}
        >
          <canvas ref={canvas} />
        </div>
      </div>
      {menu}
      {processMenu && (
        <Menu
          label={processMenu.process}
          items={[sourceInProcess(processMenu.process, '')]}
          at={processMenu.at}
          onClose={closeProcessMenu}
        />
      )}
      {pointed && pointed.place >= 0 && profile && !menu && (
        <HoverCard beside={pointed.beside}>
          <CellFacts table={table} process={processes[pointed.place]} fn={pointed.fn} profile={profile} />
        </HoverCard>
      )}
    </div>
  )
}
