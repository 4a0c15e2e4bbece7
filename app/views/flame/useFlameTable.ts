import { useEffect, useState } from 'react'
import { type FlameTable, type Profile, USUAL_CUT } from '../../../src/index.ts'
import { sourceShown } from '../../state/derive.ts'
import { ask } from '../../state/reader.ts'
import { useApp } from '../../state/store.ts'

/** A layout together with the profile it is of: while the next one is made, the last one stays on screen. */
export interface LaidOut {
  profile: Profile
  zoom: string[]
  table: FlameTable
}

/** The flame chart of a profile, zoomed to a path; null until there is one. */
export function useFlameTable(profile: Profile, zoom: string[]): { laidOut: LaidOut | null; error: string } {
  const [laidOut, setLaidOut] = useState<LaidOut | null>(null)
  const [error, setError] = useState('')
  const source = useApp(sourceShown)
  useEffect(() => {
    let isStale = false
    ask('flame', source, { cut: USUAL_CUT, path: zoom }).then(
      table => {
        if (isStale) return
        setLaidOut({ profile, zoom, table })
        setError('')
      },
      (reason: Error) => {
        if (!isStale) setError(reason.message)
      },
    )
    return () => {
      isStale = true
    }
  }, [profile, source, zoom])
  return { laidOut, error }
}
