import { memo } from 'react'
import type { NodePlacement } from '../../../src/index.ts'
import { useApp } from '../../state/store.ts'
import type { DrawnNode } from './graphDrawing.ts'
import { ShapeElements } from './ShapeElements.tsx'
import { nodeShapes } from './shapes.ts'

interface Props {
  node: DrawnNode
  place: NodePlacement
  chosen: boolean
  /** On the heaviest way from a root to the chosen function. */
  lit: boolean
  hit: boolean
  /** The one node that the Tab key stops at. */
  tabStop: boolean
}

/** SVG has no button element of its own. The picture as a whole listens for all of them. */
const buttonNamed = (name: string, pressed: boolean) =>
  ({ role: 'button', 'aria-label': name, 'aria-pressed': pressed }) as const

/** One function as a button: name, self and total share, and both as a bar. Renders alone when it is pointed at. */
export const GraphNode = memo(function GraphNode({ node, place, chosen, lit, hit, tabStop }: Props) {
  const hovered = useApp(state => state.hover === node.fn)
  const { width, height } = node
  const states = { chosen, lit, hit, hovered }
  const classes = Object.entries(states).flatMap(([name, holds]) => (holds ? [name] : []))
  return (
    <g
      className={['graph-node', `heat-${node.heat}`, ...classes].join(' ')}
      style={{ transform: `translate(${place.x - width / 2}px, ${place.y - height / 2}px)` }}
      {...buttonNamed(node.description, chosen)}
      tabIndex={tabStop ? 0 : -1}
      data-fn={node.fn}
    >
      <ShapeElements shapes={nodeShapes(node, chosen)} />
    </g>
  )
})
