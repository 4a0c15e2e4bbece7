import { type RefObject, useLayoutEffect, useState } from 'react'

/**
 * Lines that stand below one another in one scrolling box. Browsers cannot scroll further than some number of pixels,
 * which is lowest in Firefox, 17.9 million; a longer report is shown in stretches of this many lines.
 */
export const STRETCH = 700_000
/** Lines drawn above and below what is seen. */
const OVERSCAN = 16
/** Lines that scroll by before others are drawn. */
const STEP = 8

/** Which lines of a stretch that begins with line `base` are to be drawn, `[first, end)`, and how many it has. */
export function useLineWindow(scroller: RefObject<HTMLElement | null>, base: number, count: number, height: number) {
  const [seen, setSeen] = useState({ top: 0, lines: 40 })
  useLayoutEffect(() => {
    const box = scroller.current
    if (!box) return
    const look = () => {
      const top = Math.floor(box.scrollTop / height / STEP) * STEP
      const lines = Math.ceil(box.clientHeight / height) + STEP
      setSeen(before => (before.top === top && before.lines === lines ? before : { top, lines }))
    }
    const observer = new ResizeObserver(look)
    observer.observe(box)
    box.addEventListener('scroll', look, { passive: true })
    look()
    return () => {
      observer.disconnect()
      box.removeEventListener('scroll', look)
    }
  }, [scroller, height])
  const stretch = Math.min(STRETCH, count - base)
  return {
    first: base + Math.max(0, Math.min(seen.top, stretch) - OVERSCAN),
    end: base + Math.min(stretch, seen.top + seen.lines + OVERSCAN),
    stretch,
  }
}
