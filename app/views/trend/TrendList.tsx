import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import {
  displayLabel,
  type FollowedRuns,
  labelsOf,
  type ProcessRow,
  type ProcessTable,
  type Profile,
  visibleText,
} from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { choose, chooseProcesses, compareProcesses, useApp } from '../../state/store.ts'
import { HoverCard } from '../../ui/HoverCard.tsx'
import { useNarrow } from '../../ui/useNarrow.ts'
import { useWidth } from '../../ui/useWidth.ts'
import type { Written } from '../compared/comparedFigures.ts'
import { sourceInProcess } from '../source/sourceInProcess.ts'
import { below, useFunctionMenu } from '../useFunctionMenu.tsx'
import { RunFacts } from './RunFacts.tsx'
import { type CardContext, TrendCard } from './TrendCard.tsx'
import { TrendHeading } from './TrendHeading.tsx'
import type { TrendChange } from './trendChanges.ts'
import { trendRows, WHOLE } from './trendRows.ts'
import { useRunCursor } from './useRunCursor.ts'

interface Props {
  table: ProcessTable
  followed: FollowedRuns
  /** Of the sum of all runs. */
  profile: Profile
  /** Processes that all views show; none for all. */
  chosen: readonly ProcessRow[]
  /** Of functions, only those with this in their names. */
  filter: string
}

/** A picture is as wide as that, or somewhat wider. */
const CARD_WIDTH = 260
/** With the gap below; on a narrow screen with room for a finger. */
const CARD_HEIGHT = 158
const NARROW_CARD_HEIGHT = 170
const HEADING_HEIGHT = 40
const CHART_HEIGHT = 64
/** Around pictures, and within them left and right. */
const GAP = 12
const PADDING = 10

/** The pictures of all functions, and of the program, in a list that only has what is in view. */
export function TrendList({ table, followed, profile, chosen, filter }: Props) {
  const words = useMessages().trend
  const scroller = useRef<HTMLDivElement>(null)
  const inner = useWidth(scroller)
  const cardHeight = useNarrow() ? NARROW_CARD_HEIGHT : CARD_HEIGHT
  const [withRest, setWithRest] = useState(false)
  const naming = useApp(state => state.view.naming)
  const fn = useApp(state => state.view.fn)
  const side = Math.max(1, Math.floor((inner - GAP) / (CARD_WIDTH + GAP)))
  const width = Math.max(1, Math.floor((inner - GAP) / side) - GAP - 2 * PADDING)
  const labels = labelsOf(profile)
  const list = useMemo(() => {
    const wanted = filter.trim().toLowerCase()
    const fits = wanted === '' ? null : (place: number) => labels[followed.fn[place]].toLowerCase().includes(wanted)
    return trendRows(followed, fits, withRest, side)
  }, [followed, labels, filter, withRest, side])
  const { rows, places } = list
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: row => (rows[row].kind === 'cards' ? cardHeight : HEADING_HEIGHT),
    overscan: 2,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: sizes follow from what the rows are
  useLayoutEffect(() => virtual.measure(), [virtual, rows, cardHeight])

  const { rows: runRows, normalisation, time } = followed
  const runs = useMemo(() => Array.from(runRows, row => table.path[row]), [runRows, table])
  const names = useMemo(() => Array.from(runRows, row => table.name[row]), [runRows, table])
  const processOf = useCallback((run: number) => names[run], [names])
  const chosenRuns = useMemo(
    () => new Set(chosen.map(row => runRows.indexOf(row)).filter(run => run >= 0)),
    [chosen, runRows],
  )
  const chooseRun = useCallback(
    (run: number) => chooseProcesses(chosenRuns.size === 1 && chosenRuns.has(run) ? [] : [processOf(run)]),
    [chosenRuns, processOf],
  )
  const reveal = (place: number) => {
    virtual.scrollToIndex(rows.findIndex(row => row.kind === 'cards' && row.places.includes(place)))
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-place="${place}"] .trend-chart`)?.focus(),
    )
  }
  const { pointed, active, ...cursor } = useRunCursor(runs.length, places, reveal, chooseRun)
  const { at, onPoint, onLeave, onFocus, onKeyDown } = cursor
  const run = pointed?.run ?? -1
  const context: CardContext = useMemo(
    () => ({
      ...{ runs, names, chosen: chosenRuns, room: { width, height: CHART_HEIGHT }, cursor: run, at },
      ...{ onPoint, onLeave, onFocus, onKeyDown },
      onChooseRun: chooseRun,
      onChooseFunction: (place: number) => choose(labels[followed.fn[place]]),
      onCompare: ({ from, run, to }: TrendChange) => {
        const named = (first: number, end: number) =>
          Array.from({ length: end - first }, (_, i) => processOf(first + i))
        compareProcesses(named(from, run), named(run, to))
      },
    }),
    [
      runs,
      names,
      chosenRuns,
      width,
      run,
      at,
      onPoint,
      onLeave,
      onFocus,
      onKeyDown,
      chooseRun,
      labels,
      followed,
      processOf,
    ],
  )
  const { functionKey, menuEvents, menu } = useFunctionMenu(profile, ({ target }) => {
    const card = target instanceof Element ? target.closest<HTMLElement>('[data-place]') : null
    const place = Number(card?.dataset.place ?? WHOLE)
    if (!card || place === WHOLE) return null
    const more = run < 0 ? [] : [sourceInProcess(processOf(run), labels[followed.fn[place]])]
    return { fn: followed.fn[place], at: below(card), more }
  })
  const events = { ...menuEvents, onKeyDown: functionKey }
  const { unit } = profile
  const written: Written = useMemo(() => ({ normalisation, unit }), [normalisation, unit])
  const writtenWhole: Written = useMemo(() => ({ normalisation: 'time', unit }), [unit])
  /** The whole program is always by its time. */
  const figuresOf = (place: number) =>
    place === WHOLE
      ? { figures: followed.all, row: 0, written: writtenWhole }
      : { figures: followed.figures, row: place, written }

  return (
    <div ref={scroller} className="trend-scroller" onScroll={onLeave} {...events}>
      {inner > 0 && (
        <ol aria-label={words.list} className="trend-list" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().flatMap(({ index, start }) => {
            const row = rows[index]
            if (row.kind !== 'cards')
              return (
                <TrendHeading
                  key={row.kind}
                  kind={row.kind}
                  list={list}
                  runs={runs.length}
                  withRest={withRest}
                  top={start}
                  onShowRest={setWithRest}
                />
              )
            return row.places.map((place, nth) => (
              <li
                key={place}
                className="trend-item"
                aria-posinset={row.first + nth + 1}
                aria-setsize={places.length}
                style={{ top: start, left: GAP + nth * (width + 2 * PADDING + GAP), width: width + 2 * PADDING }}
              >
                <TrendCard
                  {...context}
                  {...figuresOf(place)}
                  place={place}
                  name={place === WHOLE ? words.whole : visibleText(displayLabel(profile, followed.fn[place], naming))}
                  isChosen={place !== WHOLE && labels[followed.fn[place]] === fn}
                  focusable={place === active}
                />
              </li>
            ))
          })}
        </ol>
      )}
      {menu}
      {pointed && !menu && places.includes(pointed.place) && (
        <HoverCard beside={pointed.beside}>
          <RunFacts
            {...figuresOf(pointed.place)}
            runs={runs}
            run={run}
            time={pointed.place === WHOLE ? 'total' : time}
            isChosen={chosenRuns.has(run)}
          />
        </HoverCard>
      )}
    </div>
  )
}
