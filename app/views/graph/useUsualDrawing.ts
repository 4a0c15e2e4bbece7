import { useMemo } from 'react'
import type { GraphOptions } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { comparison, nameReadOf, profileRead, profileShown, sourceRead, sourceShown } from '../../state/derive.ts'
import { useApp } from '../../state/store.ts'
import { comparing } from './comparedDrawing.ts'
import { drawGraph, type GraphDrawing } from './graphDrawing.ts'
import { useVisibleGraph } from './useVisibleGraph.ts'

/**
 * The graph as the page chooses it with nothing opened, folded, chosen or done to the profile: all other pictures of the
 * view are to be like this one. As it follows from the profile and a few settings, whatever was done is undone without a
 * trace. Null if `options` ask for just this, and where it cannot be had; not `ready` while it may yet come.
 */
export function useUsualDrawing(options: GraphOptions): { usual: GraphDrawing | null; ready: boolean } {
  const direction = useApp(state => state.view.direction)
  const budget = useApp(state => state.view.budget)
  const minShare = useApp(state => state.view.minShare)
  const profile = useApp(profileRead)
  const source = useApp(sourceRead)
  const name = useApp(nameReadOf)
  const words = useMessages()
  const isUsual = useApp(state => sourceShown(state).transforms.length === 0) && asksNothing(options)
  const asked = useMemo(() => (isUsual ? null : { budget, minShare, pinned: [] }), [isUsual, budget, minShare])
  const { graph, error } = useVisibleGraph(source, asked)
  // What transforms leave is compared; nodes of what was read are then as large as those of one profile.
  const compared = useApp(state => (profileShown(state) === profileRead(state) ? comparison(state) : null))
  const usual = useMemo(
    () =>
      profile &&
      graph &&
      drawGraph(profile, graph, {
        ...{ direction, nameOf: name, words },
        comparing: compared && comparing(profile, graph, compared, name),
      }),
    [profile, graph, direction, name, words, compared],
  )
  return { usual, ready: isUsual || usual !== null || error !== '' }
}

const asksNothing = ({ pinned, opened = [], folded = [], around = null }: GraphOptions) =>
  pinned.length + opened.length + folded.length === 0 && around === null
