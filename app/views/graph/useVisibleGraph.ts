import { useEffect, useState } from 'react'
import type { FunctionRow, VisibleGraph } from '../../../src/index.ts'
import { partShown } from '../../state/derive.ts'
import { ask } from '../../state/reader.ts'
import { useApp } from '../../state/store.ts'

/** What the reader chooses to show of the profile on screen; null until it has chosen. Until it has chosen anew the last choice stays. */
export function useVisibleGraph(
  minShare: number,
  pinned: readonly FunctionRow[],
): { graph: VisibleGraph | null; error: string } {
  const [graph, setGraph] = useState<VisibleGraph | null>(null)
  const [error, setError] = useState('')
  const part = useApp(partShown)
  useEffect(() => {
    let isStale = false
    ask('graph', part, { minShare, pinned }).then(
      chosen => {
        if (isStale) return
        setGraph(chosen)
        setError('')
      },
      (reason: Error) => {
        if (!isStale) setError(reason.message)
      },
    )
    return () => {
      isStale = true
    }
  }, [part, minShare, pinned])
  return { graph, error }
}
