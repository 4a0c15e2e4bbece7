import { useCallback, useEffect, useState } from 'react'
import {
  FEWEST_RUNS,
  type FollowedRuns,
  MOST_RUNS,
  orderRuns,
  type ProcessRow,
  type ProcessTable,
  type RunOrder,
} from '../../../src/index.ts'
import { say } from '../../messages/messages.ts'
import { sourceOfAll } from '../../state/derive.ts'
import { ask, type Source } from '../../state/reader.ts'
import { useApp } from '../../state/store.ts'

/** The runs that are followed, in order: of more than {@link MOST_RUNS} the last; none of too few. */
export function runsFollowed(table: ProcessTable, order: RunOrder): ProcessRow[] {
  const rows = orderRuns(table, order)
  return rows.length < FEWEST_RUNS ? [] : rows.slice(-MOST_RUNS)
}

export interface Trending {
  /** The latest trend of the set: while another is worked out, it stays. */
  followed: FollowedRuns | null
  /** While runs are being read: how many are. */
  step: { done: number; of: number } | null
  isCancelled: boolean
  error: string
  cancel: () => void
  again: () => void
}

/** The trend that the view asks for of a set. */
export function useTrend(rows: readonly ProcessRow[]): Trending {
  const source = useApp(sourceOfAll)
  const time = useApp(state => state.view.compared)
  const normalisation = useApp(state => state.view.normalisation)
  const [latest, setLatest] = useState<{ source: Source; followed: FollowedRuns } | null>(null)
  const [step, setStep] = useState<Trending['step']>(null)
  const [giveUp, setGiveUp] = useState<AbortController | null>(null)
  const [isCancelled, setCancelled] = useState(false)
  const [error, setError] = useState('')
  const [asked, setAsked] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same is asked again where that was given up before
  useEffect(() => {
    if (rows.length === 0) return
    let isStale = false
    const waiting = new AbortController()
    setGiveUp(waiting)
    setCancelled(false)
    setError('')
    const end = (failure: string) => {
      setStep(null)
      setError(failure)
    }
    const onProgress = (done: number, of: number) => {
      if (!isStale) setStep({ done, of })
    }
    ask('trend', source, { rows, time, normalisation }, { onProgress, signal: waiting.signal }).then(
      answer => {
        if (isStale) return
        if (answer?.ok) setLatest({ source, followed: answer.value })
        setCancelled(answer === null)
        end(answer && !answer.ok ? answer.errors.map(say).join(' ') : '')
      },
      (reason: Error) => {
        if (!isStale) end(reason.message)
      },
    )
    return () => {
      isStale = true
      waiting.abort()
    }
  }, [source, rows, time, normalisation, asked])
  const cancel = useCallback(() => giveUp?.abort(), [giveUp])
  const again = useCallback(() => setAsked(times => times + 1), [])
  const followed = latest?.source === source ? latest.followed : null
  return { followed, step, isCancelled, error, cancel, again }
}
