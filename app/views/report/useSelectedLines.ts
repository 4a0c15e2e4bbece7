// Selecting text over lines that are not drawn. The two lines in which a selection begins and ends are kept drawn,
// wherever they are, so that the browser does not lose it; what lies between is fetched when it is copied. A click is a
// beginning too: with Shift, a second one selects up to there.

import { type RefObject, useEffect, useState } from 'react'
import type { TextPlace } from '../../../src/index.ts'

/** From a place in the text to another behind it. */
export interface Selected {
  from: TextPlace
  to: TextPlace
}

/**
 * What is selected in the box, null if nothing is; and the lines to keep drawn. `tell` hears of each change. While `all`
 * is given, that is selected, whatever the lines that are drawn say: their texts may still be on their way.
 */
export function useSelectedLines(
  box: RefObject<HTMLElement | null>,
  tell: (selected: Selected | null) => void,
  all: Selected | null,
): { selected: Selected | null; held: number[] } {
  const [ends, setEnds] = useState<Selected | null>(null)
  useEffect(() => {
    const look = () => {
      const next = box.current && endsIn(box.current)
      setEnds(next)
      tell(all ?? selectedOf(next))
    }
    look()
    document.addEventListener('selectionchange', look)
    return () => {
      document.removeEventListener('selectionchange', look)
      tell(null)
    }
  }, [box, tell, all])
  return { selected: all ?? selectedOf(ends), held: ends ? [ends.from.line, ends.to.line] : [] }
}

const selectedOf = (ends: Selected | null): Selected | null =>
  ends && (ends.from.line !== ends.to.line || ends.from.character !== ends.to.character) ? ends : null

function endsIn(box: HTMLElement): Selected | null {
  const selection = document.getSelection()
  const a = selection && placeOf(box, selection.anchorNode, selection.anchorOffset)
  const b = selection && placeOf(box, selection.focusNode, selection.focusOffset)
  if (!a || !b) return null
  const forward = a.line < b.line || (a.line === b.line && a.character <= b.character)
  return forward ? { from: a, to: b } : { from: b, to: a }
}

function placeOf(box: HTMLElement, node: Node | null, offset: number): TextPlace | null {
  const element = node instanceof Element ? node : node?.parentElement
  const row = element?.closest<HTMLElement>('[data-line]')
  if (!node || !row || !box.contains(row)) return null
  const before = new Range()
  before.setStart(row, 0)
  before.setEnd(node, offset)
  return { line: Number(row.dataset.line) - 1, character: before.toString().length }
}

/** Selects from the beginning of one drawn line to the end of another. */
export function selectLines(box: HTMLElement, first: number, last: number): void {
  const [from, to] = [first, last].map(line => box.querySelector(`[data-line="${line + 1}"]`))
  if (from && to) document.getSelection()?.setBaseAndExtent(from, 0, to, to.childNodes.length)
}
