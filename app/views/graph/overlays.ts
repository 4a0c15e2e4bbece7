import type { Area } from './area.ts'

/** Each grows and shrinks with what it says. */
const OVERLAYS = '.graph-bar, .graph-zoom, .graph-legend, .legend-rows'

/** What stands over the window of the graph, but for the bird's-eye view, which gives way to all else. */
export const overlaysOf = (body: Element | null): Element[] => [...(body?.querySelectorAll(OVERLAYS) ?? [])]

/** Where these are, and what tells that a picture failed, in window px. */
export function takenOf(body: Element | null): Area[] {
  if (!body) return []
  const { left, top } = body.getBoundingClientRect()
  return [...body.querySelectorAll(`.graph-bar > *, .graph-failed, ${OVERLAYS}`)]
    .map(control => control.getBoundingClientRect())
    .filter(({ width, height }) => width > 0 && height > 0)
    .map(({ x, y, width, height }) => ({ x: x - left, y: y - top, width, height }))
}
