import { type KeyboardEvent, useState } from 'react'
import { type FunctionRow, heaviestPaths } from '../../../src/index.ts'
import { choose, openAt } from '../../state/store.ts'
import { partAt, rowOf } from '../usePointing.ts'
import { nodeId } from './GraphNode.tsx'
import { spokenStep } from './spokenStep.ts'
import type { Camera } from './useCamera.ts'
import type { PlacedDrawing } from './useGraphLayout.ts'
import { areaOf } from './useSteadyCamera.ts'
import { isWalkKey, walk } from './walkGraph.ts'

/**
 * The keyboard in the graph: arrows walk it, Home leads to the root of the way one is on, Enter chooses a function and
 * opens what it hides once it is chosen. `said` is for a screen reader.
 */
export function useGraphKeys(
  placed: PlacedDrawing | null,
  chosen: FunctionRow,
  camera: Camera,
  functionKey: (event: KeyboardEvent) => boolean,
): { said: string; onKeyDown: (event: KeyboardEvent<HTMLElement>) => void } {
  const [said, say] = useState('')
  const goTo = ({ drawing }: PlacedDrawing, to: FunctionRow, from: FunctionRow, window: HTMLElement) => {
    window.querySelector<SVGGElement>(`#${nodeId(to)}`)?.focus()
    say(spokenStep(drawing, to, from))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const from = rowOf(partAt(event.target))
    const node = placed?.drawing.nodes.get(from)
    if (!placed || !node || event.ctrlKey || event.metaKey || event.altKey) return
    const go = (to: FunctionRow) => {
      if (to < 0) return
      goTo(placed, to, from, event.currentTarget)
      camera.reveal(areaOf(placed, to))
    }
    if (isWalkKey(event.key)) go(walk(placed, from, event.key))
    else if (event.key === 'Home')
      go(heaviestPaths(placed.drawing.profile, placed.drawing.graph, from, 1)[0].functions[0])
    else if (event.key === 'Enter' || event.key === ' ') {
      const side = event.shiftKey ? 'callers' : 'callees'
      if (event.key === ' ' || (from !== chosen && !event.shiftKey)) choose(node.label)
      else if (placed.drawing.graph.sums.some(sum => sum.fn === from && sum.side === side)) openAt(node.label, side)
    } else if (!functionKey(event)) return
    event.preventDefault()
  }
  return { said, onKeyDown }
}
