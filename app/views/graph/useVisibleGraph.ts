import { useEffect, useMemo, useState } from 'react'
import type { FunctionRow, GraphOptions, VisibleGraph } from '../../../src/index.ts'
import { chosenRow, matches, profileShown, rowNamed, sourceShown } from '../../state/derive.ts'
import { ask, type Source } from '../../state/reader.ts'
import { store, useApp } from '../../state/store.ts'

/** So many hits of a search are shown even where they are light; the heaviest come first. */
const MOST_PINNED_HITS = 40

/**
 * What the reader chooses to show of the profile on screen; null until it has chosen. Until it has chosen anew the last
 * choice stays, but not for another profile, whose rows are others.
 */
export function useVisibleGraph(options: GraphOptions): { graph: VisibleGraph | null; error: string } {
  const [chosen, setChosen] = useState<{ source: Source; graph: VisibleGraph } | null>(null)
  const [error, setError] = useState('')
  const source = useApp(sourceShown)
  useEffect(() => {
    let isStale = false
    ask('graph', source, options).then(
      graph => {
        if (isStale) return
        setChosen({ source, graph })
        setError('')
      },
      (reason: Error) => {
        if (!isStale) setError(reason.message)
      },
    )
    return () => {
      isStale = true
    }
  }, [source, options])
  return { graph: chosen?.source === source ? chosen.graph : null, error }
}

/** What the view asks of the graph: names become rows of the profile on screen, those that it does not have fall away. */
export function useGraphOptions(): GraphOptions {
  const profile = useApp(profileShown)
  const budget = useApp(state => state.view.budget)
  const minShare = useApp(state => state.view.minShare)
  const opened = useApp(state => state.view.opened)
  const folded = useApp(state => state.view.folded)
  const reach = useApp(state => state.view.around)
  const chosen = useApp(chosenRow)
  const found = useApp(matches)
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are those of this profile
  return useMemo(() => {
    const rowOf = (label: string): FunctionRow => rowNamed(store.getState(), label)
    const hits = found?.rows.slice(0, MOST_PINNED_HITS) ?? []
    return {
      budget,
      minShare,
      pinned: chosen < 0 ? hits : [chosen, ...hits],
      opened: opened.map(({ fn, ...rest }) => ({ fn: rowOf(fn), ...rest })).filter(({ fn }) => fn >= 0),
      folded: folded.map(rowOf).filter(fn => fn >= 0),
      around: reach && chosen >= 0 ? { fn: chosen, ...reach } : null,
    }
  }, [profile, budget, minShare, opened, folded, reach, chosen, found])
}
