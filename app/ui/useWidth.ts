import { type RefObject, useLayoutEffect, useState } from 'react'

/**
 * Inner width of an element in CSS pixels, followed as it changes; 0 before the first layout.
 *
 * @param known What it was for another element in the same place. Measuring at once would make the browser lay out all
 *   that has just changed; with a width known it may take its time.
 */
export function useWidth(element: RefObject<HTMLElement | null>, known = 0): number {
  const [width, setWidth] = useState(known)
  const isKnown = width > 0
  useLayoutEffect(() => {
    const target = element.current
    if (!target) return
    if (!isKnown) setWidth(target.clientWidth)
    const observer = new ResizeObserver(() => setWidth(target.clientWidth))
    observer.observe(target)
    return () => observer.disconnect()
  }, [element, isKnown])
  return width
}
