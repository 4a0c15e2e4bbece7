import { Suspense } from 'react'
import { trace, useApp } from '../../state/store.ts'
import { preloadable } from '../../ui/preloadable.ts'
import { useKey } from '../useKey.ts'

/** What tells where figures come from. */
export const sourceDialog = preloadable(async () => (await import('./SourceDialog.tsx')).SourceDialog)

/** Where the figures come from that somebody asked about; S asks about the chosen function. */
export function SourceOfTraced() {
  const traced = useApp(state => state.traced)
  const chosen = useApp(state => state.view.fn)
  useKey('s', () => chosen !== '' && trace({ fn: chosen, caller: null }))
  return (
    traced && (
      <Suspense>
        <sourceDialog.Component asked={traced} />
      </Suspense>
    )
  )
}
