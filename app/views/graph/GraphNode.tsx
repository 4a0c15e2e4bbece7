import { memo } from 'react'
import type { FunctionRow, NodePlacement } from '../../../src/index.ts'
import { useApp } from '../../state/store.ts'
import { formatCountShort } from '../../ui/format.ts'
import { changeClasses } from './change.ts'
import type { DrawnNode } from './graphParts.ts'
import type { TreePlace } from './graphTree.ts'
import { ShapeElements } from './ShapeElements.tsx'
import { nodeShapes } from './shapes.ts'

interface Props {
  node: DrawnNode
  place: NodePlacement
  /** Where it stands in the tree that the graph is to assistive technology. */
  tree: TreePlace
  chosen: boolean
  /** On the way from a root to the chosen function. */
  lit: boolean
  hit: boolean
  /** The one node that the Tab key stops at. */
  tabStop: boolean
}

/** One function: name, self and total share, and both as a bar. Renders alone when it is pointed at. */
export const GraphNode = memo(function GraphNode({ node, place, tree, chosen, lit, hit, tabStop }: Props) {
  const hovered = useApp(state => state.hover === node.fn)
  const folded = useApp(state => state.view.folded.includes(node.label))
  const states = { chosen, lit, hit, hovered, folded }
  const looks = node.change ? changeClasses(node.change) : [`heat-${node.heat}`]
  const classes = Object.entries(states).flatMap(([name, holds]) => (holds ? [name] : []))
  return (
    <g
      className={['graph-node', ...looks, ...classes].join(' ')}
      style={{ transform: `translate(${place.x - node.width / 2}px, ${place.y - node.height / 2}px)` }}
      id={nodeId(node.fn)}
      {...treeItem(node.description, tree, chosen)}
      tabIndex={tabStop ? 0 : -1}
      data-fn={node.fn}
    >
      <ShapeElements shapes={nodeShapes(node, chosen)} />
      <More side="callers" count={node.more.callers} y={0} />
      <More side="callees" count={node.more.callees} y={node.height} />
    </g>
  )
})

export const nodeId = (fn: FunctionRow) => `graph-node-${fn}`

/** SVG has no such element of its own. The picture as a whole listens for all of them. */
const treeItem = (name: string, { level, place, siblings, isOpen }: TreePlace, chosen: boolean) => ({
  role: 'treeitem',
  'aria-label': name,
  'aria-level': level,
  'aria-posinset': place,
  'aria-setsize': siblings,
  'aria-expanded': isOpen ?? undefined,
  'aria-selected': chosen,
})

/** Left border of a node's badges, and how wide a character of them is. */
const BADGE = { left: 8, character: 6, padding: 4, height: 14 }

/** Hidden callers or callees: seen while the function is pointed at or chosen; pressed, it brings some of them in. */
function More({ side, count, y }: { side: 'callers' | 'callees'; count: number; y: number }) {
  if (count === 0) return null
  const text = `+${formatCountShort(count)}`
  const width = 2 * BADGE.padding + text.length * BADGE.character
  return (
    <g className="more" data-open={side}>
      <rect x={BADGE.left} y={y - BADGE.height / 2} width={width} height={BADGE.height} rx={BADGE.height / 2} />
      <text x={BADGE.left + width / 2} y={y + 3.5} textAnchor="middle">
        {text}
      </text>
    </g>
  )
}
