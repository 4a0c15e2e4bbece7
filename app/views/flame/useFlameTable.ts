import { useEffect, useState } from 'react'
import { type FlameOptions, type FlameTable, type Profile, type Sides, USUAL_CUT } from '../../../src/index.ts'
import { sourceShown } from '../../state/derive.ts'
import { ask } from '../../state/reader.ts'
import { useApp } from '../../state/store.ts'
import type { Span } from '../../state/view.ts'

/** What to unfold, and the part of it that is in view. */
export interface FlameQuestion extends Pick<FlameOptions, 'root' | 'toward' | 'measure'> {
  zoom: string[]
  span: Span | null
  /** Of two profiles that are compared, the one that is shown. */
  side?: keyof Sides
}

/** A layout together with what it is of: while the next one is made, the last one stays on screen. */
export interface LaidOut {
  profile: Profile
  question: FlameQuestion
  table: FlameTable
}

/** A narrower part of a box is not unfolded further than this part would be: too much else would be unfolded with it. */
const NARROWEST_SPAN = 0.02

/** The same for whoever unfolds it. */
export function optionsOf({ zoom, span, ...of }: FlameQuestion): FlameOptions & Pick<FlameQuestion, 'side'> {
  const inView = span ? Math.max(NARROWEST_SPAN, span[1] - span[0]) : 1
  // One function that was asked for fills the picture, whatever its share of all time.
  const path = zoom.length === 0 && of.root !== undefined ? [of.root] : zoom
  return { ...of, cut: USUAL_CUT, inView, path }
}

/** The flame chart of a profile, as far as it is in view; null until there is one. */
export function useFlameTable(profile: Profile, question: FlameQuestion): { laidOut: LaidOut | null; error: string } {
  const [laidOut, setLaidOut] = useState<LaidOut | null>(null)
  const [error, setError] = useState('')
  const source = useApp(sourceShown)
  useEffect(() => {
    let isStale = false
    ask('flame', source, optionsOf(question)).then(
      table => {
        if (isStale) return
        setLaidOut({ profile, question, table })
        setError('')
      },
      (reason: Error) => {
        if (!isStale) setError(reason.message)
      },
    )
    return () => {
      isStale = true
    }
  }, [profile, source, question])
  return { laidOut, error }
}
