import { Suspense } from 'react'
import { tracedFigures } from '../../state/derive.ts'
import { trace, useApp } from '../../state/store.ts'
import { preloadable } from '../../ui/preloadable.ts'
import { useKey } from '../useKey.ts'

/** What tells where figures come from. */
export const sourceDialog = preloadable(async () => (await import('./SourceDialog.tsx')).SourceDialog)

/** Where the figures come from that somebody asked about; S asks about the chosen function, or about the whole program. */
export function SourceOfTraced() {
  const traced = useApp(tracedFigures)
  const chosen = useApp(state => state.view.fn)
  useKey('s', () => trace({ fn: chosen, caller: null }))
  return (
    traced && (
      <Suspense>
        <sourceDialog.Component asked={traced} />
      </Suspense>
    )
  )
}
