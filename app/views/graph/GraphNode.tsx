import { memo } from 'react'
import type { NodePlacement } from '../../../src/index.ts'
import { useApp } from '../../state/store.ts'
import { formatCountShort } from '../../ui/format.ts'
import type { DrawnNode } from './graphDrawing.ts'

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

const PADDING = 8
const NAME_LINE = 15
const FIGURES_LINE = 28.5
const BAR_TOP = 33
const BAR_HEIGHT = 3

/** SVG has no button element of its own. The picture as a whole listens for all of them. */
const buttonNamed = (name: string, pressed: boolean) =>
  ({ role: 'button', 'aria-label': name, 'aria-pressed': pressed }) as const

/** One function as a button: name, self and total share, and both as a bar. Renders alone when it is pointed at. */
export const GraphNode = memo(function GraphNode({ node, place, chosen, lit, hit, tabStop }: Props) {
  const hovered = useApp(state => state.hover === node.fn)
  const { width, height, compact } = node
  const inner = width - 2 * PADDING
  const folded = useApp(state => state.view.folded.includes(node.label))
  const states = { chosen, lit, hit, hovered, folded }
  const classes = Object.entries(states).flatMap(([name, holds]) => (holds ? [name] : []))
  const bar = (share: number) => Math.max(4, inner * Math.min(1, share))
  return (
    <g
      className={['graph-node', `heat-${node.heat}`, ...classes].join(' ')}
      style={{ transform: `translate(${place.x - width / 2}px, ${place.y - height / 2}px)` }}
      {...buttonNamed(node.description, chosen)}
      tabIndex={tabStop ? 0 : -1}
      data-fn={node.fn}
    >
      {chosen && <rect className="ring" x={-3.5} y={-3.5} width={width + 7} height={height + 7} rx={9} />}
      <rect className="body" x={0.5} y={0.5} width={width - 1} height={height - 1} rx={5.5} />
      <text className="name" x={PADDING} y={NAME_LINE}>
        {node.name}
      </text>
      {compact ? (
        <text className="total" x={width - PADDING} y={NAME_LINE} textAnchor="end">
          {node.right}
        </text>
      ) : (
        <>
          <text className="self" x={PADDING} y={FIGURES_LINE}>
            {node.left}
          </text>
          <text className="total" x={width - PADDING} y={FIGURES_LINE} textAnchor="end">
            {node.right}
          </text>
          {node.totalShare >= 0 && <Bar part="bar" width={inner} />}
          {node.totalShare > 0 && <Bar part="bar-total" width={bar(node.totalShare)} />}
          {node.selfShare > 0 && <Bar part="bar-self" width={bar(node.selfShare)} />}
        </>
      )}
      <More side="callers" count={node.more.callers} top={0} />
      <More side="callees" count={node.more.callees} top={height} />
      {node.recursion !== '' && (
        <text className="recursion" x={width - 4} y={-3} textAnchor="end">
          {node.recursion}
        </text>
      )}
    </g>
  )
})

/** Hidden callers or callees: seen while the function is pointed at or chosen; pressed, it brings some of them in. */
function More({ side, count, top }: { side: 'callers' | 'callees'; count: number; top: number }) {
  if (count === 0) return null
  const text = `+${formatCountShort(count)}`
  const width = 8 + text.length * 6
  return (
    <g className="more" data-open={side}>
      <rect x={PADDING} y={top - 7} width={width} height={14} rx={7} />
      <text x={PADDING + width / 2} y={top + 3.5} textAnchor="middle">
        {text}
      </text>
    </g>
  )
}

const Bar = ({ part, width }: { part: string; width: number }) => (
  <rect className={part} x={PADDING} y={BAR_TOP} width={width} height={BAR_HEIGHT} rx={1.5} />
)
