import { useEffect, useState } from 'react'
import type { GraphPlacement } from '../../src/index.ts'
import { layOutGraph } from '../state/graphLayout.ts'
import type { GraphDrawing } from './graphDrawing.ts'

/** A drawing whose places are known. */
export interface PlacedDrawing {
  drawing: GraphDrawing
  placement: GraphPlacement
}

interface Answer {
  /** The drawing that was asked for last and is answered. */
  drawing: GraphDrawing
  /** The latest that could be laid out, maybe an older one. */
  placed: PlacedDrawing | null
  failed: string
}

/** Lays a drawing out. Until that is done, or if it fails, the picture before stays: `isOld` says so. */
export function useGraphLayout(drawing: GraphDrawing): {
  placed: PlacedDrawing | null
  isOld: boolean
  failed: string
} {
  const [answer, setAnswer] = useState<Answer | null>(null)
  // The same text has the same picture; only what is written in it may differ.
  const same = answer?.placed?.drawing.dot === drawing.dot ? answer.placed.placement : null
  useEffect(() => {
    if (same) {
      setAnswer(before => before && { ...before, placed: { drawing, placement: same } })
      return
    }
    let overtaken = false
    layOutGraph(drawing.dot).then(layout => {
      if (overtaken || !layout) return
      setAnswer(before =>
        'placement' in layout
          ? { drawing, placed: { drawing, placement: layout.placement }, failed: '' }
          : { drawing, placed: before?.placed ?? null, failed: layout.failed },
      )
    })
    return () => {
      overtaken = true
    }
  }, [drawing, same])
  const answered = same !== null || answer?.drawing === drawing
  return {
    placed: answer?.placed ?? null,
    isOld: !answered || answer?.failed !== '',
    failed: answered && !same ? (answer?.failed ?? '') : '',
  }
}
