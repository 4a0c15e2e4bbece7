import { type KeyboardEvent, useCallback, useRef, useState } from 'react'
import { WHOLE } from './trendRows.ts'

/** A run of a picture that is looked at. */
export interface Pointed {
  place: number
  run: number
  /** The picture, which its facts are shown beside. */
  beside: DOMRect
}

/**
 * Which run of which picture is looked at, by mouse or keyboard.
 *
 * @param places All pictures, in order.
 * @param reveal Brings a picture into view and the keyboard to it.
 */
export function useRunCursor(
  runs: number,
  places: readonly number[],
  reveal: (place: number) => void,
  choose: (run: number) => void,
) {
  const [pointed, setPointed] = useState<Pointed | null>(null)
  const [wanted, setActive] = useState<number>(WHOLE)
  const [at, setAt] = useState(runs - 1)
  const active = places.includes(wanted) ? wanted : places[0]
  const onLeave = useCallback(() => setPointed(null), [])
  const onPoint = useCallback((place: number, run: number, chart: Element) => {
    setPointed(before =>
      before?.place === place && before.run === run ? before : { place, run, beside: chart.getBoundingClientRect() },
    )
  }, [])
  const onFocus = useCallback(
    (place: number, chart: Element) => {
      setActive(place)
      if (chart.matches(':focus-visible')) onPoint(place, at, chart)
    },
    [at, onPoint],
  )
  const latest = useRef<(event: KeyboardEvent) => void>(() => undefined)
  latest.current = (event: KeyboardEvent) => {
    const { key, currentTarget } = event
    const runFor: Record<string, number> = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: runs - 1 }
    const step = { ArrowUp: -1, ArrowDown: 1 }[key] ?? 0
    if (key in runFor) {
      const run = Math.max(0, Math.min(runs - 1, runFor[key]))
      setAt(run)
      onPoint(active, run, currentTarget)
    } else if (step !== 0) {
      const next = places[places.indexOf(active) + step]
      if (next !== undefined) {
        setActive(next)
        reveal(next)
      }
    } else if (key === 'Enter') choose(at)
    else return
    event.preventDefault()
  }
  const onKeyDown = useCallback((event: KeyboardEvent) => latest.current(event), [])
  return { pointed, active, at, onLeave, onPoint, onFocus, onKeyDown }
}
