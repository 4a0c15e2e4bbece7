import { startTransition, useEffect, useState } from 'react'
import type { GraphPlacement } from '../../../src/index.ts'
import { layOutGraph } from '../../state/graphLayout.ts'
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

interface GraphLayoutState {
  placed: PlacedDrawing | null
  /** Whether `placed` is of an earlier drawing. */
  isOld: boolean
  /** Why this drawing could not be laid out; empty if it could, or is being. */
  failed: string
}

/** Lays a drawing out. Until that is done, or if it fails, the picture before stays. */
export function useGraphLayout(drawing: GraphDrawing): GraphLayoutState {
  const [answer, setAnswer] = useState<Answer | null>(null)
  useEffect(() => {
    let overtaken = false
    layOutGraph(drawing).then(layout => {
      if (overtaken || !layout) return
      // Some thousand elements: drawn in slices, between which the page stays in the person's hands.
      startTransition(() =>
        setAnswer(before =>
          'placement' in layout
            ? { drawing, placed: { drawing, placement: layout.placement }, failed: '' }
            : { drawing, placed: before?.placed ?? null, failed: layout.failed },
        ),
      )
    })
    return () => {
      overtaken = true
    }
  }, [drawing])
  return {
    placed: answer?.placed ?? null,
    isOld: answer?.placed?.drawing !== drawing,
    failed: answer?.drawing === drawing ? answer.failed : '',
  }
}
