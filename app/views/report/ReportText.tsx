// The lines that can be seen, in a box as high as all lines together. They follow one another; where lines are left out
// in between there is a gap. (A place of its own for each would give each a style of its own, which costs the browser
// more with every screen that scrolls by.)

import {
  type ClipboardEvent,
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react'
import type { Profile, ReportFacts } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { askReport } from '../../state/askReport.ts'
import { chosenRowRead, labelsRead, rowOnScreen } from '../../state/derive.ts'
import { choose, chooseIn, pointAt, store, useApp } from '../../state/store.ts'
import { formatCount } from '../../ui/format.ts'
import { useNarrow } from '../../ui/useNarrow.ts'
import { useSearching } from '../useSearching.ts'
import { ReportLine } from './ReportLine.tsx'
import { STRETCH, useLineWindow } from './useLineWindow.ts'
import { useReportLines, useReportPlaces } from './useReportLines.ts'
import { type Selected, selectLines, useSelectedLines } from './useSelectedLines.ts'

interface Props {
  profile: Profile
  facts: ReportFacts
  query: string
  /** Whether the search found anything in the report. */
  found: boolean
  /** Where to scroll to. */
  wanted: { line: number } | null
  active: number
  setActive: (line: number) => void
  setSelected: (selected: Selected | null) => void
}

/** A text that is walked line by line, and chosen from, is a grid to assistive technology. */
const gridAt = (active: number) => ({
  role: 'grid',
  tabIndex: 0,
  'aria-activedescendant': active < 0 ? undefined : `report-line-${active + 1}`,
})
/** Heights of a line in pixels, wide and narrow; the style sheet has the same. */
const HEIGHT = 18
const NARROW_HEIGHT = 24
/** Longest line there is room for. */
const LONGEST_SHOWN = 2000

export function ReportText({ profile, facts, query, found, wanted, active, setActive, setSelected }: Props) {
  const words = useMessages().report
  const narrow = useNarrow()
  const height = narrow ? NARROW_HEIGHT : HEIGHT
  const chosen = useApp(chosenRowRead)
  const searching = useSearching()
  const scroller = useRef<HTMLTableElement>(null)
  const [base, setBase] = useState(0)
  const { first, end, stretch } = useLineWindow(scroller, base, facts.length, height)
  const lineAt = useReportLines(facts, first, end)
  const placesIn = useReportPlaces(facts, query, first, end)
  // From Ctrl+A until a hand does something else.
  const [all, setAll] = useState<Selected | null>(null)
  const { selected, held } = useSelectedLines(scroller, setSelected, all)

  /** Brings a line into sight, a third from the top if it was not. */
  const show = useCallback(
    (line: number, where: 'top' | 'third' | 'near') => {
      const begin = Math.floor(line / STRETCH) * STRETCH
      setBase(begin)
      // After the box has its new height.
      requestAnimationFrame(() => {
        const box = scroller.current
        if (!box) return
        const top = (line - begin) * height
        const [above, below] = [top - box.scrollTop, box.scrollTop + box.clientHeight - top - height]
        if (where === 'top') box.scrollTop = top
        else if (where === 'near') {
          if (above < 0) box.scrollTop = top
          else if (below < 0) box.scrollTop = top + height - box.clientHeight
        } else if (above < height || below < height) box.scrollTop = top - box.clientHeight / 3
      })
    },
    [height],
  )

  // Whatever is chosen, in whatever view, is in sight here: in the part that is being read, if it is in that.
  const seen = useRef(false)
  const reading = useRef(0)
  reading.current = base + Math.floor((scroller.current?.scrollTop ?? 0) / height)
  useEffect(() => {
    const before = seen.current
    seen.current = true
    const flat = chosen < 0 ? -1 : facts.flatLine[chosen]
    const entry = chosen < 0 ? -1 : facts.entryLine[chosen]
    const inFlat = before && partAt(facts, reading.current) === 'flat'
    const line = (inFlat ? [flat, entry] : [entry, flat]).find(each => each >= 0)
    if (line !== undefined) {
      show(line, 'third')
      setActive(line)
    } else if (!before) show(Math.max(0, profile.completeness.firstLine - 1), 'top')
  }, [chosen, facts, profile, show, setActive])

  useEffect(() => {
    if (!wanted) return
    show(
      wanted.line,
      wanted.line === facts.flat || wanted.line === facts.graph || wanted.line === facts.index ? 'top' : 'third',
    )
    setActive(wanted.line)
  }, [wanted, facts, show, setActive])

  const last = base + stretch - 1
  const endsDrawn = lineAt(base) !== undefined && lineAt(last) !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: a line whose text arrives loses the selection
  useEffect(() => {
    if (all && scroller.current) selectLines(scroller.current, base, last)
  }, [all, base, last, endsDrawn])

  const drawn = new Set<number>()
  for (let line = first; line < end; line++) drawn.add(line)
  for (const line of all ? [...held, base, last] : held) if (line >= base && line <= last) drawn.add(line)

  const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / height) - 1)
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
      event.preventDefault()
      setAll({ from: { line: 0, character: 0 }, to: { line: facts.length - 1, character: facts.widest } })
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    setAll(null)
    const inSight = active >= reading.current && active < reading.current + page + 2
    const from = inSight ? active : reading.current
    const steps: Record<string, number> = {
      ArrowDown: from + (inSight ? 1 : 0),
      ArrowUp: from - (inSight ? 1 : 0),
      PageDown: from + page,
      PageUp: from - page,
      Home: 0,
      End: facts.length - 1,
    }
    if (event.key in steps) {
      const line = Math.max(0, Math.min(facts.length - 1, steps[event.key]))
      setActive(line)
      show(line, 'near')
    } else if (event.key === 'Enter' && active >= 0) {
      const fn = lineAt(active)?.links[0]?.fn
      if (fn !== undefined) choose(labelsRead(store.getState())[fn])
    } else return
    event.preventDefault()
  }

  const onClick = (event: MouseEvent) => {
    // Who selects text does not choose.
    if (!document.getSelection()?.isCollapsed) return
    const part = partOf(event.target)
    if (!part) {
      const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-line]') : null
      if (row) setActive(Number(row.dataset.line) - 1)
      return
    }
    const label = labelsRead(store.getState())[Number(part.dataset.fn)]
    // Beside the text, on a wide screen, list and entry follow; on a narrow one they are elsewhere.
    if (narrow && part.dataset.to !== undefined) chooseIn(label, part.dataset.to === 'entry' ? 'entry' : 'functions')
    else choose(label)
  }

  const onCopy = (event: ClipboardEvent) => {
    if (!selected) return
    event.preventDefault()
    const lines: string[] = []
    for (let line = selected.from.line; line <= selected.to.line && lines.length <= end - first; line++) {
      const known = lineAt(line)
      if (!known || known.more > 0) break
      lines.push(known.text)
    }
    if (lines.length === selected.to.line - selected.from.line + 1) {
      lines[lines.length - 1] = lines[lines.length - 1].slice(0, selected.to.character)
      lines[0] = lines[0].slice(selected.from.character)
      event.clipboardData.setData('text/plain', lines.join('\n'))
    } else
      void navigator.clipboard.write([
        new ClipboardItem({ 'text/plain': askReport({ about: 'stretch', ...selected }) }),
      ])
  }

  const digits = formatCount(facts.length).length
  const width = Math.min(facts.widest, LONGEST_SHOWN) + digits + 4
  return (
    <>
      <table
        ref={scroller}
        className={`report-text mono${found && searching ? ' searching' : ''}`}
        {...gridAt(drawn.has(active) ? active : -1)}
        aria-label={words.lines}
        aria-rowcount={facts.length}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onCopy={onCopy}
        onPointerDown={() => setAll(null)}
        onPointerOver={(event: PointerEvent) => {
          if (event.pointerType !== 'touch')
            pointAt(rowOnScreen(store.getState(), Number(partOf(event.target)?.dataset.fn ?? -1)))
        }}
        onPointerLeave={() => pointAt(-1)}
      >
        <tbody
          className="report-lines"
          style={{ height: stretch * height, '--width': `${width}ch`, '--digits': `${digits}ch` } as CSSProperties}
        >
          {[...drawn]
            .sort((a, b) => a - b)
            .map((line, i, lines) => (
              <ReportLine
                key={line}
                profile={profile}
                number={line + 1}
                line={lineAt(line)}
                gap={(line - (i === 0 ? base : lines[i - 1] + 1)) * height}
                places={placesIn(line)}
                active={line === active}
              />
            ))}
        </tbody>
      </table>
      {facts.length > STRETCH && <Stretches base={base} length={facts.length} show={show} />}
    </>
  )
}

const partOf = (target: EventTarget): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-fn]') : null

/** Which part of the report a line is in. */
function partAt({ flat, graph, index }: ReportFacts, line: number): 'flat' | 'other' {
  const begun = [graph, index].some(part => part > flat && part <= line)
  return flat >= 0 && line >= flat && !begun ? 'flat' : 'other'
}

/** Ways to the rest of a report that is too long for one box. */
function Stretches({
  base,
  length,
  show,
}: {
  base: number
  length: number
  show: (line: number, where: 'top') => void
}) {
  const { report: words } = useMessages()
  const end = Math.min(length, base + STRETCH)
  return (
    <footer className="list-footer report-stretches">
      {words.stretch(formatCount(base + 1), formatCount(end), formatCount(length))}
      <button type="button" className="button" disabled={base === 0} onClick={() => show(base - STRETCH, 'top')}>
        {words.linesBefore}
      </button>
      <button type="button" className="button" disabled={end === length} onClick={() => show(end, 'top')}>
        {words.linesAfter}
      </button>
    </footer>
  )
}
